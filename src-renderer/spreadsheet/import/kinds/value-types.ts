/** What a column can hold: how its cells are read, and which values could stand in it at all. */
import { decimal, HUNDRED, roundHalfUp } from '../../../domain/exact';
import { MAX_AMOUNT, minorUnits, moneyText, parseMoney } from '../../../domain/money';
import type { SheetMoney } from '../../../domain/ports/import-kinds';
import type { ImportContext } from '../../../domain/ports/sheet-import';
import type { CivilDate, DecimalString } from '../../../domain/values';
import { cellText } from '../cell-text';
import { readCountry } from '../country';
import { readDate } from '../date-text';
import { DAYS, fine, isPercentage, MONTHS, NOTHING, readAmount, readAnswer, readDay, readDuration, readLine, readProse, refused, warn, type ColumnStyle, type DurationRule, type Reading } from '../field-reading';
import { durationUnit, type Heading } from '../heading';
import { readIdentifier, type Identifier } from '../identifier';
import { matchLot, plainLot } from '../lot-number';
import { cleanDouble, hasLostDigits, readAround, readNumber } from '../number-text';
import type { Cell } from '../sheet-source';
import { readYesNo, type Question } from '../yes-no';

/** What is known of a mapped column before its cells are read. */
export interface FieldColumn {
  readonly heading: Heading;
  readonly style: ColumnStyle;
}

/** Reads one cell that is neither blank nor broken; what the column and the project say decides where the cell alone does not. */
export type ReadCell<Value> = (cell: Cell, column: FieldColumn, context: ImportContext) => Reading<Value>;

export interface ValueType<Value> {
  readonly read: ReadCell<Value>;
  /** Whether a value could stand in such a column. Text takes any text that is not plainly something else. */
  readonly suits: (cell: Cell) => boolean;
  /** Whose writing style the whole column decides. */
  readonly styled: 'number' | 'date' | null;
  /** The text itself is kept, so that what is dropped or changed in it is told. */
  readonly isText?: boolean;
}

const isNumberLike = (cell: Cell): boolean => cell.kind === 'number' || (cell.kind === 'text' && readNumber(cell.text).kind !== 'notANumber');
const isDuration = (cell: Cell): boolean => isNumberLike(cell) || (cell.kind === 'text' && /\d/.test(cell.text) && durationUnit(cell.text) !== null);
const isWords = (cell: Cell): boolean => cell.kind === 'text' && !isNumberLike(cell) && readDate(cell.text).kind === 'notADate';

const SHORTEST_CODE = 25;
const LONGEST_LOT = 60;

/** A number as an identifier: its digits, with the leading zeros its format shows. */
const digitsText = (cell: Cell): string => (cell.kind === 'number' && cell.format === 'General' ? cleanDouble(cell.value) : cellText(cell));
const asText = (cell: Cell): Cell => (cell.kind === 'number' ? { kind: 'text', text: digitsText(cell) } : cell);

/** One line: names, titles, short answers. */
export const NAME: ValueType<string> = { read: readLine, suits: isWords, styled: null, isText: true };
/** The same where numbers and days are as good as words. */
export const LINE: ValueType<string> = { read: readLine, suits: () => true, styled: null, isText: true };
export const PROSE: ValueType<string> = { read: readProse, suits: () => true, styled: null, isText: true };
/** Prose that a column of numbers cannot be. */
export const STATEMENT: ValueType<string> = { read: readProse, suits: isWords, styled: null, isText: true };

/** A number or code that names a line: `1`, `2.1`, `A-07`; nothing is computed with it. */
export const CODE: ValueType<string> = {
  read: (cell) => (cell.kind === 'number' && hasLostDigits(cell.value) ? refused('cell.digitsLost') : readLine(asText(cell))),
  suits: (cell) => cell.kind !== 'date' && cellText(cell).length <= SHORTEST_CODE,
  styled: null,
  isText: true,
};

export const FISCAL_CODE: ValueType<Identifier> = {
  read: (cell) => {
    if (cell.kind === 'number' && hasLostDigits(cell.value)) return refused('cell.digitsLost');
    const line = readLine(asText(cell));
    if (line.value === null) return { value: null, remarks: line.remarks };
    const code = readIdentifier(line.value) ?? { identifier: line.value, country: null, checkDigitFits: false };
    return code.checkDigitFits ? fine(code) : fine(code, [warn('cell.checkDigit')]);
  },
  suits: (cell) => readIdentifier(cellText(cell)) !== null && cell.kind !== 'date' && cellText(cell).length <= SHORTEST_CODE,
  styled: null,
  isText: true,
};

export const COUNTRY: ValueType<string> = {
  read: (cell) => {
    const country = readCountry(cellText(cell));
    return country === null ? { ...NOTHING, remarks: [warn('cell.unknownCountry')] } : fine(country);
  },
  suits: (cell) => cell.kind === 'text' && readCountry(cell.text) !== null,
  styled: null,
};

/** The longest lot number a project takes. */
const LOT_NUMBER = 20;

export const LOT: ValueType<string> = {
  read: (cell, _, { lotNumbers: known }) => {
    const text = cell.kind === 'number' ? cleanDouble(cell.value) : cellText(cell).replace(/\s+/g, ' ');
    if (known.length > 0) {
      const lot = matchLot(text, known);
      return lot === null ? refused('cell.unknownLot', { known: known.join(', ') }) : fine(lot);
    }
    const lot = plainLot(text);
    return lot.length > LOT_NUMBER ? refused('cell.tooLong', { limit: LOT_NUMBER }) : fine(lot);
  },
  suits: (cell) => cell.kind !== 'date' && cellText(cell).length <= LONGEST_LOT,
  styled: null,
  isText: true,
};

