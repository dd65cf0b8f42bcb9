/** Which periods the end of a procedure has, by its route. */
import type { Route } from '../procedure/procedure';

/** The report of the procedure: Law 98/2016 art. 214 par. 3. */
const RULES: Readonly<Record<Route, string | null>> = {
  open: 'period.report', restricted: 'period.report', innovationPartnership: 'period.report', designContest: 'period.report',
  simplified: 'period.report.simplified', negotiationWithoutNotice: 'period.report.simplified',
  competitiveNegotiation: 'period.report.negotiation', competitiveDialogue: 'period.report.negotiation',
  socialServices: null, directPurchase: null, preCommercial: null,
};

/** The rule of the pack; null for a route the article does not name. */
export const reportRuleOf = (route: Route): string | null => RULES[route];

/** Routes whose award Law 101/2016 does not cover: direct purchase (its art. 3 par. 1 a) and what Law 98/2016 leaves out. */
export const isOutsideRemedies = (route: Route): boolean => route === 'directPurchase' || route === 'preCommercial';
