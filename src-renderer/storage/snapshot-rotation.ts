/** Which snapshots are kept: a pure rule over their names, so that what is removed can be tested without removing anything. */
import type { SnapshotInfo } from '../domain/ports/safety-store';
import type { Instant } from '../domain/values';

/** The newest ones, then the newest of each of the last days and weeks that have one. */
export interface RotationRule {
  readonly newest: number;
  readonly days: number;
  readonly weeks: number;
}

export const ROTATION_RULE: RotationRule = { newest: 6, days: 7, weeks: 4 };

const NAME = /^caiet-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z\.caiet\.json$/;

/** `caiet-2026-03-02T08-15-00-000Z.caiet.json`: sorts by time, and every file system takes it. */
export const snapshotName = (at: Instant): string => `caiet-${at.replaceAll(/[:.]/g, '-')}.caiet.json`;

/** When a snapshot was written, by its name; undefined for a file that is not one of ours. */
export const snapshotInstant = (name: string): Instant | undefined => {
  const parts = NAME.exec(name);
  return parts === null ? undefined : `${parts[1]}T${parts[2]}:${parts[3]}:${parts[4]}.${parts[5]}Z`;
};

/** Newest first, files of other names left out. */
export const snapshotsNewestFirst = (snapshots: readonly SnapshotInfo[]): SnapshotInfo[] =>
  snapshots.filter(({ name }) => snapshotInstant(name) !== undefined).toSorted((left, right) => (left.name < right.name ? 1 : -1));

const DAY_MS = 86_400_000;
const dayOf = (at: Instant): string => at.slice(0, 10);
/** Weeks start on Monday; 1970-01-01 was a Thursday. */
const weekOf = (at: Instant): string => String(Math.floor((Date.parse(at) / DAY_MS + 3) / 7));

const newestOfEach = (instants: readonly Instant[], periodOf: (at: Instant) => string, limit: number): Instant[] => {
  const seen = new Map<string, Instant>();
  for (const at of instants) {
    const period = periodOf(at);
    if (!seen.has(period)) seen.set(period, at);
  }
  return [...seen.values()].slice(0, limit);
};

/**
 * The names to remove. Never among them: `continued` (the snapshot the journal continues, whatever the clock said
 * when it was written), files we did not name, and, when all have passed, the newest one with content.
 */
export const snapshotsToRemove = (snapshots: readonly SnapshotInfo[], continued: string | null, rule: RotationRule = ROTATION_RULE): string[] => {
  const ours = snapshotsNewestFirst(snapshots);
  const instants = ours.flatMap(({ name }) => snapshotInstant(name) ?? []);
  const kept = new Set([...instants.slice(0, rule.newest), ...newestOfEach(instants, dayOf, rule.days), ...newestOfEach(instants, weekOf, rule.weeks)].map(snapshotName));
  const newestWithData = ours.find(({ size }) => size > 0);
  return ours.map(({ name }) => name).filter((name) => !kept.has(name) && name !== continued && name !== newestWithData?.name);
};
