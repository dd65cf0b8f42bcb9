/** Files on their way out: how far they are, a stop that is heard while they are made, and nothing left of what was stopped. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/pages/accessible';
import { expect, test } from './support/pages/caiet-test';
import { holdWorkers, letWorkersGo, makeHoldable } from './support/pages/held-workers';
import { expectSaved, expectStarted, goTo, openDemo } from './support/pages/shell';

test.use({ ownBrowser: false });

/** Files that take their time. */
const holdFiles = async (page: Page): Promise<void> => {
  await makeHoldable(page, 'fileMakers');
  await page.reload();
  await expectStarted(page);
};

const bar = (page: Page) => page.getByRole('progressbar', { name: 'Se pregătește fișierul' });
const stop = (page: Page) => page.getByRole('button', { name: 'Oprește' });

test.describe('an export that takes long', () => {
  test.beforeEach(async ({ page }) => {
    await holdFiles(page);
    await openDemo(page);
  });

  for (const [button, name] of [['Exportă OCDS', 'date.ocds.json'], ['Exportă pachetul public', 'date.public.caiet.json'], ['Exportă în Excel', 'registru.xlsx']] as const) {
    test(`shows how far it is, is stopped by keyboard, leaves no file, and can be made again: ${button}`, async ({ caiet, page }) => {
      await goTo(page, 'Schimb de pachete');
      await expect(page.getByText('Fișierul cuprinde câte o publicare')).toBeVisible();
      await holdWorkers(page);
      const file = path.join(caiet.userData, name);
      const written = await caiet.nextSave(file);
      await page.getByRole('button', { name: button, exact: true }).focus();
      await page.keyboard.press('Enter');
      await expect(bar(page)).toBeVisible();
      await expectAccessible(page, `while it is made: ${button}`);
      // The focus waits where the button was: the next stop of Tab is the button that stops.
      await page.keyboard.press('Tab');
      await expect(stop(page)).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(bar(page)).toHaveCount(0);
      await letWorkersGo(page);
      await expect(page.getByRole('button', { name: button, exact: true })).toBeEnabled();
      expect(existsSync(file)).toBe(false);

      await page.keyboard.press('Tab');
      await expect(page.getByRole('button', { name: button, exact: true })).toBeFocused();
      await page.keyboard.press('Enter');
      await written();
      expect(statSync(file).size).toBeGreaterThan(1000);
      await expect(page.getByRole('status').filter({ hasText: /^Salvat: / })).toBeVisible();
    });
  }

  test('asked for from the search of commands, it is shown in the corner, with its stop', async ({ page }) => {
    await holdWorkers(page);
    const files: string[] = [];
    page.on('download', (download) => files.push(download.suggestedFilename()));
    await page.keyboard.press('Control+k');
    await page.keyboard.type('registrul Excel');
    await page.getByRole('option', { name: 'Exportă registrul Excel al proiectului' }).click();
    const corner = page.getByRole('region', { name: 'Mesaje' });
    await expect(corner.getByRole('progressbar', { name: 'Se pregătește fișierul' })).toBeVisible();
    await expectAccessible(page, 'with a file under way in the corner');
    await corner.getByRole('button', { name: 'Oprește' }).click();
    await expect(corner.getByRole('listitem')).toHaveCount(0);
    await letWorkersGo(page);
    await expectSaved(page);
    expect(files).toEqual([]);
  });

  test('speaks English, too', async ({ page }) => {
    await page.getByRole('radio', { name: 'English' }).click();
    await holdWorkers(page);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Excel workbook');
    await page.getByRole('option', { name: 'Export the project’s Excel workbook' }).click();
    await expect(page.getByRole('progressbar', { name: 'Preparing the file' })).toBeVisible();
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect(page.getByRole('progressbar', { name: 'Preparing the file' })).toHaveCount(0);
    await letWorkersGo(page);
  });
});
