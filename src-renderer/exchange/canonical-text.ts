/**
 * RFC 8785 text put together from parts. A package's bulk is hashed as a whole and project by project; writing each
 * part out once and joining the texts gives the same bytes as writing the whole, in a third of the time.
 */
import { canonicalJson } from '../domain/digest';

/** An object's canonical text from those of its members; keys in UTF-16 order, as RFC 8785 sorts them. */
export const canonicalObject = (members: Readonly<Record<string, string>>): string =>
  `{${Object.keys(members).toSorted((left, right) => (left < right ? -1 : 1)).map((key) => `${canonicalJson(key)}:${members[key] ?? ''}`).join(',')}}`;

/** An array's canonical text from those of its items. */
export const canonicalArray = (items: readonly string[]): string => `[${items.join(',')}]`;

/** Each member's canonical text; absent ones are left out, as `canonicalJson` does. */
export const canonicalMembers = (object: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(object).flatMap(([key, value]) => (value === undefined ? [] : [[key, canonicalJson(value)]])));
