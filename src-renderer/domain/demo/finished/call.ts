/** The call of the finished procedure, as it was before it was frozen. */
import { ROMANIAN_CALENDAR } from '../../calendar/romania';
import { workingDayFrom } from '../../calendar/work-calendar';
import { criteriaTemplate, rubricGroup } from '../../criteria-template';
import { outlineOf } from '../../criteria-tree';
import type { KnockOut } from '../../knock-out';
import { parseMoney } from '../../money';
import type { Phase } from '../../phase';
import type { Clock, IdSource } from '../../ports/clock';
import { positionBetween } from '../../position';
import type { Procedure } from '../../procedure/procedure';
import type { AwardCriterion, Project } from '../../project';
import { newProject } from '../../project-new';
import type { RulePack } from '../../rule-pack';
import { callPlanOf } from '../../timeline/call-plan';
import { proposeDates } from '../../timeline/propose';
import type { CivilDate, Id } from '../../values';
import { demoSpecification } from '../demo-specification';
import { FINISHED_BUYER, FINISHED_ESTIMATE, FINISHED_WEIGHTS, PHASE_MONTHS } from './facts';
import type { FinishedWords } from './words';

const byId = <Item extends { readonly id: Id }>(items: readonly Item[]): Record<Id, Item> => Object.fromEntries(items.map((item) => [item.id, item]));

/** Price and quality of the solution on the first level, and the rubric of transformative potential as a group beside them. */
const criteriaTree = (locale: 'ro' | 'en', ids: IdSource): readonly AwardCriterion[] => {
  const firstLevel = criteriaTemplate(locale, ids).slice(0, 2);
  const [group, ...rubric] = rubricGroup(locale, ids, positionBetween(firstLevel.at(-1)?.position ?? null, null));
  const weighed = [...firstLevel, ...(group === undefined ? [] : [group])].map((criterion, index) => ({ ...criterion, weight: FINISHED_WEIGHTS[index] ?? '0' }));
  return [...weighed, ...rubric];
};

const knockOutsOf = ({ knockOuts }: FinishedWords, ids: IdSource): readonly KnockOut[] => {
  const first = positionBetween(null, null);
  return [
    { id: ids.next(), position: first, kind: 'requirement', ...knockOuts[0] },
    { id: ids.next(), position: positionBetween(first, null), kind: 'qualification', ...knockOuts[1] },
  ];
};

/** How the contract is carried out: step by step, each judged before the next begins. */
const phasesOf = ({ phases }: FinishedWords, ids: IdSource): readonly Phase[] => {
  let position: string | null = null;
  return phases.map((words, index): Phase => {
    position = positionBetween(position, null);
    return { id: ids.next(), position, ...words, suppliers: 1, capPerSupplier: null, budget: null, months: PHASE_MONTHS[index] ?? null };
  });
};

const procedureOf = ({ valueReason, chosenReason }: FinishedWords): Procedure => ({
  contractType: 'goods', buyerType: 'local', onlyConcept: false, market: 'toAdapt', trl: 8, research: false, meansKnown: true, intellectual: false, fixedBudget: false,
  electronic: true, exception: 'none', valueReason, chosen: 'simplified', chosenReason,
});

/** `deadline`: about the last day for bids; a working day is taken. */
export const finishedCall = (ids: IdSource, clock: Clock, { words, locale, rulePack, deadline }: { readonly words: FinishedWords; readonly locale: 'ro' | 'en'; readonly rulePack: RulePack; readonly deadline: CivilDate }): Project => {
  const begun = newProject(ids, clock, { title: words.title, description: words.description, buyer: FINISHED_BUYER, rulePackId: rulePack.id });
  const lot = { id: ids.next(), position: positionBetween(null, null), number: '1', ...words.lot, estimatedValue: parseMoney(FINISHED_ESTIMATE, begun.currency), cpv: '38421000-2' };
  const project: Project = {
    ...begun, lots: byId([lot]), awardCriteria: byId(criteriaTree(locale, ids)), knockOuts: byId(knockOutsOf(words, ids)), callRules: { twoEnvelopes: true }, procedure: procedureOf(words),
    phases: byId(phasesOf(words, ids)),
  };
  const dates = proposeDates(callPlanOf(project, rulePack), 'deadline', workingDayFrom(ROMANIAN_CALENDAR, deadline)) ?? { deadline };
  // The groups give no points themselves: the criteria that do, in the order of the call.
  const scored = outlineOf(project.awardCriteria).filter(({ criterion }) => criterion.type === 'quality').map(({ criterion }) => criterion.id);
  return { ...project, ...demoSpecification(words.needs, scored, ids), milestones: byId(Object.entries(dates).map(([id, date]) => ({ id, date }))) };
};
