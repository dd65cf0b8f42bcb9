/** Reads the planned columns of one row as a bid. */
import { parseMoney, moneyText, minorUnits, MAX_AMOUNT } from '../../domain/money';
import { decimal, roundHalfUp } from '../../domain/exact';
import type { BidField, BidRow, ImportContext, SheetMoney } from '../../domain/ports/sheet-import';
import { cellText } from './cell-text';
import { readCountry } from './country';
import { DAYS, fine, isBlank, MONTHS, NOTHING, readAmount, readAnswer, readDay, readDuration, readLine, readProse, refuseBroken, refused, warn, type ColumnStyle, type Reading, type Remark } from './field-reading';
import type { Heading } from './heading';
import { readIdentifier, type Identifier } from './identifier';
import { matchLot, plainLot } from './lot-number';
import { cleanDouble, hasLostDigits } from './number-text';
import type { Cell } from './sheet-source';

/** What is known of a mapped column before its cells are read. */
export interface FieldColumn {
  readonly heading: Heading;
  readonly style: ColumnStyle;
}

export interface FieldRemark extends Remark {
  readonly field: BidField;
}

export interface BidReading {
  readonly bid: BidRow;
  readonly remarks: readonly FieldRemark[];
}

/** The longest lot number a project takes. */
const LOT_NUMBER = 20;
/** Used where neither the sheet nor a project names a currency. */
const DEFAULT_CURRENCY = 'RON';

/** A number as an identifier: its digits, with the leading zeros its format shows. */
const digitsText = (cell: Cell): string => (cell.kind === 'number' && cell.format === 'General' ? cleanDouble(cell.value) : cellText(cell));

const readCode = (cell: Cell): Reading<Identifier> => {
  if (cell.kind === 'number' && hasLostDigits(cell.value)) return refused('cell.digitsLost');
  const line = readLine(cell.kind === 'number' ? { kind: 'text', text: digitsText(cell) } : cell);
  if (line.value === null) return { value: null, remarks: line.remarks };
  const code = readIdentifier(line.value) ?? { identifier: line.value, country: null, checkDigitFits: false };
  return fine(code, ...(code.checkDigitFits ? [] : [warn('cell.checkDigit')]));
};

const readLot = (cell: Cell, known: readonly string[]): Reading<string> => {
  const text = cell.kind === 'number' ? cleanDouble(cell.value) : cellText(cell).replace(/\s+/g, ' ');
  if (known.length > 0) {
    const lot = matchLot(text, known);
    return lot === null ? refused('cell.unknownLot', { known: known.join(', ') }) : fine(lot);
  }
  const lot = plainLot(text);
  return lot.length > LOT_NUMBER ? refused('cell.tooLong', { limit: LOT_NUMBER }) : fine(lot);
};

const LIMITS = new Map<string, string>();
const limitText = (currency: string): string => {
  const text = LIMITS.get(currency) ?? moneyText({ amount: MAX_AMOUNT, currency });
  LIMITS.set(currency, text);
  return text;
};

const WHOLE_DIGITS_OF_MAX = 13;

interface Price {
  readonly money: SheetMoney;
  readonly vatIncluded: boolean | null;
}

const readPrice = (cell: Cell, column: FieldColumn, expected: string): Reading<Price> => {
  const { value: read, remarks } = readAmount(cell, column.style);
  if (read === null) return { value: null, remarks };
  const currency = read.currency ?? column.heading.currency ?? (expected || DEFAULT_CURRENCY);
  if (expected !== '' && currency !== expected) return refused('cell.mixedCurrency', { expected });
  if (read.amount.startsWith('-')) return refused('cell.negative');
  const absurd = (): Reading<never> => refused('cell.absurd', { limit: limitText(currency) });
  if ((read.amount.split('.')[0] ?? '').length > WHOLE_DIGITS_OF_MAX) return absurd();
  const places = minorUnits(currency);
  const rounds = (read.amount.split('.')[1] ?? '').replace(/0+$/, '').length > places;
  const amount = rounds ? roundHalfUp(decimal(read.amount), places) : read.amount;
  try {
    const money = { amount: moneyText(parseMoney(amount, currency)), currency };
    return fine({ money, vatIncluded: read.vatIncluded }, ...remarks, ...(rounds ? [warn('cell.interpreted', { as: money.amount })] : []));
  } catch {
    return absurd();
  }
};

