/**
 * Exact decimals as whole numbers with a count of decimals. Bills of quantities have a hundred thousand numbers; whole
 * numbers of any size are exact and much faster than a decimal library for the little that is done with them here.
 */
import type { DecimalString } from '../values';

/** `digits` ÷ 10^`decimals`. */
export interface Scaled {
  readonly digits: bigint;
  readonly decimals: number;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Null for what is not decimal text. */
export const scaledOf = (text: DecimalString | null): Scaled | null => {
  const match = text === null ? null : DECIMAL.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '0', fraction = ''] = match;
  const digits = BigInt(whole + fraction);
  return { digits: sign === '-' ? -digits : digits, decimals: fraction.length };
};

const atDecimals = ({ digits, decimals }: Scaled, wanted: number): bigint => digits * 10n ** BigInt(wanted - decimals);

export const multiply = (left: Scaled, right: Scaled): Scaled => ({ digits: left.digits * right.digits, decimals: left.decimals + right.decimals });

export const plus = (left: Scaled, right: Scaled): Scaled => {
  const decimals = Math.max(left.decimals, right.decimals);
  return { digits: atDecimals(left, decimals) + atDecimals(right, decimals), decimals };
};

/** Below zero when `left` is less. */
export const compareScaled = (left: Scaled, right: Scaled): number => {
  const decimals = Math.max(left.decimals, right.decimals);
  const difference = atDecimals(left, decimals) - atDecimals(right, decimals);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** Half of the sum, exactly. */
export const middle = (left: Scaled, right: Scaled): Scaled => {
  const { digits, decimals } = plus(left, right);
  return { digits: digits * 5n, decimals: decimals + 1 };
};

/** Half up (0.5 away from zero) to so many decimals. */
export const rounded = (value: Scaled, decimals: number): Scaled => {
  if (value.decimals <= decimals) return { digits: atDecimals(value, decimals), decimals };
  const divisor = 10n ** BigInt(value.decimals - decimals);
  const size = value.digits < 0n ? -value.digits : value.digits;
  const whole = (size * 2n + divisor) / (divisor * 2n);
  return { digits: value.digits < 0n ? -whole : whole, decimals };
};

/** Decimal text without needless zeros after the `least` decimals. */
export const scaledText = ({ digits, decimals }: Scaled, least = 0): DecimalString => {
  const size = String(digits < 0n ? -digits : digits).padStart(decimals + 1, '0');
  const whole = decimals === 0 ? size : size.slice(0, -decimals);
  const fraction = (decimals === 0 ? '' : size.slice(-decimals)).replace(/0+$/, '').padEnd(least, '0');
  return `${digits < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
};

export const ZERO_SCALED: Scaled = { digits: 0n, decimals: 0 };
