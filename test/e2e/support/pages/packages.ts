/** Packages leaving and coming in. */
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningApp } from '../running-app';
import { goTo, heading } from './shell';

/** Writes the open project to a file of this name. */
export const exportPackage = async (app: RunningApp, name: string): Promise<string> => {
  const { page } = app;
  const file = path.join(app.userData, name);
  await goTo(page, 'Schimb de pachete');
  const written = await app.nextSave(file);
  await page.getByRole('button', { name: 'Exportă pachetul', exact: true }).click();
  await written();
  await expect(page.getByRole('status').filter({ hasText: /^Salvat: / })).toBeVisible();
  return file;
};

/** From the list of projects to the dry run of a file, or to what a receipt says. */
export const inspectPackage = async (app: RunningApp, file: string, shown: 'Import de pachet' | 'Confirmare de primire' | 'Fișă de evaluare' = 'Import de pachet'): Promise<void> => {
  const { page } = app;
  await goTo(page, 'Proiecte');
  await page.getByRole('link', { name: 'Importă un pachet' }).click();
  await expect(heading(page, 'Import de pachet')).toBeVisible();
  await app.nextOpen(file);
  await page.getByRole('button', { name: /^Aleg(?:e|eți) fișierul…$/u }).click();
  await expect(heading(page, shown)).toBeVisible();
  await expect(page.getByText(path.basename(file), { exact: true })).toBeVisible();
};

/** What the dry run says of one project. */
export const reviewOf = (page: Page, title: string): Locator => page.getByRole('region', { name: title, exact: true });

export const choose = (page: Page, title: string, choice: 'Adaugă proiectul' | 'Ia varianta din pachet' | 'Păstrează amândouă' | 'Lasă-l deoparte'): Promise<void> =>
  reviewOf(page, title).getByRole('radio', { name: choice }).check({ force: true });

export const confirmImport = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Importă (?:un proiect|[\d.]+ (?:de )?proiecte)$/u }).click();
  await expect(page.getByText('Pachetul a fost importat.')).toBeVisible();
};

export const undoImport = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Anulează importul' }).click();
  await expect(page.getByText('Pachetul a fost importat.')).toHaveCount(0);
};
