/**
 * The periods that run after bids are in: report, communication, contest, standstill, award notice, and the phases of a
 * contract. Each is counted from a day somebody typed, with the law's calendar, and compared with the day the thing was done.
 */
import { ROMANIAN_CALENDAR } from '../calendar/romania';
import { ruleTerm, termEnd } from '../calendar/term';
import { bidsDeadline } from '../bids-deadline';
import { addDays } from '../civil-date';
import { inquiriesOf } from '../admissibility/verdict';
import { decisionOf } from '../lot-decision';
import { inOrder } from '../position';
import type { Route } from '../procedure/procedure';
import type { Project } from '../project';
import { ruleValue, type RulePack } from '../rule-pack';
import { callPlanOf, type CallPlan } from '../timeline/call-plan';
import { reportRuleOf } from '../timeline/report-period';
import type { CivilDate, Id } from '../values';
import { dayAfterDecision, type AwardTerms, type REPORT_GROUPS } from './after-decision';
import { dueState, type Deadline, type DeadlineKind, type DeadlineState } from './deadline';
import { phaseDeadlines } from './phase-deadlines';

/** `outside`: no period of Law 98/2016 or Law 101/2016 follows, as after a direct purchase or a pre-commercial procurement. */
export type AwardGroup = (typeof REPORT_GROUPS)[number] | 'withoutNotice' | 'socialServices' | 'outside';

/** Whether the values lie at or above the thresholds, and which periods the procedure has. */
export interface AwardRegime {
  readonly aboveThreshold: boolean;
  readonly group: AwardGroup;
  /** Chosen by a person, against what the plan of the call or the values would say. */
  readonly isChosen: boolean;
  /** The route the call plans and the group follows from; null while none is chosen there, or a person chose the group. */
  readonly route: Route | null;
}

const GROUPS: Readonly<Record<Route, AwardGroup>> = {
  open: 'open', restricted: 'open', innovationPartnership: 'open', designContest: 'open', competitiveNegotiation: 'negotiation', competitiveDialogue: 'negotiation',
  simplified: 'simplified', negotiationWithoutNotice: 'withoutNotice', socialServices: 'socialServices', directPurchase: 'outside', preCommercial: 'outside',
};

const REPORT_RULES: Readonly<Record<AwardGroup, string | null>> = {
  open: reportRuleOf('open'), negotiation: reportRuleOf('competitiveNegotiation'), simplified: reportRuleOf('simplified'),
  withoutNotice: reportRuleOf('negotiationWithoutNotice'), socialServices: reportRuleOf('socialServices'), outside: null,
};

const FALLBACK_THRESHOLD = 'threshold.goodsServices.local';

/** While the call does not say what is bought, the lots stand against the threshold of local authorities for goods and services (Law 98/2016 art. 17 par. 2). */
const isAboveFallback = (project: Project, { pack, on }: CallPlan): boolean => {
  const threshold = ruleValue(pack, FALLBACK_THRESHOLD, on);
  const sum = Object.values(project.lots).reduce((total, { estimatedValue }) => total + (estimatedValue?.currency === 'RON' ? estimatedValue.amount : 0), 0);
  return threshold !== null && sum >= Number(threshold) * 100;
};

const termsOf = ({ awardTerms }: Pick<Project, 'awardTerms'>): AwardTerms => awardTerms ?? {};

export const awardRegime = (project: Project, rulePack: RulePack): AwardRegime => {
  const { aboveThreshold, procedureGroup } = termsOf(project);
  const plan = callPlanOf(project, rulePack);
  const above = aboveThreshold ?? plan.value.isAboveThreshold ?? isAboveFallback(project, plan);
  const reckoned = plan.route === null ? (above ? 'open' : 'simplified') : GROUPS[plan.route];
  return {
    aboveThreshold: above, group: procedureGroup ?? reckoned, isChosen: aboveThreshold !== undefined || procedureGroup !== undefined,
    route: procedureGroup === undefined ? plan.route : null,
  };
};

interface Counting {
  readonly project: Project;
  readonly rulePack: RulePack;
  readonly regime: AwardRegime;
  /** The day whose rules hold: of publication, or of the project's beginning while none is planned. */
  readonly rulesOf: CivilDate;
  readonly today: CivilDate;
}

interface Plan {
  readonly kind: DeadlineKind;
  readonly lotId: Id | null;
  readonly ruleId: string;
  readonly from: CivilDate | null;
  readonly doneOn: CivilDate | null;
}

const endOf = ({ rulePack, rulesOf }: Counting, ruleId: string, from: CivilDate | null): CivilDate | null => {
  const term = ruleTerm(rulePack, ruleId, rulesOf);
  return from === null || term === null ? null : termEnd(ROMANIAN_CALENDAR, from, term);
};

