/** Amounts as people write them: `1.234,56 lei`, `1,234.56`, `(1 234)`, `1234-`, `EUR 15,-`. Nothing is evaluated in binary. */
import { foldText } from '../../domain/fold-text';
import type { DecimalString } from '../../domain/values';

export type DecimalMark = ',' | '.';

interface Around {
  /** ISO 4217 code written beside the number; null when none is. */
  readonly currency: string | null;
  /** What the text says of VAT, `fără TVA` or `cu TVA`; null when nothing. */
  readonly vatIncluded: boolean | null;
}

export type NumberReading =
  /** `mark`: the decimal mark this text proves, null when it proves none. */
  | (Around & { readonly kind: 'number'; readonly value: DecimalString; readonly mark: DecimalMark | null })
  /** `1.234` or `1,234` alone: a thousand or one and a bit. Both readings, by which character would be the decimal mark. */
  | (Around & { readonly kind: 'ambiguous'; readonly readings: Readonly<Record<DecimalMark, DecimalString>> })
  | { readonly kind: 'notANumber' };

const NOT_A_NUMBER: NumberReading = { kind: 'notANumber' };

/** Folded words and signs → ISO 4217. */
const CURRENCIES: Readonly<Record<string, string>> = {
  lei: 'RON', leu: 'RON', ron: 'RON', '€': 'EUR', eur: 'EUR', euro: 'EUR', $: 'USD', usd: 'USD', dolari: 'USD', '£': 'GBP', gbp: 'GBP', lire: 'GBP',
  chf: 'CHF', huf: 'HUF', bgn: 'BGN', pln: 'PLN', czk: 'CZK', mdl: 'MDL', sek: 'SEK', dkk: 'DKK', nok: 'NOK', uah: 'UAH', rsd: 'RSD', try: 'TRY', jpy: 'JPY',
};
const CURRENCY_WORD = /(?:(?<![a-z])(?:lei|leu|ron|euro?|usd|dolari|gbp|lire|chf|huf|bgn|pln|czk|mdl|sek|dkk|nok|uah|rsd|try|jpy)(?![a-z])\.?)|[€$£]/g;

const WITHOUT_VAT = /(?:fara|exclusiv|excl\.?|plus|\+|without|excluding|net of) ?(?:de )?(?:t\.?v\.?a\.?|vat)/;
const WITH_VAT = /(?:cu|inclusiv|incl\.?|including|with) ?(?:t\.?v\.?a\.?|vat)|(?:t\.?v\.?a\.?|vat) inclus[ae]?|vat included/;

/** What a text, a heading or a number format says of currency and VAT. `null` currencies when two are named. */
export const readAround = (text: string): Around & { readonly rest: string; readonly currencies: number } => {
  let rest = foldText(text);
  let vatIncluded: boolean | null = null;
  for (const [pattern, included] of [[WITHOUT_VAT, false], [WITH_VAT, true]] as const) {
    if (!pattern.test(rest)) continue;
    vatIncluded ??= included;
    rest = rest.replace(pattern, ' ');
  }
  const found = new Set<string>();
  rest = rest.replace(CURRENCY_WORD, (word) => {
    found.add(CURRENCIES[word.replace('.', '')] ?? '');
    return ' ';
  });
  return { currency: found.size === 1 ? ([...found][0] ?? null) : null, vatIncluded, rest: rest.trim(), currencies: found.size };
};

/** `007,50` → `7.50`, `-0` → `0`: the domain's decimal text. */
const decimalText = (negative: boolean, whole: string, fraction: string): DecimalString => {
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  const text = fraction === '' ? digits : `${digits}.${fraction}`;
  return negative && /[1-9]/.test(text) ? `-${text}` : text;
};

