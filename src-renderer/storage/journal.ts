/**
 * The journal's text: one line for each commit, `<sha-256 of the JSON> <JSON>`. A line is there in whole or not at
 * all, so a commit on several projects stays all or nothing when it is replayed. What follows from the format:
 *
 * - A torn last line (the process died while appending) fails its checksum and is left out: that commit was never
 *   acknowledged. A flipped byte further up does the same to its line, and shows as a gap in the sequence: nothing
 *   after the gap is used, and the loss is counted and told.
 * - Lines are ordered by `commitSeq`, not by place, and the last line of a number counts. So a line that was appended
 *   twice, or later than its successor because the disk refused it at first, does no harm.
 * - `void` takes a number back: the commit was refused after its line had been written.
 */
import type { AuditEntry } from '../domain/change';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { sha256Hex } from '../domain/digest';
import type { Id } from '../domain/values';
import { piecesOf } from './pieces';

/** The journal starts after this snapshot, which holds everything up to `commitSeq`; null: after nothing kept. */
export interface BeginLine {
  readonly kind: 'begin';
  readonly commitSeq: number;
  readonly snapshot: string | null;
}

/** Sealed entries of one commit, in order; an adopted project brings its whole chain. */
export interface CommitLine {
  readonly kind: 'commit';
  readonly commitSeq: number;
  readonly entries: readonly AuditEntry[];
}

/** A project was removed for good. */
export interface PurgeLine {
  readonly kind: 'purge';
  readonly commitSeq: number;
  readonly projectId: Id;
}

export interface VoidLine {
  readonly kind: 'void';
  readonly commitSeq: number;
}

/** A line that changes the data. */
export type DataLine = CommitLine | PurgeLine;
export type JournalLine = BeginLine | DataLine | VoidLine;

/** Patches written out between two turns. */
const PATCHES_AT_A_TIME = 500;

/** The JSON of an entry in pieces; of an import that is ten thousand patches. */
function* entryPieces({ patches, ...entry }: AuditEntry): Generator<string> {
  yield `${JSON.stringify(entry).slice(0, -1)},"patches":[`;
  let mark = '';
  for (const piece of piecesOf(patches, PATCHES_AT_A_TIME)) {
    yield `${mark}${JSON.stringify(piece).slice(1, -1)}`;
    mark = ',';
  }
  yield ']}';
}

function* linePieces(line: JournalLine): Generator<string> {
  if (line.kind !== 'commit') {
    yield JSON.stringify(line);
    return;
  }
  const { entries, ...rest } = line;
  yield `${JSON.stringify(rest).slice(0, -1)},"entries":[`;
  for (const [index, entry] of entries.entries()) {
    if (index > 0) yield ',';
    yield* entryPieces(entry);
  }
  yield ']}';
}

/** UTF-16 units written out and sent at a time: as many as are hashed and copied within a few milliseconds. */
export const PART_UNITS = 256 * 1024;

const isFirstHalf = (unit: number): boolean => unit >= 0xd8_00 && unit <= 0xdb_ff;

/** A text in parts of at most `PART_UNITS`, none of which ends in the middle of a character. */
function* partsOf(text: string): Generator<string> {
  for (let at = 0; at < text.length;) {
    const end = at + PART_UNITS;
    const to = end < text.length && isFirstHalf(text.charCodeAt(end - 1)) ? end - 1 : end;
    yield text.slice(at, to);
    at = to;
  }
}

/** What follows the parts of a line that have been handed on. */
export interface LineEnd {
  /** SHA-256 of the whole JSON. */
  readonly digest: string;
  /** The rest of the JSON: all of it, where it is short. */
  readonly rest: string;
}

/**
 * The JSON of a line in parts, for a package of a thousand projects is one line: never is the whole of it in one text.
 * An empty part is a stop, with nothing to hand on.
 */
export function* writingLine(line: JournalLine): Generator<string, LineEnd> {
  const hash = sha256.create();
  let rest = '';
  for (const piece of linePieces(line)) {
    for (const part of partsOf(piece)) {
      if (rest.length + part.length > PART_UNITS) {
        yield rest;
        rest = '';
      }
      hash.update(utf8ToBytes(part));
      rest += part;
      yield '';
    }
  }
  return { digest: bytesToHex(hash.digest()), rest };
}

/** One line of text with its line end. */
export const writeLine = (line: JournalLine): string => {
  const parts = writingLine(line);
  let json = '';
  for (;;) {
    const next = parts.next();
    if (next.done === true) return `${next.value.digest} ${json}${next.value.rest}\n`;
    json += next.value;
  }
};

/** What a journal says. */
export interface Journal {
  /** What the lines continue; null when no such line can be read (the first journal of a database has none). */
  readonly base: BeginLine | null;
  /** Without gaps from the base, or from the lowest number there is. */
  readonly lines: readonly DataLine[];
  /** The highest number of any readable line, also after a gap. */
  readonly lastSeq: number;
  /** Lines that do not match their checksum. */
  readonly damagedLines: number;
}

const DIGEST_LENGTH = 64;

const readLine = (text: string): JournalLine | undefined => {
  const json = text.slice(DIGEST_LENGTH + 1);
  // The checksum proves that we wrote the line, so its shape needs no second proof.
  return text[DIGEST_LENGTH] === ' ' && sha256Hex(json) === text.slice(0, DIGEST_LENGTH) ? (JSON.parse(json) as JournalLine) : undefined;
};

const withoutGaps = (first: number, bySeq: ReadonlyMap<number, DataLine>): DataLine[] => {
  const lines: DataLine[] = [];
  for (let seq = first; ; seq += 1) {
    const line = bySeq.get(seq);
    if (line === undefined) return lines;
    lines.push(line);
  }
};

/** Reads a journal's text. Never throws: what cannot be read is counted. */
export const readJournal = (text: string): Journal => {
  let base: BeginLine | null = null;
  let damagedLines = 0;
  const bySeq = new Map<number, DataLine>();
  for (const row of text.split('\n')) {
    if (row === '') continue;
    const line = readLine(row);
    if (line === undefined) damagedLines += 1;
    else if (line.kind === 'begin') base = line;
    else if (line.kind === 'void') bySeq.delete(line.commitSeq);
    else bySeq.set(line.commitSeq, line);
  }
  const numbers = [...bySeq.keys()].toSorted((left, right) => left - right);
  const first = base === null ? (numbers[0] ?? 1) : base.commitSeq + 1;
  const lastSeq = Math.max(base?.commitSeq ?? 0, numbers.at(-1) ?? 0);
  return { base, lines: withoutGaps(first, bySeq), lastSeq, damagedLines };
};
