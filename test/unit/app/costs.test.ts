/** Life-cycle costs from spreadsheets: into the window, from the terminal, and out of the form that leaves. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CostTarget } from '../../../src-renderer/app/caiet';
import { evaluate } from '../../../src-renderer/domain/evaluation/evaluate';
import type { Project } from '../../../src-renderer/domain/project';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { readPackage } from '../../../src-renderer/exchange/read-package';
import { createTranslator } from '../../../src-renderer/i18n/translator';
import { writeTemplate } from '../../../src-renderer/spreadsheet/export/templates/write-template';
import { answerOf, caiet as terminal } from '../cli/run-caiet';
import { bid, bidder, cost, lei, lot, projectOf } from '../domain/fixtures';
import { packageOf } from '../sheets/committee';
import { startCaiet, type Started } from './harness';

/** One lot that counts costs over five years, and one that does not. */
const withCosts = (): Project => ({
  ...projectOf({
    lots: [lot('L1', { number: '1' }), lot('L2', { number: '2', position: 'a1' })],
    criteria: [
      cost('cost', { weight: '100', lotIds: { L1: true }, costItems: { care: { id: 'care', position: 'a0', name: 'Mentenanță', timing: 'yearly' }, end: { id: 'end', position: 'a1', name: 'Dezafectare', timing: 'atEnd' } } }),
      cost('other', { weight: '100', position: 'a1', lotIds: { L2: true } }),
    ],
    bids: [bid('b1', { bidderId: 'o1', lotId: 'L1', price: lei(100_000) }), bid('b2', { bidderId: 'o2', lotId: 'L1', price: lei(110_000) }), bid('b3', { bidderId: 'o1', lotId: 'L2', price: lei(5_000) })],
    bidders: [bidder('o1', { name: 'Felinar SRL' }), bidder('o2', { name: 'Licurici SA' })],
  }),
  id: 'cu-costuri', callRules: { discountRate: '4', discountRateSource: 'Ministerul Finanțelor' },
});

const csv = (...rows: readonly string[]): Uint8Array => new TextEncoder().encode([['Ofertant', 'Lot', 'Costul cerut', 'Când se plătește', 'Suma fără TVA (lei)'].join(';'), ...rows].join('\r\n'));
const TWO_BIDDERS = csv('Felinar SRL;1;Mentenanță;în fiecare an;12.000,50', ';1;DEZAFECTARE;la sfârșit;8.000', 'Licurici SA;1;mentenanta;;10.000');

const opened = async (): Promise<Started> => {
  const started = await startCaiet();
  const report = await started.caiet.exchange.inspectPackage('p.caiet.json', packageOf(withCosts()));
  await started.caiet.exchange.importPackage(report, { 'cu-costuri': 'add' });
  await started.caiet.projects.open('cu-costuri');
  return started;
};
const projectIn = ({ caiet }: Started): Project => caiet.workspace.getState().open!.project;
const costsOf = (project: Project) => Object.fromEntries(Object.values(project.bids).map(({ id, costs }) => [id, costs]));

const take = async ({ caiet }: Started, bytes: Uint8Array, target: CostTarget = { kind: 'byBidder' }) => {
  const door = caiet.costs.importing(() => target);
  const session = await door.openFile('costuri.csv', bytes, {});
  const context = door.importContext();
  const guess = await session.guess(0, context);
  const decisions = { edits: {}, excluded: [], included: [] };
  const summary = await session.check(guess.plan, context, decisions);
  return { door, guess, summary, record: await door.importRows(session, guess.plan, guess.signature, decisions, summary) };
};

