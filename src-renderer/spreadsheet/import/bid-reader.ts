/** Reads the planned columns of one row as a bid. */
import { parseMoney, moneyText, minorUnits, MAX_AMOUNT } from '../../domain/money';
import { decimal, roundHalfUp } from '../../domain/exact';
import type { BidField, BidRow, ImportContext, SheetMoney } from '../../domain/ports/sheet-import';
import type { CivilDate } from '../../domain/values';
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

/** Reads one cell as one field; what the column and the project say decides where the cell alone does not. */
type ReadField<T> = (cell: Cell, column: FieldColumn, context: ImportContext) => Reading<T>;

/** The longest lot number a project takes. */
const LOT_NUMBER = 20;
/** Used where neither the sheet nor a project names a currency. */
const DEFAULT_CURRENCY = 'RON';

/** A number as an identifier: its digits, with the leading zeros its format shows. */
const digitsText = (cell: Cell): string => (cell.kind === 'number' && cell.format === 'General' ? cleanDouble(cell.value) : cellText(cell));

const readCode: ReadField<Identifier> = (cell) => {
  if (cell.kind === 'number' && hasLostDigits(cell.value)) return refused('cell.digitsLost');
  const line = readLine(cell.kind === 'number' ? { kind: 'text', text: digitsText(cell) } : cell);
  if (line.value === null) return { value: null, remarks: line.remarks };
  const code = readIdentifier(line.value) ?? { identifier: line.value, country: null, checkDigitFits: false };
  return code.checkDigitFits ? fine(code) : fine(code, [warn('cell.checkDigit')]);
};

const readLot: ReadField<string> = (cell, _, { lotNumbers: known }) => {
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

const readPrice: ReadField<Price> = (cell, column, { currency: expected }) => {
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
    return fine({ money, vatIncluded: read.vatIncluded }, rounds ? [...remarks, warn('cell.interpreted', { as: money.amount })] : remarks);
  } catch {
    return absurd();
  }
};

const UNKNOWN_COLUMN: FieldColumn = { heading: { text: '', plain: '', bare: '', currency: null, vatIncluded: null, unit: null }, style: { mark: null, order: null } };

const readDayOf: ReadField<CivilDate> = (cell, { style }) => readDay(cell, style);
const readVatAnswer: ReadField<boolean> = (cell) => readAnswer(cell, 'vatIncluded');
const readSme: ReadField<boolean> = (cell) => readAnswer(cell, 'sme');
const readDays: ReadField<number> = (cell, { heading }) => readDuration(cell, DAYS, heading.unit);
const readMonths: ReadField<number> = (cell, { heading }) => readDuration(cell, MONTHS, heading.unit);

const readCountryCell: ReadField<string> = (cell) => {
  const country = readCountry(cellText(cell));
  return country === null ? { ...NOTHING, remarks: [warn('cell.unknownCountry')] } : fine(country);
};

type CellOf = (field: BidField) => Cell | undefined;
type Columns = Readonly<Partial<Record<BidField, FieldColumn>>>;

/** The cells of one row, and everything that is to be said about them. */
class RowCells {
  readonly remarks: FieldRemark[] = [];

  constructor(private readonly cellOf: CellOf, private readonly columns: Columns, private readonly context: ImportContext) {}

  read<T>(field: BidField, readField: ReadField<T>): T | null {
    const cell = this.cellOf(field);
    if (cell === undefined || isBlank(cell)) return null;
    const reading: Reading<T> = refuseBroken(cell) ?? readField(cell, this.columns[field] ?? UNKNOWN_COLUMN, this.context);
    for (const remark of reading.remarks) this.remarks.push({ field, ...remark });
    return reading.value;
  }

  /** A procurement of one lot has no lot column. */
  lot(): string | null {
    const { lotNumbers } = this.context;
    const written = this.read('lot', readLot);
    return written === null && lotNumbers.length === 1 && isBlank(this.cellOf('lot')) ? (lotNumbers[0] ?? null) : written;
  }

  /** Tells that a value is missing, unless an error has said why there is none. */
  require(field: BidField, value: unknown, severity: 'error' | 'warning'): void {
    if (value !== null || this.remarks.some((remark) => remark.field === field && remark.severity === 'error')) return;
    this.remarks.push({ field, severity, code: 'cell.required', data: {} });
  }
}

/**
 * `cellOf` gives the cell of a field in the row at `source`. Values that cannot be understood are null with an error. All
 * may be left empty but who bids, and for which lot where there are several.
 */
export const readBid = (source: BidRow['source'], cellOf: CellOf, columns: Columns, context: ImportContext): BidReading => {
  const cells = new RowCells(cellOf, columns, context);
  const code = cells.read('identifier', readCode);
  const price = cells.read('price', readPrice);
  const vatAnswer = cells.read('vatIncluded', readVatAnswer);
  const bid: BidRow = {
    bidder: cells.read('bidder', readLine),
    identifier: code?.identifier ?? null,
    country: cells.read('country', readCountryCell) ?? code?.country ?? null,
    lot: cells.lot(),
    price: price?.money ?? null,
    vatIncluded: vatAnswer ?? price?.vatIncluded ?? (price === null ? null : (columns.price?.heading.vatIncluded ?? null)),
    receivedAt: cells.read('receivedAt', readDayOf),
    sme: cells.read('sme', readSme),
    durationDays: cells.read('durationDays', readDays),
    warrantyMonths: cells.read('warrantyMonths', readMonths),
    email: cells.read('email', readLine),
    notes: cells.read('notes', readProse),
    source,
  };
  if (bid.vatIncluded === true) cells.remarks.push({ field: 'price', ...warn('cell.vatIncluded') });
  cells.require('bidder', bid.bidder, 'error');
  if (context.lotNumbers.length > 1) cells.require('lot', bid.lot, 'error');
  cells.require('price', bid.price, 'warning');
  return { bid, remarks: cells.remarks };
};
