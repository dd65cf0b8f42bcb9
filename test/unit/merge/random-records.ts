/**
 * Random records made from the project's schema itself, so that a collection, a part or a field that is added to it is
 * edited, removed and merged by the random histories without anybody writing it down here.
 */
import { withoutRecord } from '../../../src-renderer/domain/conflict-decision';
import { valueAt } from '../../../src-renderer/domain/field-path';
import { bidSchema, projectSchema, type Project } from '../../../src-renderer/domain/project';
import { projectProblems } from '../../../src-renderer/domain/project-problems';
import { z } from '../../../src-renderer/domain/schema';
import type { Json } from '../../../src-renderer/domain/values';

/** What an optional or nullable schema wraps. */
const inner = (schema: z.ZodType): z.ZodType => (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? inner(schema.unwrap() as z.ZodType) : schema);

const shapeOf = (schema: z.ZodType): readonly (readonly [name: string, schema: z.ZodType])[] => {
  const whole = inner(schema);
  return whole instanceof z.ZodObject ? Object.entries(whole.shape as Readonly<Record<string, z.ZodType>>) : [];
};

const isMap = (schema: z.ZodType): boolean => inner(schema) instanceof z.ZodRecord;
const recordOf = (schema: z.ZodType): z.ZodType => (inner(schema) as z.ZodRecord).valueType as z.ZodType;

const parts = shapeOf(projectSchema);

/** Every collection and every part of a project that is an object: what the histories have to touch. */
export const COMPOSITE_PARTS: readonly string[] = parts.filter(([, schema]) => isMap(schema) || inner(schema) instanceof z.ZodObject).map(([name]) => name);

/** Written by rules of their own: with their references and places (`random-edits.ts`), by acts (`random-acts.ts`), or by a merge. */
const WRITTEN_ELSEWHERE: ReadonlySet<string> = new Set([
  'lots', 'awardCriteria', 'bidders', 'bids', 'scoreSheets', 'knockOuts', 'freezes', 'amendment', 'envelopes', 'decisions', 'reopenings', 'conflicts', 'assignment',
]);

const MAPS = parts.filter(([name, schema]) => isMap(schema) && !WRITTEN_ELSEWHERE.has(name));
const SINGLES = parts.filter(([name, schema]) => !isMap(schema) && inner(schema) instanceof z.ZodObject && !WRITTEN_ELSEWHERE.has(name));
/** What a bid may carry beside what every bid has. */
const BID_EXTRAS = shapeOf(bidSchema).filter(([, schema]) => schema instanceof z.ZodOptional);

/** Text of every form a field may ask for. */
const texts = (value: number): readonly string[] =>
  [`Text ${value}`, String(value), `2026-05-0${value + 1}`, `2026-05-0${value + 1}T09:00:00.000Z`, String(value).repeat(64), `a${value}`, 'RO', 'RON', `7200000${value}`, `7200000${value}-${value}`, 'a'];

/** A value the schema takes, another one for each number; undefined where none of those known here fits. */
const sample = (schema: z.ZodType, value: number): Json | undefined => {
  const whole = inner(schema);
  if (whole instanceof z.ZodEnum) return String(whole.options[value % whole.options.length]);
  if (whole instanceof z.ZodLiteral) return [...whole.values][0] as Json;
  if (whole instanceof z.ZodBoolean) return value % 2 === 0;
  if (whole instanceof z.ZodNumber) return [value, value + 1].find((each) => whole.safeParse(each).success);
  if (whole instanceof z.ZodRecord) {
    const [key, member] = [texts(value % 2).find((each) => (whole.keyType as z.ZodType).safeParse(each).success), sample(whole.valueType as z.ZodType, value)];
    return key === undefined || member === undefined ? undefined : { [key]: withId(member, key) };
  }
  if (whole instanceof z.ZodObject) return made(whole, value);
  return texts(value).find((each) => whole.safeParse(each).success);
};

/** A record stands under its own id. */
const withId = (record: Json, id: string): Json => (typeof record === 'object' && record !== null && !Array.isArray(record) && 'id' in record ? { ...record, id } : record);

const made = (schema: z.ZodType, value: number): Json | undefined => {
  const fields = shapeOf(schema).flatMap(([name, field]): [string, Json][] => {
    // Any text passes for a place, but not every one lets something be put after it.
    const member = name === 'position' ? `a${value}` : sample(field, value);
    return member === undefined ? [] : [[name, member]];
  });
  const object = Object.fromEntries(fields);
  return schema.safeParse(object).success ? object : undefined;
};

const isSound = (project: Project): boolean => !projectProblems(project).some(({ severity }) => severity === 'error');

const put = (project: Project, path: readonly [string, ...string[]], value: Json): Project => {
  const [first, ...rest] = path;
  const within = (at: Json | undefined, [key, ...deeper]: readonly string[]): Json =>
    (key === undefined ? value : { ...(at as Readonly<Record<string, Json>> | undefined), [key]: within((at as Readonly<Record<string, Json>> | undefined)?.[key], deeper) });
  const next = { ...project, [first]: within(project[first] as Json | undefined, rest) } as Project;
  return isSound(next) ? next : project;
};

/** One field of an object as another one would have it; the whole object where it is not there yet. */
const edited = (project: Project, path: readonly [string, ...string[]], schema: z.ZodType, which: number, value: number): Project => {
  const id = path.at(-1) ?? '';
  const whole = path.length === 1 ? sample(schema, value) : withId(sample(schema, value) ?? null, id);
  if (whole === undefined || whole === null) return project;
  if (valueAt(project, path) === undefined) return put(project, path, whole);
  const fields = shapeOf(schema).filter(([name]) => name !== 'id');
  const [name] = fields[which % fields.length] ?? [];
  const member = name === undefined ? undefined : (whole as Readonly<Record<string, Json>>)[name];
  return name === undefined || member === undefined ? project : put(project, [...path, name], member);
};

/** A record of any other collection made, or one of its fields written. */
export const editRecord = (project: Project, which: number, value: number): Project => {
  const [name, schema] = MAPS[which % MAPS.length]!;
  return edited(project, [name, `${name}-${value % 2}`], recordOf(schema), which + value, value);
};

export const removeRecord = (project: Project, which: number, value: number): Project => {
  const [name] = MAPS[which % MAPS.length]!;
  const path = [name, `${name}-${value % 2}`];
  if (valueAt(project, path) === undefined) return project;
  const next = withoutRecord(project, path);
  return isSound(next) ? next : project;
};

/** A field of a part that is one record, such as the rules of the call. */
export const editPart = (project: Project, which: number, value: number): Project => {
  const [name, schema] = SINGLES[which % SINGLES.length]!;
  return edited(project, [name], schema, which + value, value);
};

/** Something the commission or a bidder adds to a bid: a correction, a cost, an answer. */
export const editBid = (project: Project, which: number, value: number): Project => {
  const bids = Object.values(project.bids);
  const bid = bids[value % Math.max(bids.length, 1)];
  const [name, schema] = BID_EXTRAS[which % BID_EXTRAS.length]!;
  const extra = sample(schema, value);
  return bid === undefined || extra === undefined ? project : put(project, ['bids', bid.id, name], extra);
};
