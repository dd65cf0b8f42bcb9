/** What the examination of bids still lacks, or holds against the law's limits. */
import { finish, mapInSteps } from '../in-steps';
import { utcDate } from '../civil-date';
import { ROMANIAN_CALENDAR } from '../calendar/romania';
import { isWorkingDay, workingDaysBetween } from '../calendar/work-calendar';
import { pricesSealed } from '../envelope';
import { priceObstacle, usableEstimate } from '../evaluation/bid-prices';
import { ABNORMALLY_LOW_RULE } from '../evaluation/evaluate';
import { fractionOf } from '../evaluation/fraction';
import { countedPrice } from '../bid-correction';
import { pointerTo } from '../json-pointer';
import type { Problem, Severity } from '../problem';
import type { Bid, Project } from '../project';
import { ruleValue, type RulePack } from '../rule-pack';
import type { Inquiry } from './admission-fields';
import { knockOutsOfBid } from './knock-outs-of-bid';
import { inquiriesOf, lowPriceState, verdictOf } from './verdict';

/** `bidder` is a name, `lot` a lot's number. */
export type AdmissionProblemCode =
  | 'bid.groundMissing' // data: {bidder, lot}: rejected on no ground of the law
  | 'bid.knockOutsUnchecked' // data: {bidder, lot, count}
  | 'bid.admittedDespiteFailure' // data: {bidder, lot, condition}
  | 'bid.lowPriceUnasked' // data: {bidder, lot, limit}: the commission must ask
  | 'bid.lowPriceUnjustified' // data: {bidder, lot}: to be rejected
  | 'bid.aboveEstimateUnfunded' // data: {bidder, lot}
  | 'bid.correctionRefused' // data: {bidder, lot}: to be rejected
  | 'bid.tooManyRounds' // data: {bidder, lot, count, limit}
  | 'bid.inquiryTooLong' // data: {bidder, lot, count, limit}: working days from the question to the last day for answering
  | 'bid.inquiryDayOff' // data: {bidder, lot, day}: ends on a day nobody works
  | 'bid.inquiryDueBeforeAsked'; // data: {bidder, lot}

type AdmissionProblem = Problem<AdmissionProblemCode>;

export const ROUNDS_RULE = 'clarification.rounds';
export const INQUIRY_PERIOD_RULE = 'clarification.period';

/** The law's limits on the day the project was created. */
export interface AdmissionLimits {
  readonly rounds: number | null;
  readonly workingDays: number | null;
  /** Per cent of the estimate below which a price has to be explained. */
  readonly lowShare: string | null;
}

const numberOrNull = (text: string | null): number | null => (text === null ? null : Number(text));

export const admissionLimits = (project: Project, rulePack: RulePack): AdmissionLimits => {
  const on = utcDate(project.createdAt);
  return {
    rounds: numberOrNull(ruleValue(rulePack, ROUNDS_RULE, on)),
    workingDays: numberOrNull(ruleValue(rulePack, INQUIRY_PERIOD_RULE, on)),
    lowShare: ruleValue(rulePack, ABNORMALLY_LOW_RULE, on),
  };
};

/** How a bid's price stands to the estimated value; `unknown` while it is sealed or cannot be compared. */
export const priceStanding = (project: Project, bid: Bid, lowShare: string | null): 'unknown' | 'low' | 'usual' | 'above' => {
  const lot = project.lots[bid.lotId];
  const estimate = lot === undefined ? null : usableEstimate(lot, project.currency);
  const price = countedPrice(bid);
  if (estimate === null || price === null || pricesSealed(project, bid.lotId) || priceObstacle(bid, project.currency) !== null) return 'unknown';
  if (price.amount > estimate) return 'above';
  const share = lowShare === null ? null : fractionOf(lowShare);
  return share !== null && BigInt(price.amount) * 100n * share.denominator < BigInt(estimate) * share.numerator ? 'low' : 'usual';
};

type Tell = (severity: Severity, code: AdmissionProblemCode, field: readonly string[], data?: Problem['data']) => AdmissionProblem;

