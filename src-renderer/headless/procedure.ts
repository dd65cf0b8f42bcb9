/** `caiet procedure FILE...`: where each call's value stands, which route that allows, what looks like one purchase split over several, and the periods after award. */
import { callProblems } from '../domain/call-problems';
import { utcDate } from '../domain/civil-date';
import { awardDeadlines } from '../domain/decision/award-deadlines';
import type { Deadline } from '../domain/decision/deadline';
import { ruleMoney } from '../domain/procedure/estimated-value';
import { purchaseLine, similarPurchases, type OtherPurchase } from '../domain/procedure/similar-purchases';
import { smallLots } from '../domain/procedure/small-lots';
import { planProblems } from '../domain/plan-problems';
import type { Project } from '../domain/project';
import { ruleOn, type Rule } from '../domain/rule-pack';
import { callPlanOf } from '../domain/timeline/call-plan';
import { moneyText } from '../domain/money';
import type { CivilDate, Money } from '../domain/values';
import { allowOnly, type CommandLine } from './options';
import { openPackage, RULES, sayErrors } from './package-file';
import { problemAnswer, TerminalError, type ExitCode, type Terminal } from './terminal';

const moneyAnswer = (money: Money | null) => (money === null ? null : { amount: moneyText(money), currency: money.currency });

const ruleAnswer = ({ id, legalReference, checkedOn, certainty }: Rule) => ({ id, reference: legalReference, checkedOn, certainty });

const limitAnswer = (rule: Rule | null, reached: boolean | null) => (rule === null ? null : { ...ruleAnswer(rule), value: moneyAnswer(ruleMoney(rule)), reached });

const similarAnswer = (project: Project, others: readonly OtherPurchase[]) => {
  const similar = similarPurchases(project, others, RULES);
  if (similar === null) return null;
  const { from, until, rule, groups, lotsWithoutCpv, purchases, sum } = similar;
  return {
    from, until, rule: ruleAnswer(rule), groups, lotsWithoutCpv, sum: moneyAnswer(sum),
    purchases: purchases.map(({ projectId, what, on, value, groups: shared }) => ({ project: projectId, what, on, value: moneyAnswer(value), groups: shared })),
  };
};

const smallLotsAnswer = (project: Project) => {
  const small = smallLots(project, callPlanOf(project, RULES));
  if (small === null) return null;
  const { limit, share, most, lots, together, fit } = small;
  return { limit: limitAnswer(limit, null), share: { ...ruleAnswer(share), percent: share.value }, most: moneyAnswer(most), lots: lots.map(({ lotId }) => lotId), together: moneyAnswer(together), fit };
};

const deadlineAnswer = ({ kind, lotId, bidId, phaseId, from, on, doneOn, state, ruleId }: Deadline, day: CivilDate) => {
  const rule = ruleId === null ? null : ruleOn(RULES, ruleId, day);
  return { kind, lot: lotId, bid: bidId, phase: phaseId, from, on, doneOn, state, rule: rule === null ? null : { ...ruleAnswer(rule), value: rule.value, unit: rule.unit } };
};

/** Every project of every file is looked at beside all the others; a project that two files bring counts once. */
export const procedure = async (line: CommandLine, terminal: Terminal): Promise<ExitCode> => {
  allowOnly(line, ['passphrase-file']);
  if (line.files.length === 0) throw new TerminalError('terminal.missingFile', { command: line.command });
  const projects = new Map<string, Project>();
  let hasErrors = false;
  for (const path of line.files) {
    const report = await openPackage(path, terminal);
    hasErrors = sayErrors(report, terminal) || hasErrors;
    for (const { project } of report.projects) if (project.assignment === undefined && project.deletedAt === null) projects.set(project.id, project);
  }
  const purchases = [...projects.values()].map((project): OtherPurchase => ({ ...purchaseLine(project), id: project.id, title: project.title }));
  const answers = [...projects.values()].map((project) => {
    const { route, decision, value: { value, cap, threshold, isBelowCap, isAboveThreshold }, on } = callPlanOf(project, RULES);
    const problems = [...callProblems(project, RULES), ...planProblems(project, RULES, purchases)];
    hasErrors = problems.some(({ severity }) => severity === 'error') || hasErrors;
    return {
      id: project.id, title: project.title, on, value: moneyAnswer(value), recommended: decision.recommended, chosen: route,
      limits: { directPurchase: limitAnswer(cap, isBelowCap === null ? null : !isBelowCap), publication: limitAnswer(threshold, isAboveThreshold) },
      smallLots: smallLotsAnswer(project), similar: similarAnswer(project, purchases),
      deadlines: awardDeadlines(project, RULES, utcDate(terminal.clock.now())).map((deadline) => deadlineAnswer(deadline, on)),
      problems: problems.map((problem) => problemAnswer(problem, terminal.translator)),
    };
  });
  terminal.answer({ projects: answers });
  return hasErrors ? 1 : 0;
};
