/**
 * Where a value lies on a drawn axis. Charts are pictures, so plain numbers are good enough here; every value a
 * person may rely on stands as exact text in the table beside the chart.
 */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

export type Scale = (value: number) => number;

/** Maps `domain` linearly onto `range`; a domain without length maps to the middle of the range. */
export const linearScale = (domain: Interval, range: Interval): Scale => {
  const length = domain.to - domain.from;
  if (length === 0) return () => (range.from + range.to) / 2;
  return (value) => range.from + ((value - domain.from) / length) * (range.to - range.from);
};

/** The steps a reader counts in without effort. */
const EASY_STEPS = [1, 2, 2.5, 5, 10] as const;

/** The smallest easy step (1, 2, 2.5, 5 × a power of ten) that cuts `length` into at most `most` parts. */
const easyStep = (length: number, most: number): number => {
  const power = 10 ** Math.floor(Math.log10(length / most));
  const step = EASY_STEPS.find((candidate) => length / (candidate * power) <= most) ?? 10;
  return step * power;
};

/** Round values inside `domain`, at most `most` + 1 of them. */
export const easyTicks = (domain: Interval, most: number): readonly number[] => {
  const length = domain.to - domain.from;
  if (!(length > 0)) return [domain.from];
  const step = easyStep(length, most);
  const first = Math.ceil(domain.from / step - 1e-9);
  const last = Math.floor(domain.to / step + 1e-9);
  // Multiplying whole numbers keeps 0.1 + 0.2 out of the labels; the final rounding removes what is left of it.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
};

/** An interval around `values` with a little air, kept inside `limits`; wide enough to draw even for one value. */
export const roomFor = (values: readonly number[], limits: Interval): Interval => {
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  if (values.length === 0) return limits;
  const air = Math.max((highest - lowest) * 0.12, (limits.to - limits.from) * 0.02);
  const from = Math.max(limits.from, lowest - air);
  const to = Math.min(limits.to, highest + air);
  return to > from ? { from, to } : limits;
};
