/**
 * Who would win, and in what order, had the call chosen another formula: another price formula where the price gives
 * points, the other rule where the amount is set against quality. Only to be known: the published one decides.
 */
import { leavesOf } from '../criteria-tree';
import { rankingRuleOf } from '../evaluation/counted-criteria';
import { AMOUNT_RULES, type AmountRule } from '../evaluation/result';
import { PRICE_FORMULAS, type AwardCriterion, type PriceFormula, type Project } from '../project';
import type { DecimalString, Id } from '../values';
import type { Contest } from './contest';
import { allKnown, totalsIf, type Question } from './evaluated-again';
import { orderOf } from './lot-order';
import type { FigureUnit, Order } from './order';
import { sameList } from './standing';

export type Formula = PriceFormula | AmountRule;

export interface PlacedBid {
  readonly bidId: Id;
  readonly place: number;
  /** What ranks it under the formula; null for the price of a point where there are none. */
  readonly figure: DecimalString | null;
}

export interface FormulaOutcome {
  readonly formula: Formula;
  /** True for the one the call chose, for all of its price criteria. */
  readonly isChosen: boolean;
  /** Null when the call lacks what the formula needs: the estimated value, the price that earns full points, or what quality is worth. */
  readonly outcome: {
    readonly unit: FigureUnit;
    /** By place; equal ones in the ranking's order. */
    readonly order: readonly PlacedBid[];
    readonly leaders: readonly Id[];
    readonly firstPlaceChanges: boolean;
    readonly orderChanges: boolean;
  } | null;
}

const isAmountRule = (formula: Formula): formula is AmountRule => AMOUNT_RULES.some((rule) => rule === formula);

const withFormula = (project: Project, formula: Formula): Project => (isAmountRule(formula)
  ? { ...project, callRules: { ...project.callRules, rankingRule: formula } }
  : {
      ...project,
      awardCriteria: Object.fromEntries(Object.entries(project.awardCriteria).map(([id, criterion]): [Id, AwardCriterion] =>
        [id, criterion.type === 'price' || criterion.type === 'cost' ? { ...criterion, formula } : criterion])),
    });

const outcomeOf = ({ contenders, totals: present, order: published }: Contest, order: Order, totals: readonly number[]): NonNullable<FormulaOutcome['outcome']> => {
  const places = order.places(totals);
  const leaders = order.leaders(totals);
  return {
    unit: order.unit,
    order: contenders.map((bidId, index) => ({ bidId, place: places[index] ?? 0, figure: order.figure(index, totals[index] ?? 0) })).toSorted((left, right) => left.place - right.place),
    leaders: leaders.map((leader) => contenders[leader] ?? ''),
    firstPlaceChanges: !sameList(leaders, published.leaders(present)),
    orderChanges: !sameList(places, published.places(present)),
  };
};

/** What the only lot of a project turns amounts into points by, or sets them against quality by. */
const chosenFormulas = (project: Project): Formula[] => {
  const rule = rankingRuleOf(project);
  if (rule !== 'weightedPoints') return [rule];
  return Object.keys(project.lots).flatMap((lotId) => leavesOf(project.awardCriteria, lotId))
    .flatMap(({ criterion }) => (criterion.type === 'price' || criterion.type === 'cost' ? [criterion.formula] : []));
};

/** The formulas worth trying: all of the published one's kind, or none where no price is marked. */
export const formulasFor = (project: Project): readonly Formula[] => {
  const [chosen] = chosenFormulas(project);
  if (chosen === undefined) return [];
  return isAmountRule(chosen) ? AMOUNT_RULES : PRICE_FORMULAS;
};

export const formulaOutcome = (question: Question, contest: Contest, formula: Formula): FormulaOutcome => {
  const chosen = chosenFormulas(question.project);
  const changed = withFormula(question.project, formula);
  const totals = totalsIf(question, changed, contest.contenders);
  const outcome = allKnown(totals) ? outcomeOf(contest, orderOf(changed, question.lot.lotId, contest.contenders), totals) : null;
  return { formula, isChosen: chosen.every((each) => each === formula), outcome };
};