/** What may be left empty and still be a bid: everything but who bids, and for which lot where there are several. */
const missing = (bid: BidRow, remarks: readonly FieldRemark[], context: ImportContext): FieldRemark[] => {
  const isSilent = (field: BidField): boolean => !remarks.some((remark) => remark.field === field && remark.severity === 'error');
  const found: FieldRemark[] = [];
  const add = (field: BidField, severity: 'error' | 'warning'): void => {
    if (bid[field] === null && isSilent(field)) found.push({ field, severity, code: 'cell.required', data: {} });
  };
  add('bidder', 'error');
  if (context.lotNumbers.length > 1) add('lot', 'error');
  add('price', 'warning');
  return found;
};

const UNKNOWN_COLUMN: FieldColumn = { heading: { text: '', plain: '', bare: '', currency: null, vatIncluded: null, unit: null }, style: { mark: null, order: null } };

/** `cellOf` gives the cell of a field in the row at `source`. Values that cannot be understood are null with an error. */
export const readBid = (source: BidRow['source'], cellOf: (field: BidField) => Cell | undefined, columns: Readonly<Partial<Record<BidField, FieldColumn>>>, context: ImportContext): BidReading => {
  const remarks: FieldRemark[] = [];
  const read = <T>(field: BidField, reader: (cell: Cell, column: FieldColumn) => Reading<T>): T | null => {
    const cell = cellOf(field);
    if (cell === undefined || isBlank(cell)) return null;
    const reading: Reading<T> = refuseBroken(cell) ?? reader(cell, columns[field] ?? UNKNOWN_COLUMN);
    for (const remark of reading.remarks) remarks.push({ field, ...remark });
    return reading.value;
  };
  const code = read('identifier', readCode);
  const price = read('price', (cell, column) => readPrice(cell, column, context.currency));
  const vatAnswer = read('vatIncluded', (cell) => readAnswer(cell, 'vatIncluded'));
  const vatIncluded = vatAnswer ?? price?.vatIncluded ?? (price === null ? null : (columns.price?.heading.vatIncluded ?? null));
  const bid: BidRow = {
    bidder: read('bidder', readLine),
    identifier: code?.identifier ?? null,
    country: read('country', readCountryCell) ?? code?.country ?? null,
    lot: read('lot', (cell) => readLot(cell, context.lotNumbers)) ?? onlyLot(context, cellOf('lot')),
    price: price?.money ?? null,
    vatIncluded,
    receivedAt: read('receivedAt', (cell, column) => readDay(cell, column.style)),
    sme: read('sme', (cell) => readAnswer(cell, 'sme')),
    durationDays: read('durationDays', (cell, column) => readDuration(cell, DAYS, column.heading.unit)),
    warrantyMonths: read('warrantyMonths', (cell, column) => readDuration(cell, MONTHS, column.heading.unit)),
    email: read('email', readLine),
    notes: read('notes', readProse),
    source,
  };
  if (vatIncluded === true) remarks.push({ field: 'price', ...warn('cell.vatIncluded') });
  return { bid, remarks: [...remarks, ...missing(bid, remarks, context)] };
};

const readCountryCell = (cell: Cell): Reading<string> => {
  const country = readCountry(cellText(cell));
  return country === null ? { ...NOTHING, remarks: [warn('cell.unknownCountry')] } : fine(country);
};

/** A procurement of one lot has no lot column. */
const onlyLot = (context: ImportContext, written: Cell | undefined): string | null =>
  context.lotNumbers.length === 1 && isBlank(written) ? (context.lotNumbers[0] ?? null) : null;
