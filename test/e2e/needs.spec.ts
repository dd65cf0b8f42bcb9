/** From a need to the requirement that answers it and the criterion that scores it; tables of both, and price schedules compared. */
import path from 'node:path';
import { expectAccessible } from './support/pages/accessible';
import { expect, test } from './support/pages/caiet-test';
import { chooseFile, importButton } from './support/pages/imports';
import { expectSaved, goTo, heading, openDemo } from './support/pages/shell';

test.use({ ownBrowser: false });

const csv = (...lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'));

test('a need is written, answered by a requirement, and both come in from tables', async ({ caiet, page }) => {
  await openDemo(page);
  await goTo(page, 'Nevoi');
  const needs = page.getByRole('table', { name: 'Lista nevoilor' }).getByRole('row');
  await expect(needs).toHaveCount(4);

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
    await expect(page.getByRole('group', { name: 'Semnalul se aude de la 20 m.' }).getByText('Panouri care se aud').first()).toBeVisible();
    await expectSaved(page);
  });

  await test.step('a table of needs comes in, and only once', async () => {
    await goTo(page, 'Nevoi');
    await expect(needs).toHaveCount(5);
    await page.getByRole('link', { name: 'Importă nevoi' }).click();
    const table = { name: 'nevoi.csv', bytes: csv('Nevoie;Problema;Prioritate', 'Treceri de pietoni;Nu se văd noaptea;Mare', 'Parcul;Stinge la zece;P9') };
    await chooseFile(caiet, table);
    await page.getByRole('button', { name: 'Continuă' }).click();
    await importButton(page).click();
    await expect(page.getByText('2 nevoi au intrat în proiect.')).toBeVisible();
    await page.getByRole('link', { name: 'Vezi nevoile' }).click();
    await expect(needs).toHaveCount(7);
    await page.getByRole('link', { name: 'Importă nevoi' }).click();
    await chooseFile(caiet, table);
    await page.getByRole('button', { name: 'Continuă' }).click();
    await expect(page.getByText('deja în proiect, lăsate deoparte: rândurile 2, 3.')).toBeVisible();
  });
});

/** As many as a large specification has; a project may hold five thousand. */
const MANY = 3000;

