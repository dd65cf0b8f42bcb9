/** What a package of the kind `evaluator-sheet` says beside its one project, whose `assignment` says the rest. */
import { z } from '../domain/schema';
import type { Json } from '../domain/values';

/** The way a sheet is going. */
export const SHEET_WAYS = ['handedOut', 'returned'] as const;
export type SheetWay = (typeof SHEET_WAYS)[number];

const schema = z.looseObject({
  way: z.enum(SHEET_WAYS).describe('`handedOut` to the evaluator, `returned` to whoever handed it out.'),
});

export const sheetContentSchema = schema as unknown as z.ZodType<Json>;

/** Null for content that is not a sheet's. */
export const sheetWay = (content: Json | undefined): SheetWay | null => schema.safeParse(content).data?.way ?? null;
