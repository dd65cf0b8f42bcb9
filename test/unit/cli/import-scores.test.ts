/** Score sheets taken into a package from the terminal: by the window's own checks, all of a sheet or nothing of it. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sheetProject } from '../../../src-renderer/domain/evaluator-sheet';
import { callHash } from '../../../src-renderer/domain/frozen-call';
import type { Handout } from '../../../src-renderer/domain/handout';
import { lotBasisHash } from '../../../src-renderer/domain/decision/lot-basis';
import type { LotDecision } from '../../../src-renderer/domain/lot-decision';
import { qualityHash } from '../../../src-renderer/domain/quality-lock';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { scoreSheetId, type Project } from '../../../src-renderer/domain/project';
import { encodeSheet } from '../../../src-renderer/exchange/sheet-package';
import { readPackage } from '../../../src-renderer/exchange/read-package';
import { createTranslator } from '../../../src-renderer/i18n/translator';
import { writeScoreSheet } from '../../../src-renderer/spreadsheet/export/score-sheet-workbook';
import { committee, declaration, packageOf } from '../sheets/committee';
import { fillWorkbook, type Filling } from '../sheets/fill-workbook';
import { answerOf, caiet } from './run-caiet';

const REASON = 'Pagina 12 arată rezultatele măsurate în pilot, cu valori de pornire și țintă.';
const ANSWERS = { D1: '19.05.2026', D2: 'Da', D3: 'Da', D4: 'Nu', D5: 'Nu', D6: 'Nu' };

let folder = '';
const at = (name: string): string => path.join(folder, name);
beforeAll(async () => { folder = await mkdtemp(path.join(tmpdir(), 'caiet-scores-')); });
afterAll(() => rm(folder, { recursive: true }));

const handoutTo = (project: Project, evaluatorId: string): Handout =>
  ({ id: `handout-${evaluatorId}`, evaluatorId, lotIds: { L1: true }, form: 'workbook', callHash: callHash(project), at: '2026-05-20T10:00:00.000Z', fileName: 'f.xlsx', sha256: '0'.repeat(64), returns: {} });

/** The package whose sheets went to two people, and its name on disk. */
const given = async (change: (project: Project) => Project = (project) => project): Promise<string> => {
  const project = committee();
  const handouts = { 'handout-e1': handoutTo(project, 'e1'), 'handout-e2': handoutTo(project, 'e2') };
  await writeFile(at('comisie.caiet.json'), packageOf(change({ ...project, handouts })));
  return at('comisie.caiet.json');
};

const workbook = async (filling: Partial<Filling> = {}): Promise<string> => {
  const project = committee();
  const empty = await writeScoreSheet(sheetProject(project, project.evaluators['e1']!, handoutTo(project, 'e1')), { ro: createTranslator('ro').t, en: createTranslator('en').t });
  await writeFile(at('e1.xlsx'), await fillWorkbook(empty, { level: () => 4, reason: REASON, answers: ANSWERS, ...filling }));
  return at('e1.xlsx');
};

const sheetPackage = async (): Promise<string> => {
  const project = committee();
  const sheet = sheetProject(project, project.evaluators['e2']!, handoutTo(project, 'e2'));
  const score = { value: '3', reason: REASON };
  const scoreSheets = Object.fromEntries(Object.keys(sheet.bids).map((bidId) => [scoreSheetId('e2', bidId), { id: scoreSheetId('e2', bidId), evaluatorId: 'e2', bidId, scores: { impact: score, team: score } }]));
  const scored = { ...sheet, evaluators: { e2: { ...sheet.evaluators['e2']!, declaration: declaration() } }, scoreSheets };
  await writeFile(at('e2.caiet.json'), encodeSheet({ sheet: scored, way: 'returned', history: [], at: '2026-05-21T10:00:00.000Z', producer: { app: 'Caiet', version: 'test', deviceId: 'e2', authority: '' } }));
  return at('e2.caiet.json');
};

const LOCKED_AT = '2026-05-20T11:00:00.000Z';
const cancelled = (project: Project): LotDecision =>
  ({ id: 'L1', outcome: 'cancel', winnerBidId: null, cancellationGround: 'notComparable', reason: 'Ofertele nu se pot compara.', decidedAt: LOCKED_AT, approvedBy: '', approvedOn: null, basisHash: lotBasisHash(project, 'L1', RO_2026) });

const take = (sheet: string, into: string, out: string) => caiet(['import', sheet, '--as', 'scores', '--into', into, '-o', out, '--author', 'Ana Pop']);
interface Answer {
  readonly accepted: number;
  readonly missing: number;
  readonly written: string | null;
  readonly rows: readonly { readonly bidder: string; readonly criterion: string; readonly score: string }[];
  readonly problems: readonly { readonly code: string; readonly severity: string; readonly message: string }[];
}
const projectIn = async (file: string) => readPackage('x', await readFile(file)).projects[0]!;

