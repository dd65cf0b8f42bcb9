/** After the award: the phases of a signed contract are recorded by keyboard, in both languages, and leave as open data. */
import { expect, test } from './support/pages/caiet-test';
import { expectFocusKept, pressWith } from './support/pages/keys';
import { expectSaved, goTo, heading } from './support/pages/shell';
import type { Locator, Page } from '@playwright/test';

test.use({ ownBrowser: false });

const choose = async (page: Page, field: Locator, beginning: string): Promise<void> => {
  await pressWith(page, field, 'Enter');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.type(beginning);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toHaveCount(0);
};

test('a phase of the contract is recorded by keyboard, taken back, recorded again, and told in the open data', async ({ page }) => {
  test.setTimeout(90_000);
  await page.getByRole('button', { name: 'Vezi o procedură încheiată' }).click();
  await expect(heading(page, 'Decizie')).toBeVisible();
  const card = page.getByRole('region', { name: 'Fazele contractului pentru lotul 1' });
  const second = card.getByRole('row', { name: /^Toată rețeaua/u });

  await test.step('the first phase was met and the next one is due', async () => {
    await expect(card.getByRole('row', { name: /^Zona-pilot/u })).toContainText('Atinsă');
    await expect(second).toContainText('Planificată');
  });

  await test.step('what is missing is said before anything is recorded', async () => {
    await pressWith(page, second.getByRole('button', { name: 'Consemnează faza „Toată rețeaua”' }), 'Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Planificat: Senzorii lucrează pe toți cei 64 km');
    await pressWith(page, dialog.getByRole('button', { name: 'Consemnează faza' }), 'Enter');
    await expect(dialog.getByRole('alert')).toContainText('Alegeți cum s-a încheiat faza');
  });

  await test.step('not met, with what was delivered, and the contract stops', async () => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Închide' }).focus();
    await choose(page, dialog.getByRole('button', { name: /Cum s-a încheiat/u }), 'Neatinsă');
    await pressWith(page, dialog.getByRole('textbox', { name: 'Ce s-a predat și cum s-a verificat' }), 'End');
    await page.keyboard.type('Șapte avarii din zece.');
    await choose(page, dialog.getByRole('button', { name: /Ce urmează după fază/u }), 'Contractul');
    await choose(page, dialog.getByRole('button', { name: /De ce se oprește/u }), 'costul');
    await pressWith(page, dialog.getByRole('button', { name: 'Consemnează faza' }), 'Enter');
    await expect(dialog).toHaveCount(0);
    await expectFocusKept(page);
    await expect(second).toContainText('Neatinsă');
    await expect(second).toContainText('Contractul se oprește aici');
    await expect(card.getByRole('row', { name: /^Predarea către echipele/u })).toContainText('Nu mai începe');
    await expect(page.getByText('Tot ce stă sub decizie este cum era când s-a decis.')).toBeVisible();
    await expectSaved(page);
  });

  await test.step('it is one change: undo takes all of it back, redo brings it', async () => {
    await page.keyboard.press('Control+Z');
    await expect(second).toContainText('Planificată');
    await page.keyboard.press('Control+Y');
    await expect(second).toContainText('Neatinsă');
  });

  await test.step('the open data tells of it after the report', async () => {
    await goTo(page, 'Schimb de pachete');
    await page.getByRole('radio', { name: 'Da, raportul este publicat' }).check({ force: true });
    await expect(page.getByRole('listitem').filter({ hasText: 'executarea contractului' })).toHaveCount(2);
  });

  await test.step('in English it reads the same', async () => {
    await page.getByRole('banner').getByRole('radio', { name: 'English' }).check({ force: true });
    await page.evaluate(() => { location.hash = location.hash.replace('exchange', 'decision'); });
    const there = page.getByRole('region', { name: 'Phases of the contract for lot 1' });
    await expect(there.getByRole('row', { name: /^Toată rețeaua/u })).toContainText('Not met');
    await expect(there.getByRole('row', { name: /^Predarea către echipele/u })).toContainText('Does not begin');
  });

  await test.step('a judgement is taken back, and what comes after begins again', async () => {
    const there = page.getByRole('region', { name: 'Phases of the contract for lot 1' });
    await pressWith(page, there.getByRole('button', { name: 'Correct the record of phase “Toată rețeaua”' }), 'Enter');
    const dialog = page.getByRole('dialog');
    await choose(page, dialog.getByRole('button', { name: /How it ended/u }), 'Scheduled');
    await pressWith(page, dialog.getByRole('button', { name: 'Save the correction' }), 'Enter');
    await expect(dialog).toHaveCount(0);
    for (const name of [/^Toată rețeaua/u, /^Predarea către echipele/u]) await expect(there.getByRole('row', { name })).toContainText('Scheduled');
  });
});
