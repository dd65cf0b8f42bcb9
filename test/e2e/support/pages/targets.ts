/** Exchange targets, as a person uses them. */
import { expect, type Locator, type Page } from '@playwright/test';
import { heading } from './shell';

/** To the screen of the targets, by the rail. */
export const goToTargets = async (page: Page): Promise<void> => {
  const menu = page.getByRole('banner').getByRole('button', { name: 'Meniu' });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole('navigation').getByRole('link', { name: 'Locuri de schimb' }).click();
  await expect(heading(page, 'Locuri de schimb')).toBeVisible();
};

export type Part = 'De trimis' | 'Primite' | 'Locuri de schimb';

export const showPart = async (page: Page, part: Part): Promise<void> => {
  await page.getByRole('tab', { name: part }).click();
};

/** The dialog that prepares a place is open: gives it this name. */
export const nameTarget = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Cum se numește locul' }).fill(name);
  await page.getByRole('button', { name: 'Fă locul de schimb' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
};

export const targetCard = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

/** Ticks a project and sends it. */
export const sendTo = async (page: Page, name: string): Promise<void> => {
  await showPart(page, 'De trimis');
  await page.getByRole('checkbox', { name: new RegExp(`la „${name}”$`, 'u') }).click({ force: true });
  await expect(page.getByText('Ar pleca un pachet.')).toBeVisible();
  await page.getByRole('button', { name: `Trimite acum la „${name}”` }).click();
  await expect(page.getByText('Nu ar pleca nimic.')).toBeVisible();
};

/**
 * The browser's folder dialog answers with a folder of the origin's private files: a browser's own dialogs cannot be driven.
 */
export const answerFolderDialog = (page: Page, folder: string): Promise<void> => page.evaluate((name) => {
  Object.defineProperty(window, 'showDirectoryPicker', {
    configurable: true,
    value: async () => (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true }),
  });
}, folder);
