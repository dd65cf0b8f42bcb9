/** The import wizard. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningApp } from '../running-app';
import { heading } from './shell';

export interface FileToOpen {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Puts the file where the person would have it. */
export const onDisk = (app: RunningApp, { name, bytes }: FileToOpen): string => {
  const file = path.join(app.userData, name);
  writeFileSync(file, bytes);
  return file;
};

/** Answers the next dialog with the file and asks for it. */
export const chooseFile = async (app: RunningApp, file: FileToOpen): Promise<void> => {
  await app.nextOpen(onDisk(app, file));
  await app.page.getByRole('button', { name: 'Alege fișierul…' }).click();
};

/** From the bids of the project to the wizard's first step. */
export const openWizard = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Importă registrul' }).click();
  await expect(heading(page, 'Import de oferte')).toBeVisible();
};

/** To the check of the rows, with the header as it was recognised. */
export const goOnToCheck = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Continuă' }).click();
  await expect(page.getByRole('heading', { name: 'Pasul 3 din 4: Coloane și verificare' })).toBeAttached();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
};

/** The row of the preview with this number in the sheet. */
export const previewRow = (page: Page, row: number): Locator =>
  page.getByRole('table', { name: 'Rândurile din fișier' }).getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^(?:\\D*)${row}(?:\\D|$)`, 'u') }) });

export const importButton = (page: Page): Locator => page.getByRole('button', { name: /^Importă (?:un rând|[\d.]+ (?:de )?rânduri)$/u });
