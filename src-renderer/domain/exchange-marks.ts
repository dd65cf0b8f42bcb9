/** With whom a project was exchanged, and how far: read from its history, where every import and receipt is noted. */
import type { AuditEntry, Change } from './change';
import type { Id, Instant } from './values';

/** Codes whose entries tell of an exchange. */
const EXCHANGES: ReadonlySet<string> = new Set(['projectImported', 'packageMerged', 'projectReplaced', 'receiptTaken']);

/** The last that is known of another computer. */
export interface ExchangeMark {
  readonly deviceId: Id;
  /** As it called itself; empty when it gave no name. */
  readonly authority: string;
  readonly at: Instant;
  /** `came`: a package of theirs was taken in. `confirmed`: they sent a receipt for one of ours. */
  readonly kind: 'came' | 'confirmed';
  /** Digest of the project as they had it then. */
  readonly digest: string;
  /** Changes made here since, that they are not known to have. */
  readonly since: number;
}

const text = ({ label: { data } }: Pick<Change, 'label'>, name: string): string => {
  const value = data[name];
  return typeof value === 'string' ? value : '';
};

const markOf = (entry: AuditEntry, since: number): ExchangeMark => ({
  deviceId: text(entry, 'device'), authority: text(entry, 'authority'), at: entry.at, digest: text(entry, 'digest'), since,
  kind: entry.label.code === 'receiptTaken' ? 'confirmed' : 'came',
});

/** How many entries of a chain make changes after the one with this hash; all of them when it is not there. */
const changesAfter = (log: readonly AuditEntry[], hash: string, otherwise: number): number => {
  const index = log.findIndex((entry) => entry.hash === hash);
  return log.slice(index < 0 ? otherwise : index + 1).filter(({ patches, merged }) => patches.length > 0 && merged === undefined).length;
};

/** One mark for each other computer, the newest first. */
export const exchangeMarks = (log: readonly AuditEntry[]): ExchangeMark[] => {
  const marks = new Map<Id, ExchangeMark>();
  log.forEach((entry, index) => {
    if (!EXCHANGES.has(entry.label.code) || text(entry, 'device') === '') return;
    marks.delete(text(entry, 'device'));
    marks.set(text(entry, 'device'), markOf(entry, changesAfter(log, text(entry, 'head'), index + 1)));
  });
  return [...marks.values()].toReversed();
};

/** Digest of the state last exchanged, for the `base` of the next package. */
export const lastExchanged = (log: readonly Change[]): string | undefined => {
  const last = log.findLast((entry) => EXCHANGES.has(entry.label.code) && text(entry, 'digest') !== '');
  return last === undefined ? undefined : text(last, 'digest');
};
