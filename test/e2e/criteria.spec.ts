/** A tree of criteria by keyboard, the freeze, and the change that is refused after it. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/pages/caiet-test';
import { addLot, openPart } from './support/pages/call';
import { createProject, goTo } from './support/pages/shell';

test.use({ ownBrowser: false });


const row = (page: Page, name: string): Locator => page.getByRole('listitem', { name, exact: true });

/** Adds something of the menu "Adaugă altceva" by its first letters. */
const addMore = async (page: Page, item: string): Promise<void> => {
  await page.getByRole('button', { name: 'Adaugă altceva' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: item }).focus();
  await page.keyboard.press('Enter');
};

const name = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
};

const weigh = async (page: Page, criterion: string, weight: string): Promise<void> => {
  await page.getByRole('textbox', { name: `Ponderea criteriului ${criterion}` }).fill(weight);
  await page.keyboard.press('Enter');
};

test('criteria become a tree by keys, are frozen, and then change no more', async ({ page }) => {
  await createProject(page, 'Iluminat');
  await addLot(page, { number: '1', title: 'Corpuri', estimatedValue: '100.000' });
  await openPart(page, 'Criterii');
  await test.step('a group with two criteria in it, put there by Alt and an arrow', async () => {
    await page.getByRole('button', { name: 'Adaugă preț' }).press('Enter');
    await name(page, 'Preț');
    await addMore(page, 'Grup de criterii');
    await name(page, 'Calitate tehnică');
    for (const criterion of ['Randament', 'Durată de viață']) {
      await page.getByRole('button', { name: 'Adaugă criteriu', exact: true }).press('Enter');
      await name(page, criterion);
      await page.keyboard.press('Alt+ArrowRight');
      await expect(row(page, criterion)).toHaveAttribute('aria-level', '2');
    }
    await page.keyboard.press('Alt+ArrowUp');
    await expect(page.getByRole('list', { name: 'Criterii de atribuire' }).locator('> li')).toHaveCount(4);
    expect(await page.getByRole('list', { name: 'Criterii de atribuire' }).locator('> li').evaluateAll((items) => items.map((item) => item.getAttribute('aria-label')))).toEqual(['Preț', 'Calitate tehnică', 'Durată de viață', 'Randament']);
  });
  await test.step('weights per level, each said where it does not sum to 100', async () => {
    await weigh(page, 'Preț', '40');
    await weigh(page, 'Calitate tehnică', '60');
    await weigh(page, 'Randament', '75');
    await weigh(page, 'Durată de viață', '20');
    await expect(page.getByText('În grupul „Calitate tehnică”, ponderile însumează 95 în loc de 100.', { exact: false })).toBeVisible();
    await weigh(page, 'Durată de viață', '25');
    await expect(row(page, 'Randament').getByText('45 % din total')).toBeVisible();
  });
  await test.step('frozen under a hash', async () => {
    await page.getByRole('button', { name: 'Îngheață apelul' }).press('Enter');
    const dialog = page.getByRole('alertdialog', { name: 'Înghețați apelul?' });
    await dialog.getByRole('button', { name: 'Îngheață apelul' }).press('Enter');
    await expect(page.getByText('Apelul este exact cel înghețat.')).toBeVisible();
    await expect(page.locator('.freeze-hash code')).toHaveText(/^[0-9a-f]{64}$/u);
  });
  await test.step('from then on it is read, not written, with the way that leads on', async () => {
    await expect(page.getByText('Apelul este înghețat (nr. 1): ce este mai jos se citește', { exact: false })).toBeVisible();
    const weight = page.getByRole('textbox', { name: 'Ponderea criteriului Preț' });
    await expect(weight).toHaveValue('40');
    await expect(weight).toHaveAttribute('readonly');
    await expect(page.getByRole('button', { name: 'Adaugă preț' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Temeiul legal: HG 395\/2016 art\. 55/u }).first()).toBeVisible();
  });
  await test.step('a recorded erratum opens it, and it is frozen again under another number', async () => {
    await page.getByRole('link', { name: 'La erate' }).press('Enter');
    await page.getByRole('button', { name: 'Adaugă erată' }).press('Enter');
    await page.getByRole('textbox', { name: 'Ce se schimbă' }).fill('Ponderea prețului');
    await openPart(page, 'Criterii');
    await page.getByRole('button', { name: 'Deschide apelul pentru erată' }).press('Enter');
    await weigh(page, 'Preț', '50');
    await weigh(page, 'Calitate tehnică', '50');
    await page.getByRole('button', { name: 'Îngheață apelul' }).press('Enter');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Îngheață apelul' }).press('Enter');
    await expect(page.getByText('Apelul este înghețat (nr. 2): ce este mai jos se citește', { exact: false })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Ponderea criteriului Preț' })).toHaveValue('50');
  });
  await test.step('the evaluation says that its rules are frozen only where there is something to rank', async () => {
    await goTo(page, 'Evaluare');
    await expect(page.getByText('Nicio ofertă încă', { exact: false }).or(page.getByRole('heading', { name: 'Evaluare' })).first()).toBeVisible();
  });
});
