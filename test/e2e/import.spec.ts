/** The import of bid registers, whatever program made them and whoever filled them in. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { read } from 'xlsx';
import { bidRegister } from '../support/bid-register';
import { registerWith } from './support/files/messy-register';
import { oldCsv, savedAs, strangeWorkbook } from './support/files/other-registers';
import { bidDialog, bidsOfLot } from './support/pages/bids';
import { addLot } from './support/pages/call';
import { expect, test } from './support/pages/caiet-test';
import { holdWorkers, letWorkersGo, makeHoldable } from './support/pages/held-workers';
import { chooseFile, goOnToCheck, importButton, onDisk, openWizard, previewRow } from './support/pages/imports';
import { createProject, expectSaved, expectStarted, goTo, heading, undo } from './support/pages/shell';

test.use({ ownBrowser: false });

test.beforeEach(async ({ page }) => {
  await createProject(page, 'Registre');
  await addLot(page, { number: '1', title: 'Proiectare', estimatedValue: '150.000' });
  await addLot(page, { number: '2', title: 'Execuție', estimatedValue: '200.000' });
  await goTo(page, 'Oferte');
  await openWizard(page);
});

test('registers saved by other programs are read to the same rows', async ({ caiet, page }) => {
  for (const [bookType, extension] of [['biff8', 'xls'], ['xlsb', 'xlsb'], ['ods', 'ods'], ['fods', 'fods'], ['xlml', 'xls']] as const) {
    await test.step(bookType, async () => {
      const register = savedAs(bookType, extension);
      await chooseFile(caiet, register);
      await expect(page.getByRole('button', { name: /Rândul 5: Nr\. crt\. · Denumire ofertant/u })).toBeVisible();
      await goOnToCheck(page);
      await expect(importButton(page)).toHaveText('Importă 4 rânduri');
      for (const { row, bidder } of register.bids) await expect(previewRow(page, row)).toContainText(bidder);
      await page.getByRole('link', { name: 'Renunță' }).click();
      await expect(page.getByText('Nicio ofertă deocamdată')).toBeVisible();
      await page.getByRole('link', { name: 'Importă registrul' }).click();
    });
  }
});

test('a csv of an old Windows keeps its letters, and says how it was read', async ({ caiet, page }) => {
  await chooseFile(caiet, oldCsv());
  await expect(page.getByText('Text citit ca WINDOWS-1250, cu separatorul punct și virgulă.', { exact: false })).toBeVisible();
  await goOnToCheck(page);
  await importButton(page).click();
  await expect(page.getByText('Au intrat 2 oferte în proiect.')).toBeVisible();
  await page.getByRole('link', { name: 'Mergi la oferte' }).click();
  await expect(bidsOfLot(page, '1').getByRole('rowheader')).toContainText('Ţigăneşti Şantier SRL');
  await expect(bidsOfLot(page, '1')).toContainText('1.250,50');
  await expect(bidsOfLot(page, '2').getByRole('rowheader')).toContainText('Ştiinţă; şi Artă SA');
  await page.getByRole('searchbox', { name: 'Caută în oferte' }).fill('Țigănești');
  await expect(page.getByText('O ofertă găsită')).toBeVisible();
});

test('the sheet with the bids is found; a column is named by hand, a lot picked from the list, and the choice remembered', async ({ caiet, page }) => {
  await chooseFile(caiet, strangeWorkbook());
  await expect(page.getByRole('radio', { name: /^Deschidere/u })).toBeChecked();
  await expect(page.getByText('foaie ascunsă', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: /Rândul 2: Ofertant/u })).toBeVisible();
  await goOnToCheck(page);

  await test.step('the missing column is asked for, and given', async () => {
    await expect(page.getByText('Nicio coloană nu este aleasă pentru Preț. Alegeți mai jos, deasupra coloanei potrivite.')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Importă/u })).toBeDisabled();
    await page.getByRole('button', { name: 'Ce conține coloana Bani' }).click();
    await page.getByRole('option', { name: 'Preț', exact: true }).click();
    await expect(page.getByText('Nicio coloană nu este aleasă', { exact: false })).toHaveCount(0);
  });

  await test.step('the lot nobody knows is picked among those of the call', async () => {
    await expect(page.getByText('Lotul „7” nu există în proiect.', { exact: false }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Lotul corect' }).click();
    await page.getByRole('option', { name: '2: Execuție' }).click();
    await expect(importButton(page)).toHaveText('Importă 2 rânduri');
  });

  await importButton(page).click();
  await expect(page.getByText('Au intrat 2 oferte în proiect.')).toBeVisible();
  await expect(page.getByText('Celule corectate aici')).toBeVisible();

  await test.step('next time the column is known', async () => {
    await page.getByRole('button', { name: 'Importă alt fișier' }).click();
    await chooseFile(caiet, strangeWorkbook([140_000, 150_000]));
    await goOnToCheck(page);
    await expect(page.getByText('ca la importul trecut').first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Ce conține coloana Bani' })).toContainText('Preț');
  });
});

test('the same file again is recognised, and what is already in the project stays out', async ({ caiet, page }) => {
  const register = bidRegister({ bids: 3 });
  await chooseFile(caiet, register);
  await goOnToCheck(page);
  await importButton(page).click();
  await expect(page.getByText('Au intrat 3 oferte în proiect.')).toBeVisible();
  await page.getByRole('button', { name: 'Importă alt fișier' }).click();
  await chooseFile(caiet, register);
  await expect(page.getByText(/^Același fișier a fost importat la /u)).toBeVisible();
  await expect(page.getByText(/Atunci au intrat 3 oferte\./u)).toBeVisible();
  await goOnToCheck(page);
  await expect(page.getByText(/deja în proiect.*: rândurile 6, 7, 8/u)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Importă', exact: true })).toBeDisabled();
});

test('an import can be taken back later: untouched bids leave, those worked on stay', async ({ caiet, page }) => {
  const register = bidRegister({ bids: 4, lots: ['1'] });
  await chooseFile(caiet, register);
  await goOnToCheck(page);
  await importButton(page).click();
  await page.getByRole('link', { name: 'Mergi la oferte' }).click();
  const worked = register.bids[1]!.bidder;
  await page.getByRole('button', { name: `Modifică oferta depusă de ${worked}` }).click();
  await bidDialog(page, worked).getByRole('textbox', { name: 'Observații' }).fill('Verificat telefonic.');
  await bidDialog(page, worked).getByRole('button', { name: 'Gata' }).click();
  await expectSaved(page);

  await page.getByRole('button', { name: /^Anulează importul/u }).click();
  const question = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await expect(question).toContainText('Pleacă 3 oferte neatinse. Rămâne o ofertă modificată sau punctată între timp.');
  await question.getByRole('button', { name: 'Anulează importul' }).click();
  await expect(bidsOfLot(page, '1').getByRole('rowheader')).toHaveCount(1);
  await expect(bidsOfLot(page, '1').getByRole('rowheader')).toContainText(worked);
  await undo(page).click();
  await expect(bidsOfLot(page, '1').getByRole('rowheader')).toHaveCount(4);
});

test('leaving half-way, and going back to the steps behind, stores nothing', async ({ caiet, page }) => {
  await chooseFile(caiet, bidRegister({ bids: 3 }));
  await goOnToCheck(page);
  await page.getByRole('button', { name: '2 Foaie și antet' }).click();
  await goOnToCheck(page);
  await page.getByRole('button', { name: '1 Fișier' }).click();
  await expect(page.getByRole('button', { name: 'Alege fișierul…' })).toBeVisible();
  await page.getByRole('link', { name: 'Renunță' }).click();
  await expect(page.getByText('Nicio ofertă deocamdată')).toBeVisible();
  await page.reload();
  await expectStarted(page);
  await expect(page.getByText('Nicio ofertă deocamdată')).toBeVisible();
});

test('reading can be stopped; nothing is kept, and another file can be chosen', async ({ caiet, page }) => {
  await makeHoldable(page);
  await page.reload();
  await expectSaved(page);
  await holdWorkers(page);
  await chooseFile(caiet, bidRegister({ bids: 3 }));
  await expect(page.getByRole('progressbar', { name: /registru-oferte\.xlsx/u })).toBeVisible();
  await page.getByRole('button', { name: 'Oprește' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Citirea a fost oprită. Nu s-a păstrat nimic.' })).toBeVisible();
  await letWorkersGo(page);
  await chooseFile(caiet, bidRegister({ bids: 3 }));
  await goOnToCheck(page);
  await expect(importButton(page)).toHaveText('Importă 3 rânduri');
});

test('a file may be dropped onto the page', async ({ caiet, page }) => {
  const file = onDisk(caiet, bidRegister({ bids: 3 }));
  const box = (await page.getByText('Trageți aici fișierul cu ofertele').boundingBox())!;
  const devtools = await page.context().newCDPSession(page);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x, y, data: { items: [], files: [file], dragOperationsMask: 1 } });
  }
  await goOnToCheck(page);
  await expect(importButton(page)).toHaveText('Importă 3 rânduri');
});

test('two thousand rows are checked, scrolled through and imported as one change', async ({ caiet, page }) => {
  const register = bidRegister({ bids: 2000 });
  await chooseFile(caiet, register);
  await goOnToCheck(page);
  await expect(importButton(page)).toHaveText('Importă 2.000 de rânduri');
  const last = register.bids.at(-1)!;
  const table = page.getByRole('table', { name: 'Rândurile din fișier' });
  await table.evaluate((element) => { element.parentElement!.scrollTop = element.parentElement!.scrollHeight; });
  await expect(previewRow(page, last.row)).toContainText(last.bidder);
  expect(await table.getByRole('row').count()).toBeLessThan(100);
  await importButton(page).click();
  await expect(page.getByText('Au intrat 2.000 de oferte în proiect.')).toBeVisible({ timeout: 30_000 });
  await expectSaved(page);
  await page.getByRole('link', { name: 'Mergi la oferte' }).click();
  await expect(page.getByText('2.000 de oferte în 2 loturi')).toBeVisible();
  await undo(page).click();
  await expect(page.getByText('Nicio ofertă deocamdată')).toBeVisible();
  await expect(heading(page, 'Oferte')).toBeVisible();
});

test('any cell is corrected in place, a whole column at once, sums follow, and a marked copy goes back', async ({ caiet, page }) => {
  const register = registerWith([{ cell: 'D8', text: 'trei' }, { cell: 'D9', text: 'trei' }]);
  await chooseFile(caiet, register);
  await goOnToCheck(page);
  await expect(importButton(page)).toHaveText('Importă 4 rânduri');
  const table = page.getByRole('table', { name: 'Rândurile din fișier' });

  await test.step('by keyboard, from the row to the cell and into it', async () => {
    await previewRow(page, 6).getByRole('button', { name: 'Lasă deoparte rândul 6' }).focus();
    await page.keyboard.press('ArrowRight');
    const cell = table.getByRole('button', { name: 'Rândul 6, Ofertant: apăsați F2 pentru a corecta' });
    await expect(cell).toBeFocused();
    await page.keyboard.press('F2');
    await page.keyboard.type('Corectat SRL');
    await page.keyboard.press('Enter');
    await expect(cell).toContainText('Corectat SRL');
    await expect(cell).toBeFocused();
    await page.keyboard.press('F2');
    await page.keyboard.type('Altfel');
    await page.keyboard.press('Escape');
    await expect(cell).toContainText('Corectat SRL');
  });

  await test.step('a marked copy is saved', async () => {
    const copy = path.join(caiet.userData, 'copie.xlsx');
    const written = await caiet.nextSave(copy);
    await page.getByRole('button', { name: 'Salvează copia însemnată' }).click();
    await expect(page.getByText('Copia este salvată', { exact: false })).toBeVisible();
    await written();
    const sheet = read(readFileSync(copy)).Sheets['Registru oferte'];
    expect((sheet?.['D8'] as { readonly v?: unknown } | undefined)?.v).toBe('trei');
    expect(JSON.stringify(sheet)).toContain('Lotul „trei” nu există în proiect');
  });

  await test.step('one correction for both cells that read alike, and the sums of the file fit', async () => {
    await expect(page.getByText('toate rândurile:', { exact: false })).toBeVisible();
    await page.getByText('și în cealaltă celulă cu „trei” din coloană').click();
    await page.getByRole('button', { name: 'Lotul corect' }).click();
    await page.getByRole('option', { name: '2: Execuție' }).click();
    await expect(importButton(page)).toHaveText('Importă 6 rânduri');
    await expect(page.getByText('ca totalul din fișier, rândul 12')).toBeVisible();
  });
});

test('of two tables on a sheet one is chosen, what is said of a column stays in sight, and the file comes out again', async ({ caiet, page }) => {
  const rows = ['Ofertant;Lot;Preț', ' Alfa SRL ;1;1.234', 'Beta SRL;2;2.345', '', 'Criterii de atribuire', 'Criteriu;Punctaj', 'Calitate;60'];
  const file = { name: 'doua-tabele.csv', bytes: new TextEncoder().encode(rows.join('\r\n')) };
  await chooseFile(caiet, file);
  await expect(page.getByRole('radio', { name: /^Rândurile 1–3: Ofertant/u })).toBeChecked();
  await page.getByText(/^Rândurile 5–7: Criterii de atribuire/u).click();
  await expect(page.getByRole('button', { name: /Rândul 6: Criteriu · Punctaj/u })).toBeVisible();
  await page.getByText(/^Rândurile 1–3: Ofertant/u).click();
  await expect(page.getByRole('button', { name: /Rândul 1: Ofertant · Lot/u })).toBeVisible();
  await goOnToCheck(page);
  await expect(page.getByText('ale altui tabel de pe foaie, lăsate deoparte: rândurile 5, 6, 7', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'În coloană, virgula desparte zecimalele' }).click();
  await page.getByRole('button', { name: 'Renunță la regula: Preț: virgula desparte zecimalele' }).click();
  await expect(importButton(page)).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
  await page.getByRole('button', { name: 'În coloană, virgula desparte zecimalele' }).click();
  await importButton(page).click();
  await expect(page.getByRole('row', { name: /^5–7 .*altui tabel/u })).toBeVisible();
  await expect(page.getByText('Ofertant (coloana A): spațiile de la capete au fost scoase din o celulă; de exemplu rândul 2, „␣Alfa SRL␣”.')).toBeVisible();
  await page.getByRole('link', { name: 'Mergi la oferte' }).click();
  const out = path.join(caiet.userData, 'iesit.csv');
  const written = await caiet.nextSave(out);
  await page.getByRole('button', { name: /^Scoate fișierul/u }).click();
  await written();
  expect(Buffer.compare(readFileSync(out), Buffer.from(file.bytes))).toBe(0);
});

test('a repeated row is shown beside the one it repeats', async ({ caiet, page }) => {
  const rows = [['Ofertant', 'Lot', 'Preț'], ['Alfa SRL', '1', '100,00'], ['ALFA srl', '1', '90,00']];
  await chooseFile(caiet, { name: 'repetat.csv', bytes: new TextEncoder().encode(rows.map((cells) => cells.join(';')).join('\n')) });
  await goOnToCheck(page);
  const pair = page.getByRole('table', { name: 'Cele două rânduri, alăturate' });
  await expect(pair.getByRole('row', { name: /^Preț 100,00 90,00 diferit/u })).toBeVisible();
  await expect(pair.getByRole('row', { name: /^Lot 1 1 la fel/u })).toBeVisible();
});

test('a screen left and come back to before the other one was drawn starts anew, as it does at leisure', async ({ caiet, page }) => {
  await chooseFile(caiet, bidRegister());
  await expect(page.getByRole('button', { name: 'Continuă' })).toBeEnabled();
  await page.evaluate(() => {
    const wizard = window.location.href;
    for (const place of [wizard.replace('/bids/import', '/bids'), wizard]) {
      const oldURL = window.location.href;
      window.history.pushState(null, '', place);
      window.dispatchEvent(new HashChangeEvent('hashchange', { oldURL, newURL: place }));
    }
  });
  await expect(page.getByRole('button', { name: 'Alege fișierul…' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Continuă' })).toHaveCount(0);
  await expect(heading(page, 'Import de oferte')).toBeFocused();
});
