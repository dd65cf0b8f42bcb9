/** Two computers work on one project apart and carry files to each other: nothing is lost, and a person decides. */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { launchBrowserEdition } from './support/launch-browser';
import { lot } from './support/pages/call';
import { complaints, expect, test } from './support/pages/caiet-test';
import { expectFocusKept, pressWith } from './support/pages/keys';
import { confirmImport, exportPackage, inspectPackage, reviewOf, undoImport } from './support/pages/packages';
import { expectSaved, goTo, heading, nameYourself, openDemo } from './support/pages/shell';
import { terminal } from './support/pages/terminal-door';
import type { RunningApp } from './support/running-app';

test.use({ ownBrowser: false });

const DEMO = 'Iluminat public inteligent';

const titleOf = (page: Page, number: string): Locator => lot(page, number).getByRole('textbox', { name: 'Denumirea lotului' });
const valueOf = (page: Page, number: string): Locator => lot(page, number).getByRole('textbox', { name: 'Valoare estimată, fără TVA' });

const write = async (page: Page, field: Locator, text: string): Promise<void> => {
  await field.fill(text);
  await field.press('Enter');
  await expectSaved(page);
};

const conflictsInRail = (page: Page): Locator => page.getByRole('navigation').getByRole('link', { name: 'Conflicte' });

const openProject = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Deschide', exact: true }).click();
  await expect(heading(page, 'Apel')).toBeVisible();
};

/** The dry run of a file, taken in as proposed. */
const take = async (app: RunningApp, file: string): Promise<void> => {
  await inspectPackage(app, file);
  await confirmImport(app.page);
};

const saveReceipt = async (app: RunningApp, name: string): Promise<string> => {
  const file = path.join(app.userData, name);
  const written = await app.nextSave(file);
  await app.page.getByRole('button', { name: 'Salvează confirmarea' }).click();
  await written();
  await expect(app.page.getByRole('status').filter({ hasText: /^Salvat: / })).toBeVisible();
  return file;
};

test('two computers change one project apart, and what meets is decided by a person, by keys alone', async ({ caiet, page, userData, shared }) => {
  const elsewhere = path.join(userData, 'alt calculator');
  mkdirSync(elsewhere);
  const other = await launchBrowserEdition(elsewhere, { shared });

  await test.step('both have the project', async () => {
    await nameYourself(page, 'Ana Pop');
    await nameYourself(other.page, 'Dan Rus');
    await openDemo(page);
    await take(other, await exportPackage(caiet, 'plecare.caiet.json'));
    await openProject(other.page);
  });

  await test.step('each changes something of its own, and both the title of lot 1', async () => {
    await goTo(page, 'Apel');
    await write(page, titleOf(page, '1'), 'Corpuri de iluminat cu LED');
    await write(page, titleOf(page, '2'), 'Senzori de trafic');
    await write(other.page, titleOf(other.page, '1'), 'Corpuri de iluminat inteligente');
    await write(other.page, valueOf(other.page, '2'), '777000');
  });
  const sent = await exportPackage(other, 'de la Dan.caiet.json');

  await test.step('the dry run says what would change before anything does', async () => {
    await inspectPackage(caiet, sent);
    const review = reviewOf(page, DEMO);
    await expect(review).toContainText('se contopește, cu conflicte');
    await expect(review).toContainText('o valoare schimbată');
    await expect(review).toContainText('un conflict de hotărât; ambele valori se păstrează');
    await expect(review.getByRole('radio', { name: 'Contopește' })).toBeChecked();
    await expect(review.getByRole('row').filter({ hasText: 'Lotul 2, valoarea estimată' })).toContainText('777.000');
    const waiting = page.getByRole('table', { name: 'De hotărât' }).getByRole('row').filter({ hasText: 'Lotul 1, denumirea' });
    await expect(waiting).toContainText('Corpuri de iluminat cu LED');
    await expect(waiting).toContainText('Corpuri de iluminat inteligente');
  });

  await test.step('the import is undone in one step, and can be made again', async () => {
    await confirmImport(page);
    await expect(page.getByRole('link', { name: 'Vezi conflictele' })).toBeVisible();
    await expectFocusKept(page);
    await undoImport(page);
    await expect(page.getByText('Un proiect a revenit la ce era.')).toBeVisible();
    await expectFocusKept(page);
    await inspectPackage(caiet, sent);
    await expect(reviewOf(page, DEMO)).toContainText('se contopește, cu conflicte');
    await confirmImport(page);
  });
  const receipt = await saveReceipt(caiet, 'de la Ana.receipt.caiet.json');
  expect(readFileSync(receipt, 'utf8'), 'a receipt holds nothing of the project').not.toContain('Senzori de trafic');

  await test.step('both values wait, each with its author, and a few keys decide', async () => {
    await pressWith(page, page.getByRole('link', { name: 'Vezi conflictele' }), 'Enter');
    await expect(heading(page, 'Conflicte')).toBeVisible();
    await expect(conflictsInRail(page)).toContainText('1');
    const sides = page.getByRole('region', { name: 'Lotul 1, denumirea' }).getByRole('listitem');
    await expect(sides.filter({ hasText: 'Ana Pop, pe acest calculator' })).toContainText('LED');
    await expect(sides.filter({ hasText: 'Dan Rus, pe alt calculator' })).toContainText('inteligente');
    await pressWith(page, sides.filter({ hasText: 'Dan Rus' }).getByRole('button', { name: /^Păstrează această valoare/u }), 'Enter');
    await expect(page.getByText('Niciun conflict nu așteaptă.')).toBeVisible();
    await expectFocusKept(page);
    await expectSaved(page);
    await expect(conflictsInRail(page)).toHaveCount(0);
    await page.keyboard.press('Control+Z');
    await expect(conflictsInRail(page)).toContainText('1');
    await page.keyboard.press('Control+Shift+Z');
    await expect(conflictsInRail(page)).toHaveCount(0);
    await expectSaved(page);
  });

  await test.step('nothing of either side is missing', async () => {
    await goTo(page, 'Apel');
    await expect(titleOf(page, '1')).toHaveValue('Corpuri de iluminat inteligente');
    await expect(titleOf(page, '2')).toHaveValue('Senzori de trafic');
    await expect(valueOf(page, '2')).toHaveValue('777.000,00');
  });

  await test.step('the receipt tells the sender, and the decision travels back without a question', async () => {
    const decided = await exportPackage(caiet, 'hotărât.caiet.json');
    expect(terminal('verify', decided)).toMatchObject({ exitCode: 0, json: { ok: true } });
    await inspectPackage(other, receipt, 'Confirmare de primire');
    await other.page.getByRole('button', { name: 'Notează confirmarea' }).click();
    await expect(other.page.getByText('Un proiect este confirmat.')).toBeVisible();
    await other.page.getByRole('button', { name: 'Alege alt pachet' }).click();
    await inspectPackage(other, decided);
    await expect(reviewOf(other.page, DEMO)).toContainText('se contopește');
    await expect(reviewOf(other.page, DEMO)).not.toContainText('conflict');
    await confirmImport(other.page);
    await openProject(other.page);
    await expect(titleOf(other.page, '1')).toHaveValue('Corpuri de iluminat inteligente');
    await expect(titleOf(other.page, '2')).toHaveValue('Senzori de trafic');
    await inspectPackage(other, decided);
    await expect(reviewOf(other.page, DEMO)).toContainText('la fel ca aici');
  });
  expect(await complaints(other.page)).toEqual([]);
  await other.close();
});