/** The words and signs amounts are written with, alone, or a code of ISO 4217. */
const currencyIn = (cell: Cell): string | null => {
  const text = cellText(cell).trim();
  const { currency, rest } = readAround(text);
  if (currency !== null && rest === '') return currency;
  return /^[a-z]{3}$/i.test(text) ? text.toUpperCase() : null;
};

export const CURRENCY: ValueType<string> = {
  read: (cell) => {
    const currency = currencyIn(cell);
    return currency === null ? refused('cell.unknownCurrency') : fine(currency);
  },
  suits: (cell) => currencyIn(cell) !== null,
  styled: null,
};

/** Used where neither the sheet nor a project names a currency. */
const DEFAULT_CURRENCY = 'RON';
const WHOLE_DIGITS_OF_MAX = 13;

const LIMITS = new Map<string, string>();
const limitText = (currency: string): string => {
  const text = LIMITS.get(currency) ?? moneyText({ amount: MAX_AMOUNT, currency });
  LIMITS.set(currency, text);
  return text;
};

export interface Price {
  readonly money: SheetMoney;
  /** What the cell itself says of VAT. */
  readonly vatIncluded: boolean | null;
}

export const PRICE: ValueType<Price> = {
  read: (cell, column, { currency: expected }) => {
    const { value: read, remarks } = readAmount(cell, column.style);
    if (read === null) return { value: null, remarks };
    const currency = read.currency ?? column.heading.currency ?? (expected || DEFAULT_CURRENCY);
    if (expected !== '' && currency !== expected) return refused('cell.mixedCurrency', { expected });
    if (read.amount.startsWith('-')) return refused('cell.negative');
    const absurd = (): Reading<never> => refused('cell.absurd', { limit: limitText(currency) });
    const [whole = '', fraction = ''] = read.amount.split('.');
    if (whole.length > WHOLE_DIGITS_OF_MAX) return absurd();
    const places = minorUnits(currency);
    const rounds = fraction.length > places && fraction.replace(/0+$/, '').length > places;
    const amount = rounds ? roundHalfUp(decimal(read.amount), places) : read.amount;
    try {
      const money = { amount: moneyText(parseMoney(amount, currency)), currency };
      return fine({ money, vatIncluded: read.vatIncluded }, rounds ? [...remarks, warn('cell.interpreted', { as: money.amount })] : remarks);
    } catch {
      return absurd();
    }
  },
  suits: isNumberLike,
  styled: 'number',
};

/** Half of what a double holds; no quantity and no score is bigger. */
const LONGEST_DECIMAL = 15;

/** `85%`, as text or as 0.85 shown that way, without its mark. */
const withoutPercent = (cell: Cell): Cell =>
  (cell.kind === 'number' ? { kind: 'number', value: Number(decimal(cleanDouble(cell.value)).times(HUNDRED)), format: 'General' } : { kind: 'text', text: cellText(cell).replace(/\s*%$/, '') });
const hasPercent = (cell: Cell): boolean => isPercentage(cell) || (cell.kind === 'text' && /^[^%]*\d\s*%\s*$/.test(cell.text));

/** A quantity or a score: an exact decimal of no currency, at least nought. A percentage counts out of a hundred, and is asked about. */
export const DECIMAL: ValueType<DecimalString> = {
  read: (cell, { style }) => {
    const isPercent = hasPercent(cell);
    const { value: read, remarks } = readAmount(isPercent ? withoutPercent(cell) : cell, style);
    if (read === null) return { value: null, remarks };
    if (read.currency !== null && cell.kind === 'text') return refused('cell.notANumber');
    if (read.amount.startsWith('-')) return refused('cell.negative');
    if ((read.amount.split('.')[0] ?? '').length > LONGEST_DECIMAL) return refused('cell.absurd', { limit: '9'.repeat(LONGEST_DECIMAL) });
    return fine(read.amount, isPercent ? [...remarks, warn('cell.interpreted', { as: read.amount })] : remarks);
  },
  suits: isNumberLike,
  styled: 'number',
};

/** Where a need stands or should stand: a number where one is written, else the words. */
export const MEASURE: ValueType<string> = {
  read: (cell, { style }) => {
    if (cell.kind !== 'number' && (cell.kind !== 'text' || readNumber(cell.text).kind === 'notANumber')) return readLine(cell);
    const { value: read, remarks } = readAmount(cell, style);
    // Money and percentages keep their mark.
    if (isPercentage(cell) || (read !== null && cell.kind === 'text' && read.currency !== null)) return readLine(cell);
    // What could be two numbers stays as written, and is told.
    return read === null ? { value: readLine(cell).value, remarks: remarks.map((remark) => ({ ...remark, severity: 'warning' })) } : fine(read.amount, remarks);
  },
  suits: () => true,
  styled: 'number',
};

export const DAY: ValueType<CivilDate> = {
  read: (cell, { style }) => readDay(cell, style),
  suits: (cell) => cell.kind === 'date' || (cell.kind === 'text' && readDate(cell.text).kind !== 'notADate'),
  styled: 'date',
};

const answerTo = (question: Question): ValueType<boolean> => ({
  read: (cell) => readAnswer(cell, question),
  suits: (cell) => cell.kind === 'boolean' || readYesNo(cellText(cell), question) !== null,
  styled: null,
});
export const WITH_VAT = answerTo('vatIncluded');
export const IS_SME = answerTo('sme');

const duration = (rule: DurationRule): ValueType<number> => ({
  read: (cell, { heading }) => readDuration(cell, rule, heading.unit),
  suits: isDuration,
  styled: null,
});
export const IN_DAYS = duration(DAYS);
export const IN_MONTHS = duration(MONTHS);
