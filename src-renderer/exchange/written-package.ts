/**
 * The JSON of a package file together with the canonical bytes of its parts, which digests are made of. A file in the
 * canonical form, as every Caiet writes it, is read project by project with the platform's own fast parser: when a
 * piece is exactly the canonical text of what was read, nothing a careless parser swallows (a key twice, a number
 * rounded, half a character) can be in it, and no text of the whole file is ever in memory. Any other file goes through
 * the strict reader, which says where.
 */
import { canonicalJson } from '../domain/digest';
import { ProblemError } from '../domain/problem';
import type { Json } from '../domain/values';
import { findMembers, type FoundMember, type Span } from './canonical-bytes';
import { parseJson, type JsonLimits } from './json-text';
import { arrayPieces, joined, memberPieces, objectPieces, type Pieces } from './package-parts';
import { isJsonObject, type JsonObject } from './upgrade-chain';
import { decodeUtf8 } from './utf8';

/** The canonical UTF-8 of what was read. */
export interface WrittenBytes {
  /** Of everything but some members; a copy of its own. */
  whole(without: readonly string[]): Uint8Array;
  readonly projects: readonly Uint8Array[];
}

export interface WrittenPackage {
  readonly value: Json;
  readonly bytes: WrittenBytes;
}

/** Text of UTF-8; null when the bytes are not. */
export type DecodeText = (bytes: Uint8Array) => string | null;

export interface ReadWrittenOptions {
  readonly limits: JsonLimits;
  /** The platform's decoder, where there is one. */
  readonly decode?: DecodeText;
  /** Hears how much has been read, from 0 to 1. */
  readonly onRead?: (fraction: number) => void;
}

const decodeOrNull: DecodeText = (bytes) => {
  try {
    return decodeUtf8(bytes);
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
};

/** Members with a part for each project; they are the bulk of the file and read part by part. */
const OPENED: ReadonlySet<string> = new Set(['"history"', '"projects"', '"results"']);
const LONGEST_OPENED = Math.max(...[...OPENED].map((key) => key.length));

const written = (members: Readonly<Record<string, Pieces>>, projects: readonly Uint8Array[]): WrittenBytes => ({
  projects,
  whole: (without) => joined(objectPieces(Object.fromEntries(Object.entries(members).filter(([key]) => !without.includes(key))))),
});

const writtenOf = (value: JsonObject): WrittenBytes => {
  const { projects, ...rest } = value;
  const pieces = Array.isArray(projects) ? projects.map((project) => joined(memberPieces({ project })['project'] ?? [])) : [];
  return written({ ...memberPieces(rest), projects: arrayPieces(pieces.map((piece) => [piece])) }, pieces);
};

/** A piece that is not the canonical text of its value. */
class OtherForm extends Error {}

class CanonicalReader {
  private last = 0;

  constructor(private readonly bytes: Uint8Array, private readonly decode: DecodeText, private readonly onRead: (fraction: number) => void) {}

  /** An object of members in canonical order, each read by `value`. */
  object(members: readonly FoundMember[], value: (member: FoundMember) => Json): JsonObject {
    const read: JsonObject = {};
    let before: string | null = null;
    for (const member of members) {
      const key = this.piece(member.key);
      if (typeof key !== 'string' || (before !== null && key <= before)) throw new OtherForm();
      read[key] = value(member);
      before = key;
    }
    return read;
  }

  member = ({ value, items }: FoundMember): Json => {
    if (items === undefined) return this.piece(value);
    const isArray = this.bytes[value.from] === 0x5b;
    return isArray ? items.map((item) => this.piece(item.value)) : this.object(items, (item) => this.piece(item.value));
  };

  private piece({ from, to }: Span): Json {
    const text = this.decode(this.bytes.subarray(from, to));
    if (text === null) throw new OtherForm();
    const value = JSON.parse(text) as Json;
    if (canonicalJson(value) !== text) throw new OtherForm();
    if (to - this.last > this.bytes.length / 100) this.onRead((this.last = to) / this.bytes.length);
    return value;
  }
}

const bytesOf = (bytes: Uint8Array, { from, to }: Span): Uint8Array => bytes.subarray(from, to);

/** Undefined when the file is not in the canonical form. */
const readCanonical = (bytes: Uint8Array, { limits, decode = decodeOrNull, onRead = () => undefined }: ReadWrittenOptions): WrittenPackage | undefined => {
  const isOpened = ({ from, to }: Span): boolean => to - from <= LONGEST_OPENED && OPENED.has(decode(bytes.subarray(from, to)) ?? '');
  const members = findMembers(bytes, limits, isOpened);
  if (members === undefined) return undefined;
  try {
    const reader = new CanonicalReader(bytes, decode, onRead);
    const value = reader.object(members, reader.member);
    const pieces = Object.fromEntries(Object.keys(value).map((key, index) => [key, members[index] === undefined ? [] : [bytesOf(bytes, members[index].value)]]));
    const projects = members[Object.keys(value).indexOf('projects')]?.items ?? [];
    return { value, bytes: written({ projects: arrayPieces([]), ...pieces }, Array.isArray(value['projects']) ? projects.map((item) => bytesOf(bytes, item.value)) : []) };
  } catch (error) {
    if (error instanceof OtherForm || error instanceof SyntaxError || error instanceof ProblemError) return undefined;
    throw error;
  }
};

/**
 * @throws ProblemError `package.*` with the place, as `parseJson` does; `package.notUtf8`.
 */
export const readWritten = (bytes: Uint8Array, options: ReadWrittenOptions): WrittenPackage => {
  const fast = readCanonical(bytes, options);
  if (fast !== undefined) return fast;
  const value = parseJson(options.decode?.(bytes) ?? decodeUtf8(bytes), options.limits);
  return { value, bytes: isJsonObject(value) ? writtenOf(value) : { projects: [], whole: () => new Uint8Array() } };
};
