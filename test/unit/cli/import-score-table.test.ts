/** Tables of scores taken into a package from the terminal: for people who were handed a sheet, all of a table or nothing of it. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callHash } from '../../../src-renderer/domain/frozen-call';
import type { Handout } from '../../../src-renderer/domain/handout';
import { qualityHash } from '../../../src-renderer/domain/quality-lock';
import { scoreSheetId, type Project } from '../../../src-renderer/domain/project';
import { readPackage } from '../../../src-renderer/exchange/read-package';
import { committee, declaration, packageOf } from '../sheets/committee';
import { tableXlsx } from '../spreadsheet/raw-xlsx';
import { answerOf, caiet } from './run-caiet';

type Cells = readonly (readonly (string | number | null)[])[];

let folder = '';
const at = (name: string): string => path.join(folder, name);
beforeAll(async () => { folder = await mkdtemp(path.join(tmpdir(), 'caiet-tables-')); });
afterAll(() => rm(folder, { recursive: true }));

const REASON = 'Pagina 12 arată rezultatele măsurate în pilot, cu valori de pornire și țintă.';

const handoutTo = (project: Project, evaluatorId: string, lotIds: Handout['lotIds'] = { L1: true }): Handout =>
  ({ id: `handout-${evaluatorId}`, evaluatorId, lotIds, form: 'workbook', callHash: callHash(project), at: '2026-05-20T10:00:00.000Z', fileName: 'f.xlsx', sha256: '0'.repeat(64), returns: {} });

/** The package whose sheets went to two of four people, who both declared. */
const given = async (change: (project: Project) => Project = (project) => project): Promise<string> => {
  const project = committee();
  const evaluators = Object.fromEntries(Object.values(project.evaluators).map((person) => [person.id, { ...person, declaration: declaration() }]));
  const handouts = { 'handout-e1': handoutTo(project, 'e1'), 'handout-e2': handoutTo(project, 'e2') };
  await writeFile(at('comisie.caiet.json'), packageOf(change({ ...project, evaluators, handouts })));
  return at('comisie.caiet.json');
};

const MATRIX: Cells = [
  ['Centralizatorul punctajelor'], [null],
  ['Evaluator', 'Ofertant', 'Impact (max. 5)', 'Echipa (max. 10)', 'Total'],
  ['Evaluator e1', 'Felinar SRL', 4, 9, 13], ['Evaluator e1', 'Licurici SA', 3, 7, 10], ['Evaluator e2', 'Felinar SRL', 5, null, 5], ['Evaluator e2', 'Licurici SA', 2, 6, 8],
];

const tableFile = async (cells: Cells, name = 'punctaje.xlsx'): Promise<string> => {
  await writeFile(at(name), tableXlsx(cells));
  return at(name);
};

