/**
 * What a ranking rule asks of quality at each price: the points a bid needs to stand level with an ordinary bid, one at
 * the estimated value. Worked out by the rules the evaluation applies: amounts over points, or amounts less worth.
 */
import { fraction, fractionOf, toHundredths } from '../../../domain/evaluation/fraction';
import type { AmountRule } from '../../../domain/evaluation/result';
import type { CallRules } from '../../../domain/call-rules';
import type { Money } from '../../../domain/values';

export interface RankingSample {
  readonly price: Money;
  /** Per cent of the estimated value. */
  readonly share: number;
  /** Hundredths of a point. Below 0 or above full quality no points make the bid level: it stands ahead or behind. */
  readonly points: number;
}

/** The ordinary bid costs the estimated value and earns so many points. */
export const ORDINARY_POINTS = 70;
/** Hundredths of a point. */
export const FULL_QUALITY = 10_000;

const LOWEST = 60;
const HIGHEST = 120;
const LISTED_STEP = 15;
const DRAWN_STEP = 1;

/** Null while the call does not say what quality is worth. */
const pointsAt = (rule: AmountRule, share: number, qualityWorth: string | undefined): number | null => {
  // price / points = estimate / 70
  if (rule === 'pricePerQuality') return ORDINARY_POINTS * share;
  const worth = qualityWorth === undefined ? null : fractionOf(qualityWorth);
  if (worth === null || worth.numerator === 0n) return null;
  // price − estimate = estimate × worth / 100 × (points − 70) / 100
  const more = toHundredths(fraction(BigInt(Math.abs(share - 100)) * 100n * worth.denominator, worth.numerator));
  return ORDINARY_POINTS * 100 + (share < 100 ? -more : more);
};

const samplesEvery = (step: number, rule: AmountRule, { qualityWorth }: CallRules, { amount, currency }: Money): RankingSample[] | null => {
  const samples: RankingSample[] = [];
  for (let share = LOWEST; share <= HIGHEST; share += step) {
    const points = pointsAt(rule, share, qualityWorth);
    if (points === null) return null;
    samples.push({ price: { amount: Math.round((amount * share) / 100), currency }, share, points });
  }
  return samples;
};

/** Between 60 % and 120 % of `estimate`; only points that can be had are drawn. */
export const rankingSamples = (rule: AmountRule, rules: CallRules, estimate: Money) => {
  const listed = samplesEvery(LISTED_STEP, rule, rules, estimate);
  const drawn = samplesEvery(DRAWN_STEP, rule, rules, estimate)?.filter(({ points }) => points >= 0 && points <= FULL_QUALITY);
  return listed === null || drawn === undefined || drawn.length < 2 ? null : { listed, drawn };
};
