/** Who stands where, from totals in hundredths of a point. Contenders are meant by their index. */
import { hundredthsText } from '../evaluation/fraction';
import type { DecimalString } from '../values';

/** The contenders with the highest total. */
export const leadersOf = (totals: readonly number[]): number[] => {
  const highest = totals.reduce((high, total) => Math.max(high, total), -Infinity);
  return totals.flatMap((total, index) => (total === highest ? [index] : []));
};

/** Places from 1; equal totals share one, and the next is counted past them (1, 1, 3). */
export const placesOf = (totals: readonly number[]): number[] => {
  const sorted = totals.toSorted((left, right) => right - left);
  const places = new Map<number, number>();
  for (const [index, total] of sorted.entries()) if (!places.has(total)) places.set(total, index + 1);
  return totals.map((total) => places.get(total) ?? 0);
};

export const sameList = (left: readonly number[], right: readonly number[]): boolean => left.length === right.length && left.every((value, index) => value === right[index]);

/** How far one contender stands before the best of the others; negative when it is behind. */
export const marginOf = (totals: readonly number[], contender: number): number => {
  const best = totals.reduce((high, total, index) => (index === contender ? high : Math.max(high, total)), -Infinity);
  return (totals[contender] ?? 0) - best;
};

/** Hundredths as text with both decimals, with a minus where there is one: -125 → `-1.25`. */
export const signedText = (hundredths: number): DecimalString => (hundredths < 0 ? `-${hundredthsText(-hundredths)}` : hundredthsText(hundredths));
