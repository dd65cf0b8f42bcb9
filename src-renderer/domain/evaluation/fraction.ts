/** Exact fractions of whole numbers: what points are before they are rounded, once. Never negative, never reduced. */
import type { DecimalString } from '../values';

export interface Fraction {
  readonly numerator: bigint;
  /** Above zero. */
  readonly denominator: bigint;
}

export const fraction = (numerator: bigint, denominator = 1n): Fraction => ({ numerator, denominator });

const NOT_NEGATIVE = /^(0|[1-9]\d*)(?:\.(\d+))?$/;

/** Decimal text as a fraction, exactly; null when it is negative or not decimal. */
export const fractionOf = (text: DecimalString): Fraction | null => {
  const match = NOT_NEGATIVE.exec(text);
  if (match === null) return null;
  const decimals = match[2] ?? '';
  return fraction(BigInt(`${match[1] ?? '0'}${decimals}`), 10n ** BigInt(decimals.length));
};

export const times = (left: Fraction, right: Fraction): Fraction =>
  fraction(left.numerator * right.numerator, left.denominator * right.denominator);

/** Rounded half up to two decimals, in hundredths. Scores and prices keep it far within whole `number`s. */
export const toHundredths = ({ numerator, denominator }: Fraction): number => Number((numerator * 200n + denominator) / (denominator * 2n));

/** Hundredths as text with both decimals: 8435 → `84.35`. */
export const hundredthsText = (hundredths: number): DecimalString => {
  const digits = String(hundredths).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

const SHOWN_DECIMALS = 6;
const SHOWN_SCALE = 10n ** BigInt(SHOWN_DECIMALS);

/** Cut (not rounded) after six decimals; needless zeros left out, but at least `least` decimals written. */
export const cutText = ({ numerator, denominator }: Fraction, least: number): DecimalString => {
  const digits = String((numerator * SHOWN_SCALE) / denominator).padStart(SHOWN_DECIMALS + 1, '0');
  const whole = digits.slice(0, -SHOWN_DECIMALS);
  const decimals = digits.slice(-SHOWN_DECIMALS).replace(/0+$/, '').padEnd(least, '0');
  return decimals === '' ? whole : `${whole}.${decimals}`;
};