const GROUPED: Readonly<Record<string, RegExp>> = { ',': /^\d{1,3}(,\d{3})+$/, '.': /^\d{1,3}(\.\d{3})+$/, ' ': /^\d{1,3}( \d{3})+$/, "'": /^\d{1,3}('\d{3})+$/ };
const PLAIN = /^\d+$/;

/** True when the characters are the digits of one number in groups of three, or without groups. */
const isWhole = (text: string, groups: string): boolean => PLAIN.test(text) || GROUPED[groups]?.test(text) === true;

type Digits = { readonly whole: string; readonly fraction: string; readonly mark: DecimalMark | null } | { readonly ambiguous: { readonly whole: string; readonly fraction: string; readonly mark: DecimalMark } } | null;

const otherMark = (mark: DecimalMark): DecimalMark => (mark === ',' ? '.' : ',');
const digitsOnly = (text: string): string => text.replace(/\D/g, '');

/** One kind of mark, used once: a decimal mark unless it stands where a thousands separator could. */
const readSingle = (text: string, mark: DecimalMark): Digits => {
  const at = text.indexOf(mark);
  const whole = text.slice(0, at);
  const fraction = text.slice(at + 1);
  if (!/^\d*$/.test(fraction) || (fraction === '' && whole === '')) return null;
  const group = /[ ']/.exec(whole)?.[0];
  if (group !== undefined) return isWhole(whole, group) ? { whole: digitsOnly(whole), fraction, mark } : null;
  if (!/^\d*$/.test(whole)) return null;
  const couldGroup = fraction.length === 3 && whole.length <= 3 && /^[1-9]/.test(whole);
  return couldGroup ? { ambiguous: { whole, fraction, mark } } : { whole, fraction, mark: fraction === '' ? null : mark };
};

/** Both marks: the last one is the decimal mark and stands once; the other one groups. */
const readBoth = (text: string): Digits => {
  const mark: DecimalMark = text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
  const at = text.lastIndexOf(mark);
  const whole = text.slice(0, at);
  const fraction = text.slice(at + 1);
  const valid = !whole.includes(mark) && isWhole(whole, otherMark(mark)) && /^\d*$/.test(fraction);
  return valid ? { whole: digitsOnly(whole), fraction, mark } : null;
};

const readDigits = (text: string): Digits => {
  if (!/\d/.test(text) || !/^[\d.,' ]+$/.test(text) || text.length > 40) return null;
  const commas = text.split(',').length - 1;
  const points = text.split('.').length - 1;
  if (commas > 0 && points > 0) return readBoth(text);
  const mark: DecimalMark | null = commas > 0 ? ',' : points > 0 ? '.' : null;
  if (mark === null) {
    const group = /[ ']/.exec(text)?.[0] ?? ' ';
    return isWhole(text, group) ? { whole: digitsOnly(text), fraction: '', mark: null } : null;
  }
  if (commas + points === 1) return readSingle(text, mark);
  return isWhole(text, mark) ? { whole: digitsOnly(text), fraction: '', mark: otherMark(mark) } : null;
};

/** Takes the sign off: `-`, a minus sign, a trailing minus, or brackets as accountants write. */
const readSign = (text: string): { readonly negative: boolean; readonly body: string } => {
  const bracketed = /^\((.*)\)$/.exec(text)?.[1];
  if (bracketed !== undefined) return { negative: true, body: bracketed.trim() };
  const withoutDash = text.replace(/([.,])(?:-{1,2}|–|—)$/, '');
  if (withoutDash !== text) return { ...readSign(withoutDash) };
  if (/^[-−–]/.test(text)) return { negative: true, body: text.slice(1).trim() };
  if (/[-−–]$/.test(text)) return { negative: true, body: text.slice(0, -1).trim() };
  return { negative: false, body: text.replace(/^\+/, '').trim() };
};

/** Reads text as one amount. Spaces of every kind, currency names and remarks on VAT may stand around it; a unit may not. */
export const readNumber = (text: string): NumberReading => {
  const { currency, vatIncluded, rest, currencies } = readAround(text);
  if (currencies > 1) return NOT_A_NUMBER;
  const { negative, body } = readSign(rest);
  const digits = readDigits(body);
  if (digits === null) return NOT_A_NUMBER;
  if (!('ambiguous' in digits)) return { kind: 'number', value: decimalText(negative, digits.whole, digits.fraction), mark: digits.mark, currency, vatIncluded };
  const { whole, fraction, mark } = digits.ambiguous;
  const grouped = decimalText(negative, whole + fraction, '');
  const split = decimalText(negative, whole, fraction);
  return { kind: 'ambiguous', readings: mark === ',' ? { ',': split, '.': grouped } : { '.': split, ',': grouped }, currency, vatIncluded };
};

/** Excel keeps 15 significant digits; what a double shows beyond them is noise: 1234.5599999999999 is 1234.56. */
export const cleanDouble = (value: number): DecimalString => {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value === 0 ? 0 : value);
  const shortest = String(value);
  // Sign, point and 14 digits: nothing to clean, which is nearly always so.
  if (shortest.length <= 16 && !shortest.includes('e')) return shortest;
  const [mantissa = '0', exponent = '0'] = value.toExponential(14).split('e');
  const digits = digitsOnly(mantissa).replace(/0+$/, '') || '0';
  const point = 1 + Number(exponent);
  const whole = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0');
  const fraction = point <= 0 ? '0'.repeat(-point) + digits : digits.slice(point);
  return decimalText(value < 0, whole, digits === '0' ? '' : fraction);
};

/** Beyond 15 digits Excel has put zeros for what was typed. */
export const hasLostDigits = (value: number): boolean => Math.abs(value) >= 1e15;
