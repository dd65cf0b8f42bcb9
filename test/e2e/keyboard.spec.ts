/** The main tasks without ever touching a pointer. */
import type { Page } from '@playwright/test';
import { registerWith } from './support/files/messy-register';
import { lot, partLink, PRICE_CRITERION, weight, weightsSum } from './support/pages/call';
import { expect, test } from './support/pages/caiet-test';
import { ranking, scoreSheet } from './support/pages/evaluation';
import { importButton, onDisk } from './support/pages/imports';
import { expectFocusKept, pressWith, tabTo, typeOver } from './support/pages/keys';
import { expectSaved, expectStarted, heading } from './support/pages/shell';

test.use({ ownBrowser: false });

const openDemoByKeys = async (page: Page): Promise<void> => {
  await pressWith(page, page.getByRole('button', { name: 'Deschide proiectul demonstrativ' }), 'Enter');
  await expect(heading(page, 'Apel')).toBeVisible();
};

test.beforeEach(async ({ page }) => {
  // Whatever would need a pointer fails here: clicks of a mouse are swallowed, those of keys (which have no detail) pass.
  await page.addInitScript(() => {
    for (const type of ['mousedown', 'pointerdown']) window.addEventListener(type, (event) => { event.stopImmediatePropagation(); event.preventDefault(); }, true);
  });
  await page.reload();
  await expectStarted(page);
});

test('from a new project to the calculation behind a place, by keys alone', async ({ caiet, page }) => {
  test.setTimeout(120_000);
  await test.step('create a project', async () => {
    await pressWith(page, page.getByRole('button', { name: 'Proiect nou' }), 'Enter');
    await expect(page.getByRole('textbox', { name: 'Titlul proiectului' })).toBeFocused();
    await page.keyboard.type('Stație de epurare');
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Apel')).toBeVisible();
  });

  await test.step('add a lot', async () => {
    await pressWith(page, page.getByRole('button', { name: 'Adaugă primul lot' }), 'Enter');
    await expect(lot(page, '1').getByRole('textbox', { name: 'Denumirea lotului' })).toBeFocused();
    await page.keyboard.type('Epurare');
    await page.keyboard.press('Tab');
    await page.keyboard.type('150000');
    await page.keyboard.press('Enter');
    await expect(lot(page, '1').getByRole('textbox', { name: 'Valoare estimată, fără TVA' })).toHaveValue('150.000,00');
  });

  await test.step('criteria, a weight, and back to 100', async () => {
    await pressWith(page, partLink(page, 'Criterii'), 'Enter');
    await pressWith(page, page.getByRole('button', { name: 'Folosește criteriile-model' }), 'Enter');
    await expectFocusKept(page);
    await tabTo(page, weight(page, PRICE_CRITERION));
    await typeOver(page, '60');
    await page.keyboard.press('Enter');
    await expect(weightsSum(page)).toContainText('120 din 100');
    await tabTo(page, page.getByRole('button', { name: 'Adu suma la 100' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(weightsSum(page)).toContainText('100 din 100');
    await expectFocusKept(page);
  });

  await test.step('undo and redo', async () => {
    await page.keyboard.press('Control+Z');
    await expect(weightsSum(page)).toContainText('120 din 100');
    await page.keyboard.press('Control+Z');
    await expect(weight(page, PRICE_CRITERION)).toHaveValue('40');
    await page.keyboard.press('Control+Y');
    await page.keyboard.press('Control+Shift+Z');
    await expect(weight(page, PRICE_CRITERION)).toHaveValue('50');
  });

  await test.step('go to the import by name', async () => {
    await page.keyboard.press('Control+K');
    await expect(page.getByRole('searchbox', { name: 'Ce căutați' })).toBeFocused();
    await page.keyboard.type('import de oferte');
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Import de oferte')).toBeVisible();
  });

  await test.step('import a register and mend a cell', async () => {
    await caiet.nextOpen(onDisk(caiet, registerWith([{ cell: 'E8', text: '-' }], 3, ['1'])));
    await pressWith(page, page.getByRole('button', { name: 'Alege fișierul…' }), 'Enter');
    await expect(page.getByRole('heading', { name: 'Pasul 2 din 4: Foaie și antet' })).toBeFocused();
    await pressWith(page, page.getByRole('button', { name: 'Continuă' }), 'Enter');
    await expect(page.getByRole('heading', { name: 'Pasul 3 din 4: Coloane și verificare' })).toBeFocused();
    await tabTo(page, page.getByRole('textbox', { name: 'Valoarea corectă' }));
    await typeOver(page, '99.000');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Toate rândurile sunt în regulă.')).toBeVisible();
    await expectFocusKept(page);
    await tabTo(page, importButton(page), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Pasul 4 din 4: Raport' })).toBeFocused();
    await expect(page.getByText('Au intrat 3 oferte în proiect.')).toBeVisible();
  });

  await test.step('score with digits and arrows, write a reason, come back with Escape', async () => {
    await page.keyboard.press('Control+K');
    await page.keyboard.type('evaluare');
    await page.keyboard.press('Enter');
    await tabTo(page, scoreSheet(page));
    await page.keyboard.press('4');
    const selected = scoreSheet(page).getByRole('gridcell', { selected: true });
    await expect(selected).toHaveText('4');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('5');
    await expect(selected).toHaveText('5');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'De ce această notă' })).toBeFocused();
    await page.keyboard.type('Pagina 12: proba cerută este descrisă pas cu pas.');
    await page.keyboard.press('Escape');
    await expect(scoreSheet(page)).toBeFocused();
    await expect(selected).toHaveAccessibleName(/nota 5 din 5, cu motiv$/u);
    await page.keyboard.press('Delete');
    await expect(selected).toHaveAccessibleName(/fără notă$/u);
    await page.keyboard.press('Control+Z');
    await expect(selected).toHaveAccessibleName(/nota 5 din 5, cu motiv$/u);
    for (let cell = 0; cell < 19; cell += 1) {
      await page.keyboard.press('n');
      await page.keyboard.press(String(cell % 6));
    }
    await expect(page.getByText('21 din 21 de note date')).toBeVisible();
  });

  await test.step('open a calculation; Escape closes it and gives the focus back', async () => {
    await pressWith(page, page.getByRole('button', { name: 'Arată clasamentul' }), 'Enter');
    await expect(ranking(page)).toBeVisible();
    await expectFocusKept(page);
    const explain = ranking(page).getByRole('button', { name: /^Calcul/u }).nth(1);
    await tabTo(page, explain);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: /^Calculul pentru/u })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(explain).toBeFocused();
    await expectSaved(page);
  });
});

