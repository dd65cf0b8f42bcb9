/** An explanation as the steps a person would write down: the formula, the formula with its numbers, the value, the rounded points. Codes and numbers; `i18n/` has the words. */
import type { AwardCriterion, PriceFormula } from '../project';
import type { DecimalString, Money } from '../values';
import type { CostExplanation, CriterionPoints, Explanation, MissingReason } from './result';

/** What stands in a formula. Only those its rule uses are there. */
export interface FormulaNumbers {
  readonly weight: DecimalString;
  readonly price?: Money;
  readonly lowest?: Money;
  readonly highest?: Money;
  readonly budget?: Money;
  readonly fullMarksPrice?: Money;
  /** toBudget: per cent of the budget that earns full points. */
  readonly fullMarksAt?: DecimalString;
  readonly mean?: DecimalString;
  readonly max?: number;
}

export type ExplanationStep =
  /** The rule in words and names: weight × lowest price / price. */
  | { readonly kind: 'formula'; readonly rule: PriceFormula | 'score' }
  /** Several evaluators: their scores and the mean, cut after six decimals. */
  | { readonly kind: 'mean'; readonly scores: readonly DecimalString[]; readonly mean: DecimalString }
  /** A life-cycle cost: its parts, discounted, and what they come to. */
  | { readonly kind: 'cost'; readonly cost: CostExplanation; readonly total: Money }
  /** The commission agreed on one score, which counts instead of the mean. */
  | { readonly kind: 'agreed'; readonly value: DecimalString }
  /** The rule again, with this bid's numbers. */
  | { readonly kind: 'numbers'; readonly rule: PriceFormula | 'score'; readonly numbers: FormulaNumbers }
  /** The formula left the range from zero to the weight and was cut there. */
  | { readonly kind: 'clamped'; readonly to: DecimalString }
  /** Before rounding; `cut` when all six decimals are shown and more may follow. */
  | { readonly kind: 'exact'; readonly value: DecimalString; readonly cut: boolean }
  /** Half up to two decimals; `changed` when that is not the exact value. */
  | { readonly kind: 'rounded'; readonly points: DecimalString; readonly changed: boolean }
  | { readonly kind: 'missing'; readonly reason: MissingReason };

type PriceExplanation = Extract<Explanation, { readonly rule: PriceFormula }>;

const present = <Value>(name: string, value: Value | null): Readonly<Record<string, Value>> => (value === null ? {} : { [name]: value });

const priceNumbers = (criterion: AwardCriterion, explanation: PriceExplanation): FormulaNumbers => ({
  weight: explanation.weight,
  price: explanation.price,
  ...present('lowest', explanation.lowest),
  ...present('highest', explanation.highest),
  ...present('budget', explanation.budget),
  ...present('fullMarksPrice', explanation.fullMarksPrice),
  ...(explanation.rule === 'toBudget' && (criterion.type === 'price' || criterion.type === 'cost') ? present('fullMarksAt', criterion.fullMarksAt) : {}),
});

const SHOWN_DECIMALS = 6;

const conclusion = (exact: DecimalString, points: DecimalString): ExplanationStep[] => [
  { kind: 'exact', value: exact, cut: exact.split('.')[1]?.length === SHOWN_DECIMALS },
  { kind: 'rounded', points, changed: exact !== points },
];

const workings = (criterion: AwardCriterion, explanation: Exclude<Explanation, { readonly rule: 'missing' }>, points: DecimalString): ExplanationStep[] => {
  const { rule } = explanation;
  if (rule === 'score') {
    const { scores, mean, weight, max, agreed } = explanation;
    const several: ExplanationStep[] = scores.length > 1 ? [{ kind: 'mean', scores: scores.map(({ value }) => value), mean }] : [];
    const together: ExplanationStep[] = agreed === undefined ? [] : [{ kind: 'agreed', value: agreed.value }];
    return [{ kind: 'formula', rule }, ...several, ...together, { kind: 'numbers', rule, numbers: { weight, mean: agreed?.value ?? mean, max } }];
  }
  const cost: ExplanationStep[] = explanation.cost === undefined ? [] : [{ kind: 'cost', cost: explanation.cost, total: explanation.price }];
  const clamped: ExplanationStep[] = explanation.clamped ? [{ kind: 'clamped', to: points }] : [];
  return [...cost, { kind: 'formula', rule }, { kind: 'numbers', rule, numbers: priceNumbers(criterion, explanation) }, ...clamped];
};

/** The steps from a criterion's rule to a bid's points, or why there are none. */
export const explain = (criterion: AwardCriterion, { points, exact, explanation }: CriterionPoints): ExplanationStep[] => {
  if (explanation.rule === 'missing') return explanation.reasons.map((reason) => ({ kind: 'missing', reason }));
  if (points === null || exact === null) return [];
  return [...workings(criterion, explanation, points), ...conclusion(exact, points)];
};
