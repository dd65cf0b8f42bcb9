/** Rows of a price schedule become the schedules of bids, or the buyer's own list of a lot. */
import type { PriceLineRow } from '../domain/ports/import-kinds';
import { packSchedule, MAX_SCHEDULE_LINES } from '../domain/price-schedule/packed-schedule';
import type { ScheduleLine } from '../domain/price-schedule/schedule-line';
import { fail } from '../domain/problem';
import type { ImportRecord, Project } from '../domain/project';
import type { Id } from '../domain/values';
import { bidsOfRows, type RowBidProblemCode } from './bids-of-rows';
import type { ScheduleTarget } from './caiet';
import type { TakenBack } from './taken-back';

export type ScheduleProblemCode =
  | RowBidProblemCode
  | 'schedule.tooManyLines'; // data: {limit}

const lineOf = ({ item, description, unit, quantity, unitPrice, total, source }: PriceLineRow): ScheduleLine => ({
  item: item ?? '', description: description ?? '', unit: unit ?? '', quantity, unitPrice: unitPrice?.amount ?? null, total: total?.amount ?? null, row: source.row,
});

const linesByBid = (project: Project, rows: readonly PriceLineRow[]): Map<Id, ScheduleLine[]> => {
  const byBid = new Map<Id, ScheduleLine[]>();
  for (const [{ id }, row] of bidsOfRows(project, rows)) {
    const lines = byBid.get(id);
    if (lines === undefined) byBid.set(id, [lineOf(row)]);
    else lines.push(lineOf(row));
  }
  return byBid;
};

const refuseTooMany = (lines: readonly ScheduleLine[]): void => {
  if (lines.length > MAX_SCHEDULE_LINES) throw fail<ScheduleProblemCode>('schedule.tooManyLines', { limit: MAX_SCHEDULE_LINES });
};

/**
 * The project with the schedules of the import; a schedule that was there before is replaced.
 * @throws ProblemError<ScheduleProblemCode> when a row cannot be given to a bid: nothing is taken in then.
 */
export const schedulesFromRows = (project: Project, rows: readonly PriceLineRow[], target: ScheduleTarget, record: ImportRecord): Project => {
  const imports = { ...project.imports, [record.id]: record };
  const packed = (lines: readonly ScheduleLine[]) => {
    refuseTooMany(lines);
    return packSchedule(record.id, project.currency, lines);
  };
  if (target.kind === 'lot') {
    const lot = project.lots[target.lotId];
    if (lot === undefined) throw fail('store.notFound', { id: target.lotId });
    return { ...project, imports, lots: { ...project.lots, [lot.id]: { ...lot, priceList: packed(rows.map(lineOf)) } } };
  }
  const byBid = target.kind === 'bid' ? new Map([[target.bidId, rows.map(lineOf)]]) : linesByBid(project, rows);
  const bids = { ...project.bids };
  for (const [id, lines] of byBid) {
    const bid = bids[id];
    if (bid === undefined) throw fail('store.notFound', { id });
    bids[id] = { ...bid, priceSchedule: packed(lines) };
  }
  return { ...project, imports, bids };
};

/** The project without the schedules an import brought, and how many went. */
export const withoutSchedules = (project: Project, importId: Id): TakenBack => {
  const bids = { ...project.bids };
  const lots = { ...project.lots };
  let removed = 0;
  for (const [id, { priceSchedule, ...bid }] of Object.entries(bids)) {
    if (priceSchedule?.importId !== importId) continue;
    bids[id] = bid;
    removed += 1;
  }
  for (const [id, { priceList, ...lot }] of Object.entries(lots)) {
    if (priceList?.importId !== importId) continue;
    lots[id] = lot;
    removed += 1;
  }
  const { [importId]: _gone, ...imports } = project.imports;
  return { project: { ...project, bids, lots, imports }, removed, kept: 0 };
};
