/** The commission at work: who is in it, the sheets that leave and come back, and one person scoring alone. */
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { RunningApp } from '../running-app';
import { scoreSheet } from './evaluation';
import { inspectPackage } from './packages';
import { heading } from './shell';

export const showStep = (page: Page, step: RegExp): Promise<void> => page.getByRole('radio', { name: step }).check({ force: true });

export interface Member {
  readonly name: string;
  readonly role: 'Președinte' | 'Membru' | 'Expert cooptat';
}

/** Names the next person, or first the one every project begins with. */
export const nameMember = async (page: Page, { name, role }: Member, opener: string | RegExp = 'Adaugă o persoană'): Promise<void> => {
  await page.getByRole('button', { name: opener }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Nume și prenume' }).fill(name);
  if (role !== 'Membru') {
    await dialog.getByRole('button', { name: /Calitatea în comisie/u }).click();
    await page.getByRole('option', { name: role }).click();
  }
  await dialog.getByRole('button', { name: 'Păstrează' }).click();
  await expect(dialog).toHaveCount(0);
};

/** Hands somebody's sheet out; answers with its file. */
export const handOut = async (app: RunningApp, name: string, form: 'pachet Caiet' | 'registru Excel'): Promise<string> => {
  const { page, userData } = app;
  const file = path.join(userData, `fișa ${name}.${form === 'pachet Caiet' ? 'caiet.json' : 'xlsx'}`);
  const written = await app.nextSave(file);
  await page.getByRole('button', { name: `Predă fișa: ${name}` }).click();
  await page.getByRole('menuitem', { name: `Predă ca ${form}` }).click();
  await written();
  return file;
};

/** Looks at a sheet that came back. */
export const lookAtReturned = async (app: RunningApp, file: string): Promise<void> => {
  const { page } = app;
  await app.nextOpen(file);
  await page.getByRole('button', { name: 'Ia o fișă întoarsă…' }).click();
  await expect(page.getByRole('heading', { name: 'Fișa întoarsă' })).toBeVisible();
};

export const takeReturned = async (app: RunningApp, file: string, name: string): Promise<void> => {
  await lookAtReturned(app, file);
  await app.page.getByRole('button', { name: 'Ia notele' }).click();
  await expect(app.page.getByText(`Fișa lui ${name} este luată`)).toBeVisible();
};

export interface OwnScores {
  /** As `18052026`: the day, typed into the field's segments. */
  readonly signedOn: string;
  /** Of `{bidder}, {criterion}`. */
  readonly levels: Readonly<Record<string, number>>;
  readonly reason: string;
}

const declare = async (page: Page, signedOn: string): Promise<void> => {
  await page.getByRole('button', { name: 'Fă declarația' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('spinbutton').first().focus();
  await page.keyboard.type(signedOn);
  for (const box of await dialog.getByRole('checkbox').all()) await box.check({ force: true });
  for (const no of await dialog.getByRole('radio', { name: 'Nu', exact: true }).all()) await no.check({ force: true });
  await dialog.getByRole('button', { name: 'Semnează declarația' }).click();
  await expect(dialog).toHaveCount(0);
};

/** On a computer of their own: opens the sheet, declares, scores by keys with a reason for each, and saves the file to send. */
export const scoreAlone = async (app: RunningApp, sheet: string, { signedOn, levels, reason }: OwnScores): Promise<string> => {
  const { page } = app;
  await inspectPackage(app, sheet, 'Fișă de evaluare');
  await page.getByRole('button', { name: 'Deschide fișa' }).click();
  await expect(heading(page, 'Fișa de evaluare')).toBeVisible();
  // Of the whole project there is nothing to go to, and no way out but the sheet.
  expect(await page.getByRole('navigation').getByRole('link').allTextContents()).toEqual(['Fișa de evaluare', 'Proiecte', 'Locuri de schimb', 'Setări']);
  await declare(page, signedOn);
  for (const [cell, level] of Object.entries(levels)) {
    await scoreSheet(page).getByRole('gridcell', { name: cell }).click();
    await page.keyboard.type(String(level));
    await page.keyboard.press('Enter');
    await page.keyboard.insertText(`${reason} ${cell}.`);
    await page.keyboard.press('Escape');
  }
  await expect(page.getByText('Toate notele sunt date.')).toBeVisible();
  await expect(scoreSheet(page).getByRole('gridcell', { name: /, cu motiv$/u })).toHaveCount(Object.keys(levels).length);
  const file = sheet.replace('fișa ', 'întoarsă ');
  const written = await app.nextSave(file);
  await page.getByRole('button', { name: 'Salvează fișa pentru trimitere' }).first().click();
  await written();
  return file;
};
