/**
 * Numbers, money and dates as the reader's language writes them. Decimal text goes to `Intl` as text, so no digit
 * passes through a binary float.
 */
import { minorUnits, moneyText } from '../../domain/money';
import type { CivilDate, DecimalString, Instant, Money } from '../../domain/values';
import { useTranslator } from './language';

/** How many decimals `number` shows: at least `minimumFractionDigits`, and by default all that the text has. */
export interface NumberOptions {
  readonly minimumFractionDigits?: number;
  readonly maximumFractionDigits?: number;
}

export interface Format {
  /** `1.234,56 lei` in Romanian; the ISO code where the language has no common sign. */
  readonly money: (value: Money) => string;
  /** The amount alone, for columns whose header names the currency. */
  readonly amount: (value: Money) => string;
  readonly number: (value: DecimalString | number, options?: NumberOptions) => string;
  /** `value` is already per cent: `'40'` becomes `40 %`. */
  readonly percent: (value: DecimalString | number, options?: NumberOptions) => string;
  readonly date: (value: CivilDate) => string;
  /** Day and time on the reader's clock. */
  readonly instant: (value: Instant) => string;
  /** Time of day only. */
  readonly time: (value: Instant) => string;
  /** A size on disk, in the largest unit that keeps it above one. */
  readonly bytes: (value: number) => string;
}

const decimal = (value: DecimalString | number): Intl.StringNumericLiteral => String(value) as Intl.StringNumericLiteral;
/** The most every engine takes; records hold no more. */
const EVERY_DIGIT = 20;
const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

const formatBytes = (tag: string, value: number): string => {
  const step = Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3));
  const unit = BYTE_UNITS[step] ?? 'byte';
  return new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits: 1 }).format(value / 1000 ** step);
};

/** Makes each format once: making one costs a thousand times what using it does, and a table uses hundreds. */
const keptBy = (make: (key: string) => Intl.NumberFormat): ((key: string) => Intl.NumberFormat) => {
  const kept = new Map<string, Intl.NumberFormat>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    kept.set(key, made);
    return made;
  };
};

const keyOf = ({ minimumFractionDigits, maximumFractionDigits }: NumberOptions): string => JSON.stringify({ minimumFractionDigits, maximumFractionDigits });
const readOptions = (key: string): NumberOptions => JSON.parse(key) as NumberOptions;

/** The formats of one language. Pure apart from the time zone, which is the computer's. */
export const createFormat = (tag: string): Format => {
  const currencyFormat = keptBy((currency) => new Intl.NumberFormat(tag, {
    style: 'currency', currency, currencyDisplay: tag.startsWith('ro') ? 'narrowSymbol' : 'symbol', maximumFractionDigits: minorUnits(currency),
  }));
  const numberFormat = keptBy((options) => new Intl.NumberFormat(tag, { maximumFractionDigits: EVERY_DIGIT, ...readOptions(options) }));
  const percentFormat = keptBy((options) => new Intl.NumberFormat(tag, { style: 'unit', unit: 'percent', maximumFractionDigits: EVERY_DIGIT, ...readOptions(options) }));
  const number: Format['number'] = (value, options = {}) => numberFormat(keyOf(options)).format(decimal(value));
  const days = new Intl.DateTimeFormat(tag, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
  const instants = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  const times = new Intl.DateTimeFormat(tag, { timeStyle: 'short' });
  return {
    money: (value) => currencyFormat(value.currency).format(decimal(moneyText(value))),
    amount: (value) => {
      const digits = minorUnits(value.currency);
      return number(moneyText(value), { minimumFractionDigits: digits, maximumFractionDigits: digits });
    },
    number,
    percent: (value, options = {}) => percentFormat(keyOf(options)).format(decimal(value)),
    date: (value) => days.format(new Date(`${value}T00:00:00Z`)),
    instant: (value) => instants.format(new Date(value)),
    time: (value) => times.format(new Date(value)),
    bytes: (value) => formatBytes(tag, value),
  };
};

const made = new Map<string, Format>();

/** The formats of a language, made once for all cells and fields that want them. */
export const formatOf = (tag: string): Format => {
  const known = made.get(tag);
  if (known !== undefined) return known;
  const format = createFormat(tag);
  made.set(tag, format);
  return format;
};

/** The formats of the language in use. */
export const useFormat = (): Format => formatOf(useTranslator().tag);
