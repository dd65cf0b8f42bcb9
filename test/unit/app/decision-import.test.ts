/** A decided lot and packages: what the decision rests on does not change by import, whichever way the project comes in. */
import { describe, expect, test } from 'vitest';
import type { PackageChoice } from '../../../src-renderer/app/caiet';
import { decisionProblems } from '../../../src-renderer/domain/decision/decision-problems';
import { basisRecords } from '../../../src-renderer/domain/decision/lot-basis';
import { openConflicts } from '../../../src-renderer/domain/merge-conflict';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import type { OpenedPackage } from '../../../src-renderer/exchange/opened-package';
import { startCaiet, type Started } from './harness';

const projectIn = ({ caiet }: Started) => caiet.workspace.getState().open!.project;
const packageFrom = async (from: Started, to: Started, id: string): Promise<OpenedPackage> => {
  await from.caiet.exchange.exportPackage([id]);
  const file = from.saved.at(-1)!;
  return to.caiet.exchange.inspectPackage(file.name, file.bytes);
};

/** Two computers with the same project; lot 1 is decided here, and there nobody knows of it. */
const decidedHere = async () => {
  const here = await startCaiet();
  const id = await here.caiet.projects.create({ title: 'P' });
  const { caiet } = here;
  const [lot, other] = [caiet.call.addLot(), caiet.call.addLot()];
  const criterion = caiet.criteria.add('quality', null);
  caiet.call.editCriterion(criterion, { name: 'Calitate', weight: '100', scale: { max: 5, anchors: {} } });
  const winner = caiet.bids.add(lot, 'Ana SRL');
  const elsewhere = caiet.bids.add(other, 'Bogdan SRL');
  caiet.evaluation.score(winner, criterion, '5');
  caiet.admission.admit(winner, '2026-03-02');
  const there = await startCaiet();
  await there.caiet.exchange.importPackage(await packageFrom(here, there, id), { [id]: 'add' });
  await there.caiet.projects.open(id);
  expect(caiet.decisions.decide(lot, { outcome: 'award', winnerBidId: winner, reason: 'Prima.' })).toBe(true);
  return { here, there, id, lot, winner, elsewhere, criterion };
};
type Both = Awaited<ReturnType<typeof decidedHere>>;

/** Changes beneath the decision, each of another kind of record. */
const BENEATH: Readonly<Record<string, (both: Both) => unknown>> = {
  bid: ({ there, winner }) => there.caiet.bids.edit(winner, { notes: 'altceva' }),
  'new bid': ({ there, lot }) => there.caiet.bids.add(lot, 'Nou SRL'),
  bidder: ({ there, winner }) => there.caiet.bids.editBidder(projectIn(there).bids[winner]!.bidderId, { name: 'Altul' }),
  score: ({ there, winner, criterion }) => there.caiet.evaluation.score(winner, criterion, '1'),
  evaluator: ({ there }) => there.caiet.evaluation.renameEvaluator('Altcineva'),
  lot: ({ there, lot }) => there.caiet.call.editLot(lot, { title: 'x' }),
  criterion: ({ there, criterion }) => there.caiet.call.editCriterion(criterion, { name: 'x' }),
};

const taken = async ({ here, there, id }: Both, choice: PackageChoice): Promise<string | null> => {
  const report = await packageFrom(there, here, id);
  try {
    await here.caiet.exchange.importPackage(report, { [id]: choice });
    return null;
  } catch (error) {
    return (error as { problem: { code: string } }).problem.code;
  }
};

describe.each(Object.keys(BENEATH))('a package whose %s differs under the decision', (kind) => {
  test('does not replace the project', async () => {
    const both = await decidedHere();
    BENEATH[kind]!(both);
    const before = projectIn(both.here);
    expect(await taken(both, 'replace')).toMatch(/^decision\.(?:locked|notReopened)$/);
    expect(projectIn(both.here)).toEqual(before);
  });

  test('merges nothing into what the decision rests on', async () => {
    const both = await decidedHere();
    BENEATH[kind]!(both);
    const before = projectIn(both.here);
    const refusal = await taken(both, 'merge');
    const after = projectIn(both.here);
    expect(after.decisions).toEqual(before.decisions);
    expect(basisRecords(after, both.lot)).toEqual(basisRecords(before, both.lot));
    expect(decisionProblems(after, RO_2026)).toEqual([]);
    // Refused whole, or kept aside for a person to see.
    if (refusal === null) expect(openConflicts(after)).toMatchObject([{ kind: 'locked', lock: 'decision' }]);
    else expect([refusal, after]).toEqual(['decision.locked', before]);
  });
});

test('a package that differs only in another lot is merged, and the decision stays', async () => {
  const both = await decidedHere();
  both.there.caiet.bids.edit(both.elsewhere, { notes: 'liber' });
  expect(await taken(both, 'merge')).toBeNull();
  const project = projectIn(both.here);
  expect(project.bids[both.elsewhere]?.notes).toBe('liber');
  expect(project.decisions).toHaveProperty([both.lot]);
  expect(decisionProblems(project, RO_2026)).toEqual([]);
});

test('a package from before the decision does not take it away', async () => {
  const both = await decidedHere();
  expect(await taken(both, 'replace')).toBe('decision.notReopened');
  expect(projectIn(both.here).decisions).toHaveProperty([both.lot]);
});
