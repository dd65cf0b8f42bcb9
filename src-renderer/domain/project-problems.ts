/** What makes a project unsound in itself, wherever it came from: references, identities, limits. Used on every package before anything of it is stored. */
import { attachmentsOf, bytesOfAll, MAX_ATTACHMENTS, MAX_PROJECT_FILE_BYTES } from './attachment';
import { pointerTo } from './json-pointer';
import { MAX_AMOUNT } from './money';
import { isPosition } from './position';
import { MAX_NEEDS } from './need';
import { fail, type Problem, type Severity } from './problem';
import { COLLECTIONS, LATER_COLLECTIONS, MAX_BIDS, scoreSheetId, type Collection, type LaterCollection, type Project } from './project';
import { MAX_REQUIREMENTS } from './requirement';
import type { Money } from './values';

export type ProjectProblemCode =
  | 'project.keyMismatch' // data: {collection, key, id}: a record stands under another id than its own
  | 'project.danglingReference' // data: {collection, field, id}: names a record that is not there
  | 'project.sheetIdMismatch' // data: {id}: a score sheet whose id is not its evaluator's and bid's
  | 'project.tooMany' // data: {collection, count, limit}
  | 'project.amountTooLarge' // data: {limit} in minor units
  | 'project.positionInvalid' // data: {collection}: nothing can be put after it
  | 'project.filesTooLarge' // data: {size, limit} in bytes: attached files together
  | 'project.noEvaluator';

type ProjectProblem = Problem<ProjectProblemCode>;

type AnyCollection = Collection | LaterCollection;

/** The most records of each kind one project takes; beyond it the window would not be usable. */
export const COLLECTION_LIMITS: Readonly<Record<AnyCollection, number>> = {
  lots: 500,
  awardCriteria: 200,
  bidders: MAX_BIDS,
  bids: MAX_BIDS,
  evaluators: 50,
  scoreSheets: MAX_BIDS * 10,
  imports: 1000,
  knockOuts: 200,
  freezes: 100,
  envelopes: 500,
  moderations: MAX_BIDS * 10,
  decisions: 500,
  milestones: 100,
  phases: 50,
  phaseReviews: 1000,
  risks: 200,
  clarifications: 2000,
  errata: 200,
  attachments: MAX_ATTACHMENTS,
  reopenings: 1000,
  sessions: 1000,
  afterDecisions: 500,
  handouts: 1000,
  needs: MAX_NEEDS,
  requirements: MAX_REQUIREMENTS,
};

const ALL_COLLECTIONS: readonly AnyCollection[] = [...COLLECTIONS, ...LATER_COLLECTIONS];

const NOTHING: Readonly<Record<string, { readonly id: string }>> = {};
const recordsOf = (project: Project, collection: AnyCollection): Readonly<Record<string, { readonly id: string }>> => project[collection] ?? NOTHING;

const at = (severity: Severity, code: ProjectProblemCode, path: readonly string[], data: Problem['data'] = {}): ProjectProblem =>
  ({ severity, code, data, pointer: pointerTo(path) });

const limitProblems = (project: Project): ProjectProblem[] =>
  ALL_COLLECTIONS.flatMap((collection) => {
    const count = Object.keys(recordsOf(project, collection)).length;
    const limit = COLLECTION_LIMITS[collection];
    return count > limit ? [at('error', 'project.tooMany', [collection], { collection, count, limit })] : [];
  });

/**
 * Throws `project.tooMany` when a change lets a collection grow beyond its limit. Without this a project could become
 * one that no package and no safety copy takes.
 */
export const refuseGrowth = (before: Project, after: Project): void => {
  for (const collection of ALL_COLLECTIONS) {
    if (before[collection] === after[collection]) continue;
    const count = Object.keys(recordsOf(after, collection)).length;
    const limit = COLLECTION_LIMITS[collection];
    if (count > limit && count > Object.keys(recordsOf(before, collection)).length) throw fail('project.tooMany', { collection, count, limit }, pointerTo([collection]));
  }
};

const keyProblems = (project: Project): ProjectProblem[] =>
  ALL_COLLECTIONS.flatMap((collection) =>
    Object.entries(recordsOf(project, collection))
      .filter(([key, record]) => record.id !== key)
      .map(([key, record]) => at('error', 'project.keyMismatch', [collection, key, 'id'], { collection, key, id: record.id })));

/** Fields without whose record a record means nothing; where they lead has to be there. */
export const RECORD_REFERENCES = [
  { collection: 'bids', field: 'lotId', target: 'lots' },
  { collection: 'bids', field: 'bidderId', target: 'bidders' },
  { collection: 'scoreSheets', field: 'bidId', target: 'bids' },
  { collection: 'scoreSheets', field: 'evaluatorId', target: 'evaluators' },
] as const satisfies readonly { readonly collection: AnyCollection; readonly field: string; readonly target: AnyCollection }[];

const neededRecords = (project: Project): ProjectProblem[] => RECORD_REFERENCES.flatMap(({ collection, field, target }) =>
  Object.entries<Readonly<Record<string, unknown>>>(project[collection]).flatMap(([key, record]) => reference(project, 'error', target, String(record[field]), [collection, key, field])));

/** A reference and whether leading nowhere makes the record meaningless (`error`) or only forgetful (`warning`). */
const reference = (project: Project, severity: Severity, target: AnyCollection, id: string, path: readonly string[]): ProjectProblem[] =>
  Object.hasOwn(recordsOf(project, target), id) ? [] : [at(severity, 'project.danglingReference', path, { collection: target, field: path.at(-1) ?? '', id })];