it('takes a workbook and a package in, each as one change with its author, and what is written verifies', async () => {
  const first = await take(await workbook(), await given(), at('one.caiet.json'));
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(answerOf<Answer>(first)).toMatchObject({ accepted: 4, missing: 0, written: at('one.caiet.json'), problems: [] });
  expect(answerOf<Answer>(first).rows[0]).toMatchObject({ evaluator: 'Evaluator e1', bidder: 'Felinar SRL', lot: '1', criterion: 'Impact', score: '4', justification: REASON });
  expect(await take(await sheetPackage(), at('one.caiet.json'), at('both.caiet.json'))).toMatchObject({ code: 0, stderr: '' });
  const { project, history } = await projectIn(at('both.caiet.json'));
  expect(Object.values(project.scoreSheets).map(({ id, scores }) => `${id} ${scores['impact']?.value}`).toSorted()).toEqual(['e1.b1 4', 'e1.b2 4', 'e2.b1 3', 'e2.b2 3']);
  expect(history.slice(-2).map(({ label, author }) => [label.code, label.data['name'], author])).toEqual([['sheetTakenIn', 'Evaluator e1', 'Ana Pop'], ['sheetTakenIn', 'Evaluator e2', 'Ana Pop']]);
  expect(answerOf(await caiet(['verify', at('both.caiet.json')]))).toMatchObject({ ok: true, projects: [{ historyIntact: true, freeze: { state: 'intact' } }] });
});

it('does no harm twice: the package is written as it is', async () => {
  await take(await workbook(), await given(), at('once.caiet.json'));
  const again = await take(at('e1.xlsx'), at('once.caiet.json'), at('twice.caiet.json'));
  expect(again.code).toBe(0);
  expect(answerOf<Answer>(again).problems.map(({ code }) => code)).toEqual(['sheet.alreadyIn']);
  expect(await readFile(at('twice.caiet.json'))).toEqual(await readFile(at('once.caiet.json')));
});

it('says what a partial sheet lacks and takes what is there', async () => {
  const partial = await take(await workbook({ level: ({ criterion }) => (criterion === 'Impact' ? 2 : null) }), await given(), at('partial.caiet.json'));
  expect(partial.code).toBe(0);
  expect(answerOf<Answer>(partial)).toMatchObject({ accepted: 2, missing: 2, problems: [{ code: 'sheet.incomplete', severity: 'warning' }] });
});

it.each<readonly [string, Partial<Filling>, (project: Project) => Project, string]>([
  ['a score above the scale', { level: () => 11 }, (project) => project, 'sheet.notALevel'],
  ['a missing declaration', { answers: {} }, (project) => project, 'sheet.noDeclaration'],
  ['the hash of another call', { spoil: (book) => { book.Sheets['caiet']!['B6'] = { t: 's', v: 'd'.repeat(64) }; } }, (project) => project, 'sheet.otherCall'],
  ['another person in its mark', { spoil: (book) => { book.Sheets['caiet']!['B5'] = { t: 's', v: 'e2' }; } }, (project) => project, 'sheet.otherPerson'],
  ['a handing out that is not in the register', {}, ({ handouts: _none, ...project }) => project, 'sheet.unknown'],
  ['a lot whose scores are locked', {}, (project) => ({ ...project, envelopes: { L1: { id: 'L1', qualityLockedAt: LOCKED_AT, qualityHash: qualityHash(project, 'L1'), pricesOpenedAt: null } } }), 'sheet.locked'],
  ['a lot that is decided', {}, (project) => ({ ...project, decisions: { L1: cancelled(project) } }), 'decision.locked'],
])('refuses %s, says why in a sentence, and writes nothing', async (_what, filling, change, code) => {
  const out = at(`refused-${code}.caiet.json`);
  const refused = await take(await workbook(filling), await given(change), out);
  expect(refused.code).toBe(1);
  const { accepted, written, problems } = answerOf<Answer>(refused);
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect({ accepted, written, codes: [...new Set(errors.map((problem) => problem.code))] }).toEqual({ accepted: 0, written: null, codes: [code] });
  expect(errors[0]!.message).toMatch(/\S+ \S+.*[.]$/);
  await expect(readFile(out)).rejects.toThrow('ENOENT');
});

it('ends in 2 with one line where the file is no sheet or the command lacks its output', async () => {
  const into = await given();
  for (const words of [[into, '--as', 'scores', '--into', into, '-o', at('x.json')], [await workbook(), '--as', 'scores', '--into', into]]) {
    const { code, stdout, stderr } = await caiet(['import', ...words]);
    expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({ code: 2, stdout: '', lines: 1 });
  }
});
