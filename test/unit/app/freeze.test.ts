/** The tree's moves, and what a frozen call lets happen. */
import { describe, expect, test } from 'vitest';
import { callLock, requirementsLock } from '../../../src-renderer/domain/call-guard';
import { callHash, freezeInForce, frozenIntact } from '../../../src-renderer/domain/frozen-call';
import { outlineOf } from '../../../src-renderer/domain/criteria-tree';
import type { Caiet } from '../../../src-renderer/app/caiet';
import type { Project } from '../../../src-renderer/domain/project';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { writePackage } from '../../../src-renderer/exchange/write-package';
import { startCaiet } from './harness';

const projectIn = (caiet: Caiet): Project => {
  const { open } = caiet.workspace.getState();
  if (open === null) throw new Error('Nothing is open');
  return open.project;
};

const lastProblem = (caiet: Caiet): string | undefined => caiet.workspace.getState().notices.at(-1)?.problem?.code;

/** A call that may be frozen: one lot, and the ready-made criteria. */
const readyCall = async (): Promise<{ readonly caiet: Caiet; readonly lotId: string }> => {
  const { caiet } = await startCaiet();
  await caiet.projects.create({ title: 'Iluminat' });
  const lotId = caiet.call.addLot();
  caiet.call.editLot(lotId, { title: 'Corpuri', estimatedValue: { amount: 100_000_00, currency: 'RON' } });
  caiet.call.useTemplate('ro');
  return { caiet, lotId };
};

/** Errata as the call's plan records them. */
const erratum = (id: string, position: string) => ({ id, position, what: `Erata ${id}`, reason: '', effect: 'minor' as const, publishedOn: '2026-03-02', deadlineBefore: null, deadlineAfter: null });

/** The open project under another id, with two errata recorded. */
const withErrata = async (caiet: Caiet): Promise<void> => {
  const project = { ...projectIn(caiet), id: 'with-errata', errata: { one: erratum('one', 'a0'), two: erratum('two', 'a1') } };
  const bytes = writePackage({
    id: 'package', kind: 'full', createdAt: '2026-03-02T08:00:00.000Z', producer: { app: 'Caiet', version: 'test', deviceId: 'device', authority: '' }, rulePack: RO_2026,
    projects: [{ project, history: [] }],
  });
  await caiet.exchange.importPackage(await caiet.exchange.inspectPackage('errata.caiet.json', bytes), { 'with-errata': 'add' });
  await caiet.projects.open('with-errata');
};

describe('why a call is read and not written', () => {
  test('is told by the project: an erratum, bids recorded, or a lot decided', async () => {
    const { caiet, lotId } = await readyCall();
    expect(callLock(projectIn(caiet))).toBeNull();
    await withErrata(caiet);
    caiet.criteria.freeze();
    expect(callLock(projectIn(caiet))).toBe('erratum');
    caiet.criteria.amend('one');
    expect(callLock(projectIn(caiet))).toBeNull();
    caiet.criteria.freeze();
    caiet.bids.add(lotId, 'Alfa SRL');
    expect(callLock(projectIn(caiet))).toBe('opened');
    const decided = { id: lotId, outcome: 'cancel' as const, winnerBidId: null } as NonNullable<Project['decisions']>[string];
    expect(callLock({ ...projectIn(caiet), decisions: { [lotId]: decided } })).toBe('decided');
  });
});

