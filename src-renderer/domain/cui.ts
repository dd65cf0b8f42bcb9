/** The Romanian fiscal identification code (CUI, CIF). */

const KEY = [7, 5, 3, 2, 1, 7, 5, 3, 2];

/** The check digit of a code's other digits. */
export const cuiCheckDigit = (body: string): number => {
  const digits = body.padStart(KEY.length, '0');
  const sum = KEY.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return ((sum * 10) % 11) % 10;
};

/**
 * True for 2 to 10 digits, not beginning with zero and without the country prefix, whose last is the check digit: the
 * others times 7 5 3 2 1 7 5 3 2 from the right, times ten, modulo eleven, ten counting as zero. The rule is the one the
 * trade register assigns codes by (kept by ONRC; Law 359/2004 on registration); few codes from before it do not follow it.
 */
export const isCui = (text: string): boolean => /^[1-9]\d{1,9}$/.test(text) && cuiCheckDigit(text.slice(0, -1)) === Number(text.at(-1));