test('of thousands of requirements only what is seen is drawn; searched, opened, moved and found by keys', async ({ caiet, page }) => {
  test.setTimeout(120_000);
  await openDemo(page);
  await goTo(page, 'Cerințe');
  const table = page.getByRole('table', { name: 'Lista cerințelor' });
  const before = await table.getByRole('row').count();
  await page.getByRole('link', { name: 'Importă cerințe' }).click();
  const lines = Array.from({ length: MANY }, (_, index) => `R${index + 1};Cerința cu numărul ${index + 1} se poate încerca la recepție;obligatorie`);
  await chooseFile(caiet, { name: 'cerințe.csv', bytes: csv('Cod;Cerință;Fel', ...lines) });
  await page.getByRole('button', { name: 'Continuă' }).click();
  await importButton(page).click({ timeout: 60_000 });
  await page.getByRole('link', { name: 'Vezi cerințele' }).click({ timeout: 60_000 });
  await expect(table).toHaveAttribute('aria-rowcount', String(before + MANY));
  expect(await table.getByRole('row').count()).toBeLessThan(60);

  await test.step('the end of the list, one opened, scrolled away and still open', async () => {
    const box = page.locator('.virtual-scroll').filter({ has: table });
    await box.focus();
    await page.keyboard.press('End');
    const last = table.getByRole('group', { name: `R${MANY}`, exact: true });
    await last.getByRole('button', { expanded: false }).focus();
    await page.keyboard.press('Enter');
    await expect(last.getByRole('textbox', { name: 'Cerința', exact: true })).toHaveValue(/cu numărul 3000 /u);
    await box.focus();
    await page.keyboard.press('Home');
    await expect(last).toHaveCount(0);
    await page.keyboard.press('End');
    await expect(last.getByRole('textbox', { name: 'Cerința', exact: true })).toBeVisible();
  });

  await test.step('one added is drawn at the end and has the focus', async () => {
    await page.getByRole('button', { name: 'Adaugă o cerință' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Cerința', exact: true }).and(page.locator(':focus'))).toHaveValue('');
    await page.keyboard.type('Ultima dintre toate');
    await page.keyboard.press('Tab');
    await expect(table).toHaveAttribute('aria-rowcount', String(before + MANY + 1));
  });

  await test.step('found by a word, and told how many are shown', async () => {
    await page.getByRole('searchbox', { name: 'Caută o cerință' }).fill('numărul 1500 ');
    await expect(table).toHaveAttribute('aria-rowcount', '1');
    await expect(table.getByRole('group', { name: 'R1500', exact: true })).toBeVisible();
  });
  await expectAccessible(page, 'requirements by the thousand');
});

test('a list of choices two thousand long opens at once: what is seen is drawn, the chosen one is found, letters lead to an option', async ({ caiet, page }) => {
  test.setTimeout(120_000);
  await openDemo(page);
  await goTo(page, 'Nevoi');
  await page.getByRole('link', { name: 'Importă nevoi' }).click();
  await chooseFile(caiet, { name: 'nevoi.csv', bytes: csv('Nevoie;Problema', ...Array.from({ length: 1900 }, (_, index) => `Strada ${index + 1};Se inundă`)) });
  await page.getByRole('button', { name: 'Continuă' }).click();
  await importButton(page).click({ timeout: 60_000 });
  await page.getByRole('link', { name: 'Vezi nevoile' }).click({ timeout: 60_000 });
  await goTo(page, 'Cerințe');
  const filter = page.getByRole('button', { name: /Nevoia arătată$/u });
  const options = page.getByRole('option');
  await filter.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'Toate nevoile' })).toBeFocused();
  expect(await options.count()).toBeLessThan(60);
  await page.keyboard.press('End');
  await expect(page.getByRole('option', { name: 'Strada 1900', exact: true })).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.type('strada 1234');
  await expect(page.getByRole('option', { name: 'Strada 1234', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(filter).toHaveText('Strada 1234');
  await expect(page.getByText('Nicio cerință nu corespunde.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'Strada 1234', exact: true, selected: true })).toBeVisible();
  await expectAccessible(page, 'a long list of choices');
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
      'Felinar Sistem SA;1;A1;Corp LED;buc;620;1.900,00;1.178.000,00', 'Felinar Sistem SA;1;A2;Controler;buc;620;310,00;192.200,00', 'Felinar Sistem SA;1;A3;Montaj;buc;620;100,00;60.000,00', 'Felinar Sistem SA;1;A4;Proiectare;buc;1;6.000.000,00;6.000.000,00',
      'Rețele Valahia SRL;1;A1;Corp LED;buc;620;1.700,00;1.054.000,00', 'Rețele Valahia SRL;1;A2;Controler;set;620;900,00;558.000,00', 'Rețele Valahia SRL;1;A4;Proiectare;buc;1;5.800.000,00;5.800.000,00',
      'Senzorium Urban SRL;1;A1;Corp LED;buc;620;5.000,00;3.100.000,00', 'Senzorium Urban SRL;1;A2;Controler;buc;620;320,00;198.400,00', 'Senzorium Urban SRL;1;A3;Montaj;buc;620;400,00;248.000,00', 'Senzorium Urban SRL;1;A4;Proiectare;buc;1;2.000.000,00;2.000.000,00',
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
  await expect(page.getByText('1 din 4 articole')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Caută un articol' }).fill('');

  await test.step('the lowest price, the median and what is far from it are marked', async () => {
    const row = (code: string) => items.getByRole('row').filter({ has: page.getByRole('rowheader', { name: code, exact: true }) });
    const cells = (code: string) => row(code).getByRole('cell').allInnerTexts().then((texts) => texts.map((text) => text.replace(/\s+/g, ' ').trim()));
    // Description, unit, quantity, three bidders as in the list of bids, lowest, median.
    await expect(row('A1')).toBeVisible();
    expect(await cells('A1')).toEqual(['Corp LED', 'buc', '620', '1.900,00', '1.700,00 cel mai mic', '5.000,00 mult peste mediană', '1.700,00', '1.900,00']);
    expect(await cells('A4')).toEqual(['Proiectare', 'buc', '1', '6.000.000,00', '5.800.000,00', '2.000.000,00 cel mai mic mult sub mediană', '2.000.000,00', '5.800.000,00']);
  });

  await test.step('sorted by value, by how far apart prices are, and as in the list, by keys', async () => {
    const codes = items.getByRole('rowheader');
    const sortBy = async (name: string): Promise<void> => {
      await page.getByRole('button', { name: 'Ordinea articolelor' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('option', { name }).focus();
      await page.keyboard.press('Enter');
    };
    await expect(codes).toHaveText(['A1', 'A2', 'A3', 'A4']);
    await sortBy('Cele mai valoroase întâi');
    await expect(codes).toHaveText(['A4', 'A1', 'A2', 'A3']);
    await sortBy('Cele mai diferite prețuri întâi');
    await expect(codes).toHaveText(['A3', 'A4', 'A1', 'A2']);
    await sortBy('Ca în listă');
    await expect(codes).toHaveText(['A1', 'A2', 'A3', 'A4']);
    await page.getByText('Numai articole de verificat').click();
    await expect(page.getByText(/din 4 articole/)).toBeVisible();
  });
  const written = await caiet.nextSave(path.join(caiet.userData, 'comparatie.xlsx'));
  await page.getByRole('button', { name: 'Exportă comparația' }).click();
  await written();
});
