/**
 * The JSON of a package file together with the canonical text of its parts, which digests are made of. A file in the
 * canonical form, as every Caiet writes it, is read by the platform's own fast parser: when its text is exactly the
 * canonical text of what was read, nothing a careless parser swallows (a key twice, a number rounded, half a
 * character) can be in it. Any other file goes through the strict reader, which says where.
 */
import { canonicalJson } from '../domain/digest';
import { ProblemError } from '../domain/problem';
import type { Json } from '../domain/values';
import { canonicalArray, canonicalMembers, canonicalObject } from './canonical-text';
import { FORBIDDEN_KEYS, parseJson, type JsonLimits } from './json-text';
import { isJsonObject, type JsonObject } from './upgrade-chain';

/** Canonical texts of a package's members, its projects one by one. */
export interface WrittenTexts {
  readonly members: Readonly<Record<string, string>>;
  readonly projects: readonly string[];
}

export interface WrittenPackage {
  readonly value: Json;
  readonly texts: WrittenTexts;
}

const textsOf = (value: JsonObject): WrittenTexts => {
  const { projects, ...rest } = value;
  return { members: canonicalMembers(rest), projects: Array.isArray(projects) ? projects.map((project) => canonicalJson(project)) : [] };
};

/** Of the whole, or of all but some members. */
export const canonicalTextOf = ({ members, projects }: WrittenTexts, without: readonly string[] = []): string =>
  canonicalObject({ ...Object.fromEntries(Object.entries(members).filter(([key]) => !without.includes(key))), projects: canonicalArray(projects) });

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Just behind the string that begins at `from`. */
const afterString = (text: string, from: number): number => {
  for (let at = from + 1; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) return at + 1;
    if (unit === BACKSLASH) at += 1;
  }
  return text.length;
};

/** False when the text may nest deeper or hold more values than allowed: a fast parser has no limits of its own. */
const isModest = (text: string, { depth, values }: JsonLimits): boolean => {
  let level = 0;
  let count = 1;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) at = afterString(text, at) - 1;
    else if (unit === 0x7b || unit === 0x5b) {
      level += 1;
      count += 1;
      if (level > depth) return false;
    } else if (unit === 0x7d || unit === 0x5d) level -= 1;
    else if (unit === 0x2c) count += 1;
  }
  return count <= values;
};

/** In canonical text these letters are never escaped, so a key among them would stand there as it is. */
const hasForbiddenKey = (text: string): boolean => [...FORBIDDEN_KEYS].some((key) => text.includes(`"${key}":`));

/** Undefined when the file is not in the canonical form. */
const readCanonical = (text: string, limits: JsonLimits): WrittenPackage | undefined => {
  if (!text.startsWith('{"') || hasForbiddenKey(text) || !isModest(text, limits)) return undefined;
  try {
    const value = JSON.parse(text) as Json;
    if (!isJsonObject(value)) return undefined;
    const texts = textsOf(value);
    const canonical = Array.isArray(value['projects']) ? canonicalTextOf(texts) : canonicalObject(texts.members);
    return text === `${canonical}\n` || text === canonical ? { value, texts } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof ProblemError) return undefined;
    throw error;
  }
};

/** @throws ProblemError `package.*` with the place, as `parseJson` does. */
export const readWritten = (text: string, limits: JsonLimits): WrittenPackage => {
  const fast = readCanonical(text, limits);
  if (fast !== undefined) return fast;
  const value = parseJson(text, limits);
  return { value, texts: isJsonObject(value) ? textsOf(value) : { members: {}, projects: [] } };
};
