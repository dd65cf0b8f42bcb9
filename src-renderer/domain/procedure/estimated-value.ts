/** What a procurement is worth in the eyes of the law, and where that stands to the thresholds of a day. */
import { decimal } from '../exact';
import type { Project } from '../project';
import { ruleOn, type Rule, type RulePack } from '../rule-pack';
import type { CivilDate, Money } from '../values';
import { minorUnits } from '../money';
import { procedureOf, type Procedure } from './procedure';

/** Thresholds are written in lei; a project in another currency is not compared with them. */
const THRESHOLD_CURRENCY = 'RON';

/**
 * All lots together (Law 98/2016 art. 17) with options, extensions and prizes (Norms art. 16, Law art. 9 par. 2), without
 * VAT. Null while a lot has no value or one in another currency: a sum of part of them would mislead.
 */
export const estimatedTotal = (project: Pick<Project, 'lots' | 'currency' | 'procedure'>): Money | null => {
  const lots = Object.values(project.lots);
  const extra = procedureOf(project).extraValue ?? null;
  const parts = [...lots.map(({ estimatedValue }) => estimatedValue), ...(extra === null ? [] : [extra])];
  if (lots.length === 0) return null;
  let amount = 0;
  for (const part of parts) {
    if (part === null || part.currency !== project.currency) return null;
    amount += part.amount;
  }
  return Number.isSafeInteger(amount) ? { amount, currency: project.currency } : null;
};

/** A rule in lei as money. */
export const ruleMoney = (rule: Rule): Money => ({ amount: decimal(rule.value).times(10 ** minorUnits(THRESHOLD_CURRENCY)).toNumber(), currency: THRESHOLD_CURRENCY });

const thresholdId = ({ contractType, buyerType }: Procedure): string | null => {
  if (contractType === undefined) return null;
  if (contractType === 'works') return 'threshold.works';
  if (contractType === 'socialServices') return 'threshold.socialServices';
  return buyerType === undefined ? null : `threshold.goodsServices.${buyerType}`;
};

/** `works` or `goodsServices`, as rule ids tell them apart. */
export const ruleKind = ({ contractType }: Procedure): 'works' | 'goodsServices' => (contractType === 'works' ? 'works' : 'goodsServices');

export interface ValuePosition {
  readonly value: Money | null;
  /** At or above it the notice goes to the Official Journal; null while contract or buyer is unknown. */
  readonly threshold: Rule | null;
  /** Below it may be bought directly. */
  readonly cap: Rule | null;
  /** Null while the value or the rule is not known. */
  readonly isAboveThreshold: boolean | null;
  readonly isBelowCap: boolean | null;
}

const isAtLeast = (value: Money | null, rule: Rule | null): boolean | null => {
  if (value === null || rule === null || value.currency !== THRESHOLD_CURRENCY) return null;
  return value.amount >= ruleMoney(rule).amount;
};

/** Where the estimated value stands on a day, by the pack in force. */
export const valuePosition = (project: Pick<Project, 'lots' | 'currency' | 'procedure'>, pack: RulePack, on: CivilDate): ValuePosition => {
  const procedure = procedureOf(project);
  const value = estimatedTotal(project);
  const id = thresholdId(procedure);
  const threshold = id === null ? null : ruleOn(pack, id, on);
  const cap = procedure.contractType === undefined ? null : ruleOn(pack, `directPurchase.${ruleKind(procedure)}`, on);
  const reachesCap = isAtLeast(value, cap);
  return { value, threshold, cap, isAboveThreshold: isAtLeast(value, threshold), isBelowCap: reachesCap === null ? null : !reachesCap };
};
