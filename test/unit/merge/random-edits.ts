/** Random things people do to a project, as fast-check chooses them. */
import fc from 'fast-check';
import { withoutRecord } from '../../../src-renderer/domain/conflict-decision';
import { openConflicts } from '../../../src-renderer/domain/merge-conflict';
import { inOrder, positionBetween } from '../../../src-renderer/domain/position';
import { scoreSheetId, type Project } from '../../../src-renderer/domain/project';
import { bid, bidder, lot, price, projectOf, quality } from '../domain/fixtures';
import type { Device } from './device';
import { act as carryOutAct, ACTS } from './random-acts';
import { editBid, editPart, editRecord, removeRecord } from './random-records';

export type Step =
  | { readonly kind: 'act'; readonly device: number; readonly what: number; readonly which: number; readonly value: number }
  | { readonly kind: 'edit'; readonly device: number; readonly what: number; readonly which: number; readonly value: number }
  | { readonly kind: 'undo' | 'redo'; readonly device: number }
  | { readonly kind: 'import'; readonly device: number; readonly from: number }
  | { readonly kind: 'decide'; readonly device: number; readonly which: number; readonly choice: number };

const device = fc.nat({ max: 2 });
/** How many kinds of edit there are, and how many places some of them choose from. */
export const EDITS = 18;
export const WIDEST = 59;
const edit = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('edit' as const), device, what: fc.nat({ max: 13 }), which: fc.nat({ max: 5 }), value: fc.nat({ max: 4 }) }) },
  // Of every part of the schema that no edit above knows; few places, so that devices meet there.
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('edit' as const), device, what: fc.integer({ min: 14, max: EDITS - 1 }), which: fc.nat({ max: WIDEST }), value: fc.nat({ max: 4 }) }) },
);

const act = fc.record({ kind: fc.constant('act' as const), device, what: fc.nat({ max: ACTS - 1 }), which: fc.nat({ max: 3 }), value: fc.nat({ max: 4 }) });

const plainSteps = [
  { weight: 8, arbitrary: edit },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const), device }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('import' as const), device, from: device }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('decide' as const), device, which: fc.nat({ max: 5 }), choice: fc.nat({ max: 2 }) }) },
];

/** Histories without locks. */
export const steps: fc.Arbitrary<Step[]> = fc.array(fc.oneof(...plainSteps), { minLength: 1, maxLength: 30 });

/** Histories in which calls are frozen, scores locked and lots decided as well. */
export const lockingSteps: fc.Arbitrary<Step[]> = fc.array(fc.oneof(...plainSteps, { weight: 4, arbitrary: act }), { minLength: 1, maxLength: 30 });

export const start = (): Project => projectOf({
  lots: [lot('1'), lot('2', { position: 'a1' })], criteria: [price('c1'), quality('c2')], bids: [bid('b1'), bid('b2', { lotId: '2' })],
  scores: { e1: { b1: { c2: '3' } } },
});

/** Before anything is opened: no bid is there yet, so errata are possible and a freeze can be taken back. */
export const startUnopened = (): Project => ({ ...start(), bids: {}, bidders: {}, scoreSheets: {} });

const put = <Item extends { readonly id: string }>(project: Project, collection: string, record: Item): Project =>
  ({ ...project, [collection]: { ...(project[collection] as Readonly<Record<string, unknown>> | undefined), [record.id]: record } });

const pick = <Item>(records: Readonly<Record<string, Item>> | undefined, which: number): Item | undefined => {
  const all = Object.values(records ?? {});
  return all[which % Math.max(all.length, 1)];
};

let minted = 0;
const freshId = (name: string): string => `${name}x${(minted += 1)}`;

const lotWith = (project: Project, which: number, fields: object): Project => {
  const found = pick(project.lots, which);
  return found === undefined ? project : put(project, 'lots', { ...found, ...fields });
};
const bidWith = (project: Project, which: number, fields: object): Project => {
  const found = pick(project.bids, which);
  return found === undefined ? project : put(project, 'bids', { ...found, ...fields });
};