describe('the tree of criteria', () => {
  const shape = (caiet: Caiet): string[] => outlineOf(projectIn(caiet).awardCriteria).map(({ criterion, depth }) => `${'-'.repeat(depth)}${criterion.name}`);

  test('is built by moving in, out, up and down, and every step goes back', async () => {
    const { caiet } = await startCaiet();
    await caiet.projects.create({ title: 'P' });
    const named = (type: 'group' | 'quality', name: string): string => {
      const id = caiet.criteria.add(type, null);
      caiet.call.editCriterion(id, { name });
      return id;
    };
    const group = named('group', 'grup');
    const one = named('quality', 'unu');
    const two = named('quality', 'doi');
    caiet.criteria.move(one, 'into');
    caiet.criteria.move(two, 'into');
    expect(shape(caiet)).toEqual(['grup', '-unu', '-doi']);
    caiet.criteria.move(two, 'up');
    expect(shape(caiet)).toEqual(['grup', '-doi', '-unu']);
    caiet.criteria.move(two, 'outOf');
    expect(shape(caiet)).toEqual(['grup', '-unu', 'doi']);
    // Nothing to go into, out of, or past: nothing happens.
    caiet.criteria.move(group, 'into');
    caiet.criteria.move(group, 'outOf');
    caiet.criteria.move(two, 'down');
    expect(shape(caiet)).toEqual(['grup', '-unu', 'doi']);
    caiet.undo();
    expect(shape(caiet)).toEqual(['grup', '-doi', '-unu']);
    caiet.call.removeCriterion(group);
    expect(shape(caiet)).toEqual([]);
  });

  test('takes the rubric as one group whose weights are a whole', async () => {
    const { caiet } = await readyCall();
    caiet.criteria.addRubric('ro');
    caiet.call.balanceWeights();
    const lines = outlineOf(projectIn(caiet).awardCriteria);
    const inside = lines.filter(({ depth }) => depth === 1).map(({ criterion }) => Number(criterion.weight));
    expect(inside).toHaveLength(6);
    expect(inside.reduce((sum, weight) => sum + weight, 0)).toBe(100);
  });
});

