import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJournal, writeLine, type DataLine, type JournalLine } from '../../../src-renderer/storage/journal';

const purge = (commitSeq: number, projectId = `p${commitSeq}`): DataLine => ({ kind: 'purge', commitSeq, projectId });
const textOf = (lines: readonly JournalLine[]): string => lines.map(writeLine).join('');
const seqs = (text: string): number[] => readJournal(text).lines.map(({ commitSeq }) => commitSeq);

describe('journal', () => {
  it('reads what was written, and an empty one as nothing', () => {
    const lines = [purge(1, 'școala „X”'), purge(2)];
    expect(readJournal(textOf(lines))).toEqual({ base: null, lines, lastSeq: 2, damagedLines: 0 });
    expect(readJournal('')).toEqual({ base: null, lines: [], lastSeq: 0, damagedLines: 0 });
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
