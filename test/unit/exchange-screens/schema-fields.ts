/** The fields of a project and the codes they may hold, read from the schema itself, so that a new one cannot be forgotten. */
import { z } from '../../../src-renderer/domain/schema';
import { projectSchema } from '../../../src-renderer/domain/project';

export interface Coded {
  readonly path: readonly string[];
  readonly codes: readonly string[];
}

interface Place {
  readonly path: readonly string[];
  readonly schema: z.ZodType;
}

/** What an optional or nullable schema wraps. */
const inner = (schema: z.ZodType): z.ZodType => (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? inner(schema.unwrap() as z.ZodType) : schema);

/** A record in the schema stands under this id. */
const ID = 'an-id';

/** Ids stand under their own key and are never told; conflicts and sheets handed out are no data of a call. */
const UNTOLD: ReadonlySet<string> = new Set(['conflicts', 'assignment']);

const within = function* ({ path, schema }: Place): Generator<Place> {
  const whole = inner(schema);
  if (whole instanceof z.ZodUnion) for (const option of whole.options) yield* within({ path, schema: option as z.ZodType });
  else if (whole instanceof z.ZodRecord) yield* within({ path: [...path, ID], schema: whole.valueType as z.ZodType });
  else if (whole instanceof z.ZodObject && !('amount' in whole.shape)) {
    for (const [name, field] of Object.entries(whole.shape)) if (name !== 'id') yield* within({ path: [...path, name], schema: field as z.ZodType });
  } else yield { path, schema: whole };
};

const leaves = (): Place[] => Object.entries(projectSchema.shape)
  .filter(([name]) => name !== 'id' && !UNTOLD.has(name))
  .flatMap(([name, schema]) => [...within({ path: [name], schema: schema as z.ZodType })]);

/** Paths of every single value a project can hold, each once. */
export const fieldPaths = (): (readonly string[])[] => [...new Map(leaves().map(({ path }) => [path.join('/'), path])).values()];

/** Every value that is one of a fixed list of codes. */
export const codesOf = (): Coded[] => leaves().flatMap(({ path, schema }) => {
  if (schema instanceof z.ZodEnum) return [{ path, codes: schema.options.map(String) }];
  return schema instanceof z.ZodLiteral && [...schema.values].every((value) => typeof value === 'string') ? [{ path, codes: [...schema.values].map(String) }] : [];
});

/** The names in a path that a place is told by: ids say nothing, and some fields have another word in their record. */
export const namesIn = ([first = '', second = '', ...rest]: readonly string[]): string[] => {
  if (second === '') return [first];
  if (second !== ID) return [first === 'buyer' ? `buyer.${second}` : second, ...rest.filter((name) => name !== ID)];
  const [field, ...deeper] = rest;
  return [field === 'reason' ? 'why' : field ?? '', ...deeper].filter((name) => name !== ID && name !== '');
};
