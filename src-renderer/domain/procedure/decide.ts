/**
 * Which route to a contract fits, why, and why not each other one. A pure function of the answers and the value; the
 * articles are in the table of grounds. It helps a person to find the procedure and to write down why; it is not legal
 * advice, and the person may choose otherwise.
 */
import type { ValuePosition } from './estimated-value';
import type { GroundCode } from './grounds';
import { ROUTES, type Procedure, type Route } from './procedure';

/** `fits`: its conditions are met. `unusual`: allowed or not forbidden, but another is meant for the case. */
export interface Verdict {
  readonly route: Route;
  readonly fit: 'fits' | 'unusual' | 'excluded';
  /** Never empty. */
  readonly grounds: readonly GroundCode[];
}

/** Answers the recommendation needs, in the order they are asked. */
export const QUESTIONS = ['contractType', 'buyerType', 'value', 'onlyConcept', 'market', 'research', 'sharedResults', 'laterVolumes', 'meansKnown'] as const;
export type Question = (typeof QUESTIONS)[number];

export interface Decision {
  /** Null while answers are missing. */
  readonly recommended: Route | null;
  readonly missing: readonly Question[];
  /** One for each route, in the law's order. */
  readonly verdicts: readonly Verdict[];
}

interface Case {
  readonly answers: Procedure;
  readonly value: ValuePosition;
}

type Judge = (facts: Case) => Omit<Verdict, 'route'>;

const fits = (...grounds: GroundCode[]): Omit<Verdict, 'route'> => ({ fit: 'fits', grounds });
const unusual = (...grounds: GroundCode[]): Omit<Verdict, 'route'> => ({ fit: 'unusual', grounds });
const excluded = (...grounds: GroundCode[]): Omit<Verdict, 'route'> => ({ fit: 'excluded', grounds });

/** Below the threshold the law's own way is the simplified procedure; a stricter one is not what it asks for. */
const aboveOnly = (facts: Case, ...grounds: GroundCode[]): Omit<Verdict, 'route'> =>
  (facts.value.isAboveThreshold === false ? unusual('belowThreshold', ...grounds) : fits(...grounds));

/** Law 98/2016 art. 70 par. 1: at least one of its cases opens negotiation and dialogue. */
const casesOfArticle70 = ({ answers: { market, meansKnown, research } }: Case): GroundCode[] => [
  ...(market === 'toAdapt' ? ['needsAdaptation' as const] : []),
  ...(market === 'absent' || research === true ? ['innovativeSolutions' as const] : []),
  ...(meansKnown === false ? ['meansUnknown' as const] : []),
];

/** Above this level a solution is proven in use, and research has little left to do. */
const HIGHEST_RESEARCH_TRL = 6;
const isMature = ({ trl }: Procedure): boolean => (trl ?? 0) > HIGHEST_RESEARCH_TRL;

const judgePreCommercial: Judge = ({ answers }) => {
  if (answers.research !== true) return excluded('noResearch');
  if (answers.sharedResults === false) return excluded('resultsKept');
  if (answers.laterVolumes === true) return excluded('laterPurchaseApart');
  const grounds: GroundCode[] = ['resultsShared', 'laterPurchaseApart'];
  return isMature(answers) ? unusual('maturityHigh', ...grounds) : fits(...grounds);
};

const judgePartnership: Judge = (facts) => {
  const { answers } = facts;
  if (answers.market === 'ready') return excluded('onTheMarket');
  if (answers.research !== true) return excluded('noResearch');
  if (answers.laterVolumes === false) return excluded('noLaterPurchase');
  if (answers.market === 'toAdapt') return unusual('onTheMarket', 'developAndBuy');
  return isMature(answers) ? unusual('maturityHigh', 'developAndBuy') : aboveOnly(facts, 'developAndBuy');
};

