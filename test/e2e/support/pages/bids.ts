/** Bids written by hand. */
import { expect, type Locator, type Page } from '@playwright/test';

export interface BidFields {
  readonly bidder: string;
  /** In the reader's notation. */
  readonly price: string;
}

export const bidDialog = (page: Page, bidder: string): Locator => page.getByRole('dialog', { name: `Oferta depusă de ${bidder}` });

/** Adds a bid to the first lot, or the one the dialog proposes. */
export const addBid = async (page: Page, { bidder, price }: BidFields): Promise<void> => {
  await page.getByRole('button', { name: /^(?:Adaugă o ofertă|Sau scrieți oferta de mână)$/u }).first().click();
  await page.getByRole('textbox', { name: 'Denumirea ofertantului' }).fill(bidder);
  await page.getByRole('button', { name: 'Adaugă oferta' }).click();
  const dialog = bidDialog(page, bidder);
  await dialog.getByRole('textbox', { name: 'Preț', exact: true }).fill(price);
  await dialog.getByRole('button', { name: 'Gata' }).click();
  await expect(dialog).toHaveCount(0);
};

/** The table of a lot's bids. */
export const bidsOfLot = (page: Page, number: string): Locator => page.getByRole('table', { name: `Ofertele lotului ${number}` });
