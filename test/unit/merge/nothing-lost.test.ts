/** What somebody wrote is never gone without a person's word: it is in the merged project, or it waits in a conflict. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { valueAt } from '../../../src-renderer/domain/field-path';
import { equalJson } from '../../../src-renderer/domain/json-equal';
import { openConflicts } from '../../../src-renderer/domain/merge-conflict';
import { Device } from './device';
import { propertyOptions, propertyTimeout } from './property-options';
import { edited, start, steps, type Step } from './random-edits';
import { waits, writtenBy } from './written-values';

const isEdit = (step: Step): step is Extract<Step, { kind: 'edit' }> => step.kind === 'edit';

it('two computers edit apart, and every value either of them wrote is in the merged project or waits in a conflict', propertyTimeout, () => {
  fc.assert(fc.property(steps, (history) => {
    const here = Device.creating('A', start());
    const there = Device.adding('B', here.export());
    const common = here.project;
    for (const step of history.filter(isEdit)) {
      const device = step.device === 0 ? here : there;
      device.edit(edited(device.project, device.name, step));
    }
    const edits = [here, there].flatMap((device) => writtenBy(device, common));
    here.import(there.export());
    const conflicts = openConflicts(here.project);
    const lost = edits.filter((edit) => !equalJson(valueAt(here.project, edit.path), edit.after) && !waits(conflicts, edit));
    expect(lost).toEqual([]);
  }), propertyOptions(60));
});
