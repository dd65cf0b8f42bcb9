/** What the tours share: stopping, and dialogs opened and closed again. */
import type { Page } from '@playwright/test';

/** Called on each stop with its name. */
export type AtStop = (name: string) => Promise<void>;

export const closeDialog = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').or(page.getByRole('alertdialog')).waitFor({ state: 'detached' });
};

export const closeAnyDialog = async (page: Page): Promise<void> => {
  if ((await page.getByRole('dialog').count()) > 0) await closeDialog(page);
};

export const withDialog = async (page: Page, opener: string | RegExp, at: () => Promise<void>): Promise<void> => {
  await page.getByRole('button', { name: opener }).first().click();
  await page.getByRole('dialog').or(page.getByRole('alertdialog')).waitFor();
  await at();
  await closeDialog(page);
};