/** The next state of a project, by one kind of edit. */
export const edited = (project: Project, name: string, { what, which, value }: Extract<Step, { kind: 'edit' }>): Project => {
  switch (what) {
    case 0: return { ...project, title: `Title ${value}` };
    case 1: return lotWith(project, which, { title: `Lot title ${value}` });
    case 2: return lotWith(project, which, { description: `Text ${value}` });
    case 3: return lotWith(project, which, { estimatedValue: value === 0 ? null : { amount: value * 100, currency: value === 1 ? 'EUR' : 'RON' } });
    case 4: {
      const [first, second] = inOrder(project.lots).slice(-2);
      return first === undefined || second === undefined ? project : put(project, 'lots', { ...first, position: positionBetween(second.position, null) });
    }
    case 5: return put(project, 'lots', lot(freshId(name), { position: positionBetween(inOrder(project.lots).at(-1)?.position ?? null, null) }));
    case 6: {
      const found = pick(project.lots, which);
      return found === undefined ? project : withoutRecord(project, ['lots', found.id]);
    }
    case 7: {
      const found = pick(project.lots, which);
      if (found === undefined) return project;
      const id = freshId(name);
      return put(put(project, 'bidders', bidder(`o-${id}`)), 'bids', bid(id, { lotId: found.id }));
    }
    case 8: return bidWith(project, which, { price: { amount: value * 1000, currency: 'RON' } });
    case 9: {
      const found = pick(project.bids, which);
      return found === undefined ? project : withoutRecord(project, ['bids', found.id]);
    }
    case 10: {
      const found = pick(project.bids, which);
      if (found === undefined) return project;
      const id = scoreSheetId('e1', found.id);
      const sheet = project.scoreSheets[id] ?? { id, evaluatorId: 'e1', bidId: found.id, scores: {} };
      return put(project, 'scoreSheets', { ...sheet, scores: { ...sheet.scores, c2: { value: String(value), reason: '' } } });
    }
    case 11: {
      const criterion = project.awardCriteria['c2'];
      return criterion?.type !== 'quality' ? project : put(project, 'awardCriteria', { ...criterion, scale: { ...criterion.scale, anchors: { ...criterion.scale.anchors, [which % 6]: `Level ${value}` } } });
    }
    // Collections that are not there until the first record is.
    case 12: return put(project, 'knockOuts', { id: `k${which % 3}`, position: 'a0', kind: 'qualification', title: `Condition ${value}`, description: '', evidence: '' });
    case 14: return editRecord(project, which, value);
    case 15: return removeRecord(project, which, value);
    case 16: return editPart(project, which, value);
    case 17: return editBid(project, which, value);
    default: {
      const { [`k${which % 3}`]: _gone, ...left } = project.knockOuts ?? {};
      const { knockOuts: _all, ...rest } = project;
      return Object.keys(left).length === 0 ? rest as Project : { ...project, knockOuts: left };
    }
  }
};

export const carryOut = (devices: readonly Device[], step: Step): void => {
  const here = devices[step.device];
  if (here === undefined) return;
  switch (step.kind) {
    case 'edit': return void here.edit(edited(here.project, here.name, step));
    case 'act': return carryOutAct(here, step);
    case 'undo': case 'redo': return here.travel(step.kind);
    case 'import': {
      const from = devices[step.from];
      if (from !== undefined && from !== here) here.import(from.export());
      return undefined;
    }
    case 'decide': {
      const open = openConflicts(here.project);
      const conflict = open[step.which % Math.max(open.length, 1)];
      const side = conflict?.sides[step.choice % Math.max(conflict.sides.length, 1)];
      if (conflict !== undefined && side !== undefined) here.decide(conflict.id, { side: side.change });
      return undefined;
    }
  }
};
