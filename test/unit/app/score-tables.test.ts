/** Tables of scores in the window: what is told before, what comes in as one change, and the way back. */
import { expect, it } from 'vitest';
import { callHash } from '../../../src-renderer/domain/frozen-call';
import type { Handout } from '../../../src-renderer/domain/handout';
import type { Project } from '../../../src-renderer/domain/project';
import { committee, declaration, packageOf } from '../sheets/committee';
import { startCaiet, type Started } from './harness';

const handoutTo = (project: Project, evaluatorId: string): Handout =>
  ({ id: `handout-${evaluatorId}`, evaluatorId, lotIds: { L1: true }, form: 'workbook', callHash: callHash(project), at: '2026-05-20T10:00:00.000Z', fileName: 'f.xlsx', sha256: '0'.repeat(64), returns: {} });

const opened = async (): Promise<Started> => {
  const started = await startCaiet();
  const project = committee();
  const evaluators = Object.fromEntries(Object.values(project.evaluators).map((person) => [person.id, { ...person, declaration: declaration() }]));
  const bytes = packageOf({ ...project, evaluators, handouts: { 'handout-e1': handoutTo(project, 'e1'), 'handout-e2': handoutTo(project, 'e2') } });
  await started.caiet.exchange.importPackage(await started.caiet.exchange.inspectPackage('p.caiet.json', bytes), { procurement: 'add' });
  await started.caiet.projects.open('procurement');
  return started;
};
const projectIn = ({ caiet }: Started): Project => caiet.workspace.getState().open!.project;
const scoresIn = (started: Started): readonly string[] =>
  Object.values(projectIn(started).scoreSheets).flatMap(({ id, scores }) => Object.entries(scores).map(([criterion, { value }]) => `${id} ${criterion} ${value}`)).toSorted();
const returnsIn = (started: Started): number => Object.values(projectIn(started).handouts ?? {}).flatMap(({ returns }) => Object.keys(returns)).length;

const MATRIX = ['Evaluator;Ofertant;Impact;Echipa', 'Evaluator e1;Felinar SRL;4;9', 'Evaluator e2;Felinar SRL;5;8'];
const ALL = ['e1.b1 impact 4', 'e1.b1 team 9', 'e2.b1 impact 5', 'e2.b1 team 8'];

const looked = async ({ caiet }: Started, lines: readonly string[], evaluator: string | null = null) => {
  const door = caiet.scoreTables.importing(() => evaluator);
  const session = await door.openFile('punctaje.csv', new TextEncoder().encode(lines.join('\r\n')), {});
  const context = door.importContext();
  const guess = await session.guess(0, context);
  const decisions = { edits: {}, excluded: [], included: [] };
  const summary = await session.check(guess.plan, context, decisions);
  return { check: await caiet.scoreTables.check(session, evaluator), take: () => door.importRows(session, guess.plan, guess.signature, decisions, summary), undo: (id: string) => door.undoImport(id), guess };
};

it('are told sheet by sheet, come in as one change, are remembered, and go with one undo', async () => {
  const started = await opened();
  const { check, take, guess } = await looked(started, MATRIX);
  expect(check.sheets.map(({ evaluator, scores, added, missing }) => [evaluator?.name, scores, added, missing])).toEqual([['Evaluator e1', 2, 2, 2], ['Evaluator e2', 2, 2, 2]]);
  expect(scoresIn(started)).toEqual([]);
  expect(await take()).toMatchObject({ fileName: 'punctaje.csv', rowsAccepted: 4 });
  expect(scoresIn(started)).toEqual(ALL);
  expect(started.caiet.workspace.getState().open?.undo).toMatchObject({ code: 'sheetTakenIn', data: { name: 'Evaluator e1, Evaluator e2', count: 4 } });
  expect(started.caiet.workspace.getState().settings.importMappings[guess.signature]).toEqual({ 0: 'evaluator', 1: 'bidder', 2: 'criterion:Impact', 3: 'criterion:Echipa' });
  started.caiet.undo();
  expect([scoresIn(started), returnsIn(started)]).toEqual([[], 0]);
});

it('are taken back later, except what was changed since', async () => {
  const started = await opened();
  const { take, undo } = await looked(started, MATRIX);
  const { id } = await take();
  started.caiet.evaluation.score('b1', 'impact', '2', 'e1');
  expect(await undo(id)).toEqual({ removed: 3, kept: 1 });
  expect(scoresIn(started).filter((score) => !score.endsWith('null'))).toEqual(['e1.b1 impact 2']);
  expect(returnsIn(started)).toBe(2);
});

it('give back what they replaced', async () => {
  const started = await opened();
  await (await looked(started, MATRIX)).take();
  const second = await looked(started, ['Ofertant;Impact;Echipa', 'Felinar SRL;1;9'], 'e1');
  expect(second.check).toMatchObject({ scores: 2, added: 0, changed: 1 });
  const { id } = await second.take();
  expect(scoresIn(started)[0]).toBe('e1.b1 impact 1');
  expect(await second.undo(id)).toEqual({ removed: 1, kept: 0 });
  expect(scoresIn(started)).toEqual(ALL);
});

it('come in whole or not at all', async () => {
  const started = await opened();
  const { check, take } = await looked(started, [...MATRIX, 'Evaluator e3;Felinar SRL;4;4']);
  expect(check.next).toBeNull();
  await expect(take()).rejects.toMatchObject({ problem: { code: 'scores.notHandedOut', data: { evaluator: 'Evaluator e3' } } });
  expect(scoresIn(started)).toEqual([]);
  await (await looked(started, MATRIX)).take();
  await expect((await looked(started, MATRIX)).take()).rejects.toMatchObject({ problem: { code: 'scores.nothingNew' } });
});