test('the palette goes to any place, record or command, closes with Escape and gives the focus back', async ({ page }) => {
  await openDemoByKeys(page);
  const search = page.getByRole('searchbox', { name: 'Ce căutați' });
  const goByName = async (words: string): Promise<void> => {
    await page.keyboard.press('Control+K');
    await expect(search).toBeFocused();
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await expect(search).toHaveCount(0);
  };

  await goByName('licurici lotul 2');
  await expect(heading(page, 'Oferte')).toBeVisible();
  await goByName('proiecte');
  await expect(heading(page, 'Proiecte')).toBeVisible();
  await goByName('iluminat public');
  await expect(heading(page, 'Apel')).toBeVisible();
  await goByName('intunecat');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  const addLot = page.getByRole('button', { name: 'Adaugă lot' });
  await tabTo(page, addLot);
  await page.keyboard.press('Control+K');
  await page.keyboard.type('zzzz');
  await expect(page.getByText('Nu se găsește nimic cu acest nume.', { exact: false })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(search).toHaveCount(0);
  await expect(addLot).toBeFocused();
});

test('every dialog of a project keeps the focus inside and gives it back', async ({ page }) => {
  await openDemoByKeys(page);
  const openers = [
    { place: 'oferte', opener: page.getByRole('button', { name: 'Adaugă o ofertă', exact: true }).first(), dialog: /^Ofertă nouă/u },
    { place: 'oferte', opener: page.getByRole('button', { name: /^Modifică oferta depusă de/u }).first(), dialog: /^Oferta depusă de/u },
    { place: 'apel', opener: page.getByRole('button', { name: 'Șterge lotul 1' }), dialog: 'Ștergeți lotul 1?' },
    { place: 'apel', opener: page.getByRole('button', { name: 'Ajutor: Loturi' }), dialog: /Loturi/u },
  ] as const;
  for (const { place, opener, dialog: name } of openers) {
    await page.keyboard.press('Control+K');
    await page.keyboard.type(place);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await pressWith(page, opener, 'Enter');
    const dialog = page.getByRole('dialog', { name }).or(page.getByRole('alertdialog', { name }));
    await expect(dialog).toBeVisible();
    for (let stop = 0; stop < 30; stop += 1) {
      await page.keyboard.press('Tab');
      expect(await dialog.evaluate((element) => element.contains(document.activeElement)), `Tab stays in ${String(name)}`).toBe(true);
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(opener).toBeFocused();
  }
});
