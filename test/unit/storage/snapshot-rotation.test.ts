import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROTATION_RULE, snapshotInstant, snapshotName, snapshotsNewestFirst, snapshotsToRemove } from '../../../src-renderer/storage/snapshot-rotation';

const at = (instant: string, size = 100) => ({ name: snapshotName(instant), size });
const HOUR = 3_600_000;
const every = (hours: number, count: number, until = '2026-03-29T12:00:00.000Z') =>
  Array.from({ length: count }, (_, index) => at(new Date(Date.parse(until) - index * hours * HOUR).toISOString()));
const kept = (snapshots: { name: string; size: number }[], continued: string | null = null) => {
  const removed = new Set(snapshotsToRemove(snapshots, continued));
  return snapshots.map(({ name }) => name).filter((name) => !removed.has(name));
};

describe('snapshot names', () => {
  it('carry the instant and sort by it', () => {
    expect(snapshotName('2026-03-02T08:15:00.123Z')).toBe('caiet-2026-03-02T08-15-00-123Z.caiet.json');
    expect(snapshotInstant('caiet-2026-03-02T08-15-00-123Z.caiet.json')).toBe('2026-03-02T08:15:00.123Z');
    expect(snapshotInstant('caiet-kept-2026-03-02T08-15-00-123Z.caiet.json')).toBeUndefined();
    expect(snapshotsNewestFirst([at('2026-01-01T00:00:00.000Z'), { name: 'other.txt', size: 1 }, at('2026-01-02T00:00:00.000Z')]).map(({ name }) => name))
      .toEqual([snapshotName('2026-01-02T00:00:00.000Z'), snapshotName('2026-01-01T00:00:00.000Z')]);
  });
});

describe('snapshot rotation', () => {
  it('keeps all while there are few', () => {
    expect(snapshotsToRemove(every(1, ROTATION_RULE.newest), null)).toEqual([]);
  });

  it('keeps the six newest of a busy day and one a day before that', () => {
    const names = kept([...every(1, 10), ...every(24, 7).slice(1)]);
    expect(names).toHaveLength(6 + 6);
  });

  it('keeps the newest of each of the last four weeks', () => {
    const weekly = every(7 * 24, 8);
    // Seven single days and four weeks of eight weekly copies: the seven newest.
    expect(kept(weekly)).toEqual(weekly.slice(0, 7).map(({ name }) => name));
    const daily = every(24, 40);
    const names = kept(daily).map((name) => snapshotInstant(name)?.slice(0, 10));
    expect(names).toEqual(['2026-03-29', '2026-03-28', '2026-03-27', '2026-03-26', '2026-03-25', '2026-03-24', '2026-03-23', '2026-03-22', '2026-03-15', '2026-03-08']);
  });

  it('never removes the one the journal continues, also when the clock was set back before it was written', () => {
    const old = at('2001-01-01T00:00:00.000Z');
    expect(kept([...every(24, 30), old], old.name)).toContain(old.name);
    expect(kept([...every(24, 30), old])).not.toContain(old.name);
  });

  it('never removes the newest one with content behind empty files, and leaves foreign files alone', () => {
    const empty = every(24, 30).map((snapshot) => ({ ...snapshot, size: 0 }));
    const full = at('2020-01-01T00:00:00.000Z');
    const foreign = { name: 'caiet-kept-2020-01-01T00-00-00-000Z.caiet.json', size: 5 };
    expect(kept([...empty, full, foreign])).toEqual(expect.arrayContaining([full.name, foreign.name]));
  });

  it('for any history: the newest stay, the rest is bounded, and rotating twice removes nothing more', () => {
    const instants = fc.uniqueArray(fc.date({ min: new Date('2020-01-01T00:00:00.000Z'), max: new Date('2030-01-01T00:00:00.000Z'), noInvalidDate: true }), { maxLength: 80, selector: Number });
    fc.assert(fc.property(instants, (dates) => {
      const snapshots = dates.map((date) => at(date.toISOString()));
      const left = kept(snapshots);
      const newest = snapshotsNewestFirst(snapshots).slice(0, ROTATION_RULE.newest).map(({ name }) => name);
      expect(left).toEqual(expect.arrayContaining(newest));
      expect(left.length).toBeLessThanOrEqual(ROTATION_RULE.newest + ROTATION_RULE.days + ROTATION_RULE.weeks);
      expect(snapshotsToRemove(left.map((name) => ({ name, size: 100 })), null)).toEqual([]);
    }));
  });
});
