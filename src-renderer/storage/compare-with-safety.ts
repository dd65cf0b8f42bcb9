/** Is everything here that should be? The database against the ledger and the journal, decided without touching either. */
import type { Ledger } from '../domain/ports/safety-store';
import type { DataLine, Journal } from './journal';
import type { SafetyState } from './safety-copies';

/** What the database says of itself. */
export interface DatabaseFacts {
  /** 0 when it never saw a commit, as a database that was just created, or emptied. */
  readonly commitSeq: number;
  readonly counts: Readonly<Record<string, number>>;
}

export type Verdict =
  /** Nothing is missing. `covered`: snapshot and journal reach as far as the database. */
  | { readonly kind: 'whole'; readonly covered: boolean }
  /** The journal alone continues the database: these lines have to be applied. */
  | { readonly kind: 'behind'; readonly lines: readonly DataLine[] }
  /** Something is gone that the journal alone cannot bring back; a person decides. */
  | { readonly kind: 'lost' };

const shrunk = ({ commitSeq, counts }: DatabaseFacts, ledger: Ledger | null): boolean =>
  ledger !== null && ledger.commitSeq === commitSeq && Object.entries(ledger.counts).some(([table, count]) => (counts[table] ?? 0) < count);

/** The last commit anything outside the database knows of. */
export const expectedSeq = ({ ledger, journal }: SafetyState): number => Math.max(ledger?.commitSeq ?? 0, journal.lastSeq);

const endOf = ({ base, lines }: Journal): number => lines.at(-1)?.commitSeq ?? base?.commitSeq ?? 0;

/**
 * A database without any commit is replayed into without asking only when nothing was ever confirmed to be in it;
 * otherwise it has been emptied, and that is shown.
 */
export const compareWithSafety = (facts: DatabaseFacts, safety: SafetyState): Verdict => {
  const { ledger, journal } = safety;
  const expected = expectedSeq(safety);
  if (facts.commitSeq >= expected) {
    return shrunk(facts, ledger) ? { kind: 'lost' } : { kind: 'whole', covered: endOf(journal) === facts.commitSeq };
  }
  const lines = journal.lines.filter(({ commitSeq }) => commitSeq > facts.commitSeq);
  const continuous = lines[0]?.commitSeq === facts.commitSeq + 1 && lines.at(-1)?.commitSeq === expected;
  const confirmed = (ledger?.commitSeq ?? 0) > 0 || (journal.base?.commitSeq ?? 0) > 0;
  return continuous && !(facts.commitSeq === 0 && confirmed) ? { kind: 'behind', lines } : { kind: 'lost' };
};
