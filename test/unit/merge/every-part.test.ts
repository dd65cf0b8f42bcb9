/** The random histories touch every part of a project there is. A new collection fails here until they do. */
import { expect, it } from 'vitest';
import { projectSchema, type Project } from '../../../src-renderer/domain/project';
import { Device } from './device';
import { act, ACTS } from './random-acts';
import { EDITS, edited, start, startUnopened, WIDEST } from './random-edits';
import { COMPOSITE_PARTS } from './random-records';

/** Made by merging itself, and never part of a project that is exchanged: a sheet that was handed out. */
const NOT_EDITED = ['conflicts', 'assignment'];

it('every collection and every part of the schema is changed by some step, and stays what the schema takes', () => {
  const touched = new Set<string>();
  const look = (before: Project, after: Project): void => {
    if (after === before) return;
    expect(projectSchema.safeParse(after).error?.issues).toBeUndefined();
    for (const part of COMPOSITE_PARTS) if (before[part] !== after[part]) touched.add(part);
  };
  for (const begin of [start, startUnopened]) {
    for (let what = 0; what < EDITS; what += 1) {
      for (let which = 0; which <= WIDEST; which += 1) for (let value = 0; value <= 4; value += 1) look(begin(), edited(begin(), 'A', { kind: 'edit', device: 0, what, which, value }));
    }
    const device = Device.creating('A', begin());
    for (const what of [0, 1, 0, 2, 3, 4, 6, 5]) {
      const before = device.project;
      act(device, { what, which: 0, value: 1 });
      look(before, device.project);
    }
  }
  expect(ACTS).toBe(7);
  expect(COMPOSITE_PARTS.filter((part) => !touched.has(part)).toSorted()).toEqual(NOT_EDITED.toSorted());
});
