/** Histories that random search once found broken, with the seed that found them; each is now an example. */
import { expect, it } from 'vitest';
import { openConflicts } from '../../../src-renderer/domain/merge-conflict';
import { Device } from './device';
import { carryOut, start, startUnopened, type Step } from './random-edits';

type Words = readonly [kind: 'edit' | 'act', device: number, what: number, which: number, value: number] | readonly [kind: 'import', device: number, from: number] | readonly [kind: 'undo', device: number];

const stepOf = (words: Words): Step => {
  if (words[0] === 'import') return { kind: 'import', device: words[1], from: words[2] };
  if (words[0] === 'undo') return { kind: 'undo', device: words[1] };
  const [kind, device, what, which, value] = words;
  return { kind, device, what, which, value };
};

const played = (begin: typeof start, history: readonly Words[]): [Device, Device, Device] => {
  const first = Device.creating('A', begin());
  const devices: [Device, Device, Device] = [first, Device.adding('B', first.export()), Device.adding('C', first.export())];
  for (const words of history) carryOut(devices, stepOf(words));
  return devices;
};

/** Everybody imports from everybody until nobody learns anything. */
const expectAgreement = (devices: readonly Device[]): void => {
  for (let round = 0; round < 4; round += 1) for (const here of devices) for (const there of devices) if (here !== there) here.import(there.export());
  for (const { project } of devices) expect(project).toEqual(devices[0]?.project);
};

const expectNoOrder = ([here, b, c]: readonly [Device, Device, Device]): void => {
  const other = here.clone();
  here.import(b.export());
  here.import(c.export());
  other.import(c.export());
  other.import(b.export());
  expect(other.project).toEqual(here.project);
};

const AGREEING: Readonly<Record<string, readonly Words[]>> = {
  'a bid for a removed lot, and another one by somebody who knew (seed 101)':
    [['edit', 0, 6, 3, 0], ['edit', 2, 7, 3, 0], ['import', 2, 0], ['edit', 2, 7, 3, 0], ['edit', 2, 0, 0, 0]],
  'a removed lot whose only bid is gone before anybody decided (seed 101)':
    [['edit', 0, 6, 3, 0], ['edit', 2, 7, 3, 0], ['import', 2, 0], ['edit', 2, 9, 3, 0], ['edit', 2, 0, 0, 0]],
};
it.each(Object.entries(AGREEING))('all end in the same project: %s', (_name, history) => {
  expectAgreement(played(start, history));
});

const ORDERS: Readonly<Record<string, readonly [typeof start, readonly Words[]]>> = {
  'a removed lot that one side changed and another bids for (seed 11)': [startUnopened, [['edit', 0, 6, 1, 0], ['edit', 2, 7, 3, 0], ['edit', 1, 1, 3, 0]]],
  'a score beside locked scores (seed 11)': [start, [['edit', 0, 10, 3, 0], ['edit', 1, 0, 0, 0], ['act', 2, 2, 1, 0], ['edit', 0, 0, 0, 0]]],
  'a score for a bid that was removed after the scores were locked (seed 11)': [start, [['act', 0, 2, 3, 0], ['edit', 1, 10, 1, 0], ['edit', 0, 9, 3, 0], ['edit', 2, 0, 0, 0]]],
  'a map of conditions emptied before the freeze (seed 201)': [start, [['edit', 1, 12, 0, 0], ['import', 2, 1], ['edit', 2, 13, 0, 0], ['act', 2, 0, 0, 0], ['edit', 0, 0, 0, 0]]],
  'a freeze taken back after somebody took it in (seed 202)': [startUnopened, [['act', 0, 0, 0, 0], ['edit', 2, 0, 0, 0], ['edit', 1, 1, 0, 0], ['import', 1, 0], ['undo', 0], ['import', 0, 0]]],
  'scores locked here, and the lot decided there without the bid (seed 202)':
    [start, [['edit', 1, 9, 0, 0], ['act', 1, 0, 0, 0], ['act', 0, 2, 0, 0], ['edit', 2, 0, 0, 0], ['act', 1, 4, 0, 0]]],
  'an edit of what is frozen and decided (seed 202)': [startUnopened, [['act', 1, 0, 0, 0], ['act', 2, 0, 0, 0], ['act', 1, 4, 0, 0], ['edit', 0, 1, 0, 0]]],
  'an edit set aside before the call was opened for an erratum (seed 303)':
    [startUnopened, [['act', 0, 0, 0, 0], ['edit', 1, 1, 0, 0], ['import', 2, 1], ['import', 1, 0], ['act', 0, 1, 0, 0]]],
  'a removed lot, edited apart, in a call open for an erratum (seed 305)':
    [startUnopened, [['edit', 2, 6, 0, 0], ['act', 2, 0, 0, 0], ['edit', 1, 1, 0, 0], ['import', 0, 2], ['act', 0, 1, 0, 0], ['import', 1, 2], ['edit', 0, 0, 0, 0]]],
  'an empty map taken back after somebody took it in (seed -278345590)': [start, [['edit', 1, 17, 45, 0], ['import', 2, 1], ['undo', 1]]],
  'an edit beside a call that is open for an erratum (seed 11)':
    [startUnopened, [['edit', 0, 1, 0, 0], ['act', 2, 0, 0, 0], ['act', 2, 1, 0, 0], ['import', 1, 2], ['edit', 1, 0, 0, 0], ['act', 0, 1, 0, 0]]],
};
it.each(Object.entries(ORDERS))('either order gives the same: %s', (_name, [begin, history]) => {
  expectNoOrder(played(begin, history));
});

it('a decision under a call that was frozen otherwise here stays out and is told (seed 11)', () => {
  const [here, there] = played(startUnopened, [['edit', 0, 1, 0, 0], ['act', 1, 0, 0, 0], ['act', 0, 0, 0, 0], ['act', 1, 4, 3, 0]]);
  const before = here.project;
  expect(here.import(there.export()).status).toBe('merged');
  expect(here.project.decisions).toBeUndefined();
  expect(here.project.freezes).toEqual(before.freezes);
  expect(openConflicts(here.project).map(({ kind, lock }) => [kind, lock])).toEqual([['locked', 'call'], ['locked', 'decision']]);
});
