/** The award criteria as they were published: weights, price formulas, levels of the scales, and the hash they are frozen under. */
import { freezeInForce, frozenIntact } from '../domain/frozen-call';
import { inOrder } from '../domain/position';
import type { Block } from '../domain/ports/document';
import type { AwardCriterion } from '../domain/project';
import { heading, letterhead, paragraph } from './common-blocks';
import { documentOf, type DocumentContext, type DocumentSource } from './document-context';

const lotsTable = ({ project, words: { t }, format }: DocumentContext): Block => ({
  kind: 'table', label: t('documents.criteria.lots'),
  columns: [
    { title: t('documents.column.lot'), share: 1 }, { title: t('documents.column.title'), share: 5 },
    { title: t('documents.column.estimate', { currency: project.currency }), share: 2, numeric: true },
  ],
  rows: inOrder(project.lots).map(({ number, title, estimatedValue }) => [number, title, estimatedValue === null ? '' : format.amount(estimatedValue)]),
});

const criteriaTable = ({ words: { t }, format }: DocumentContext, criteria: readonly AwardCriterion[]): Block => ({
  kind: 'table', label: t('documents.criteria.weights'),
  columns: [
    { title: t('documents.column.criterion'), share: 4 }, { title: t('documents.column.axis'), share: 3 }, { title: t('documents.column.weight'), share: 1.4, numeric: true },
  ],
  rows: criteria.map(({ name, axis, weight }) => [name, t(`call.axis.${axis}`), format.number(weight)]),
});

/** How a criterion is marked: the price formula in a sentence, or the levels of its scale. */
const criterionBlocks = ({ words: { t }, format }: DocumentContext, criterion: AwardCriterion, index: number): Block[] => {
  const opening: Block[] = [
    heading(t('documents.criteria.heading', { index: index + 1, name: criterion.name })),
    ...(criterion.description.trim() === '' ? [] : [paragraph(criterion.description)]),
  ];
  if (criterion.type === 'price') {
    const fullMarks = criterion.fullMarksAt === null ? [] : [paragraph(t('documents.criteria.fullMarks', { share: format.percent(criterion.fullMarksAt) }))];
    return [...opening, paragraph(t(`call.formula.${criterion.formula}.explained`)), ...(criterion.formula === 'toBudget' ? fullMarks : [])];
  }
  const levels = Object.entries(criterion.scale.anchors).toSorted(([left], [right]) => Number(left) - Number(right));
  return [
    ...opening,
    paragraph(t('documents.criteria.scale', { max: criterion.scale.max })),
    { kind: 'table', label: t('documents.criteria.levelsOf', { name: criterion.name }), columns: [{ title: t('documents.column.level'), share: 1, numeric: true }, { title: t('documents.column.means'), share: 8 }], rows: levels.map(([level, text]) => [level, text]) },
    ...(criterion.evidence.trim() === '' ? [] : [paragraph({ text: t('documents.criteria.evidence'), weight: 'strong' }, ' ', criterion.evidence)]),
  ];
};

const freezeBlocks = ({ project, words: { t }, format }: DocumentContext): Block[] => {
  const freeze = freezeInForce(project);
  if (freeze === null) return [paragraph({ text: t('documents.criteria.notFrozen'), weight: 'strong' })];
  return [
    { kind: 'facts', label: t('documents.criteria.freeze'), rows: [[t('documents.criteria.frozenAt'), format.instant(freeze.at)], [t('documents.criteria.hash'), freeze.hash]] },
    ...(frozenIntact(project) ? [] : [paragraph({ text: t('documents.criteria.changedSince'), weight: 'strong' })]),
  ];
};

const compose = (context: DocumentContext) => {
  const { words: { t }, project } = context;
  const criteria = inOrder(project.awardCriteria);
  return documentOf(context, t('documents.criteria.title'), [
    letterhead(context),
    { kind: 'title', text: t('documents.criteria.title') },
    ...freezeBlocks(context),
    lotsTable(context),
    heading(t('documents.criteria.weights')),
    criteriaTable(context, criteria),
    paragraph(t('documents.criteria.rounding')),
    ...criteria.flatMap((criterion, index) => criterionBlocks(context, criterion, index)),
  ]);
};

/** One document, as soon as there is a criterion to tell of. */
export const criteriaDocuments: DocumentSource = (context) => {
  const { project, words: { t } } = context;
  if (Object.keys(project.awardCriteria).length === 0) return [];
  const missing = freezeInForce(project) === null ? [t('documents.missing.freeze')] : [];
  return [{ id: 'criteria', group: 'call', title: t('documents.criteria.title'), about: '', missing, compose: () => compose(context) }];
};