const bidReferences = (project: Project): ProjectProblem[] =>
  Object.entries(project.bids).flatMap(([key, { importId }]) => (importId === null ? [] : reference(project, 'warning', 'imports', importId, ['bids', key, 'importId'])));

const sheetReferences = (project: Project): ProjectProblem[] =>
  Object.entries(project.scoreSheets).flatMap(([key, sheet]) => [
    ...(sheet.id === scoreSheetId(sheet.evaluatorId, sheet.bidId) ? [] : [at('error', 'project.sheetIdMismatch', ['scoreSheets', key, 'id'], { id: sheet.id })]),
    ...Object.keys(sheet.scores).flatMap((id) => reference(project, 'warning', 'awardCriteria', id, ['scoreSheets', key, 'scores', id])),
  ]);

/** A merge or an erratum that leads nowhere loses its place in the list, not its words. */
const callReferences = (project: Project): ProjectProblem[] => [
  ...Object.entries(project.clarifications ?? {}).flatMap(([key, { mergedInto }]) =>
    (mergedInto === null ? [] : reference(project, 'warning', 'clarifications', mergedInto, ['clarifications', key, 'mergedInto']))),
  ...Object.entries(project.freezes ?? {}).flatMap(([key, { erratumId }]) =>
    (erratumId === null ? [] : reference(project, 'warning', 'errata', erratumId, ['freezes', key, 'erratumId']))),
];

/** A phase or a lot that is gone leaves what was recorded of it without a place in the plan, not without its words. */
const reviewReferences = (project: Project): ProjectProblem[] => Object.entries(project.phaseReviews ?? {}).flatMap(([key, { lotId, phaseId }]) => [
  ...reference(project, 'warning', 'lots', lotId, ['phaseReviews', key, 'lotId']),
  ...reference(project, 'warning', 'phases', phaseId, ['phaseReviews', key, 'phaseId']),
]);

/** A requirement whose link leads nowhere has lost its trace, not its words. */
const requirementReferences = (project: Project): ProjectProblem[] => [
  ...Object.entries(project.needs ?? {}).flatMap(([key, { importId }]) => (importId === null ? [] : reference(project, 'warning', 'imports', importId, ['needs', key, 'importId']))),
  ...Object.entries(project.requirements ?? {}).flatMap(([key, { needId, criterionId, importId }]) => [
    ...(needId === null ? [] : reference(project, 'warning', 'needs', needId, ['requirements', key, 'needId'])),
    ...(criterionId === null ? [] : reference(project, 'warning', 'awardCriteria', criterionId, ['requirements', key, 'criterionId'])),
    ...(importId === null ? [] : reference(project, 'warning', 'imports', importId, ['requirements', key, 'importId'])),
  ]),
];

const tooLarge = (money: Money | null, path: readonly string[]): ProjectProblem[] =>
  money !== null && Math.abs(money.amount) > MAX_AMOUNT ? [at('error', 'project.amountTooLarge', path, { limit: MAX_AMOUNT })] : [];

const amountProblems = (project: Project): ProjectProblem[] => [
  ...Object.entries(project.lots).flatMap(([key, { estimatedValue }]) => tooLarge(estimatedValue, ['lots', key, 'estimatedValue'])),
  ...Object.entries(project.bids).flatMap(([key, { price }]) => tooLarge(price, ['bids', key, 'price'])),
  ...Object.entries(project.bids).flatMap(([key, { costs = {} }]) => Object.entries(costs).flatMap(([item, cost]) => tooLarge(cost, ['bids', key, 'costs', item]))),
  ...Object.entries(project.phases ?? {}).flatMap(([key, { capPerSupplier, budget }]) =>
    [...tooLarge(capPerSupplier, ['phases', key, 'capPerSupplier']), ...tooLarge(budget, ['phases', key, 'budget'])]),
  ...tooLarge(project.procedure?.extraValue ?? null, ['procedure', 'extraValue']),
];

const positionProblems = (project: Project): ProjectProblem[] =>
  (['lots', 'awardCriteria', 'evaluators', 'phases', 'risks', 'clarifications', 'errata', 'needs', 'requirements'] as const).flatMap((collection) =>
    Object.entries<{ readonly position: string }>(project[collection] ?? {})
      .filter(([, { position }]) => !isPosition(position))
      .map(([key]) => at('error', 'project.positionInvalid', [collection, key, 'position'], { collection })));

/** What the attached files take together; a project beyond it fits into no package. */
const fileProblems = (project: Project): ProjectProblem[] => {
  const size = bytesOfAll(attachmentsOf(project));
  return size > MAX_PROJECT_FILE_BYTES ? [at('error', 'project.filesTooLarge', ['attachments'], { size, limit: MAX_PROJECT_FILE_BYTES })] : [];
};

/** Everything unsound about a project that already has the right shape. Errors forbid taking it in. */
export const projectProblems = (project: Project): ProjectProblem[] => {
  const limits = limitProblems(project);
  if (limits.length > 0) return limits;
  return [
    ...keyProblems(project),
    ...neededRecords(project),
    ...bidReferences(project),
    ...sheetReferences(project),
    ...callReferences(project),
    ...requirementReferences(project),
    ...reviewReferences(project),
    ...amountProblems(project),
    ...positionProblems(project),
    ...fileProblems(project),
    ...(Object.keys(project.evaluators).length === 0 ? [at('warning', 'project.noEvaluator', ['evaluators'])] : []),
  ];
};
