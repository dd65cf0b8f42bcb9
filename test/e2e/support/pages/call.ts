/** The call: its parts, lots and criteria. */
import { expect, type Locator, type Page } from '@playwright/test';

export const lot = (page: Page, number: string): Locator => page.getByRole('listitem', { name: `Lotul ${number}`, exact: true });

/** The names of the call's parts, as their links say them. */
export type CallPartName = 'Loturi și buget' | 'Procedură' | 'Criterii' | 'Calendar' | 'Întrebări și erate';

export const partLink = (page: Page, name: CallPartName): Locator => page.getByRole('navigation', { name: 'Părțile apelului' }).getByRole('link', { name });

/** From any part of the call to another. */
export const openPart = async (page: Page, name: CallPartName): Promise<void> => {
  await partLink(page, name).click();
  await expect(partLink(page, name)).toHaveAttribute('aria-current', 'page');
};

export interface LotFields {
  readonly number: string;
  readonly title: string;
  /** In the reader's notation. */
  readonly estimatedValue: string;
}

/** Adds a lot with the number Caiet proposes, which must be the one given. */
export const addLot = async (page: Page, { number, title, estimatedValue }: LotFields): Promise<void> => {
  await page.getByRole('button', { name: /^(?:Adaugă primul lot|Adaugă lot)$/u }).click();
  await lot(page, number).getByRole('textbox', { name: 'Denumirea lotului' }).fill(title);
  await lot(page, number).getByRole('textbox', { name: 'Valoare estimată, fără TVA' }).fill(estimatedValue);
  await lot(page, number).getByRole('textbox', { name: 'Valoare estimată, fără TVA' }).press('Enter');
};

export const PRICE_CRITERION = 'Prețul ofertei';

export const useTemplate = async (page: Page): Promise<void> => {
  await openPart(page, 'Criterii');
  await page.getByRole('button', { name: 'Folosește criteriile-model' }).click();
  await expect(page.getByRole('listitem', { name: PRICE_CRITERION })).toBeVisible();
};

export const weight = (page: Page, criterion: string): Locator => page.getByRole('textbox', { name: `Ponderea criteriului ${criterion}`, exact: true });

export const setWeight = async (page: Page, criterion: string, value: string): Promise<void> => {
  await openPart(page, 'Criterii');
  await weight(page, criterion).fill(value);
  await weight(page, criterion).press('Enter');
};

/** The sentence about the sum of the weights. */
export const weightsSum = (page: Page): Locator => page.getByRole('status').filter({ hasText: 'Suma ponderilor' });
