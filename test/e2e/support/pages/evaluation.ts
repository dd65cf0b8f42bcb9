/** Scores and ranking. */
import { expect, type Locator, type Page } from '@playwright/test';

export const scoreSheet = (page: Page): Locator => page.getByRole('grid', { name: 'Fișa de notare' });

/** Gives every missing score of the lot in view, the next number of `scores` each, going round. */
export const scoreEverything = async (page: Page, scores: readonly number[]): Promise<void> => {
  await page.getByRole('radio', { name: /^Note/u }).click();
  await scoreSheet(page).focus();
  const missing = scoreSheet(page).getByRole('gridcell', { name: /fără notă$/u });
  const count = await missing.count();
  for (let index = 0; index < count; index += 1) {
    await page.keyboard.press(String(scores[index % scores.length]));
    await page.keyboard.press('n');
  }
  await expect(missing).toHaveCount(0);
};

export const showRanking = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: 'Clasament' }).click();
  await expect(ranking(page)).toBeVisible();
};

export const ranking = (page: Page): Locator => page.getByRole('table', { name: 'Clasament' });

export interface RankedLine {
  readonly rank: string;
  readonly bidder: string;
  readonly price: string;
  readonly costEffectiveness: string;
  readonly transformativePotential: string;
  readonly total: string;
}

/** The ranking as it is read on the screen, numbers in the reader's notation. */
export const rankingLines = async (page: Page): Promise<readonly RankedLine[]> => {
  const rows = ranking(page).getByRole('row').filter({ has: page.getByRole('rowheader') });
  const lines = await rows.evaluateAll((elements) => elements.map((row) => {
    const cells = [...row.querySelectorAll('th, td')];
    const textOf = (index: number): string => (cells[index]?.textContent ?? '').trim();
    return {
      rank: textOf(0), bidder: (cells[1]?.querySelector('b')?.textContent ?? '').trim(), price: textOf(2),
      costEffectiveness: textOf(3), transformativePotential: textOf(4), total: textOf(5),
    };
  }));
  return lines;
};

/** `1.234,50` → `1234.50`, as packages and the terminal write it. */
export const plain = (shown: string): string => shown.replaceAll('.', '').replace(',', '.');

export const openCalculation = async (page: Page, bidder: string): Promise<Locator> => {
  await ranking(page).getByRole('button', { name: `Calcul ${bidder}` }).click();
  const dialog = page.getByRole('dialog', { name: `Calculul pentru ${bidder}` });
  await expect(dialog).toBeVisible();
  return dialog;
};
