/** The shortest times the law sets between the days of a call, for each route and its circumstances. */
import type { Term } from '../calendar/term';
import type { Procedure, Route } from '../procedure/procedure';
import { ruleOn, type Rule, type RulePack } from '../rule-pack';
import type { CivilDate } from '../values';
import type { MilestoneKind } from './milestone';

/** Between two days of the call, at least so many days. */
export interface MinimumPeriod {
  readonly from: MilestoneKind;
  readonly to: MilestoneKind;
  readonly term: Term;
  /** The rule that sets it, and the one that shortens it, if any. */
  readonly rule: Rule;
  readonly reducedBy: Rule | null;
}

interface PeriodIds {
  readonly from: MilestoneKind;
  readonly to: MilestoneKind;
  readonly id: string;
  readonly reduction?: string | undefined;
}

const reductionOf = (procedure: Procedure, id: string): string | undefined => (procedure.electronic === true ? `${id}.electronicReduction` : undefined);

const ofOpen = (procedure: Procedure): PeriodIds[] => {
  const ends = { from: 'publication', to: 'deadline' } as const;
  const id = 'period.open';
  if (procedure.urgent === true) return [{ ...ends, id: `${id}.urgent` }];
  if (procedure.priorNotice === true) return [{ ...ends, id: `${id}.priorNotice` }];
  return [{ ...ends, id, reduction: reductionOf(procedure, id) }];
};

const ofTwoStages = (name: 'restricted' | 'competitiveNegotiation', procedure: Procedure): PeriodIds[] => {
  const bids = { from: 'invitation', to: 'deadline' } as const;
  const id = `period.${name}.bids`;
  const ofBids = procedure.urgent === true ? { ...bids, id: `${id}.urgent` }
    : procedure.priorNotice === true ? { ...bids, id: `${id}.priorNotice` }
    : { ...bids, id, reduction: reductionOf(procedure, id) };
  return [{ from: 'publication', to: 'requestsUntil', id: `period.${name}.requests${procedure.urgent === true ? '.urgent' : ''}` }, ofBids];
};

const ofSimplified = ({ contractType, lowComplexity, severalStages, urgent }: Procedure): PeriodIds[] => {
  const kind = contractType === 'works' ? 'works' : 'goodsServices';
  const simple = contractType === 'goods' && lowComplexity === true;
  if (severalStages === true) {
    const id = urgent === true ? `period.simplified.urgent.${kind}` : null;
    return [
      { from: 'publication', to: 'requestsUntil', id: id ?? 'period.simplified.requests' },
      { from: 'invitation', to: 'deadline', id: id ?? (simple ? 'period.simplified.bids.simpleGoods' : 'period.simplified.bids') },
    ];
  }
  const id = urgent === true ? `urgent.${kind}` : simple ? 'simpleGoods' : kind;
  return [{ from: 'publication', to: 'deadline', id: `period.simplified.${id}` }];
};

const idsOf = (route: Route, procedure: Procedure): PeriodIds[] => {
  switch (route) {
    case 'open': return ofOpen(procedure);
    case 'restricted': case 'competitiveNegotiation': return ofTwoStages(route, procedure);
    case 'competitiveDialogue': case 'innovationPartnership': return [{ from: 'publication', to: 'requestsUntil', id: `period.${route}.requests` }];
    case 'designContest': return [{ from: 'publication', to: 'deadline', id: 'period.designContest' }];
    case 'simplified': return ofSimplified(procedure);
    case 'preCommercial': case 'directPurchase': case 'socialServices': case 'negotiationWithoutNotice': return [];
  }
};

/** The periods of a route on a day; none where the law sets none. */
export const minimumPeriods = (route: Route, procedure: Procedure, pack: RulePack, on: CivilDate): readonly MinimumPeriod[] =>
  idsOf(route, procedure).flatMap(({ from, to, id, reduction }): MinimumPeriod[] => {
    const rule = ruleOn(pack, id, on);
    const reducedBy = reduction === undefined ? null : ruleOn(pack, reduction, on);
    return rule === null ? [] : [{ from, to, rule, reducedBy, term: { amount: Number(rule.value) - Number(reducedBy?.value ?? 0), unit: 'days' } }];
  });

/** A route in two stages has requests to participate, and an invitation after them. */
export const hasTwoStages = (route: Route | null, { severalStages }: Procedure): boolean =>
  route === 'restricted' || route === 'competitiveNegotiation' || route === 'competitiveDialogue' || route === 'innovationPartnership' || (route === 'simplified' && severalStages === true);

const isLegalProcedure = (route: Route): boolean => route !== 'preCommercial' && route !== 'directPurchase' && route !== 'socialServices' && route !== 'negotiationWithoutNotice';

const answersId = (route: Route, { contractType, lowComplexity, urgent }: Procedure): string => {
  const id = 'period.clarificationAnswers';
  if (route !== 'simplified') return urgent === true ? `${id}.urgent` : id;
  if (urgent === true || (contractType === 'goods' && lowComplexity === true)) return `${id}.simplified.short`;
  return `${id}.simplified.${contractType === 'works' ? 'works' : 'goodsServices'}`;
};

/** How long before the deadline answers must be out (Law 98/2016 art. 161); null where the law does not say. */
export const answersRule = (route: Route, procedure: Procedure, pack: RulePack, on: CivilDate): Rule | null =>
  (isLegalProcedure(route) ? ruleOn(pack, answersId(route, procedure), on) : null);

/** By how much the deadline moves at least, after late answers or a significant change (Law 98/2016 art. 153 par. 3). */
export const extensionRule = (route: Route, { urgent }: Procedure, pack: RulePack, on: CivilDate): Rule | null =>
  (isLegalProcedure(route) ? ruleOn(pack, `period.extension${route === 'simplified' ? '.simplified' : ''}${urgent === true ? '.urgent' : ''}`, on) : null);
