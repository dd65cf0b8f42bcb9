/**
 * Lots that may be awarded by a simplified procedure or directly although all lots together reach the threshold: each
 * below a value, and together not above a share of all lots (Law 98/2016 art. 19).
 */
import { decimal, HUNDRED } from '../exact';
import type { Project } from '../project';
import { ruleOn, type Rule } from '../rule-pack';
import type { CallPlan } from '../timeline/call-plan';
import type { Id, Money } from '../values';
import { ruleKind, ruleMoney } from './estimated-value';

const SHARE_RULE = 'smallLot.share';

export interface SmallLot {
  readonly lotId: Id;
  readonly value: Money;
}

export interface SmallLots {
  /** Below it a lot is small. */
  readonly limit: Rule;
  readonly share: Rule;
  /** The most the lots taken out may be worth together. */
  readonly most: Money;
  /** Small ones, the smallest first. */
  readonly lots: readonly SmallLot[];
  readonly together: Money;
  /** All of them fit under `most`; when not, a choice has to be made. */
  readonly fit: boolean;
}

/** Null where the exception has no place: below the threshold, with one lot only, or while a value or a rule is not known. */
export const smallLots = (project: Pick<Project, 'lots'>, { value, procedure, pack, on }: CallPlan): SmallLots | null => {
  const all = Object.values(project.lots);
  const limit = ruleOn(pack, `smallLot.${ruleKind(procedure)}`, on);
  const share = ruleOn(pack, SHARE_RULE, on);
  if (value.isAboveThreshold !== true || all.length < 2 || limit === null || share === null) return null;
  const { amount: below, currency } = ruleMoney(limit);
  const valued = all.flatMap(({ id, estimatedValue }): SmallLot[] => (estimatedValue === null ? [] : [{ lotId: id, value: estimatedValue }]));
  const whole = valued.reduce((total, lot) => total + lot.value.amount, 0);
  const most = { amount: decimal(String(whole)).times(share.value).div(HUNDRED).floor().toNumber(), currency };
  const lots = valued.filter((lot) => lot.value.amount < below).toSorted((left, right) => left.value.amount - right.value.amount);
  const together = { amount: lots.reduce((total, lot) => total + lot.value.amount, 0), currency };
  return { limit, share, most, lots, together, fit: together.amount <= most.amount };
};