describe('costs in the window', () => {
  it('go to the bids and items they name, however they are written, and count in the ranking', async () => {
    const started = await opened();
    const { guess, record } = await take(started, TWO_BIDDERS);
    expect(guess.columns.map(({ field }) => field)).toEqual(['bidder', 'lot', 'cost', 'timing', 'amount']);
    expect(record).toMatchObject({ kind: 'costs', rowsAccepted: 3 });
    const project = projectIn(started);
    expect(costsOf(project)).toEqual({ b1: { care: lei(12_000.5), end: lei(8_000) }, b2: { care: lei(10_000) }, b3: undefined });
    const typed = await opened();
    typed.caiet.bids.edit('b1', { costs: { care: lei(12_000.5), end: lei(8_000) } });
    typed.caiet.bids.edit('b2', { costs: { care: lei(10_000) } });
    expect(evaluate(project, RO_2026).lots).toEqual(evaluate(projectIn(typed), RO_2026).lots);
    await started.caiet.settle();
    expect((await started.caiet.projects.history(project.id)).at(-1)?.label).toMatchObject({ code: 'costsImported', data: { count: 3, file: 'costuri.csv' } });
  });

  it('of one bidder need no bidder column', async () => {
    const started = await opened();
    await take(started, new TextEncoder().encode('Element de cost;Suma\r\nMentenanță;9.000,00\r\n'), { kind: 'bid', bidId: 'b2' });
    expect(costsOf(projectIn(started))['b2']).toEqual({ care: lei(9_000) });
  });

  it('are taken back as they were, but for what somebody changed since', async () => {
    const started = await opened();
    started.caiet.bids.edit('b1', { costs: { care: lei(1) } });
    const { door, record } = await take(started, TWO_BIDDERS);
    started.caiet.bids.edit('b2', { costs: { care: lei(10_500) } });
    expect(await door.undoImport(record.id)).toEqual({ removed: 2, kept: 1 });
    expect(costsOf(projectIn(started))).toEqual({ b1: { care: lei(1) }, b2: { care: lei(10_500) }, b3: undefined });
    expect(projectIn(started).imports).toEqual({});
  });

  it.each([
    ['a cost the call does not ask for', csv('Felinar SRL;1;Asigurare;;100'), 'costs.unknown', { cost: 'Asigurare', lot: '1', row: 2, known: 'Mentenanță, Dezafectare' }],
    ['a lot that counts no costs', csv('Felinar SRL;2;Mentenanță;;100'), 'costs.unknown', { lot: '2', known: '' }],
    ['the same cost twice', csv('Felinar SRL;1;Mentenanță;;100', ';1;Mentenanță;;200'), 'costs.twice', { bidder: 'Felinar SRL', row: 3 }],
    ['an amount for another time than the call asks', csv('Felinar SRL;1;Mentenanță;O dată, la început;100'), 'costs.otherTiming', { cost: 'Mentenanță', row: 2 }],
    ['a bidder without a bid', csv('Valahia SRL;1;Mentenanță;;100'), 'schedule.unknownBidder', { bidder: 'Valahia SRL' }],
    ['nobody at all', csv(';1;Mentenanță;;100'), 'schedule.noBidder', { row: 2 }],
  ])('refuse %s, and nothing is taken', async (_what, bytes, code, data) => {
    const started = await opened();
    const before = projectIn(started);
    await expect(take(started, bytes)).rejects.toMatchObject({ problem: { code, data } });
    expect(projectIn(started)).toBe(before);
  });
});

describe('costs in a file', () => {
  let folder = '';
  const at = (name: string): string => path.join(folder, name);
  beforeAll(async () => { folder = await mkdtemp(path.join(tmpdir(), 'caiet-costs-')); });
  afterAll(() => rm(folder, { recursive: true }));

  it('are taken into a package from the terminal, which verifies, and refused with one line', async () => {
    await writeFile(at('p.caiet.json'), packageOf(withCosts()));
    await writeFile(at('costuri.csv'), TWO_BIDDERS);
    const taken = await terminal(['import', at('costuri.csv'), '--as', 'costs', '--into', at('p.caiet.json'), '-o', at('cu.caiet.json')]);
    expect(taken).toMatchObject({ code: 0, stderr: '' });
    expect(answerOf(taken)).toMatchObject({ accepted: 3, written: at('cu.caiet.json'), rows: [{ bidder: 'Felinar SRL', cost: 'Mentenanță', amount: { amount: '12000.50', currency: 'RON' } }, {}, {}] });
    expect(costsOf(readPackage('x', await readFile(at('cu.caiet.json'))).projects[0]!.project)).toMatchObject({ b1: { care: lei(12_000.5) }, b2: { care: lei(10_000) } });
    expect(answerOf(await terminal(['verify', at('cu.caiet.json')]))).toMatchObject({ ok: true });
    await writeFile(at('rau.csv'), csv('Felinar SRL;1;Asigurare;;100'));
    const refused = await terminal(['import', at('rau.csv'), '--as', 'costs', '--into', at('p.caiet.json'), '-o', at('rau.caiet.json')]);
    expect(refused).toMatchObject({ code: 2, stdout: '', stderr: 'Apelul nu cere la lotul 1 costul „Asigurare” de pe rândul 2. Scrieți denumirea din apel: Mentenanță, Dezafectare.\n' });
    await expect(readFile(at('rau.caiet.json'))).rejects.toThrow('ENOENT');
  });

  it('come out of the form with the costs of the call in it, each with when it is paid', async () => {
    const filled = [{ lot: '1', cost: 'Mentenanță', timing: 'yearly' }, { lot: '1', cost: 'Dezafectare', timing: 'atEnd' }];
    const words = { ro: createTranslator('ro'), en: createTranslator('en'), own: 'ro' } as const;
    await writeFile(at('formular.xlsx'), await writeTemplate({ kind: 'costs', projectId: 'p', projectTitle: '', lotNumbers: ['1'], needTitles: [], filled }, words));
    const answer = answerOf<{ problems: { code: string; row: number }[] }>(await terminal(['import', at('formular.xlsx'), '--as', 'costs']));
    // Not filled in yet: only the amounts are missing.
    expect(answer.problems.map(({ code, row }) => [code, row])).toEqual([['cell.required', 4], ['cell.required', 5]]);
  });
});
