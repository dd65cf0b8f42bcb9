/** Numbers as people type them: locale text to decimal text, never through a float. */
import type { DecimalString } from '../../domain/values';

interface Separators {
  readonly group: string;
  readonly decimal: string;
}

const separatorsOf = (tag: string): Separators => {
  const parts = new Intl.NumberFormat(tag, { useGrouping: true, minimumFractionDigits: 1 }).formatToParts(12345.6);
  const find = (type: string, fallback: string): string => parts.find((part) => part.type === type)?.value ?? fallback;
  return { group: find('group', ','), decimal: find('decimal', '.') };
};

const canonical = (sign: string, whole: string, fraction: string): DecimalString => {
  const units = whole.replace(/^0+(?=\d)/, '');
  const isZero = /^0*$/.test(units) && /^0*$/.test(fraction);
  return `${isZero ? '' : sign}${units === '' ? '0' : units}${fraction === '' ? '' : `.${fraction}`}`;
};

/**
 * Decimal text of what was typed, or null when it is not one number. The locale's separators come first; a lone
 * separator that cannot be grouping (`12.50` in Romanian) is read as the decimal one, because that is how calculators
 * print. Spaces, and the currency or unit around the number, are ignored by the caller, not here.
 */
export const parseDecimalText = (text: string, tag: string): DecimalString | null => {
  const { group, decimal } = separatorsOf(tag);
  const bare = text.replace(/[\s\u00A0\u202F']/g, '').replace(/^[−–]/, '-');
  const match = /^([+-]?)([\d.,]+)$/.exec(bare);
  const digits = match?.[2];
  if (digits === undefined) return null;
  const sign = match?.[1] === '-' ? '-' : '';
  const escape = (mark: string): string => (mark === '.' ? '\\.' : mark);
  const regular = new RegExp(`^(\\d+|\\d{1,3}(?:${escape(group)}\\d{3})+)?(?:${escape(decimal)}(\\d+))?$`).exec(digits);
  if (regular !== null && /\d/.test(digits)) return canonical(sign, (regular[1] ?? '').replaceAll(group, ''), regular[2] ?? '');
  const lone = /^(\d*)[.,](\d+)$/.exec(digits);
  return lone === null ? null : canonical(sign, lone[1] ?? '', lone[2] ?? '');
};
