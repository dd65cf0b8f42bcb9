/** Money between decimal text and whole minor units, one currency at a time. */
import { fail } from './problem';
import type { DecimalString, Money } from './values';

/** The largest amount a field takes, in minor units: 999,999,999,999.99 lei. Beyond it lies a slipped finger. */
export const MAX_AMOUNT = 99_999_999_999_999;

/** ISO 4217 currencies (list one) whose minor unit is not the hundredth. The forint still has its two decimals there. */
const UNUSUAL_MINOR_UNITS: Readonly<Record<string, number>> = {
  BHD: 3, BIF: 0, CLF: 4, CLP: 0, DJF: 0, GNF: 0, IQD: 3, ISK: 0, JOD: 3, JPY: 0, KMF: 0, KRW: 0, KWD: 3, LYD: 3, OMR: 3,
  PYG: 0, RWF: 0, TND: 3, UGX: 0, UYI: 0, VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0,
};

/** How many decimals the currency is written with. */
export const minorUnits = (currency: string): number => UNUSUAL_MINOR_UNITS[currency] ?? 2;

const AMOUNT = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/;

/**
 * `1234.56` with `RON` → 123456 minor units. Never rounds. Throws `money.invalid` (not decimal text or not a currency
 * code), `money.tooPrecise` (data: decimals the currency has), `money.tooLarge` (data: limit as text).
 */
export const parseMoney = (amount: DecimalString, currency: string): Money => {
  const match = AMOUNT.exec(amount);
  if (match === null || !/^[A-Z]{3}$/.test(currency)) throw fail('money.invalid', { amount, currency });
  const [, sign = '', whole = '0', fraction = ''] = match;
  const decimals = minorUnits(currency);
  const significant = fraction.replace(/0+$/, '');
  if (significant.length > decimals) throw fail('money.tooPrecise', { amount, currency, decimals });
  const minor = BigInt(whole + significant.padEnd(decimals, '0'));
  if (minor > BigInt(MAX_AMOUNT)) throw fail('money.tooLarge', { amount, currency, limit: formatAmount(MAX_AMOUNT, currency) });
  const value = Number(minor);
  return { amount: sign === '-' && value !== 0 ? -value : value, currency };
};

const formatAmount = (amount: number, currency: string): DecimalString => {
  const decimals = minorUnits(currency);
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = decimals === 0 ? '' : `.${digits.slice(-decimals)}`;
  return `${amount < 0 ? '-' : ''}${whole}${fraction}`;
};

/** 123456 bani → `1234.56`, with all the decimals the currency has. */
export const moneyText = (money: Money): DecimalString => formatAmount(money.amount, money.currency);

const requireSameCurrency = (left: Money, right: Money): void => {
  if (left.currency !== right.currency) throw fail('money.currenciesDiffer', { left: left.currency, right: right.currency });
};

/** Throws `money.currenciesDiffer`, and `money.tooLarge` beyond what whole numbers hold exactly. */
export const addMoney = (left: Money, right: Money): Money => {
  requireSameCurrency(left, right);
  const amount = left.amount + right.amount;
  if (!Number.isSafeInteger(amount)) throw fail('money.tooLarge', { amount: String(amount), currency: left.currency, limit: formatAmount(MAX_AMOUNT, left.currency) });
  return { amount, currency: left.currency };
};

/** Below zero when `left` is less. Throws `money.currenciesDiffer`. */
export const compareMoney = (left: Money, right: Money): number => {
  requireSameCurrency(left, right);
  return left.amount - right.amount;
};
