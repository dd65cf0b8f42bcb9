/** Two windows of one profile, and a disk that refuses: nothing is lost without a word. */
import type { Locator, Page } from '@playwright/test';
import { lot, openPart, PRICE_CRITERION, setWeight, weight } from './support/pages/call';
import { expect, test } from './support/pages/caiet-test';
import { scoreSheet } from './support/pages/evaluation';
import { createProject, expectSaved, goTo, heading, openDemo, undo } from './support/pages/shell';
import { closeSecond, failWrites, secondWindow } from './support/pages/two-windows';

test.use({ ownBrowser: false });

const titleOf = (page: Page, number: string): Locator => lot(page, number).getByRole('textbox', { name: 'Denumirea lotului' });

const rename = async (page: Page, number: string, title: string): Promise<void> => {
  await titleOf(page, number).fill(title);
  await titleOf(page, number).press('Enter');
};

const notices = (page: Page): Locator => page.getByRole('region', { name: 'Mesaje' });
const banner = (page: Page): Locator => page.getByRole('alert').filter({ hasText: 'Ultima modificare nu s-a salvat.' });

test.describe('two windows', () => {
  test('what is changed in one is seen in the other: fields, scores, undo, and the list of projects', async ({ caiet, page }) => {
    await openDemo(page);
    const other = await secondWindow(caiet);
    await rename(page, '1', 'Corpuri LED');
    await expect(titleOf(other, '1')).toHaveValue('Corpuri LED');
    await setWeight(other, PRICE_CRITERION, '30');
    await openPart(page, 'Criterii');
    await expect(weight(page, PRICE_CRITERION)).toHaveValue('30');
    await undo(page).click();
    await expect(weight(other, PRICE_CRITERION)).toHaveValue('40');

    for (const window of [page, other]) {
      await goTo(window, 'Evaluare');
      await window.getByRole('tab', { name: 'Lotul 2:' }).click();
      await window.getByRole('radio', { name: /^Note/u }).click();
    }
    const missing = scoreSheet(other).getByRole('gridcell', { name: /fără notă$/u });
    await expect(missing).toHaveCount(1);
    await scoreSheet(page).focus();
    await page.keyboard.press('3');
    await expect(missing).toHaveCount(0);

    await goTo(other, 'Proiecte');
    await goTo(page, 'Proiecte');
    await createProject(page, 'Făcut în prima fereastră');
    await expect(other.getByRole('link', { name: 'Făcut în prima fereastră' })).toBeVisible();
    await closeSecond(other);
  });

  test('a change that meets a newer one is not stored over it, and that is said', async ({ caiet, page }) => {
    await openDemo(page);
    const other = await secondWindow(caiet);
    await other.evaluate(() => { window.testHoldsMessages = true; });
    await rename(page, '1', 'Scris întâi');
    await expectSaved(page);
    await expect(titleOf(other, '1')).not.toHaveValue('Scris întâi');
    await rename(other, '1', 'Scris a doua oară');
    await expect(notices(other)).toContainText('Proiectul a fost modificat în altă fereastră. Vedeți acum varianta cea mai nouă; ultima modificare făcută aici nu s-a păstrat.');
    await expect(titleOf(other, '1')).toHaveValue('Scris întâi');
    await expect(titleOf(page, '1')).toHaveValue('Scris întâi');
    await other.evaluate(() => { window.testHoldsMessages = false; });
    await rename(other, '1', 'Scris a doua oară');
    await expect(titleOf(page, '1')).toHaveValue('Scris a doua oară');
    await expectSaved(other);
    await closeSecond(other);
  });

  test('text being typed survives a change made elsewhere', async ({ caiet, page }) => {
    await openDemo(page);
    const other = await secondWindow(caiet);
    await titleOf(page, '1').fill('Încă nu am terminat');
    await rename(other, '2', 'Altceva');
    await expect(titleOf(page, '2')).toHaveValue('Altceva');
    await expect(titleOf(page, '1')).toHaveValue('Încă nu am terminat');
    await titleOf(page, '1').press('Enter');
    await expect(titleOf(other, '1')).toHaveValue('Încă nu am terminat');
    await closeSecond(other);
  });

  test('a project that another window deletes for good is closed with a sentence', async ({ caiet, page }) => {
    await openDemo(page);
    const other = await secondWindow(caiet);
    await goTo(page, 'Proiecte');
    const menu = (): Promise<void> => page.getByRole('button', { name: /^Comenzi pentru/u }).click();
    await menu();
    await page.getByRole('menuitem', { name: 'Mută în coș' }).click();
    await page.getByRole('radio', { name: 'Coș' }).click();
    await menu();
    await page.getByRole('menuitem', { name: 'Șterge definitiv…' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Șterge definitiv' }).click();
    await expect(heading(other, 'Proiectul nu se găsește')).toBeVisible();
    await expect(other.getByRole('main').getByText('Proiectul nu se mai găsește pe acest calculator.', { exact: false })).toBeVisible();
    await other.getByRole('link', { name: 'La lista proiectelor' }).click();
    await expect(heading(other, 'Proiecte')).toBeVisible();
    await closeSecond(other);
  });
});

test.describe('a disk that refuses', () => {
  test('when it is full, that is said, editing stops, and once there is room everything is stored', async ({ page }) => {
    await openDemo(page);
    await failWrites(page, 'QuotaExceededError');
    await rename(page, '1', 'Scris pe un disc plin');

    await expect(page.getByRole('banner').getByText('Nesalvat')).toBeVisible();
    await expect(banner(page)).toHaveCount(1);
    await expect(banner(page)).toContainText('Nu mai este loc pe disc și ultima modificare nu s-a putut salva. Eliberați spațiu, apoi apăsați Încearcă din nou.');
    await expect(titleOf(page, '1')).toHaveValue('Scris pe un disc plin');

    await page.getByRole('button', { name: 'Adaugă lot' }).click();
    await expect(notices(page)).toContainText('Modificările sunt oprite până când salvarea funcționează din nou.');
    await expect(lot(page, '3')).toHaveCount(0);

    await banner(page).getByRole('button', { name: 'Încearcă din nou' }).click();
    await expect(banner(page)).toBeVisible();

    await failWrites(page, undefined);
    await banner(page).getByRole('button', { name: 'Încearcă din nou' }).click();
    await expectSaved(page);
    await expect(banner(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'Adaugă lot' }).click();
    await expect(lot(page, '3')).toBeVisible();
    await expectSaved(page);
    await page.reload();
    await expect(titleOf(page, '1')).toHaveValue('Scris pe un disc plin');
  });

  test('when it is full, undo takes the unsaved change back and editing goes on', async ({ page }) => {
    await openDemo(page);
    const before = await titleOf(page, '1').inputValue();
    await failWrites(page, 'QuotaExceededError');
    await rename(page, '1', 'Nu încape');
    await expect(banner(page)).toBeVisible();
    await undo(page).click();
    await expect(banner(page)).toHaveCount(0);
    await expect(titleOf(page, '1')).toHaveValue(before);
    await failWrites(page, undefined);
    await rename(page, '2', 'Încape');
    await expectSaved(page);
  });

  test('when the connection to the data breaks, the way out is to open anew, with nothing lost', async ({ page }) => {
    await openDemo(page);
    await rename(page, '1', 'Salvat înainte');
    await expectSaved(page);
    await failWrites(page, 'UnknownError');
    await rename(page, '2', 'Scris după');
    await expect(banner(page)).toContainText('Legătura cu datele s-a întrerupt.');
    await banner(page).getByRole('button', { name: 'Deschide din nou' }).click();
    await expect(heading(page, 'Apel')).toBeVisible();
    await expect(titleOf(page, '1')).toHaveValue('Salvat înainte');
    await rename(page, '2', 'Merge mai departe');
    await expectSaved(page);
  });
});