describe('a frozen call', () => {
  test('is locked under its hash, refuses every change with a sentence, and lets the rest go on', async () => {
    const { caiet, lotId } = await readyCall();
    caiet.criteria.freeze();
    const frozen = projectIn(caiet);
    expect(freezeInForce(frozen)).toMatchObject({ id: '1', hash: callHash(frozen), erratumId: null });
    const [criterionId = ''] = Object.keys(frozen.awardCriteria);
    const tries: (() => void)[] = [
      () => caiet.call.editCriterion(criterionId, { weight: '50' }), () => caiet.call.addLot(), () => caiet.call.removeLot(lotId), () => caiet.call.removeCriterion(criterionId),
      () => caiet.criteria.setRules({ rankingRule: 'pricePerQuality' }), () => caiet.criteria.addKnockOut('requirement'), () => caiet.criteria.add('group', null),
      () => caiet.criteria.move(criterionId, 'down'), () => caiet.call.balanceWeights(), () => caiet.criteria.addRubric('en'),
    ];
    for (const change of tries) {
      change();
      expect(projectIn(caiet).awardCriteria).toEqual(frozen.awardCriteria);
      expect(projectIn(caiet).lots).toEqual(frozen.lots);
    }
    expect(lastProblem(caiet)).toBe('call.frozen');
    expect(frozenIntact(projectIn(caiet))).toBe(true);
    caiet.projects.edit({ description: 'Se poate scrie mai departe.' });
    expect(projectIn(caiet).description).toBe('Se poate scrie mai departe.');
  });

  test('holds the requirements too, but for notes and the need they answer, which are the buyer\'s own', async () => {
    const { caiet } = await readyCall();
    const [one, need] = [caiet.needs.addRequirement(), caiet.needs.addNeed()];
    caiet.needs.editRequirement(one, { text: 'Date deschise', kind: 'mandatory' });
    caiet.criteria.freeze();
    const { requirements, freezes } = projectIn(caiet);
    expect(freezes!['1']).toMatchObject({ covers: 2, hash: callHash(projectIn(caiet), 2) });
    expect(callHash(projectIn(caiet), 2)).not.toBe(callHash(projectIn(caiet), 1));
    for (const change of [() => caiet.needs.editRequirement(one, { text: 'Altceva' }), () => caiet.needs.removeRequirement(one), () => void caiet.needs.addRequirement()]) {
      change();
      expect(projectIn(caiet).requirements).toEqual(requirements);
      expect(lastProblem(caiet)).toBe('call.frozen');
    }
    caiet.needs.editRequirement(one, { notes: 'De discutat', needId: need });
    expect(projectIn(caiet).requirements![one]).toMatchObject({ text: 'Date deschise', notes: 'De discutat', needId: need });
    expect(frozenIntact(projectIn(caiet))).toBe(true);
    expect([callLock(projectIn(caiet)), requirementsLock(projectIn(caiet))]).toEqual(['erratum', 'erratum']);
  });

  test('that was frozen before requirements came under the hash keeps its hash and leaves them free', async () => {
    const { caiet } = await readyCall();
    const one = caiet.needs.addRequirement();
    const project = { ...projectIn(caiet), id: 'frozen-before' };
    const hash = callHash(project);
    const bytes = writePackage({
      id: 'package', kind: 'full', createdAt: '2026-03-02T08:00:00.000Z', producer: { app: 'Caiet', version: 'test', deviceId: 'device', authority: '' }, rulePack: RO_2026,
      projects: [{ project: { ...project, freezes: { 1: { id: '1', at: '2026-03-02T08:00:00.000Z', hash, rulePackId: 'ro-2026', erratumId: null } } }, history: [] }],
    });
    await caiet.exchange.importPackage(await caiet.exchange.inspectPackage('before.caiet.json', bytes), { 'frozen-before': 'add' });
    await caiet.projects.open('frozen-before');
    caiet.needs.editRequirement(one, { text: 'Scris după înghețare' });
    expect(projectIn(caiet).requirements![one]?.text).toBe('Scris după înghețare');
    expect([frozenIntact(projectIn(caiet)), requirementsLock(projectIn(caiet))]).toEqual([true, null]);
    expect(callLock(projectIn(caiet))).toBe('erratum');
  });

  test('is not frozen while it has errors', async () => {
    const { caiet } = await readyCall();
    const [criterionId = ''] = Object.keys(projectIn(caiet).awardCriteria);
    caiet.call.editCriterion(criterionId, { weight: '99' });
    caiet.criteria.freeze();
    expect(projectIn(caiet).freezes).toBeUndefined();
    expect(lastProblem(caiet)).toBe('call.freezeNotReady');
  });

  test('may be unfrozen by undo only while nothing was opened since, even if it is gone again', async () => {
    const { caiet, lotId } = await readyCall();
    caiet.criteria.freeze();
    caiet.undo();
    expect(freezeInForce(projectIn(caiet))).toBeNull();
    caiet.redo();
    expect(freezeInForce(projectIn(caiet))?.id).toBe('1');
    caiet.bids.add(lotId, 'Felinar');
    caiet.undo();
    expect(projectIn(caiet).bids).toEqual({});
    caiet.undo();
    expect(freezeInForce(projectIn(caiet))?.id).toBe('1');
    expect(lastProblem(caiet)).toBe('call.thawRefused');
  });

  test('changes under a recorded erratum, and is frozen again under its name', async () => {
    const { caiet, lotId } = await readyCall();
    await withErrata(caiet);
    caiet.criteria.freeze();
    const before = callHash(projectIn(caiet));
    caiet.criteria.amend('one');
    const [criterionId = ''] = Object.keys(projectIn(caiet).awardCriteria);
    caiet.call.editCriterion(criterionId, { description: 'Prețul fără TVA, cu montaj.' });
    caiet.criteria.freeze();
    const again = projectIn(caiet);
    expect(freezeInForce(again)).toMatchObject({ id: '2', erratumId: 'one', hash: callHash(again) });
    expect(callHash(again)).not.toBe(before);
    expect(again.amendment).toBeUndefined();
    caiet.call.editCriterion(criterionId, { description: 'Altceva' });
    expect(lastProblem(caiet)).toBe('call.frozen');
    caiet.bids.add(lotId, 'Felinar');
    caiet.criteria.amend('two');
    expect(lastProblem(caiet)).toBe('call.amendmentRefused');
  });
});