/** A contract is signed on the first day after the standstill or later. */
const signState = (first: CivilDate | null, doneOn: CivilDate | null, today: CivilDate): DeadlineState => {
  if (first === null) return 'waiting';
  if (doneOn !== null) return doneOn < first ? 'early' : 'done';
  return today < first ? 'running' : 'today';
};

const stateOf = (kind: DeadlineKind, on: CivilDate | null, doneOn: CivilDate | null, today: CivilDate): DeadlineState => {
  if (kind === 'sign') return signState(on, doneOn, today);
  if (kind === 'contest') return on === null ? 'waiting' : on < today ? 'over' : 'running';
  return dueState(on, doneOn, today);
};

const planned = (counting: Counting, { kind, lotId, ruleId, from, doneOn }: Plan): Deadline => {
  const end = endOf(counting, ruleId, from);
  const on = kind === 'sign' && end !== null ? addDays(end, 1) : end;
  return { id: `${kind}.${lotId ?? 'procedure'}`, kind, lotId, bidId: null, inquiry: null, phaseId: null, ruleId, from, on, doneOn, state: stateOf(kind, on, doneOn, counting.today) };
};

const reportPlan = ({ project, regime }: Counting): Plan[] => {
  const ruleId = REPORT_RULES[regime.group];
  if (ruleId === null) return [];
  const approved = inOrder(project.lots).map(({ id }) => decisionOf(project, id)?.approvedOn ?? null);
  const all = approved.length > 0 && approved.every((day) => day !== null) ? approved.filter((day) => day !== null).toSorted().at(-1) ?? null : null;
  return [{ kind: 'report', lotId: null, ruleId, from: bidsDeadline(project), doneOn: all }];
};

const lotPlans = ({ project, regime }: Counting, lotId: Id): Plan[] => {
  const decision = decisionOf(project, lotId);
  if (decision === null || regime.group === 'outside') return [];
  const communicatedOn = dayAfterDecision(project, lotId, 'communicatedOn');
  const signedOn = dayAfterDecision(project, lotId, 'signedOn');
  const below = regime.aboveThreshold ? '' : '.belowThreshold';
  if (decision.outcome === 'cancel') {
    return [
      { kind: 'tellCancellation', lotId, ruleId: 'period.cancellationCommunication', from: decision.approvedOn, doneOn: communicatedOn },
      { kind: 'contest', lotId, ruleId: `period.contest${below}`, from: communicatedOn, doneOn: null },
    ];
  }
  return [
    { kind: 'communicate', lotId, ruleId: 'period.resultCommunication', from: decision.approvedOn, doneOn: communicatedOn },
    { kind: 'contest', lotId, ruleId: `period.contest${below}`, from: communicatedOn, doneOn: null },
    { kind: 'sign', lotId, ruleId: `period.standstill${below}`, from: communicatedOn, doneOn: signedOn },
    { kind: 'notice', lotId, ruleId: regime.group === 'simplified' ? 'period.awardNotice.simplified' : 'period.awardNotice', from: signedOn, doneOn: dayAfterDecision(project, lotId, 'noticeSentOn') },
  ];
};

/** Answers bidders owe, by the day they were given. */
const answers = ({ project, today }: Counting): Deadline[] =>
  Object.values(project.bids).flatMap((bid) => inquiriesOf(bid)
    .filter(({ askedOn }) => askedOn !== null)
    .map(({ id, kind, askedOn, dueOn, answeredOn }) => ({
      id: `answer.${bid.id}.${id}`, kind: 'answer' as const, lotId: bid.lotId, bidId: bid.id, inquiry: kind, phaseId: null, ruleId: null, from: askedOn, on: dueOn, doneOn: answeredOn,
      state: dueState(dueOn, answeredOn, today),
    })));

/** All periods of the award, those of the procedure first, then lot by lot in the order they run. */
export const awardDeadlines = (project: Project, rulePack: RulePack, today: CivilDate): readonly Deadline[] => {
  const counting: Counting = { project, rulePack, regime: awardRegime(project, rulePack), rulesOf: callPlanOf(project, rulePack).on, today };
  return [
    ...reportPlan(counting).map((plan) => planned(counting, plan)),
    ...answers(counting),
    ...inOrder(project.lots).flatMap(({ id }) => [...lotPlans(counting, id).map((plan) => planned(counting, plan)), ...phaseDeadlines(project, id, today)]),
  ];
};

const ASKING: ReadonlySet<DeadlineState> = new Set(['running', 'today', 'late']);

/** The first of what still has to be done; null when nothing waits. */
export const nextDeadline = (deadlines: readonly Deadline[]): Deadline | null =>
  deadlines.filter(({ kind, state, on }) => kind !== 'contest' && on !== null && ASKING.has(state)).toSorted((left, right) => ((left.on ?? '') < (right.on ?? '') ? -1 : 1))[0] ?? null;
