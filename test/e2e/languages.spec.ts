/** Romanian and English, both complete, switched while Caiet runs; and no sentence that no catalogue holds. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { INNOVATION_CODES } from '../../src-renderer/domain/cpv/innovation-codes';
import { createTranslator, type CatalogueName } from '../../src-renderer/i18n/translator';
import { read, utils } from 'xlsx';
import { ROOT } from './support/build';
import { registerWith } from './support/files/messy-register';
import { expect, test } from './support/pages/caiet-test';
import { expectSaved, openDemo } from './support/pages/shell';
import { terminal } from './support/pages/terminal-door';
import { isNotOurs, userData, visibleTexts, withoutData } from './support/pages/texts';
import { walk, type WalkedProject } from './support/pages/walk';
import type { RunningApp } from './support/running-app';

test.use({ ownBrowser: false });

const BIDDER = 'Senzorium Urban SRL';
const REGISTER = registerWith([{ cell: 'E8', text: 'nu știu' }], 4);
/** The same in both languages. */
const SHARED = new Set(['Caiet', 'RO', 'EN', 'Română', 'English', 'Ctrl K', 'Total', 'E-mail', 'Active', 'Formula']);

/** Codes that stand beside a message: of languages, keys, and of a country before a number. */
const SHORT_NAMES = /^(?:RO|EN|Ctrl K|RO \d+ · )$/u;

/** Messages may stand inside messages. */
const withoutMessages = (text: string): string => {
  const rest = text.replace(/⟦[^⟦⟧]*⟧/gu, '');
  return rest === text ? rest : withoutMessages(rest);
};

const projectIn = (page: Page): string => /#\/p\/([^/]+)/u.exec(page.url())?.[1] ?? '';

/** What the demo, the rules and the register say is not the program's to translate. */
const dataOf = (app: RunningApp): ReadonlySet<string> => {
  const file = path.join(app.userData, 'demo.caiet.json');
  terminal('new', '--demo', '-o', file);
  const workbook = read(REGISTER.bytes);
  const rows = Object.values(workbook.Sheets).flatMap((sheet) => utils.sheet_to_json<readonly string[]>(sheet, { header: 1 }));
  // The choice of the header row shows the beginning of each candidate.
  const register = [REGISTER.name, ...workbook.SheetNames, ...rows, ...rows.map((cells) => cells.join(' · ').slice(0, 120))];
  return userData(JSON.parse(readFileSync(file, 'utf8')), JSON.parse(readFileSync(path.join(ROOT, 'assets/rules/ro-2026.json'), 'utf8')), register, INNOVATION_CODES);
};

const begin = async (page: Page): Promise<WalkedProject> => {
  await openDemo(page);
  await expectSaved(page);
  return { id: projectIn(page), bidder: BIDDER, criteria: ['Prețul ofertei', 'Interoperabilitate'], register: REGISTER };
};

type Texts = ReadonlyMap<string, readonly string[]>;

const textsIn = async (app: RunningApp, name: CatalogueName, project: WalkedProject): Promise<Texts> => {
  const found = new Map<string, readonly string[]>();
  await walk(app, createTranslator(name), project, async (stop) => { found.set(stop, await visibleTexts(app.page)); });
  return found;
};

test('switching the language while working changes every text of the program, on every screen', async ({ caiet, page }) => {
  test.setTimeout(120_000);
  const data = dataOf(caiet);
  const project = await begin(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'ro-RO');
  const romanian = await textsIn(caiet, 'ro', project);
  await page.getByRole('radio', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-IE');
  await expect(page).toHaveTitle(/^[^ăâîșț]+ · Caiet$/u);
  const english = await textsIn(caiet, 'en', project);

  for (const [stop, texts] of english) {
    const ours = texts.filter((text) => !isNotOurs(text, data));
    const before = new Set(romanian.get(stop));
    expect.soft(ours.filter((text) => before.has(text) && !SHARED.has(text)), `${stop}: the same in both languages`).toEqual([]);
    const foreign = ours.filter((text) => /[ăâîșț]/iu.test(withoutData(text, data)) && !SHARED.has(text));
    expect.soft(foreign, `${stop}: Romanian on an English screen`).toEqual([]);
  }

  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-IE');
  await page.getByRole('radio', { name: 'Română' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ro-RO');
});

test('every visible sentence comes from the catalogue', async ({ caiet, page }) => {
  test.setTimeout(120_000);
  const data = dataOf(caiet);
  const project = await begin(page);
  await page.goto(page.url().replace('/#', '/?pseudo#'));
  await expect(page.getByRole('banner').getByText('⟦Caiet⟧')).toBeVisible();
  for (const [stop, texts] of await textsIn(caiet, 'pseudo', project)) {
    const unmarked = texts.map(withoutMessages).filter((text) => !SHORT_NAMES.test(text) && !isNotOurs(text, data));
    expect.soft(unmarked, `${stop}: not from the catalogue`).toEqual([]);
  }
});

test('a file refused in English is refused in English', async ({ caiet, page }) => {
  await begin(page);
  await page.getByRole('radio', { name: 'English' }).click();
  const { t } = createTranslator('en');
  await page.evaluate((id) => { location.hash = `/p/${id}/bids/import`; }, projectIn(page));
  await expect(page.getByRole('heading', { level: 1, name: t('imports.title') })).toBeVisible();
  const file = path.join(caiet.userData, 'empty.xlsx');
  writeFileSync(file, '');
  await caiet.nextOpen(file);
  await page.getByRole('button', { name: t('app.chooseFile') }).click();
  await expect(page.getByRole('alert').filter({ hasText: t('problem.file.empty') })).toBeVisible();
});
