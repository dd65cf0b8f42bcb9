/** The comparison of a lot's price schedules as a workbook: every item with everybody's price, and the sums. */
import type { ComparedItem, LineMark } from '../../domain/price-schedule/compare-schedules';
import { lotSchedules } from '../../domain/price-schedule/lot-schedules';
import type { Project } from '../../domain/project';
import type { Id } from '../../domain/values';
import { tableSheet, type Column } from './table-sheet';
import { number, text } from './workbook-source';
import { xlsxFile } from './xlsx-file';
import { freezeFacts, type FreezeKey } from './freeze-facts';
import type { Cell, Sheet } from './xlsx-sheet';

type Key =
  | `schedules.column.${'item' | 'description' | 'unit' | 'quantity' | 'lowest' | 'median' | 'bidder' | 'lines' | 'missing' | 'errors' | 'stated' | 'computed'}`
  | `schedules.mark.${LineMark}` | 'schedules.sheet.items' | 'schedules.sheet.sums' | 'schedules.marks' | 'schedules.title' | FreezeKey;

export interface ComparisonLabels {
  readonly t: (key: Key, values?: Readonly<Record<string, string | number>>) => string;
}

const amount = (value: string | null): Cell => (value === null ? text('') : number(value, 'money2'));

/** The bytes of the workbook. Throws `workbook.tooManyRows` beyond what a sheet takes. */
export const writeComparison = (project: Project, lotId: Id, { t }: ComparisonLabels, onProgress?: (fraction: number) => void): Promise<Uint8Array> => {
  const { bids, comparison } = lotSchedules(project, lotId);
  const names = bids.map(({ bidderId }) => project.bidders[bidderId]?.name ?? '');
  const marksText = (item: ComparedItem, column: number): string => (item.cells[column]?.marks ?? []).map((mark) => t(`schedules.mark.${mark}`)).join('; ');
  const items = tableSheet<ComparedItem>(t('schedules.sheet.items'), 2, [
    { title: t('schedules.column.item'), width: 12, cell: ({ item }) => text(item) },
    { title: t('schedules.column.description'), width: 50, cell: ({ description }) => text(description) },
    { title: t('schedules.column.unit'), width: 10, cell: ({ unit }) => text(unit) },
    { title: t('schedules.column.quantity'), width: 12, align: 'right', cell: ({ quantity }) => number(quantity) },
    ...names.flatMap((name, column): Column<ComparedItem>[] => [
      { title: name, width: 16, align: 'right', cell: ({ cells }) => amount(cells[column]?.line?.unitPrice ?? null) },
      { title: `${name}: ${t('schedules.marks')}`, width: 24, cell: (item) => text(marksText(item, column)) },
    ]),
    { title: t('schedules.column.lowest'), width: 14, align: 'right', cell: ({ lowest }) => amount(lowest) },
    { title: t('schedules.column.median'), width: 14, align: 'right', cell: ({ median }) => amount(median) },
  ], comparison.items);
  const sums = tableSheet(t('schedules.sheet.sums'), 1, [
    { title: t('schedules.column.bidder'), width: 36, cell: ({ index }) => text(names[index] ?? '', 'strong') },
    { title: t('schedules.column.lines'), width: 10, align: 'right', cell: ({ totals }) => number(totals.lines) },
    { title: t('schedules.column.missing'), width: 12, align: 'right', cell: ({ totals }) => number(totals.missing) },
    { title: t('schedules.column.errors'), width: 14, align: 'right', cell: ({ totals }) => number(totals.arithmeticErrors) },
    { title: t('schedules.column.stated'), width: 18, align: 'right', cell: ({ totals }) => amount(totals.stated) },
    { title: t('schedules.column.computed'), width: 18, align: 'right', cell: ({ totals }) => amount(totals.computed) },
  ] satisfies Column<{ index: number; totals: (typeof comparison.totals)[number] }>[], comparison.totals.map((totals, index) => ({ index, totals })));
  const facts = freezeFacts(project, t);
  const rules: readonly Sheet[] = facts.length === 0 ? [] : [{
    name: t('workbook.freeze'), widths: [34, 70], rows: facts.map(([label, value]) => [text(label, 'strong'), text(value)]), rowCount: facts.length, frozenRows: 0, frozenColumns: 0, filtered: false,
  }];
  return xlsxFile([sums, items, ...rules], { title: t('schedules.title'), cutMark: '…' }, onProgress);
};