const take = (table: string, into: string, out: string, ...more: readonly string[]) => caiet(['import', table, '--as', 'scores', '--into', into, '-o', out, '--author', 'Ana Pop', ...more]);
interface Answer {
  readonly accepted: number;
  readonly added: number;
  readonly changed: number;
  readonly written: string | null;
  readonly mapping: { readonly columns: Readonly<Record<string, string>> };
  readonly sheets: readonly { readonly evaluator: string; readonly scores: number; readonly missing: number }[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly problems: readonly { readonly code: string; readonly severity: string; readonly message: string; readonly row?: number; readonly column?: string }[];
}
const projectIn = async (file: string) => readPackage('x', await readFile(file)).projects[0]!;
const scoresOf = (project: Project): readonly string[] =>
  Object.values(project.scoreSheets).flatMap(({ id, scores }) => Object.entries(scores).map(([criterion, { value, reason }]) => `${id} ${criterion} ${value}${reason === '' ? '' : ' +'}`)).toSorted();

it('takes a matrix in as the sheets of the people it names, as one change that verifies', async () => {
  const answered = await take(await tableFile(MATRIX), await given(), at('one.caiet.json'));
  expect(answered).toMatchObject({ code: 0, stderr: '' });
  const answer = answerOf<Answer>(answered);
  expect(answer).toMatchObject({
    accepted: 7, added: 7, changed: 0, written: at('one.caiet.json'),
    mapping: { columns: { A: 'evaluator', B: 'bidder', C: 'criterion:Impact', D: 'criterion:Echipa' } },
    sheets: [{ evaluator: 'Evaluator e1', scores: 4, missing: 0 }, { evaluator: 'Evaluator e2', scores: 3, missing: 1 }],
  });
  expect(answer.rows[0]).toEqual({ evaluator: 'Evaluator e1', bidder: 'Felinar SRL', lot: null, criterion: 'Impact', score: '4', justification: null, source: { sheet: 'Foaie1', row: 4, column: 'C' } });
  expect(answer.problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warning cell.required', 'warning sheet.reasonMissing', 'warning sheet.incomplete', 'warning sheet.reasonMissing']);
  const { project, history } = await projectIn(at('one.caiet.json'));
  expect(scoresOf(project)).toEqual(['e1.b1 impact 4', 'e1.b1 team 9', 'e1.b2 impact 3', 'e1.b2 team 7', 'e2.b1 impact 5', 'e2.b2 impact 2', 'e2.b2 team 6']);
  expect(history.at(-1)).toMatchObject({ label: { code: 'sheetTakenIn', data: { name: 'Evaluator e1, Evaluator e2', count: 7 } }, author: 'Ana Pop' });
  expect(Object.values(project.handouts ?? {}).map(({ returns }) => Object.values(returns).map(({ fileName, scores }) => `${fileName} ${scores}`))).toEqual([['punctaje.xlsx 4'], ['punctaje.xlsx 3']]);
  expect(answerOf(await caiet(['verify', at('one.caiet.json')]))).toMatchObject({ ok: true, projects: [{ historyIntact: true, freeze: { state: 'intact' } }] });
});

it('does no harm twice, and takes what is new out of a later version', async () => {
  await take(await tableFile(MATRIX), await given(), at('once.caiet.json'));
  const again = await take(at('punctaje.xlsx'), at('once.caiet.json'), at('twice.caiet.json'));
  expect(again.code).toBe(0);
  expect(answerOf<Answer>(again)).toMatchObject({ added: 0, changed: 0 });
  expect(await readFile(at('twice.caiet.json'))).toEqual(await readFile(at('once.caiet.json')));
  const later = await tableFile(MATRIX.map((row) => (row[0] === 'Evaluator e2' && row[1] === 'Felinar SRL' ? ['Evaluator e2', 'Felinar SRL', 4, 8, 12] : row)), 'mai-nou.xlsx');
  expect(answerOf<Answer>(await take(later, at('once.caiet.json'), at('later.caiet.json')))).toMatchObject({ added: 1, changed: 1 });
  expect(scoresOf((await projectIn(at('later.caiet.json'))).project)).toEqual(expect.arrayContaining(['e2.b1 impact 4', 'e2.b1 team 8']));
});

it('takes the rest of a file of which a part is in', async () => {
  const columns = { Evaluator: 'evaluator', Ofertant: 'bidder', C: 'criterion:Impact' };
  await writeFile(at('part.json'), JSON.stringify({ columns }));
  expect(answerOf<Answer>(await take(await tableFile(MATRIX), await given(), at('part.caiet.json'), '--map', at('part.json')))).toMatchObject({ added: 4 });
  const rest = await take(at('punctaje.xlsx'), at('part.caiet.json'), at('whole.caiet.json'));
  expect(rest.code).toBe(0);
  expect(answerOf<Answer>(rest)).toMatchObject({ added: 3, changed: 0 });
  expect(scoresOf((await projectIn(at('whole.caiet.json'))).project)).toHaveLength(7);
});

it('takes a list with reasons in, keeps the reasons a later matrix says nothing of', async () => {
  const list = await tableFile([['Membru comisie', 'Ofertant', 'Lot', 'Criteriu', 'Punctaj', 'Motivare'], ['Evaluator e1', 'felinar srl', 'Lot 1', 'IMPACT', 4, REASON], ['Evaluator e1', 'Licurici SA', 'Lot 1', 'Echipa', 7, REASON]], 'lista.xlsx');
  expect(await take(list, await given(), at('list.caiet.json'))).toMatchObject({ code: 0 });
  expect(scoresOf((await projectIn(at('list.caiet.json'))).project)).toEqual(['e1.b1 impact 4 +', 'e1.b2 team 7 +']);
  await take(await tableFile(MATRIX), at('list.caiet.json'), at('both.caiet.json'));
  expect(scoresOf((await projectIn(at('both.caiet.json'))).project)).toEqual(expect.arrayContaining(['e1.b1 impact 4 +', 'e1.b1 team 9', 'e1.b2 team 7 +']));
});

it('takes what a map and --evaluator say where the table does not', async () => {
  const table = await tableFile([['Firma', 'K1', 'K2'], ['Felinar SRL', 4, 9], ['Licurici SA', 3, 7]], 'fara-nume.xlsx');
  const map = { columns: { A: 'bidder', K1: 'criterion: Impact', C: 'criterion:Echipa' } };
  await writeFile(at('map.json'), JSON.stringify(map));
  const nameless = await take(table, await given(), at('nameless.caiet.json'), '--map', at('map.json'));
  expect(nameless.code).toBe(1);
  expect(answerOf<Answer>(nameless).problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['scores.noEvaluator']);
  const named = await take(table, await given(), at('named.caiet.json'), '--map', at('map.json'), '--evaluator', 'evaluator E2');
  expect(named.code).toBe(0);
  expect(scoresOf((await projectIn(at('named.caiet.json'))).project)).toEqual(['e2.b1 impact 4', 'e2.b1 team 9', 'e2.b2 impact 3', 'e2.b2 team 7']);
  await writeFile(at('clash.json'), JSON.stringify({ columns: { A: 'bidder', B: 'criterion:Impact', C: 'score' } }));
  const clashing = await take(table, await given(), at('clash.caiet.json'), '--map', at('clash.json'));
  expect(clashing).toMatchObject({ code: 2, stdout: '' });
  expect(clashing.stderr).toContain('criterion:Impact');
});

const locked = (project: Project): Project => ({ ...project, envelopes: { L1: { id: 'L1', qualityLockedAt: '2026-05-20T11:00:00.000Z', qualityHash: qualityHash(project, 'L1'), pricesOpenedAt: null } } });
const one = (evaluator: string, bidder: string, value: string | number): Cells => [['Evaluator', 'Ofertant', 'Impact', 'Echipa'], [evaluator, bidder, value, 7]];

it.each<readonly [string, Cells, (project: Project) => Project, string]>([
  ['somebody who was handed no sheet', one('Evaluator e3', 'Felinar SRL', 4), (project) => project, 'scores.notHandedOut'],
  ['somebody who is not in the commission', one('Vasile Pop', 'Felinar SRL', 4), (project) => project, 'cell.unknownName'],
  ['a bidder of a lot that was not handed out', one('Evaluator e1', 'Valahia SRL', 4), (project) => project, 'sheet.otherLot'],
  ['a score above the scale', one('Evaluator e1', 'Felinar SRL', 6), (project) => project, 'cell.notALevel'],
  ['half a level', one('Evaluator e1', 'Felinar SRL', '3,5'), (project) => project, 'cell.notALevel'],
  ['a lot whose scores are locked', one('Evaluator e1', 'Felinar SRL', 4), locked, 'sheet.locked'],
  ['a missing declaration', one('Evaluator e1', 'Felinar SRL', 4), (project) => ({ ...project, evaluators: { ...project.evaluators, e1: { ...project.evaluators['e1']!, declaration: null } } }), 'sheet.noDeclaration'],
  ['a sheet handed out under another call', one('Evaluator e1', 'Felinar SRL', 4), (project) => ({ ...project, handouts: { x: { ...handoutTo(project, 'e1'), id: 'x', callHash: 'd'.repeat(64) } } }), 'sheet.otherCall'],
  ['the same score twice', [['Evaluator', 'Ofertant', 'Lot', 'Impact', 'Echipa'], ['Evaluator e1', 'Felinar SRL', 1, 4, 5], ['Evaluator e1', 'Felinar SRL', null, 5, 6]], (project) => project, 'scores.twice'],
  ['a table without a score', [['Evaluator', 'Ofertant', 'Observații'], ['Evaluator e1', 'Felinar SRL', 'bun']], (project) => project, 'cell.required'],
])('refuses %s, says why in a sentence, and writes nothing', async (_what, cells, change, code) => {
  const out = at(`refused-${code}.caiet.json`);
  const refused = await take(await tableFile(cells), await given(change), out);
  expect(refused.code).toBe(1);
  const { accepted, written, problems } = answerOf<Answer>(refused);
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect({ accepted, written, codes: [...new Set(errors.map((problem) => problem.code))] }).toEqual({ accepted: 0, written: null, codes: expect.arrayContaining([code]) });
  for (const { message } of errors) expect(message).toMatch(/\S+ \S+.*[.]$/);
  await expect(readFile(out)).rejects.toThrow('ENOENT');
});

it('leaves the scores of others alone', async () => {
  const score = { value: '1', reason: REASON };
  const into = await given((project) => ({ ...project, scoreSheets: { [scoreSheetId('e2', 'b1')]: { id: scoreSheetId('e2', 'b1'), evaluatorId: 'e2', bidId: 'b1', scores: { impact: score } } } }));
  await take(await tableFile(one('Evaluator e1', 'Felinar SRL', 4)), into, at('others.caiet.json'));
  expect(scoresOf((await projectIn(at('others.caiet.json'))).project)).toEqual(['e1.b1 impact 4', 'e1.b1 team 7', 'e2.b1 impact 1 +']);
});
