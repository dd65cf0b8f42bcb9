/** Exact decimal arithmetic, configured once. Percentages, points and rates never touch binary floating point. */
import { Decimal } from 'decimal.js';
import { fail } from './problem';
import { decimalSchema, type DecimalString } from './values';

/** Far more digits than any amount or weight here needs, so that only division can ever be inexact. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -1000, toExpPos: 1000 });
export type Exact = Decimal;

/** Reads decimal text; throws `decimal.invalid` for anything else (exponents, grouping, NaN). */
export const decimal = (text: DecimalString): Exact => {
  if (!decimalSchema.safeParse(text).success) throw fail('decimal.invalid', { text });
  return new Exact(text);
};

/** Reads decimal text a record already holds; null instead of an error when it is not decimal after all. */
export const decimalOrNull = (text: DecimalString): Exact | null => (decimalSchema.safeParse(text).success ? new Exact(text) : null);

/** The exact value as text: no exponent, no needless zeros, no minus before zero. */
export const plainDecimal = (value: Exact): DecimalString => (value.isZero() ? '0' : value.toFixed());

/** Half up (0.5 away from zero) to a fixed number of decimals, all of them written: `12.30`. */
export const roundHalfUp = (value: Exact, places: number): DecimalString => {
  const rounded = value.toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
  return (rounded.isZero() ? rounded.abs() : rounded).toFixed(places);
};

export const ZERO: Exact = new Exact(0);
export const HUNDRED: Exact = new Exact(100);

/** The exact sum; zero for none. */
export const sum = (values: readonly Exact[]): Exact => values.reduce((total, value) => total.plus(value), ZERO);
