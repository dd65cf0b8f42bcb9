/** The schedules of one lot, ready to compare. */
import type { Bid, Project } from '../project';
import type { Id } from '../values';
import { compareSchedules, type ScheduleComparison } from './compare-schedules';
import type { ScheduleLines } from './match-lines';
import { unpackSchedule, type PackedSchedule } from './packed-schedule';

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
const unpacked = new WeakMap<PackedSchedule, ReturnType<typeof unpackSchedule>>();
const linesOf = (packed: PackedSchedule): ReturnType<typeof unpackSchedule> => {
  if (!unpacked.has(packed)) unpacked.set(packed, unpackSchedule(packed));
  return unpacked.get(packed) ?? null;
};

const nameOf = (project: Project, { bidderId }: Bid): string => project.bidders[bidderId]?.name ?? '';

/** Rejected and withdrawn bids are not compared. */
export const lotSchedules = (project: Project, lotId: Id): LotSchedules => {
  const valid = Object.values(project.bids)
    .filter((bid) => bid.lotId === lotId && bid.status === 'valid')
    .toSorted((left, right) => nameOf(project, left).localeCompare(nameOf(project, right), 'ro') || (left.id < right.id ? -1 : 1));
  const given = valid.flatMap((bid) => (bid.priceSchedule === undefined ? [] : [{ bid, lines: linesOf(bid.priceSchedule) }]));
  const readable = given.flatMap(({ bid, lines }): { bid: Bid; schedule: ScheduleLines }[] => (lines === null ? [] : [{ bid, schedule: { id: bid.id, lines } }]));
  const list = project.lots[lotId]?.priceList;
  const reference = list === undefined ? null : linesOf(list);
  return {
    bids: readable.map(({ bid }) => bid),
    without: valid.filter(({ priceSchedule }) => priceSchedule === undefined),
    damaged: given.filter(({ lines }) => lines === null).map(({ bid }) => bid),
    hasPriceList: reference !== null,
    comparison: compareSchedules(reference === null ? null : { id: lotId, lines: reference }, readable.map(({ schedule }) => schedule)),
  };
};
