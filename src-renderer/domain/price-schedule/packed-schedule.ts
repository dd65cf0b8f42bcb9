/**
 * A price schedule as a record keeps it: a thousand lines to a piece of text. A bill of quantities has ten thousand
 * lines; as records of their own they would make every edit of the project slow for nothing, since they are only ever
 * brought in and taken out as a whole.
 */
import { finish } from '../in-steps';
import { z } from '../schema';
import { decimalSchema, idSchema } from '../values';
import type { ScheduleLine } from './schedule-line';

/** The most lines one schedule takes; a longer one is refused with a sentence. */
export const MAX_SCHEDULE_LINES = 100_000;
const LINES_A_PIECE = 1000;
const LONGEST_PIECE = 8_000_000;

export const packedScheduleSchema = z.looseObject({
  importId: idSchema.describe('The import that brought it.'),
  currency: z.string().regex(/^[A-Z]{3}$/),
  lineCount: z.int().min(0).max(MAX_SCHEDULE_LINES),
  pieces: z.record(z.string().regex(/^\d{1,3}$/), z.string().max(LONGEST_PIECE))
    .describe('`0`, `1`, … → JSON array of up to 1,000 lines, each [item, description, unit, quantity, unitPrice, total, row]; numbers as decimal text or null.'),
});
export type PackedSchedule = z.infer<typeof packedScheduleSchema>;

const number = decimalSchema.nullable();
const pieceSchema = z.array(z.tuple([z.string(), z.string(), z.string(), number, number, number, z.int()])).max(LINES_A_PIECE);

export const packSchedule = (importId: string, currency: string, lines: readonly ScheduleLine[]): PackedSchedule => {
  const pieces: Record<string, string> = {};
  for (let from = 0; from < lines.length; from += LINES_A_PIECE) {
    const rows = lines.slice(from, from + LINES_A_PIECE).map(({ item, description, unit, quantity, unitPrice, total, row }) => [item, description, unit, quantity, unitPrice, total, row]);
    pieces[String(from / LINES_A_PIECE)] = JSON.stringify(rows);
  }
  return { importId, currency, lineCount: lines.length, pieces };
};

const unpackPiece = (text: string): ScheduleLine[] | null => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const read = pieceSchema.safeParse(json);
  return read.success ? read.data.map(([item, description, unit, quantity, unitPrice, total, row]) => ({ item, description, unit, quantity, unitPrice, total, row })) : null;
};

/** The lines, in order, with a stop after each piece; null when a piece that came from elsewhere is not what it should be. */
export function* unpackingSchedule({ pieces, lineCount }: PackedSchedule): Generator<number, readonly ScheduleLine[] | null> {
  const lines: ScheduleLine[] = [];
  for (const key of Object.keys(pieces).toSorted((left, right) => Number(left) - Number(right))) {
    const piece = unpackPiece(pieces[key] ?? '');
    if (piece === null) return null;
    for (const line of piece) lines.push(line);
    yield lines.length;
  }
  return lines.length === lineCount ? lines : null;
}

/** The same without stops. */
export const unpackSchedule = (packed: PackedSchedule): readonly ScheduleLine[] | null => finish(unpackingSchedule(packed));
