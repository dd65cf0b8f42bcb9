import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src-renderer/domain/ports/safety-store';
import { compareWithSafety } from '../../../src-renderer/storage/compare-with-safety';
import { readJournal, writeLine, type BeginLine, type DataLine } from '../../../src-renderer/storage/journal';

const ledgerAt = (commitSeq: number, counts: Ledger['counts'] = {}): Ledger =>
  ({ appVersion: '0.1.0', electronMajor: 45, schemaVersion: 1, commitSeq, counts, writtenAt: '' });
const line = (commitSeq: number): DataLine => ({ kind: 'purge', commitSeq, projectId: 'p' });
const begin = (commitSeq: number): BeginLine => ({ kind: 'begin', commitSeq, snapshot: 's' });
const journalOf = (...lines: readonly (DataLine | BeginLine)[]) => readJournal(lines.map(writeLine).join(''));
const facts = (commitSeq: number, counts: Readonly<Record<string, number>> = {}) => ({ commitSeq, counts });

describe('comparing the database with the safety copies', () => {
  it.each([
    ['a first start', facts(0), null, journalOf(), { kind: 'whole', covered: true }],
    ['an ordinary start', facts(3), ledgerAt(3), journalOf(line(1), line(2), line(3)), { kind: 'whole', covered: true }],
    ['a ledger that was not yet written', facts(3), ledgerAt(2), journalOf(begin(2), line(3)), { kind: 'whole', covered: true }],
    ['a journal that misses the last change', facts(3), ledgerAt(3), journalOf(line(1), line(2)), { kind: 'whole', covered: false }],
    ['copies that were deleted', facts(3), null, journalOf(), { kind: 'whole', covered: false }],
    ['a change only the journal has', facts(2), ledgerAt(2), journalOf(line(1), line(2), line(3)), { kind: 'behind', lines: [line(3)] }],
    ['the very first change only in the journal', facts(0), null, journalOf(line(1)), { kind: 'behind', lines: [line(1)] }],
    ['the first ledger was written before it', facts(0), ledgerAt(0), journalOf(line(1)), { kind: 'behind', lines: [line(1)] }],
    ['a wiped database', facts(0), ledgerAt(3), journalOf(line(1), line(2), line(3)), { kind: 'lost' }],
    ['a wiped database after a snapshot', facts(0), null, journalOf(begin(3), line(4)), { kind: 'lost' }],
    ['a database that lost more than the journal holds', facts(1), ledgerAt(5), journalOf(begin(3), line(4), line(5)), { kind: 'lost' }],
    ['a ledger beyond the journal', facts(3), ledgerAt(5), journalOf(line(1), line(2), line(3), line(4)), { kind: 'lost' }],
    ['a gap in what the journal has more', facts(1), ledgerAt(1), journalOf(line(1), line(2), line(4)), { kind: 'lost' }],
    ['fewer rows at the same change', facts(3, { bids: 4 }), ledgerAt(3, { bids: 5 }), journalOf(line(1), line(2), line(3)), { kind: 'lost' }],
    ['a table that is gone at the same change', facts(3, {}), ledgerAt(3, { bids: 5 }), journalOf(), { kind: 'lost' }],
    ['more rows than a ledger that lags behind', facts(3, { bids: 2 }), ledgerAt(2, { bids: 5 }), journalOf(line(1), line(2), line(3)), { kind: 'whole', covered: true }],
  ])('%s', (_name, found, ledger, journal, verdict) => {
    expect(compareWithSafety(found, { ledger, journal })).toEqual(verdict);
  });
});
