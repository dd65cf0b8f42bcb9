/** What the amounts of the rows come to, and what the table itself says they come to. */
import { decimal, plainDecimal, ZERO, type Exact } from '../../domain/exact';
import { fieldValue, type ImportField, type ImportRow, type SheetMoney } from '../../domain/ports/import-kinds';
import type { AmountTotal, CellProblemCode, PreviewRow } from '../../domain/ports/sheet-import';
import type { ImportKindRule } from './kinds/import-kind';

const isMoney = (value: unknown): value is SheetMoney => typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;

/** The amount a row has in a column of amounts; null for none. */
export const amountIn = (row: ImportRow, field: ImportField): SheetMoney | null => {
  const value = fieldValue(row, field);
  return isMoney(value) ? value : null;
};

/** A row as it was read. */
interface ReadAmount {
  readonly row: number;
  readonly special: CellProblemCode | null;
  readonly reading: { readonly value: ImportRow };
}

/** The same row under the person's decisions. */
interface CheckedAmount {
  readonly state: PreviewRow['state'];
  readonly value: ImportRow;
}

interface Stated {
  readonly row: number;
  readonly amount: Exact;
}

/** Lots may have totals of their own above the last one: the total meant is the one that fits, else the largest. */
const statedTotal = (stated: readonly Stated[], all: Exact): Stated | null =>
  stated.find(({ amount }) => amount.eq(all)) ?? stated.reduce<Stated | null>((largest, each) => (largest === null || each.amount.gt(largest.amount) ? each : largest), null);

const totalOf = (field: ImportField, base: readonly ReadAmount[], checked: readonly CheckedAmount[]): AmountTotal[] => {
  let currency: string | null = null;
  let [all, leftOut] = [ZERO, ZERO];
  const stated: Stated[] = [];
  for (const [index, { row, special, reading }] of base.entries()) {
    const present = checked[index];
    const isLine = special === null || present?.state !== 'excluded';
    const amount = amountIn(present?.value ?? reading.value, field);
    if (amount === null) continue;
    if (!isLine) {
      if (special === 'row.total') stated.push({ row, amount: decimal(amount.amount) });
      continue;
    }
    // Amounts of two currencies come to nothing anybody could compare.
    if (currency !== null && currency !== amount.currency) return [];
    currency = amount.currency;
    all = all.plus(amount.amount);
    // Nearly every row is accepted, so the others are less to add up.
    if (present?.state !== 'ok' && present?.state !== 'warning') leftOut = leftOut.plus(amount.amount);
  }
  if (currency === null) return [];
  const found = statedTotal(stated, all);
  return [{ field, currency, accepted: plainDecimal(all.minus(leftOut)), all: plainDecimal(all), stated: found === null ? null : { row: found.row, amount: plainDecimal(found.amount) } }];
};

/** One for the first column of amounts the table has; unit prices come to nothing. */
export const amountTotals = ({ marks }: ImportKindRule, base: readonly ReadAmount[], checked: readonly CheckedAmount[]): readonly AmountTotal[] =>
  marks.amounts.slice(0, 1).flatMap((field) => totalOf(field, base, checked));
