/** What somebody wrote is never gone without a person's word: it is in the merged project, or it waits in a conflict. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { valueAt } from '../../../src-renderer/domain/field-path';
import { diff } from '../../../src-renderer/domain/json-diff';
import { equalJson } from '../../../src-renderer/domain/json-equal';
import { openConflicts, type MergeConflict } from '../../../src-renderer/domain/merge-conflict';
import type { Project } from '../../../src-renderer/domain/project';
import { Device } from './device';
import { edited, start, steps, type Step } from './random-edits';

const SEED = process.env['CAIET_SEED'];
const options = { numRuns: process.env['CAIET_LONG'] === undefined ? 60 : 6000, ...(SEED === undefined ? {} : { seed: Number(SEED) }) };

const isWithin = (path: readonly string[], outer: readonly string[]): boolean => outer.every((part, index) => path[index] === part);

const waits = (conflicts: readonly MergeConflict[], path: readonly string[], deviceId: string): boolean =>
  conflicts.some((conflict) => isWithin(path, conflict.path) && conflict.sides.some((side) => side.deviceId === deviceId));

/** Values that a device wrote since `from` and that stand there at the end. */
const written = (from: Project, { project }: Device) => diff(from, project).flatMap(({ path, after }) => (after === undefined ? [] : [{ path, after }]));

const isEdit = (step: Step): step is Extract<Step, { kind: 'edit' }> => step.kind === 'edit';

it('two computers edit apart, and every value either of them wrote is in the merged project or waits in a conflict', { timeout: 60_000 }, () => {
  fc.assert(fc.property(steps, (history) => {
    const here = Device.creating('A', start());
    const there = Device.adding('B', here.export());
    const common = here.project;
    for (const step of history.filter(isEdit)) {
      const device = step.device === 0 ? here : there;
      device.edit(edited(device.project, device.name, step));
    }
    const edits = [here, there].flatMap((device) => written(common, device).map((edit) => ({ ...edit, deviceId: `device-${device.name}` })));
    here.import(there.export());
    const conflicts = openConflicts(here.project);
    const lost = edits.filter(({ path, after, deviceId }) => !equalJson(valueAt(here.project, path), after) && !waits(conflicts, path, deviceId));
    expect(lost).toEqual([]);
  }), options);
});
