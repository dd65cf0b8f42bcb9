/**
 * Who stands before whom by points, as the call's ranking rule has it. Under weighted points the points themselves
 * decide; under the rules that set an amount against quality they do so together with what each bid costs. Everything
 * else in a robustness check moves points only, so this is all it has to know of the rule.
 */
import { hundredthsText } from '../evaluation/fraction';
import type { DecimalString } from '../values';
import { leadersOf, marginOf, placesOf, signedText } from './standing';

/** What figures are in: points, money, or money for one point of quality. */
export type FigureUnit = 'points' | 'money' | 'moneyPerPoint';

/**
 * The lead of one bid over another as a straight line of both their points, not rounded: own × the one's points −
 * rival × the other's + constant. Above zero the one stands ahead. Of the size of points; good for looking, not for deciding.
 */
export interface Lead {
  readonly own: number;
  readonly rival: number;
  readonly constant: number;
}

/** Contenders are meant by their index; totals are their points in hundredths. */
export interface Order {
  readonly unit: FigureUnit;
  leaders(totals: readonly number[] | Int32Array): number[];
  /** From 1; equal ones share a place, and the next is counted past them (1, 1, 3). */
  places(totals: readonly number[]): number[];
  /** What ranks the contender with that many points, with two decimals. Null for the price of a point where there are none. */
  figure(contender: number, total: number): DecimalString | null;
  /** How far one stands before the best of the others, as the figures are shown; negative when it is behind. Null where one of the two has no figure. */
  lead(totals: readonly number[], contender: number): DecimalString | null;
  leadOver(contender: number, other: number): Lead;
  /** The same order among some of the contenders. */
  among(kept: readonly number[]): Order;
}

/** The highest points first. */
export const BY_POINTS: Order = {
  unit: 'points',
  leaders: (totals) => leadersOf(totals instanceof Int32Array ? [...totals] : totals),
  places: placesOf,
  figure: (_contender, total) => hundredthsText(total),
  lead: (totals, contender) => signedText(marginOf(totals, contender)),
  leadOver: () => ({ own: 1, rival: 1, constant: 0 }),
  among: () => BY_POINTS,
};
