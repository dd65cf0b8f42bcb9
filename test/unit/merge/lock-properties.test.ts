/** Random histories in which calls are frozen, scores locked and lots decided: no import changes any of it, and what it keeps out is seen. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../../src-renderer/domain/audit';
import { isAmending } from '../../../src-renderer/domain/call-guard';
import { decisionLock } from '../../../src-renderer/domain/decision/decision-lock';
import { valueAt } from '../../../src-renderer/domain/field-path';
import { freezeInForce, frozenIntact, frozenPart, isSameFreeze } from '../../../src-renderer/domain/frozen-call';
import { equalJson } from '../../../src-renderer/domain/json-equal';
import { isSameDecision } from '../../../src-renderer/domain/lot-decision';
import { openConflicts } from '../../../src-renderer/domain/merge-conflict';
import type { Project } from '../../../src-renderer/domain/project';
import { projectProblems } from '../../../src-renderer/domain/project-problems';
import { envelopeProblems } from '../../../src-renderer/domain/quality-lock';
import { changeOfWhole } from '../../../src-renderer/exchange/merge/set-aside';
import type { MergeOutcome } from '../../../src-renderer/exchange/merge/merge-projects';
import { Device } from './device';
import { basisOf } from './random-acts';
import { carryOut, edited, lockingSteps, start, startUnopened, type Step } from './random-edits';
import { propertyOptions, propertyTimeout } from './property-options';
import { waits, writtenBy } from './written-values';

const starts = { 'before anything is opened': startUnopened, 'with bids on the table': start } as const;

/** What a lock promises of an import: before and after it. */
const expectLocksKept = (before: Project, after: Project): void => {
  const freeze = freezeInForce(before);
  if (freeze !== null) {
    expect(isSameFreeze(freezeInForce(after) ?? undefined, freeze)).toBe(true);
    if (!isAmending(before)) expect(frozenPart(after)).toEqual(frozenPart(before));
  }
  if (freezeInForce(after) !== null && !isAmending(after)) expect(frozenIntact(after)).toBe(true);
  // A decision made twice alike is one, of the earlier moment.
  const moments = Object.fromEntries(Object.entries(before.decisions ?? {}).map(([id, decision]) => {
    const merged = after.decisions?.[id];
    return [id, merged !== undefined && isSameDecision(decision, merged) && merged.decidedAt <= decision.decidedAt ? { ...decision, decidedAt: merged.decidedAt } : decision];
  }));
  expect(decisionLock({ ...before, ...(before.decisions === undefined ? {} : { decisions: moments }) }, after)).toBe(null);
  for (const [lotId, decision] of Object.entries(after.decisions ?? {})) expect(basisOf(after, lotId)).toBe(decision.basisHash);
  expect(envelopeProblems(after)).toEqual([]);
  for (const { id, qualityHash } of Object.values(before.envelopes ?? {})) if (qualityHash !== null) expect(after.envelopes?.[id]?.qualityHash).toBe(qualityHash);
  expect(projectProblems(after).filter(({ severity }) => severity === 'error')).toEqual([]);
};

/** Takes a package in and looks at every promise; true when the merge was refused, which it must give a reason for. */
const imports = (here: Device, there: { project: Project; history: Device['history'] }): boolean => {
  const before = here.project;
  const outcome: MergeOutcome = here.import(there);
  if (outcome.status === 'refused') expect(outcome.problems).not.toEqual([]);
  expectLocksKept(before, here.project);
  return outcome.status === 'refused';
};

interface Played {
  readonly devices: readonly [Device, Device, Device];
  readonly refused: boolean;
}

const played = (begin: () => Project, history: readonly Step[]): Played => {
  const first = Device.creating('A', begin());
  const devices = [first, Device.adding('B', first.export()), Device.adding('C', first.export())] as const;
  let refused = false;
  for (const step of history) {
    const [here, there] = [devices[step.device], step.kind === 'import' ? devices[step.from] : undefined];
    if (step.kind !== 'import') carryOut(devices, step);
    else if (here !== undefined && there !== undefined && here !== there) refused = imports(here, there.export()) || refused;
  }
  return { devices: [devices[0], devices[1], devices[2]], refused };
};

/** True where two locks that cannot both hold have met, so that each computer keeps its own and says so. */
const hasContradiction = ({ project }: Device): boolean =>
  openConflicts(project).some(({ kind, sides }) => kind === 'locked' && sides.some((side) => changeOfWhole(side) !== null));

describe.each(Object.entries(starts))('three devices that lock apart, %s', (_name, begin) => {
  it('keep through every import what is frozen, locked or decided, and a chain that verifies', propertyTimeout, () => {
    fc.assert(fc.property(lockingSteps, (history) => {
      const { devices } = played(begin, history);
      for (const device of devices) expect(verifyChain(device.history)).toEqual([]);
    }), propertyOptions(60));
  });

  it('get the same from two imports in either order, unless two locks contradict each other and the merge says so', propertyTimeout, () => {
    fc.assert(fc.property(lockingSteps, (history) => {
      const { devices: [here, b, c] } = played(begin, history);
      const other = here.clone();
      const refused = [imports(here, b.export()), imports(here, c.export()), imports(other, c.export()), imports(other, b.export())];
      if (!refused.includes(true) && !hasContradiction(here) && !hasContradiction(other)) expect(other.project).toEqual(here.project);
    }), propertyOptions(60));
  });

  it('learn nothing from the same package twice', propertyTimeout, () => {
    fc.assert(fc.property(lockingSteps, (history) => {
      const { devices: [here, there] } = played(begin, history);
      const incoming = there.export();
      const refused = imports(here, incoming);
      if (!refused) expect(here.import(incoming).status).toBe('nothing');
    }), propertyOptions(40));
  });
});

describe.each(Object.entries(starts))('what somebody wrote beside a lock, %s', (_name, begin) => {
  it('stands in the merged project or waits in a conflict', propertyTimeout, () => {
    fc.assert(fc.property(lockingSteps, (history) => {
      const here = Device.creating('A', begin());
      const there = Device.adding('B', here.export());
      const common = here.project;
      for (const step of history) {
        if (step.kind === 'act') carryOut([here, there, here], step);
        if (step.kind === 'edit') {
          const device = step.device === 0 ? here : there;
          device.edit(edited(device.project, device.name, step));
        }
      }
      const written = [here, there].flatMap((device) => writtenBy(device, common));
      if (imports(here, there.export())) return;
      const conflicts = openConflicts(here.project);
      // Two locks that say the same keep one moment.
      const isMoment = ([part, , field]: readonly string[]): boolean => (part === 'freezes' && field === 'at') || (part === 'decisions' && field === 'decidedAt') || (part === 'envelopes' && (field === 'qualityLockedAt' || field === 'pricesOpenedAt'));
      const lost = written.filter((each) => !isMoment(each.path) && !equalJson(valueAt(here.project, each.path), each.after) && !waits(conflicts, each));
      expect(lost).toEqual([]);
    }), propertyOptions(60));
  });
});
