/** Packages between computers: the same project on both, a dry run before anything is stored, and a way back. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { FILE_PART_BYTES } from '../../src-main/bridge/host-api';
import type { Project } from '../../src-renderer/domain/project';
import { writePackage } from '../../src-renderer/exchange/write-package';
import { HEAD, largeProjects } from '../bench/large-projects';
import { launchBrowserEdition } from './support/launch-browser';
import { lot } from './support/pages/call';
import { complaints, EDITIONS, expect, test } from './support/pages/caiet-test';
import { rankingLines, showRanking } from './support/pages/evaluation';
import { choose, confirmImport, exportPackage, inspectPackage, reviewOf, undoImport } from './support/pages/packages';
import { commandOf, expectTitles, projectRow, showShelf } from './support/pages/projects';
import { expectSaved, goTo, heading, openDemo, undo } from './support/pages/shell';
import { terminal } from './support/pages/terminal-door';

test.use({ ownBrowser: false });

const DEMO = 'Iluminat public inteligent';

const titleOf = (page: Page): Locator => lot(page, '1').getByRole('textbox', { name: 'Denumirea lotului' });

const rename = async (page: Page, title: string): Promise<void> => {
  await goTo(page, 'Apel');
  await titleOf(page).fill(title);
  await titleOf(page).press('Enter');
  await expectSaved(page);
};

const projectsIn = (file: string): readonly Project[] => (JSON.parse(readFileSync(file, 'utf8')) as { projects: readonly Project[] }).projects;

const rankingOf = async (page: Page): Promise<unknown> => {
  await goTo(page, 'Evaluare');
  await page.getByRole('tab', { name: 'Lotul 1:' }).click();
  await showRanking(page);
  return rankingLines(page);
};

for (const edition of EDITIONS) {
  test.describe(`from the ${edition} edition to another computer`, () => {
    test.use({ edition });

    test('the project arrives whole, with its history and its ranking, and goes on to leave the same', async ({ caiet, page, userData, shared }) => {
      await openDemo(page);
      await rename(page, 'Corpuri de iluminat, varianta a doua');
      const ranking = await rankingOf(page);
      const file = await exportPackage(caiet, 'drum.caiet.json');
      await caiet.close();

      const elsewhere = path.join(userData, 'alt calculator');
      mkdirSync(elsewhere);
      const other = await launchBrowserEdition(elsewhere, { shared });
      await inspectPackage(other, file);
      await expect(reviewOf(other.page, DEMO)).toContainText('nou aici');
      await expect(reviewOf(other.page, DEMO)).toContainText('Nu aveți acest proiect pe acest calculator.');
      await confirmImport(other.page);
      await other.page.getByRole('link', { name: 'Deschide', exact: true }).click();
      await expect(titleOf(other.page)).toHaveValue('Corpuri de iluminat, varianta a doua');
      expect(await rankingOf(other.page)).toEqual(ranking);
      await goTo(other.page, 'Fișa proiectului');
      await expect(other.page.getByRole('table', { name: 'Istoric' })).toContainText('Lotul 1 modificat');

      const again = await exportPackage(other, 'înapoi.caiet.json');
      expect(projectsIn(again)).toEqual(projectsIn(file));
      expect(terminal('verify', again)).toMatchObject({ exitCode: 0, json: { ok: true } });
      await inspectPackage(other, file);
      await expect(reviewOf(other.page, DEMO)).toContainText('la fel ca aici');
      await expect(other.page.getByRole('button', { name: 'Importă', exact: true })).toBeDisabled();
      expect(await complaints(other.page)).toEqual([]);
      await other.close();
    });
  });
}

test.describe('a package that differs from the project here', () => {
  test.beforeEach(async ({ caiet, page }) => {
    await openDemo(page);
    await rename(page, 'Cum era');
    await exportPackage(caiet, 'cum era.caiet.json');
    await rename(page, 'Cum este');
    await inspectPackage(caiet, path.join(caiet.userData, 'cum era.caiet.json'));
    await expect(reviewOf(page, DEMO)).toContainText('nimic nou');
  });

  test('says that nothing in it is new, what differs, and leaves the project alone', async ({ page }) => {
    const differences = page.getByRole('table', { name: 'Diferențele' });
    await expect(differences.getByRole('row').filter({ has: page.getByRole('rowheader') })).toHaveCount(1);
    await expect(differences).toContainText('Cum este');
    await expect(differences).toContainText('Cum era');
    await expect(page.getByRole('button', { name: 'Importă', exact: true })).toBeDisabled();
    await expect(page.getByText('Toate proiectele sunt lăsate deoparte; nu este nimic de importat.')).toBeVisible();
    await goTo(page, 'Proiecte');
    await page.getByRole('link', { name: DEMO }).click();
    await expect(titleOf(page)).toHaveValue('Cum este');
  });

  test('taken in its place, it is one change that undo takes back', async ({ page }) => {
    await choose(page, DEMO, 'Ia varianta din pachet');
    await confirmImport(page);
    await page.getByRole('link', { name: 'Deschide', exact: true }).click();
    await expect(titleOf(page)).toHaveValue('Cum era');
    await undo(page).click();
    await expect(titleOf(page)).toHaveValue('Cum este');
    await expectSaved(page);
    await page.reload();
    await expect(titleOf(page)).toHaveValue('Cum este');
  });

  test('kept beside it, both are in the list', async ({ page }) => {
    await choose(page, DEMO, 'Păstrează amândouă');
    await confirmImport(page);
    await page.getByRole('link', { name: 'Mergi la proiecte' }).click();
    await expect(page.getByRole('link', { name: DEMO })).toHaveCount(2);
    await page.getByRole('link', { name: DEMO }).first().click();
    await expect(titleOf(page)).toHaveValue('Cum era');
  });
});

test.describe('in the desktop edition', () => {
  test.use({ edition: 'desktop' });

  test('a package larger than what crosses from the main process at a time comes in whole, and leaves whole', async ({ caiet, page }) => {
    const projects = largeProjects(60, 7_400_000);
    const bytes = writePackage({ ...HEAD, id: 'mare', projects });
    expect(bytes.length).toBeGreaterThan(FILE_PART_BYTES);
    const file = path.join(caiet.userData, 'mare.caiet.json');
    writeFileSync(file, bytes);
    await inspectPackage(caiet, file);
    await confirmImport(page);
    await page.getByRole('link', { name: 'Mergi la proiecte' }).click();
    const back = path.join(caiet.userData, 'înapoi.caiet.json');
    const written = await caiet.nextSave(back);
    await page.getByRole('button', { name: /^Exportă cele .* din listă$/u }).click();
    await written();
    expect(projectsIn(back)).toEqual(projectsIn(file));
    expect(terminal('verify', back)).toMatchObject({ exitCode: 0, json: { ok: true, digestMatches: true } });
  });
});

test('a package without its history is told about, and can still be taken in', async ({ caiet, page }) => {
  await openDemo(page);
  const file = await exportPackage(caiet, 'întreg.caiet.json');
  const project = projectsIn(file)[0]!;
  const bare = path.join(caiet.userData, 'fără istoric.caiet.json');
  writeFileSync(bare, writePackage({
    id: 'fara-istoric', kind: 'full', createdAt: '2026-03-02T08:00:00.000Z', producer: { app: 'Caiet', version: '0.1.0', deviceId: 'altul', authority: 'Comuna Exemplu' }, rulePack: null,
    projects: [{ project: { ...project, id: 'proiect-strain' }, history: [] }],
  }));
  await inspectPackage(caiet, bare);
  const problems = page.getByRole('table', { name: 'Ce trebuie știut despre pachet' });
  await expect(problems).toContainText(`Proiectul „${DEMO}” vine fără istoricul modificărilor. Se poate importa; istoricul lui începe de azi.`);
  await expect(problems).toContainText('de știut');
  await confirmImport(page);
  await page.getByRole('link', { name: 'Deschide', exact: true }).click();
  await goTo(page, 'Fișa proiectului');
  await expect(page.getByRole('table', { name: 'Istoric' })).toContainText('Proiect importat din fără istoric.caiet.json');
});

test('many projects are a list whose rows all appear; the last of them is left out, and the import is undone', async ({ caiet, page }) => {
  await openDemo(page);
  const project = projectsIn(await exportPackage(caiet, 'unul.caiet.json'))[0]!;
  const titles = Array.from({ length: 12 }, (_, index) => `Proiectul ${String(index + 1).padStart(2, '0')}`);
  const many = path.join(caiet.userData, 'multe.caiet.json');
  writeFileSync(many, writePackage({
    id: 'multe', kind: 'full', createdAt: '2026-03-02T08:00:00.000Z', producer: { app: 'Caiet', version: '0.1.0', deviceId: 'altul', authority: 'Comuna Exemplu' }, rulePack: null,
    projects: titles.map((title, index) => ({ project: { ...project, id: `proiect-${String(index).padStart(2, '0')}`, title }, history: [] })),
  }));
  await inspectPackage(caiet, many);
  const list = page.getByRole('table', { name: 'Proiectele din pachet' });
  for (const title of titles) await expect(list.getByRole('rowheader', { name: title })).toBeAttached();
  await list.getByRole('row', { name: titles[11]! }).getByRole('button', { name: /^Adaugă proiectul/u }).click();
  await page.getByRole('option', { name: 'Lasă-l deoparte' }).click();
  await page.getByRole('button', { name: 'Importă 11 proiecte' }).click();
  await expect(page.getByText('Pachetul a fost importat.')).toBeVisible();
  await undoImport(page);
  await goTo(page, 'Proiecte');
  await expectTitles(page, [DEMO]);
});

test('open data list the releases they will hold before they are exported', async ({ page }) => {
  await openDemo(page);
  await goTo(page, 'Schimb de pachete');
  const card = page.getByRole('region', { name: 'Date deschise OCDS' });
  const releases = card.getByRole('list').last().getByRole('listitem');
  await expect(releases).toHaveText([/: intenție anunțată$/u, /: apelul așa cum este acum/u]);
  await expect(card.getByText('Prefix OCID al autorității')).toBeVisible();
});

test('a save that is cancelled says nothing and leaves no file', async ({ caiet, page }) => {
  await openDemo(page);
  await goTo(page, 'Schimb de pachete');
  for (const button of ['Exportă pachetul', 'Exportă în Excel']) {
    await caiet.nextSave(null);
    await page.getByRole('button', { name: button, exact: true }).click();
    await expect(page.getByRole('button', { name: button, exact: true })).toBeEnabled();
  }
  await expect(page.getByRole('region', { name: 'Mesaje' }).getByRole('listitem')).toHaveCount(0);
  await expect(page.getByText(/^Salvat: /u)).toHaveCount(0);
  await caiet.nextOpen(null);
  await page.getByRole('link', { name: 'Verifică un pachet' }).click();
  await page.getByRole('button', { name: /^Aleg(?:e|eți) fișierul…$/u }).click();
  await expect(page.getByRole('alert').filter({ hasText: /\S/u })).toHaveCount(0);
  expect(existsSync(path.join(caiet.userData, 'null'))).toBe(false);
});

/** A project is copied and deleted for good; the review of the copy is on the screen. */
const lookAtCopyOfRemoved = async (page: Page): Promise<void> => {
  await openDemo(page);
  await rename(page, 'În copie');
  await goTo(page, 'Setări');
  await page.getByRole('button', { name: 'Scrie o copie acum' }).click();
  await expect(page.getByRole('table', { name: 'Lista copiilor' }).getByRole('rowheader').first()).toBeVisible();
  await goTo(page, 'Proiecte');
  await commandOf(page, DEMO, 'Mută în coș');
  await showShelf(page, 'Coș');
  await commandOf(page, DEMO, 'Șterge definitiv…');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Șterge definitiv' }).click();
  await expect(projectRow(page, DEMO)).toHaveCount(0);

  await goTo(page, 'Setări');
  await page.getByRole('table', { name: 'Lista copiilor' }).getByRole('button', { name: /^Vezi și readuce din/u }).first().click();
};

