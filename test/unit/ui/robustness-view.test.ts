import { describe, expect, it } from 'vitest';
import { reportOn, lotWith } from '../domain/robustness-projects';
import { price, quality } from '../domain/fixtures';
import { runInSlices, SLICE, type Turns } from '../../../src-renderer/ui/context/run-in-slices';
import { leadRange, tornadoRows } from '../../../src-renderer/ui/screens/evaluation/robustness/tornado-rows';

/** A clock that each piece of work moves on by three milliseconds, and turns that are taken by hand. */
const handTurns = () => {
  let time = 0;
  let waiting: (() => void) | null = null;
  const turns: Turns = {
    now: () => time,
    later: (call) => {
      waiting = call;
      return () => {
        waiting = null;
      };
    },
  };
  function* work(pieces: number): Generator<number, string> {
    for (let piece = 1; piece <= pieces; piece += 1) {
      time += 3;
      yield piece;
    }
    return 'done';
  }
  const turn = (): boolean => {
    const call = waiting;
    waiting = null;
    call?.();
    return call !== null;
  };
  return { turns, work, turn, at: () => time };
};

describe('work in slices', () => {
  it('gives the window a turn after each slice and tells the answer once', () => {
    const { turns, work, turn, at } = handTurns();
    const told: (number | string)[] = [];
    runInSlices(work(7), turns, { onStep: (step) => told.push(step), onAnswer: (answer) => told.push(answer) });
    expect(told).toEqual([]);
    const ends: number[] = [];
    while (turn()) ends.push(at());
    expect(told).toEqual([3, 6, 'done']);
    // Never more than one piece beyond the slice.
    expect(Math.max(...ends.map((end, index) => end - (ends[index - 1] ?? 0)))).toBeLessThan(SLICE + 3);
  });

  it('stops when nobody waits for it', () => {
    const { turns, work, turn } = handTurns();
    const told: unknown[] = [];
    const stop = runInSlices(work(100), turns, { onStep: (step) => told.push(step), onAnswer: (answer) => told.push(answer) });
    turn();
    stop();
    expect(turn()).toBe(false);
    expect(told).toEqual([3]);
  });
});

describe('the tornado', () => {
  const project = lotWith([price('p', { weight: '40', name: 'Price' }), quality('q', { weight: '60', name: 'Quality' })], { cheap: [100, 3], dear: [200, 5] });

  it('puts the criterion that moves the lead most on top, with zero always in sight', () => {
    const rows = tornadoRows(project, reportOn(project));
    expect(rows.map(({ label, now }) => [label, now])).toEqual([['Price', 4], ['Quality', 4]]);
    expect(rows[0]?.leads).toEqual([{ points: -10, lead: 13 }, { points: -5, lead: 8.5 }, { points: 5, lead: -0.5 }, { points: 10, lead: -5 }]);
    expect(leadRange(rows)).toEqual({ from: -5, to: 13 });
    const safe = lotWith([price('p'), quality('q')], { best: [100, 5], other: [200, 1] });
    expect(leadRange(tornadoRows(safe, reportOn(safe))).from).toBe(0);
  });

  it('leaves out a weight that cannot move', () => {
    const fixed = lotWith([price('p', { weight: '0' }), quality('q', { weight: '100' })], { one: [100, 3], two: [200, 5] });
    expect(tornadoRows(fixed, reportOn(fixed)).map(({ id }) => id)).toEqual(['p']);
  });
});
