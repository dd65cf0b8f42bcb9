import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sealEntry } from '../../../src-renderer/domain/audit';
import type { AuditEntry } from '../../../src-renderer/domain/change';
import { PART_UNITS, readJournal, writeLine, writingLine, type DataLine, type JournalLine } from '../../../src-renderer/storage/journal';
import { changeOf } from './samples';

const purge = (commitSeq: number, projectId = `p${commitSeq}`): DataLine => ({ kind: 'purge', commitSeq, projectId });
const entryWith = (id: string, note: string): AuditEntry => ({ ...sealEntry(changeOf('p', [{ path: ['notes'], after: note }]), null), id });
const commit = (entries: readonly AuditEntry[]): DataLine => ({ kind: 'commit', commitSeq: 1, entries });
const textOf = (lines: readonly JournalLine[]): string => lines.map(writeLine).join('');
const seqs = (text: string): number[] => readJournal(text).lines.map(({ commitSeq }) => commitSeq);

describe('journal', () => {
  it('reads what was written, and an empty one as nothing', () => {
    const lines = [purge(1, 'școala „X”'), purge(2)];
    expect(readJournal(textOf(lines))).toEqual({ base: null, lines, lastSeq: 2, damagedLines: 0 });
    expect(readJournal('')).toEqual({ base: null, lines: [], lastSeq: 0, damagedLines: 0 });
  });

  it('is written in parts that are short, break no character and together are the line', () => {
    const note = fc.integer({ min: 0, max: PART_UNITS * 2 }).chain((units) => fc.constantFrom('a', 'ș', '😀', 'ab😀').map((text) => text.repeat(Math.ceil(units / text.length))));
    fc.assert(fc.property(fc.array(note, { maxLength: 4 }), (notes) => {
      const line = commit(notes.map((text, index) => entryWith(`e${index}`, text)));
      const parts = writingLine(line);
      const found: string[] = [];
      for (let next = parts.next(); ; next = parts.next()) {
        found.push(next.done === true ? next.value.rest : next.value);
        if (next.done === true) break;
      }
      expect(Math.max(...found.map((part) => part.length))).toBeLessThanOrEqual(PART_UNITS);
      expect(found.every((part) => part.isWellFormed())).toBe(true);
      expect(JSON.parse(found.join(''))).toEqual(line);
      expect(readJournal(writeLine(line)).lines).toEqual([line]);
    }), { numRuns: 20 });
  });

  it('stops at least once for every part, and for five hundred patches of one', () => {
    const patches = Array.from({ length: 2_100 }, (_, index) => ({ path: ['bids', `b${index}`], after: null }));
    const stops = (line: JournalLine): number => [...writingLine(line)].length;
    expect(stops(commit([{ ...entryWith('many', ''), patches }]))).toBeGreaterThanOrEqual(5);
    expect(stops(commit([entryWith('long', 'x'.repeat(PART_UNITS * 5))]))).toBeGreaterThanOrEqual(5);
  });

  it('starts after the snapshot it names and leaves out what that holds', () => {
    const text = textOf([purge(7), { kind: 'begin', commitSeq: 8, snapshot: 's' }, purge(8), purge(9)]);
    expect(readJournal(text)).toMatchObject({ base: { snapshot: 's' }, lines: [purge(9)], lastSeq: 9 });
  });

  it('takes back a voided number, also when it was used again', () => {
    expect(seqs(textOf([purge(1), purge(2, 'refused'), { kind: 'void', commitSeq: 2 }]))).toEqual([1]);
    expect(readJournal(textOf([purge(1), purge(2, 'refused'), { kind: 'void', commitSeq: 2 }, purge(2, 'kept')])).lines).toEqual([purge(1), purge(2, 'kept')]);
  });

  it('lets the later line of a number count when even the void line was refused', () => {
    expect(readJournal(textOf([purge(1, 'refused'), purge(1, 'kept')])).lines).toEqual([purge(1, 'kept')]);
  });

  it('orders by number, and uses nothing after a gap but knows how far it went', () => {
    expect(seqs(textOf([purge(2), purge(1), purge(3)]))).toEqual([1, 2, 3]);
    expect(readJournal(textOf([purge(1), purge(3)]))).toMatchObject({ lines: [purge(1)], lastSeq: 3 });
  });

  it('cut anywhere, keeps exactly the lines that are whole', () => {
    const lines = [1, 2, 3, 4].map((seq) => purge(seq));
    const text = textOf(lines);
    const ends = lines.map((_, index) => textOf(lines.slice(0, index + 1)).length - 1);
    fc.assert(fc.property(fc.nat(text.length), (cut) => {
      expect(seqs(text.slice(0, cut))).toEqual([1, 2, 3, 4].slice(0, ends.filter((end) => end <= cut).length));
    }));
  });

  it('never gives back an altered line: any changed character costs its line and what follows', () => {
    const lines = [1, 2, 3, 4].map((seq) => purge(seq));
    const text = textOf(lines);
    fc.assert(fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 127 }), (at, flip) => {
      const changed = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ flip) + text.slice(at + 1);
      const journal = readJournal(changed);
      expect(lines).toEqual(expect.arrayContaining([...journal.lines]));
      expect(journal.lines.map(({ commitSeq }) => commitSeq - (journal.lines[0]?.commitSeq ?? 0))).toEqual([...journal.lines.keys()]);
      expect(journal.lines.length).toBeLessThan(lines.length);
      expect(journal.damagedLines).toBeGreaterThan(0);
    }));
  });
});