const JUDGES: Readonly<Record<Route, Judge>> = {
  open: (facts) => aboveOnly(facts, 'openIsTheRule', 'anyoneMayBid'),
  restricted: (facts) => aboveOnly(facts, 'openIsTheRule', 'selectionFirst'),
  competitiveNegotiation: (facts) => {
    const cases = casesOfArticle70(facts);
    return cases.length === 0 ? excluded('noCaseOfArticle70') : aboveOnly(facts, ...cases, 'minimumsNeeded');
  },
  competitiveDialogue: (facts) => {
    const cases = casesOfArticle70(facts);
    return cases.length === 0 ? excluded('noCaseOfArticle70') : aboveOnly(facts, ...cases);
  },
  innovationPartnership: judgePartnership,
  preCommercial: judgePreCommercial,
  designContest: ({ answers }) => (answers.onlyConcept === true ? fits('conceptSought') : excluded('noConcept')),
  simplified: ({ answers, value }) => {
    if (value.isAboveThreshold === true) return excluded('aboveThreshold');
    if (value.isBelowCap === true) return unusual('belowCap');
    return answers.meansKnown === false ? fits('betweenCapAndThreshold', 'stagesWithNegotiation') : fits('betweenCapAndThreshold');
  },
  directPurchase: ({ value }) => (value.isBelowCap === true ? fits('belowCap', 'neverSplit') : excluded('aboveCap', 'neverSplit')),
  socialServices: ({ answers }) => (answers.contractType === 'socialServices' ? fits('socialServices') : excluded('notSocialServices')),
  negotiationWithoutNotice: ({ answers: { exception = 'none' } }) => (exception === 'none' ? excluded('noCaseOfArticle104') : fits(exception)),
};

const missingAnswers = ({ answers, value }: Case): Question[] => {
  const unanswered = (['contractType', 'onlyConcept', 'market', 'research', 'meansKnown'] as const).filter((question) => answers[question] === undefined);
  const needsBuyer = (answers.contractType === 'goods' || answers.contractType === 'services') && answers.buyerType === undefined;
  const ofResearch = answers.research === true ? (['sharedResults', 'laterVolumes'] as const).filter((question) => answers[question] === undefined) : [];
  const missing = new Set<Question>([...unanswered, ...(needsBuyer ? ['buyerType' as const] : []), ...(value.value === null ? ['value' as const] : []), ...ofResearch]);
  return QUESTIONS.filter((question) => missing.has(question));
};

/** Routes made for one kind of case, the most specific first. */
const SPECIAL = ['negotiationWithoutNotice', 'socialServices', 'designContest', 'preCommercial', 'innovationPartnership'] as const;

/** The first route whose conditions are met. A partnership is meant for what no market has, also below the threshold. */
const mostFitting = ({ answers, value }: Case, fit: ReadonlyMap<Route, Verdict['fit']>): Route => {
  const meets = (route: Route): boolean => fit.get(route) !== 'excluded';
  const isMeant = (route: Route): boolean => fit.get(route) === 'fits' || (route === 'innovationPartnership' && meets(route) && answers.market === 'absent' && !isMature(answers));
  const special = SPECIAL.find(isMeant);
  if (special !== undefined) return special;
  if (value.isBelowCap === true) return 'directPurchase';
  if (value.isAboveThreshold === false) return 'simplified';
  if (answers.meansKnown === false && meets('competitiveDialogue')) return 'competitiveDialogue';
  return answers.market !== 'ready' && meets('competitiveNegotiation') ? 'competitiveNegotiation' : 'open';
};

export const decideRoute = (answers: Procedure, value: ValuePosition): Decision => {
  const facts: Case = { answers, value };
  const verdicts = ROUTES.map((route): Verdict => ({ route, ...JUDGES[route](facts) }));
  const missing = missingAnswers(facts);
  const fit = new Map(verdicts.map((verdict) => [verdict.route, verdict.fit]));
  return { recommended: missing.length > 0 ? null : mostFitting(facts, fit), missing, verdicts };
};