const inquiryProblems = (inquiry: Inquiry, limits: AdmissionLimits, tell: Tell): AdmissionProblem[] => {
  const { askedOn, dueOn } = inquiry;
  if (askedOn === null || dueOn === null) return [];
  const field = ['inquiries', inquiry.id, 'dueOn'];
  if (dueOn <= askedOn) return [tell('warning', 'bid.inquiryDueBeforeAsked', field)];
  const days = workingDaysBetween(ROMANIAN_CALENDAR, askedOn, dueOn);
  return [
    ...(limits.workingDays !== null && days > limits.workingDays ? [tell('warning', 'bid.inquiryTooLong', field, { count: days, limit: limits.workingDays })] : []),
    ...(isWorkingDay(ROMANIAN_CALENDAR, dueOn) ? [] : [tell('warning', 'bid.inquiryDayOff', field, { day: dueOn })]),
  ];
};

const pricesProblems = (project: Project, bid: Bid, limits: AdmissionLimits, tell: Tell): AdmissionProblem[] => {
  const standing = priceStanding(project, bid, limits.lowShare);
  const low = lowPriceState(bid);
  const refused = Object.values(bid.corrections ?? {}).some(({ kind, accepted }) => kind === 'arithmetic' && accepted === false);
  return [
    ...(standing === 'low' && low === 'notAsked' ? [tell('warning', 'bid.lowPriceUnasked', ['price'], { limit: limits.lowShare ?? '' })] : []),
    ...(low === 'unjustified' ? [tell('warning', 'bid.lowPriceUnjustified', ['status'])] : []),
    ...(standing === 'above' && (bid.extraFunds ?? '').trim() === '' ? [tell('warning', 'bid.aboveEstimateUnfunded', ['price'])] : []),
    ...(refused ? [tell('warning', 'bid.correctionRefused', ['status'])] : []),
  ];
};

const conditionProblems = (project: Project, bid: Bid, tell: Tell): AdmissionProblem[] => {
  if (verdictOf(bid) !== 'admissible') return [];
  const conditions = knockOutsOfBid(project, bid);
  const unchecked = conditions.filter(({ check }) => check === null || check.outcome === null).length;
  return [
    ...(unchecked > 0 ? [tell('warning', 'bid.knockOutsUnchecked', ['knockOutChecks'], { count: unchecked })] : []),
    ...conditions.filter(({ check }) => check?.outcome === 'failed').map(({ knockOut }) => tell('warning', 'bid.admittedDespiteFailure', ['knockOutChecks', knockOut.id], { condition: knockOut.title })),
  ];
};

const bidProblems = (project: Project, bid: Bid, limits: AdmissionLimits, hasBegun: boolean): AdmissionProblem[] => {
  const names = { bidder: project.bidders[bid.bidderId]?.name ?? '', lot: project.lots[bid.lotId]?.number ?? '' };
  const tell: Tell = (severity, code, field, data = {}) => ({ severity, code, data: { ...names, ...data }, pointer: pointerTo(['bids', bid.id, ...field]) });
  const verdict = verdictOf(bid);
  if (verdict === 'withdrawn') return [];
  const rounds = inquiriesOf(bid, 'clarification').filter(({ askedOn }) => askedOn !== null).length;
  return [
    ...(verdict === 'rejected' && hasBegun ? [tell('warning', 'bid.groundMissing', ['rejectionGround'])] : []),
    ...(bid.status === 'valid' ? [...pricesProblems(project, bid, limits, tell), ...conditionProblems(project, bid, tell)] : []),
    ...(limits.rounds !== null && rounds > limits.rounds ? [tell('warning', 'bid.tooManyRounds', ['inquiries'], { count: rounds, limit: limits.rounds })] : []),
    ...inquiriesOf(bid).flatMap((inquiry) => inquiryProblems(inquiry, limits, tell)),
  ];
};

/** Older projects and plain registers reject without a ground; it is asked for once the examination is kept here. */
const examinationHasBegun = (project: Project): boolean =>
  Object.values(project.bids).some((bid) => bid.rejectionGround !== undefined || (bid.admittedOn ?? null) !== null || bid.inquiries !== undefined || bid.knockOutChecks !== undefined);

/** Everything doubtful in the examination of the bids, with stops. */
export function* findingAdmissionProblems(project: Project, rulePack: RulePack): Generator<number, readonly AdmissionProblem[]> {
  const limits = admissionLimits(project, rulePack);
  const hasBegun = examinationHasBegun(project);
  return (yield* mapInSteps(Object.values(project.bids), (bid) => bidProblems(project, bid, limits, hasBegun))).flat();
}

/** The same without stops. */
export const admissionProblems = (project: Project, rulePack: RulePack): readonly AdmissionProblem[] => finish(findingAdmissionProblems(project, rulePack));
