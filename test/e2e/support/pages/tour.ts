/** Every screen and dialog of the window, visited one after another in one project. */
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { changedApart, withOtherTitles } from '../files/changed-apart';
import { registerWith } from '../files/messy-register';
import type { RunningApp } from '../running-app';
import type { Edition } from './caiet-test';
import { lot, openPart } from './call';
import { openCalculation, ranking, showRanking } from './evaluation';
import { chooseFile, goOnToCheck, importButton } from './imports';
import { exportPackage } from './packages';
import { goTo, heading, openDemo } from './shell';
import { answerFolderDialog, goToTargets, nameTarget, showPart } from './targets';
import { restoring, server } from './tour-elsewhere';
import { closeDialog, withDialog, type AtStop } from './tour-stop';
import { correcting, nothingYet, schedules } from './tour-tables';

const call = async (page: Page, at: AtStop): Promise<void> => {
  await at('call');
  await withDialog(page, 'Ajutor: Loturi', () => at('help'));
  await withDialog(page, 'Șterge lotul 1', () => at('confirmation'));
  for (const part of ['Procedură', 'Calendar', 'Întrebări și erate'] as const) {
    await openPart(page, part);
    await at(`call, ${part}`);
  }
  await openPart(page, 'Criterii');
  await page.getByRole('button', { name: /^Arată detaliile: Prețul/u }).click();
  await page.getByRole('button', { name: /^Arată detaliile: Interop/u }).click();
  await at('call, criteria opened');
};

const bids = async (page: Page, at: AtStop): Promise<void> => {
  await goTo(page, 'Oferte');
  await at('bids');
  await withDialog(page, 'Adaugă o ofertă', () => at('new bid'));
  await withDialog(page, /^Modifică oferta depusă de Meridian/u, () => at('bid'));
};

/** Needs and requirements, one of each opened. */
const specification = async (page: Page, at: AtStop): Promise<void> => {
  for (const [place, name] of [['Nevoi', 'needs'], ['Cerințe', 'requirements']] as const) {
    await goTo(page, place);
    await page.locator('.record .disclosure-button').first().click();
    await at(name);
  }
};

