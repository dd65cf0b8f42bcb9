/** Stops of the tours where tables come in and are compared, and where there is nothing yet. */
import type { Page } from '@playwright/test';
import { bidRegister } from '../../../support/bid-register';
import type { RunningApp } from '../running-app';
import { chooseFile, goOnToCheck, importButton, openWizard, previewRow } from './imports';
import { createProject, goTo, heading } from './shell';
import type { AtStop } from './tour-stop';

const csv = (...lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'));

/** Price schedules: none yet, on their way in, side by side, and added up. */
export const schedules = async (app: RunningApp, at: AtStop): Promise<void> => {
  const { page } = app;
  await goTo(page, 'Oferte');
  await page.getByRole('link', { name: 'Liste de prețuri' }).click();
  await heading(page, 'Liste de prețuri').waitFor();
  await at('price schedules, none');
  await page.getByRole('link', { name: 'Importă liste de prețuri' }).first().click();
  await chooseFile(app, {
    name: 'formular F3.csv',
    bytes: csv('Formular F3', 'Ofertant: Felinar Sistem SA', 'Lot 1 - Corpuri de iluminat', 'Furnizor:;Felinar Filiala Sud SRL', 'Moneda:;RON', '', 'Cod articol;Descriere;UM;Cantitate;Preț unitar', 'A1;Corp LED;buc;620;1.900,00', 'A2;Montaj;buc;620;100,00'),
  });
  await page.getByRole('button', { name: 'Continuă' }).waitFor();
  await at('price schedules, table with lines above');
  await goOnToCheck(page);
  await at('price schedules, lines above');
  await goTo(page, 'Oferte');
  await page.getByRole('link', { name: 'Liste de prețuri' }).click();
  await page.getByRole('link', { name: 'Importă liste de prețuri' }).first().click();
  await chooseFile(app, {
    name: 'liste.csv',
    bytes: csv(
      'Ofertant;Lot;Cod articol;Descriere;UM;Cantitate;Preț unitar;Valoare',
      'Felinar Sistem SA;1;A1;Corp LED;buc;620;1.900,00;1.178.000,00', 'Felinar Sistem SA;1;A2;Montaj;buc;620;100,00;60.000,00',
      'Rețele Valahia SRL;1;A1;Corp LED;set;620;1.700,00;1.054.000,00', 'Senzorium Urban SRL;1;A1;Corp LED;buc;620;5.000,00;3.100.000,00',
    ),
  });
  await goOnToCheck(page);
  await at('price schedules, check');
  await importButton(page).click();
  await page.getByRole('link', { name: 'Compară prețurile' }).click();
  await page.getByRole('table', { name: 'Articole' }).getByText('Corp LED').waitFor();
  await at('price schedules, compared');
};

/** What the workers answer waits from now on; what they tell meanwhile is shown. */
const holdAnswers = (page: Page): Promise<void> => page.evaluate(() => {
  const method = 'addEventListener';
  const listen = EventTarget.prototype[method];
  const waiting: (() => void)[] = [];
  Object.defineProperty(Worker.prototype, 'addEventListener', {
    configurable: true,
    value: function add(this: Worker, type: string, listener: EventListener, options?: AddEventListenerOptions) {
      Reflect.apply(listen, this, [type, type === 'message' ? (event: Event) => waiting.push(() => listener.call(this, event)) : listener, options]);
    },
  });
  Object.defineProperty(window, 'testAnswers', {
    configurable: true,
    value: () => {
      Reflect.deleteProperty(Worker.prototype, 'addEventListener');
      for (const answer of waiting.splice(0)) answer();
    },
  });
});
const letAnswer = (page: Page): Promise<void> => page.evaluate(() => (window as unknown as { readonly testAnswers: () => void }).testAnswers());

/** A file still being read, a cell being corrected, two rows that repeat each other, and two tables on one sheet. */
export const correcting = async (app: RunningApp, at: AtStop): Promise<void> => {
  const { page } = app;
  await goTo(page, 'Oferte');
  await openWizard(page);
  await holdAnswers(page);
  await chooseFile(app, bidRegister({ bids: 4000, format: 'csv' }));
  await page.getByRole('table', { name: /^Primele rânduri/u }).waitFor();
  await at('import, first rows');
  await page.getByRole('button', { name: 'Oprește' }).click();
  await page.getByText('Citirea a fost oprită. Nu s-a păstrat nimic.').waitFor();
  await at('import, stopped');
  await letAnswer(page);
  await chooseFile(app, {
    name: 'repetat.csv',
    bytes: csv('Ofertant;Lot;Preț', 'Alfa SRL;1;100,00', 'ALFA srl;1;90,00', 'Beta SRL;2;nu știu', '', 'Stradă;Lungime;Lățime', 'Morii;300;3', 'Gării;200;2'),
  });
  await page.getByText(/^Rândurile 6–8: Stradă/u).waitFor();
  await at('import, several tables');
  await goOnToCheck(page);
  await page.getByRole('table', { name: 'Cele două rânduri, alăturate' }).waitFor();
  await at('import, repeated rows side by side');
  await previewRow(page, 2).getByRole('button', { name: 'Lasă deoparte rândul 2' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F2');
  await page.getByRole('table', { name: 'Rândurile din fișier' }).getByRole('textbox').waitFor();
  await at('import, a cell being corrected');
};

/** A project with nothing in it: every screen says what belongs there. */
export const nothingYet = async (page: Page, at: AtStop): Promise<void> => {
  await goTo(page, 'Proiecte');
  await createProject(page, 'Gol');
  for (const place of ['Nevoi', 'Cerințe', 'Apel', 'Oferte', 'Evaluare', 'Decizie', 'Documente'] as const) {
    await goTo(page, place);
    await at(`${place}, nothing yet`);
  }
};
