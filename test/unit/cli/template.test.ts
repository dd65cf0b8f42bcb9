/** Forms and score sheets from the terminal: the ones the window makes, filled in and taken back. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { templateFor } from '../../../src-renderer/app/template-request';
import { costsAsked } from '../../../src-renderer/domain/cost-items';
import { callIntact } from '../../../src-renderer/domain/evaluator-sheet';
import { TEMPLATE_KINDS, type TemplateKind } from '../../../src-renderer/domain/ports/template-request';
import type { Project } from '../../../src-renderer/domain/project';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { readPackage } from '../../../src-renderer/exchange/read-package';
import { createTranslator } from '../../../src-renderer/i18n/translator';
import { TEMPLATE_COLUMNS } from '../../../src-renderer/spreadsheet/export/templates/template-columns';
import { writeTemplate } from '../../../src-renderer/spreadsheet/export/templates/write-template';
import { cost } from '../domain/fixtures';
import { committee, packageOf } from '../sheets/committee';
import { fillWorkbook } from '../sheets/fill-workbook';
import { answerOf, caiet } from './run-caiet';

let folder = '';
const at = (name: string): string => path.join(folder, name);
const projectIn = async (name: string): Promise<Project> => readPackage(name, await readFile(at(name)), { rulePack: RO_2026 }).projects[0]!.project;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'caiet-template-'));
  await caiet(['new', '--demo', '-o', at('demo.caiet.json')]);
  await writeFile(at('comisie.caiet.json'), packageOf(committee()));
});
afterAll(() => rm(folder, { recursive: true }));

/** Every column of the form is understood, without a map. */
const expectKnown = async (kind: TemplateKind, name: string): Promise<void> => {
  const { mapping } = answerOf<{ mapping: { headerRow: number; columns: Readonly<Record<string, string>> } }>(await caiet(['import', at(name), '--as', kind]));
  expect([mapping.headerRow, Object.values(mapping.columns)]).toEqual([3, TEMPLATE_COLUMNS[kind].map(({ field }) => field)]);
};

describe('caiet template', () => {
  it.each(TEMPLATE_KINDS)('writes the form of %s that the window writes, which is understood when it comes back', async (kind) => {
    const outcome = await caiet(['template', kind, at('demo.caiet.json'), '-o', at(`${kind}.xlsx`)]);
    const project = await projectIn('demo.caiet.json');
    const request = templateFor(kind, project);
    expect([outcome.code, answerOf(outcome)]).toEqual([0, { written: at(`${kind}.xlsx`), kind, project: project.id, filled: request.filled.length }]);
    const bytes = await readFile(at(`${kind}.xlsx`));
    expect(bytes.equals(await writeTemplate(request, { ro: createTranslator('ro'), en: createTranslator('en'), own: 'ro' }))).toBe(true);
    await expectKnown(kind, `${kind}.xlsx`);
  });

  it('without a package writes a form for any project', async () => {
    const outcome = await caiet(['template', 'needs', '-o', at('oricare.xlsx'), '--lang', 'en']);
    expect(answerOf(outcome)).toEqual({ written: at('oricare.xlsx'), kind: 'needs', project: null, filled: 0 });
    await expectKnown('needs', 'oricare.xlsx');
  });

  it.each([
    [['template', '-o', 'x.xlsx'], /felul formularului: bids, price-schedule, costs, needs, requirements, scores/],
    [['template', 'risks', '-o', 'x.xlsx'], /„risks”/],
    [['template', 'bids'], /-o/],
    [['template', 'bids', '-o', 'x.xlsx', '--evaluator', 'Ana'], /--evaluator/],
    [['template', 'scores', '-o', 'x.xlsx'], /fișier/],
    [['template', 'bids', 'one', 'two', '-o', 'x.xlsx'], /„two”/],
  ])('refuses %j with one line', async (words, sentence) => {
    const outcome = await caiet(words);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr.trim().split('\n')).toEqual([expect.stringMatching(sentence)]);
  });
});