/** Examining bids, deciding, and the documents of both. */
const decision = async (page: Page, at: AtStop): Promise<void> => {
  await goTo(page, 'Oferte');
  await page.getByRole('link', { name: 'Examinează ofertele' }).click();
  await heading(page, 'Examinarea ofertelor').waitFor();
  await at('examination');
  await page.getByRole('region', { name: /^Lotul 1:/u }).getByRole('link', { name: 'Rețele Valahia SRL' }).click();
  await heading(page, 'Rețele Valahia SRL').waitFor();
  await at('examination of a bid');
  await withDialog(page, 'Respinge oferta', () => at('rejection'));
  await withDialog(page, 'Adaugă o corectare', () => at('correction'));
  await goTo(page, 'Decizie');
  await at('decision, open');
  await page.getByRole('button', { name: 'Adaugă o ședință' }).click();
  await page.getByRole('button', { name: 'Ia decizia și blochează' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Ia decizia și blochează' }).click();
  await page.getByText('Tot ce stă sub decizie este cum era când s-a decis.').waitFor();
  await at('decision, made');
  await withDialog(page, 'Redeschide decizia', () => at('reopening'));
  await goTo(page, 'Documente');
  await at('documents');
  await page.getByRole('link', { name: 'Raportul procedurii' }).click();
  await heading(page, 'Raportul procedurii').waitFor();
  await at('document');
};

const imports = async (app: RunningApp, at: AtStop): Promise<void> => {
  const { page } = app;
  await page.getByRole('link', { name: 'Importă registrul' }).click();
  await heading(page, 'Import de oferte').waitFor();
  await at('import, file');
  await chooseFile(app, registerWith([{ cell: 'E8', text: 'nu știu' }, { cell: 'C9', text: 'RO 123' }], 8));
  await expect(page.getByRole('button', { name: 'Continuă' })).toBeEnabled();
  await at('import, table');
  await goOnToCheck(page);
  await at('import, check');
  await importButton(page).click();
  await page.getByText(/^Au intrat/u).waitFor();
  await at('import, report');
};

const evaluation = async (page: Page, at: AtStop): Promise<void> => {
  await goTo(page, 'Evaluare');
  await page.getByRole('tab', { name: 'Lotul 1:' }).click();
  await page.getByRole('radio', { name: /^Note/u }).click();
  await at('score sheet');
  await showRanking(page);
  await at('ranking');
  const bidder = await ranking(page).getByRole('rowheader').locator('b').first().textContent();
  await openCalculation(page, bidder ?? '');
  await at('calculation');
  await closeDialog(page);
  await page.getByRole('radio', { name: 'Robustețe' }).click();
  await expect(page.getByRole('heading', { level: 2 }).nth(2)).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await at('robustness');
};

/** `file`: the project in an earlier state. */
const packages = async (app: RunningApp, file: string, at: AtStop): Promise<void> => {
  const { page } = app;
  await goTo(page, 'Fișa proiectului');
  await at('project card');
  await page.getByRole('button', { name: /^(?:o valoare|\d+ (?:de )?valori)$/u }).first().click();
  await page.getByRole('dialog').waitFor();
  await at('history detail');
  await closeDialog(page);
  await goTo(page, 'Schimb de pachete');
  await at('exchange');
  await page.getByRole('link', { name: 'Verifică un pachet' }).click();
  await at('package, file');
  await app.nextOpen(file);
  await page.getByRole('button', { name: 'Alege fișierul…' }).click();
  await page.getByRole('radio', { name: 'Păstrează amândouă' }).waitFor({ state: 'attached' });
  await at('package, nothing new');
  await page.getByRole('button', { name: 'Alege alt pachet' }).click();
  await app.nextOpen(changedApart(file, path.join(app.userData, 'schimbat separat.caiet.json'), withOtherTitles));
  await page.getByRole('button', { name: 'Alege fișierul…' }).click();
  await page.getByRole('table', { name: 'De hotărât' }).waitFor();
  await at('package, dry run');
  await page.getByRole('button', { name: 'Importă un proiect' }).click();
  await page.getByText('Pachetul a fost importat.').waitFor();
  await at('package, receipt');
  await page.getByRole('link', { name: 'Vezi conflictele' }).click();
  await heading(page, 'Conflicte').waitFor();
  await at('conflicts');
};

const exchangeTargets = async (page: Page, at: AtStop): Promise<void> => {
  await goToTargets(page);
  await at('exchange targets, none');
  await answerFolderDialog(page, 'tur');
  await page.getByRole('button', { name: 'Folosește un dosar' }).click();
  await page.getByRole('textbox', { name: 'Cum se numește locul' }).waitFor();
  await at('exchange target, setting up');
  await nameTarget(page, 'Centrul regional');
  await page.getByRole('radio', { name: 'Singur, când este legătură' }).click({ force: true });
  await at('exchange targets');
  await showPart(page, 'De trimis');
  await page.getByRole('checkbox').first().waitFor({ state: 'attached' });
  await at('outbox');
  await showPart(page, 'Primite');
  await at('inbox');
};

const elsewhere = async (page: Page, at: AtStop): Promise<void> => {
  for (const [place, name] of [['Setări', 'settings'], ['Proiecte', 'projects']] as const) {
    await goTo(page, place);
    await at(name);
  }
  await withDialog(page, 'Proiect nou', () => at('new project'));
  await page.getByRole('button', { name: 'Caută sau du-te la…' }).click();
  await page.getByRole('searchbox', { name: 'Ce căutați' }).waitFor();
  await at('palette');
  await closeDialog(page);
};

interface Tour {
  readonly name: string;
  /** The edition that has all of it; the browser's unless said. */
  readonly edition?: Edition;
  /** From an empty list of projects. */
  readonly visit: (app: RunningApp, at: AtStop) => Promise<void>;
}

/** Together they visit everything. */
export const TOURS: readonly Tour[] = [
  {
    name: 'from the empty list to the imported bids',
    visit: async (app, at) => {
      await app.page.getByRole('heading', { name: 'Aici vor sta proiectele dumneavoastră' }).waitFor();
      await at('projects, empty');
      await openDemo(app.page);
      await call(app.page, at);
      await bids(app.page, at);
      await imports(app, at);
    },
  },
  {
    name: 'from the examination to the documents',
    visit: async (app, at) => {
      await openDemo(app.page);
      await specification(app.page, at);
      await decision(app.page, at);
    },
  },
  {
    name: 'from the decision to the phases of its contract',
    visit: async ({ page }, at) => {
      await page.getByRole('button', { name: 'Vezi o procedură încheiată' }).click();
      await heading(page, 'Decizie').waitFor();
      await at('decision, contract and phases');
      await withDialog(page, 'Consemnează faza „Toată rețeaua”', () => at('recording a phase'));
    },
  },
  {
    name: 'from the scores to the settings',
    visit: async (app, at) => {
      await openDemo(app.page);
      const file = await exportPackage(app, 'tur.caiet.json');
      await goTo(app.page, 'Apel');
      await lot(app.page, '1').getByRole('textbox', { name: 'Denumirea lotului' }).fill('Altă denumire');
      await evaluation(app.page, at);
      await packages(app, file, at);
      await exchangeTargets(app.page, at);
      await elsewhere(app.page, at);
    },
  },
  {
    name: 'from price schedules to the rows of a register',
    visit: async (app, at) => {
      await openDemo(app.page);
      await schedules(app, at);
      await correcting(app, at);
      await nothingYet(app.page, at);
    },
  },
  {
    name: 'from a server to a package of another computer',
    edition: 'desktop',
    visit: async (app, at) => {
      await openDemo(app.page);
      await server(app.page, at);
      await restoring(app, at);
    },
  },
];
