/** Amounts of money as OCDS `Value` writes them: a JSON number in the currency's main unit. */
import { addMoney, moneyText } from '../../domain/money';
import type { Money } from '../../domain/values';
import { isOcdsCurrency } from './currency-codes';

export interface OcdsValue {
  readonly amount: number;
  readonly currency: string;
}

/**
 * Null for a currency the standard does not know. Up to `MAX_AMOUNT` an amount has at most 15 significant digits, so
 * the number is written back with exactly the digits it has here.
 */
export const ocdsValue = (money: Money): OcdsValue | null =>
  (isOcdsCurrency(money.currency) ? { amount: Number(moneyText(money)), currency: money.currency } : null);

/** The sum of amounts that are all known and all in one currency; null otherwise, since a part of a sum misleads. */
export const ocdsSum = (amounts: readonly (Money | null)[], currency: string): OcdsValue | null => {
  let total: Money = { amount: 0, currency };
  for (const amount of amounts) {
    if (amount === null || amount.currency !== currency) return null;
    total = addMoney(total, amount);
  }
  return amounts.length === 0 ? null : ocdsValue(total);
};
