/** Whether a line's total is its quantity times its unit price (Norms HG 395/2016 art. 134: arithmetic errors are corrected). */
import { compareScaled, multiply, rounded, scaledOf, scaledText, type Scaled } from './scaled';
import type { ScheduleLine } from './schedule-line';

/** Totals are written in hundredths of the currency. */
export const TOTAL_DECIMALS = 2;

/** Quantity × unit price, rounded half up to two decimals; null when one of them is missing. */
export const computedTotal = ({ quantity, unitPrice }: Pick<ScheduleLine, 'quantity' | 'unitPrice'>): Scaled | null => {
  const amount = scaledOf(quantity);
  const price = scaledOf(unitPrice);
  return amount === null || price === null ? null : rounded(multiply(amount, price), TOTAL_DECIMALS);
};

/** What the total should be, as text, when it is not that; null when it agrees or cannot be told. */
export const arithmeticError = (line: ScheduleLine): string | null => {
  const computed = computedTotal(line);
  const stated = scaledOf(line.total);
  if (computed === null || stated === null || compareScaled(computed, stated) === 0) return null;
  return scaledText(computed, TOTAL_DECIMALS);
};

/** What the line costs: its stated total, else quantity × unit price. */
export const lineTotal = (line: ScheduleLine): Scaled | null => scaledOf(line.total) ?? computedTotal(line);
