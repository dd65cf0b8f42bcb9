/** Keeps invalid values out of the database: a project that was stored can always be opened again. */
import { fail } from '../domain/problem';
import { projectSchema, type Project } from '../domain/project';
import { z } from '../domain/schema';
import { piecesOf } from './pieces';

const PARTS = Object.entries(projectSchema.shape);

/** Records of a collection checked between two turns. */
const RECORDS_AT_A_TIME = 200;

/** A collection in pieces that are collections of the same kind, without the records both states share; anything else whole. */
function* piecesToCheck(schema: z.ZodType, value: unknown, before: unknown): Generator<unknown> {
  if (!(schema instanceof z.ZodRecord) || typeof value !== 'object' || value === null) {
    yield value;
    return;
  }
  const known: Readonly<Record<string, unknown>> = typeof before === 'object' && before !== null ? { ...before } : {};
  const entries = Object.entries(value).filter(([id, record]) => known[id] !== record);
  for (const piece of piecesOf(entries, RECORDS_AT_A_TIME)) yield Object.fromEntries(piece);
}

/** The place of the first value that is no project's, with stops; null when there is none. Members both states share are the same objects and not looked at. */
export function* lookingForInvalid(before: Project | undefined, after: Project): Generator<number, string | null> {
  for (const [name, schema] of PARTS) {
    const value = after[name];
    if (before !== undefined && before[name] === value) continue;
    for (const piece of piecesToCheck(schema, value, before?.[name])) {
      const issue = schema.safeParse(piece).error?.issues[0];
      if (issue !== undefined) return [name, ...issue.path.map(String)].join('/');
      yield 1;
    }
  }
  return null;
}

/** Checks what a change touched and nothing else. Throws `change.invalid` with the place, before anything is written. */
export function* refusingInvalid(before: Project | undefined, after: Project | undefined): Generator<number, void> {
  const where = after === undefined ? null : yield* lookingForInvalid(before, after);
  if (where !== null) throw fail('change.invalid', { where });
}
