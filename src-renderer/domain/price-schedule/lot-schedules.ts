/** The schedules of one lot, ready to compare. */
import type { Bid, Project } from '../project';
import type { Id } from '../values';
import { finish } from '../in-steps';
import { comparingSchedules, type ScheduleComparison } from './compare-schedules';
import type { ScheduleLines } from './match-lines';
import { unpackingSchedule, type PackedSchedule } from './packed-schedule';
import type { ScheduleLine } from './schedule-line';

export interface LotSchedules {
  /** Bids of the lot with a schedule that can be read, in the order of the comparison's columns. */
  readonly bids: readonly Bid[];
  readonly without: readonly Bid[];
  /** Bids whose schedule came damaged from elsewhere; it can only be imported again. */
  readonly damaged: readonly Bid[];
  readonly hasPriceList: boolean;
  readonly comparison: ScheduleComparison;
}

/** Unpacking ten thousand lines takes a moment, and records never change in place. */
const unpacked = new WeakMap<PackedSchedule, readonly ScheduleLine[] | null>();
function* linesOf(packed: PackedSchedule): Generator<number, readonly ScheduleLine[] | null> {
  if (!unpacked.has(packed)) unpacked.set(packed, yield* unpackingSchedule(packed));
  return unpacked.get(packed) ?? null;
}

const nameOf = (project: Project, { bidderId }: Bid): string => project.bidders[bidderId]?.name ?? '';

/** The comparison of a lot, with stops. Rejected and withdrawn bids are not compared. */
export function* comparingLot(project: Project, lotId: Id): Generator<number, LotSchedules> {
  const valid = Object.values(project.bids)
    .filter((bid) => bid.lotId === lotId && bid.status === 'valid')
    .toSorted((left, right) => nameOf(project, left).localeCompare(nameOf(project, right), 'ro') || (left.id < right.id ? -1 : 1));
  const given: { readonly bid: Bid; readonly lines: readonly ScheduleLine[] | null }[] = [];
  for (const bid of valid) if (bid.priceSchedule !== undefined) given.push({ bid, lines: yield* linesOf(bid.priceSchedule) });
  const readable = given.flatMap(({ bid, lines }): { bid: Bid; schedule: ScheduleLines }[] => (lines === null ? [] : [{ bid, schedule: { id: bid.id, lines } }]));
  const list = project.lots[lotId]?.priceList;
  const reference = list === undefined ? null : yield* linesOf(list);
  return {
    bids: readable.map(({ bid }) => bid),
    without: valid.filter(({ priceSchedule }) => priceSchedule === undefined),
    damaged: given.filter(({ lines }) => lines === null).map(({ bid }) => bid),
    hasPriceList: reference !== null,
    comparison: yield* comparingSchedules(reference === null ? null : { id: lotId, lines: reference }, readable.map(({ schedule }) => schedule)),
  };}

/** The same without stops. */
export const lotSchedules = (project: Project, lotId: Id): LotSchedules => finish(comparingLot(project, lotId));
