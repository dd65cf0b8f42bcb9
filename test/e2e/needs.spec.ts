/** From a need to the requirement that answers it and the criterion that scores it; tables of both, and price schedules compared. */
import path from 'node:path';
import { expect, test } from './support/pages/caiet-test';
import { chooseFile, importButton } from './support/pages/imports';
import { expectSaved, goTo, heading, openDemo } from './support/pages/shell';

const csv = (...lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'));

test('a need is written, answered by a requirement, and both come in from tables', async ({ caiet, page }) => {
  await openDemo(page);
  await goTo(page, 'Nevoi');
  const needs = page.getByRole('list', { name: 'Lista nevoilor' });
  await expect(needs.locator(':scope > li')).toHaveCount(4);

  await test.step('written and answered by keys', async () => {
    await page.getByRole('button', { name: 'Adaugă o nevoie' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Nevoia', exact: true })).toBeFocused();
    await page.keyboard.type('Panouri care se aud');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Adaugă o cerință pentru această nevoie' }).focus();
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Cerințe')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Cerința', exact: true })).toBeFocused();
    await page.keyboard.type('Semnalul se aude de la 20 m.');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('listitem', { name: 'Semnalul se aude de la 20 m.' }).getByText('Panouri care se aud').first()).toBeVisible();
    await expectSaved(page);
  });

  await test.step('a table of needs comes in, and only once', async () => {
    await goTo(page, 'Nevoi');
    await expect(needs.locator(':scope > li')).toHaveCount(5);
    await page.getByRole('link', { name: 'Importă nevoi' }).click();
    const table = { name: 'nevoi.csv', bytes: csv('Nevoie;Problema;Prioritate', 'Treceri de pietoni;Nu se văd noaptea;Mare', 'Parcul;Stinge la zece;P9') };
    await chooseFile(caiet, table);
    await page.getByRole('button', { name: 'Continuă' }).click();
    await importButton(page).click();
    await expect(page.getByText('2 nevoi au intrat în proiect.')).toBeVisible();
    await page.getByRole('link', { name: 'Vezi nevoile' }).click();
    await expect(needs.locator(':scope > li')).toHaveCount(7);
    await page.getByRole('link', { name: 'Importă nevoi' }).click();
    await chooseFile(caiet, table);
    await page.getByRole('button', { name: 'Continuă' }).click();
    await expect(page.getByText('deja în proiect, lăsate deoparte: rândurile 2, 3.')).toBeVisible();
  });
});

test('price schedules of two bidders stand side by side with what is wrong in them', async ({ caiet, page }) => {
  await openDemo(page);
  await goTo(page, 'Oferte');
  await page.getByRole('link', { name: 'Liste de prețuri' }).click();
  await page.getByRole('link', { name: 'Importă liste de prețuri' }).first().click();
  await chooseFile(caiet, {
    name: 'liste.csv',
    bytes: csv(
      'Ofertant;Lot;Cod articol;Descriere;UM;Cantitate;Preț unitar;Valoare',
      'Felinar Sistem SA;1;A1;Corp LED;buc;620;1.900,00;1.178.000,00', 'Felinar Sistem SA;1;A2;Controler;buc;620;310,00;192.200,00', 'Felinar Sistem SA;1;A3;Montaj;buc;620;100,00;60.000,00',
      'Rețele Valahia SRL;1;A1;Corp LED;buc;620;1.700,00;1.054.000,00', 'Rețele Valahia SRL;1;A2;Controler;set;620;900,00;558.000,00',
    ),
  });
  await page.getByRole('button', { name: 'Continuă' }).click();
  await importButton(page).click();
  await page.getByRole('link', { name: 'Compară prețurile' }).click();
  const items = page.getByRole('grid', { name: 'Articole' }).or(page.getByRole('table', { name: 'Articole' }));
  await expect(items.getByText('total greșit')).toBeVisible();
  await expect(items.getByText('altă unitate')).toBeVisible();
  await expect(items.getByText('lipsește')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Caută un articol' }).fill('montaj');
  await expect(page.getByText('1 din 3 articole')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Caută un articol' }).fill('');
  const written = await caiet.nextSave(path.join(caiet.userData, 'comparatie.xlsx'));
  await page.getByRole('button', { name: 'Exportă comparația' }).click();
  await written();
});
