/** Who would win, and in what order, had the call chosen another price formula. Only to be known: the published one decides. */
import { hundredthsText } from '../evaluation/fraction';
import { leavesOf } from '../criteria-tree';
import { PRICE_FORMULAS, type AwardCriterion, type PriceFormula, type Project } from '../project';
import type { DecimalString, Id } from '../values';
import type { Contest } from './contest';
import { allKnown, totalsIf, type Question } from './evaluated-again';
import { leadersOf, placesOf, sameList } from './standing';

export interface PlacedBid {
  readonly bidId: Id;
  readonly place: number;
  readonly total: DecimalString;
}

export interface FormulaOutcome {
  readonly formula: PriceFormula;
  /** True for the one the call chose, for all of its price criteria. */
  readonly isChosen: boolean;
  /** Null when the call lacks what the formula needs: the estimated value, or the price that earns full points. */
  readonly outcome: {
    /** By place; equal ones in the ranking's order. */
    readonly order: readonly PlacedBid[];
    readonly leaders: readonly Id[];
    readonly firstPlaceChanges: boolean;
    readonly orderChanges: boolean;
  } | null;
}

const withFormula = (project: Project, formula: PriceFormula): Project => ({
  ...project,
  awardCriteria: Object.fromEntries(Object.entries(project.awardCriteria).map(([id, criterion]): [Id, AwardCriterion] =>
    [id, criterion.type === 'price' || criterion.type === 'cost' ? { ...criterion, formula } : criterion])),
});

const outcomeOf = ({ contenders, totals: present }: Contest, totals: readonly number[]): NonNullable<FormulaOutcome['outcome']> => {
  const places = placesOf(totals);
  const leaders = leadersOf(totals);
  return {
    order: contenders.map((bidId, index) => ({ bidId, place: places[index] ?? 0, total: hundredthsText(totals[index] ?? 0) })).toSorted((left, right) => left.place - right.place),
    leaders: leaders.map((leader) => contenders[leader] ?? ''),
    firstPlaceChanges: !sameList(leaders, leadersOf(present)),
    orderChanges: !sameList(places, placesOf(present)),
  };
};

/** What the criteria of the only lot of a project turn amounts into points by. */
const chosenFormulas = (project: Project): PriceFormula[] =>
  Object.keys(project.lots).flatMap((lotId) => leavesOf(project.awardCriteria, lotId))
    .flatMap(({ criterion }) => (criterion.type === 'price' || criterion.type === 'cost' ? [criterion.formula] : []));

/** The formulas worth trying: all of them, or none where no price is marked. */
export const formulasFor = (project: Project): readonly PriceFormula[] =>
  chosenFormulas(project).length > 0 ? PRICE_FORMULAS : [];

export const formulaOutcome = (question: Question, contest: Contest, formula: PriceFormula): FormulaOutcome => {
  const chosen = chosenFormulas(question.project);
  const totals = totalsIf(question, withFormula(question.project, formula), contest.contenders);
  return { formula, isChosen: chosen.every((each) => each === formula), outcome: allKnown(totals) ? outcomeOf(contest, totals) : null };
};