describe('caiet template scores', () => {
  const REASON = 'Pagina 12 arată rezultatele măsurate în pilot, cu valori de pornire și țintă.';
  const ANSWERS = { D1: '19.05.2026', D2: 'Da', D3: 'Da', D4: 'Nu', D5: 'Nu', D6: 'Nu' };
  const handOut = (sheet: string, register: string, evaluator: string) =>
    caiet(['template', 'scores', at('comisie.caiet.json'), '-o', at(sheet), '--register', at(register), '--evaluator', evaluator, '--author', 'Ana Pop']);

  it('hands out a workbook that comes back into the package whose register has it', async () => {
    const { name } = (await projectIn('comisie.caiet.json')).evaluators['e1']!;
    const outcome = await handOut('e1.xlsx', 'registru.caiet.json', name.toUpperCase());
    expect(outcome.code).toBe(0);
    const answer = answerOf<{ handout: string; sha256: string }>(outcome);
    const { handouts } = await projectIn('registru.caiet.json');
    expect(Object.values(handouts!)).toMatchObject([{ id: answer.handout, evaluatorId: 'e1', form: 'workbook', fileName: 'e1.xlsx', sha256: answer.sha256 }]);
    expect((await caiet(['verify', at('registru.caiet.json')])).code).toBe(0);
    await writeFile(at('plin.xlsx'), await fillWorkbook(await readFile(at('e1.xlsx')), { level: () => 4, reason: REASON, answers: ANSWERS }));
    const taken = await caiet(['import', at('plin.xlsx'), '--as', 'scores', '--into', at('registru.caiet.json'), '-o', at('note.caiet.json')]);
    expect([taken.code, answerOf<{ accepted: number }>(taken).accepted > 0]).toEqual([0, true]);
    // The package it was made of knows nothing of it.
    const stranger = await caiet(['import', at('plin.xlsx'), '--as', 'scores', '--into', at('comisie.caiet.json'), '-o', at('nu.caiet.json')]);
    expect([stranger.code, answerOf<{ written: unknown }>(stranger).written]).toEqual([1, null]);
  });

  it('hands out a package where the name says so, without prices and with the call as it was frozen', async () => {
    expect((await handOut('e2.caiet.json', 'registru2.caiet.json', 'e2')).code).toBe(0);
    const { projects: [sheet], kind } = readPackage('e2.caiet.json', await readFile(at('e2.caiet.json')));
    expect([kind, callIntact(sheet!.project), Object.values(sheet!.project.bids).map(({ price }) => price)]).toEqual(['evaluator-sheet', true, Object.keys(sheet!.project.bids).map(() => null)]);
  });

  it('needs the register, knows the evaluators by name, and asks for no map on the way back', async () => {
    const unknown = await handOut('nimeni.xlsx', 'nimeni.caiet.json', 'Nimeni');
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('„Nimeni”')]);
    const without = await caiet(['template', 'scores', at('comisie.caiet.json'), '-o', at('fara.xlsx'), '--evaluator', 'e1']);
    expect([without.code, without.stderr]).toEqual([2, expect.stringContaining('--register')]);
    expect(await readdir(folder)).not.toEqual(expect.arrayContaining(['nimeni.xlsx']));
    const mapped = await caiet(['import', at('e1.xlsx'), '--as', 'scores', '--into', at('registru.caiet.json'), '-o', at('x.caiet.json'), '--map', at('harta.json')]);
    expect([mapped.code, mapped.stderr]).toEqual([2, expect.stringContaining('--map')]);
  });
});

describe('costs taken into a package', () => {
  it('follow a map as every other table', async () => {
    const project = committee();
    const [bid] = Object.values(project.bids);
    const withCosts: Project = {
      ...project, freezes: {},
      awardCriteria: { ...project.awardCriteria, total: cost('total', { costItems: { energy: { id: 'energy', position: 'a0', name: 'Energie', timing: 'yearly' } } }) },
    };
    expect(costsAsked(withCosts, bid!.lotId).map(({ name }) => name)).toEqual(['Energie']);
    await writeFile(at('costuri.caiet.json'), packageOf(withCosts));
    await writeFile(at('costuri.csv'), `Cine;Unde;Ce;Cât\n${project.bidders[bid!.bidderId]!.name};${project.lots[bid!.lotId]!.number};Energie;1200\n`);
    await writeFile(at('harta.json'), JSON.stringify({ columns: { A: 'bidder', B: 'lot', C: 'cost', D: 'amount' } }));
    const outcome = await caiet(['import', at('costuri.csv'), '--as', 'costs', '--into', at('costuri.caiet.json'), '-o', at('cu-costuri.caiet.json'), '--map', at('harta.json')]);
    expect([outcome.code, outcome.stderr]).toEqual([0, '']);
    expect((await projectIn('cu-costuri.caiet.json')).bids[bid!.id]?.costs).toEqual({ energy: { amount: 120_000, currency: 'RON' } });
  });
});
