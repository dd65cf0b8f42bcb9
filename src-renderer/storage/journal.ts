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
import { finish } from '../domain/in-steps';
import type { Id } from '../domain/values';
import { piecesOf } from './pauses';

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

/** Patches written out between two pauses. */
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

/** One line of text with its line end, with stops: a package of a thousand projects is one line. */
export function* writingLine(line: JournalLine): Generator<number, string> {
  const hash = sha256.create();
  const pieces: string[] = [];
  for (const piece of linePieces(line)) {
    hash.update(utf8ToBytes(piece));
    pieces.push(piece);
    yield pieces.length;
  }
  return `${bytesToHex(hash.digest())} ${pieces.join('')}\n`;
}

/** The same without stops. */
export const writeLine = (line: JournalLine): string => finish(writingLine(line));

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