for (const edition of EDITIONS) {
  test.describe(`safety copies of the ${edition} edition`, () => {
    test.use({ edition });

    test('a project deleted for good comes back from a copy', async ({ page }) => {
      await lookAtCopyOfRemoved(page);
      await expect(heading(page, 'Import de pachet')).toBeVisible();
      await expect(reviewOf(page, DEMO)).toContainText('nou aici');
      await confirmImport(page);
      await page.getByRole('link', { name: 'Mergi la proiecte' }).click();
      await expectTitles(page, [DEMO]);
      await page.getByRole('link', { name: DEMO }).click();
      await expect(titleOf(page)).toHaveValue('În copie');
    });

    test('bringing a copy back is undone in one step: what it brought is in the bin, and can come out of it', async ({ page }) => {
      await lookAtCopyOfRemoved(page);
      await confirmImport(page);
      await undoImport(page);
      await goTo(page, 'Proiecte');
      await expectTitles(page, []);
      await showShelf(page, 'Coș');
      await expect(projectRow(page, DEMO)).toBeVisible();
      await commandOf(page, DEMO, 'Scoate din coș');
      // It leaves the bin once that is stored; a page that reloads before has not stored it.
      await expect(projectRow(page, DEMO)).toHaveCount(0);
      await page.reload();
      await expectTitles(page, [DEMO]);
    });
  });
}
