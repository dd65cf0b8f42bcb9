/** The award criteria as they were published: weights, price formulas, levels of the scales, and the hash they are frozen under. */
import { outlineOf, type OutlineLine } from '../domain/criteria-tree';
import { awardMethodOf, givesPoints, pointLeaves, rankingRuleOf, tieRuleOf } from '../domain/evaluation/counted-criteria';
import { freezeInForce, frozenIntact } from '../domain/frozen-call';
import { inOrder } from '../domain/position';
import type { Block } from '../domain/ports/document';
import type { AwardCriterion, CostCriterion, CriterionGroup, PriceCriterion, QualityCriterion } from '../domain/project';
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

/** A line of the tree with the number documents call it by: `2.1`. */
interface NumberedLine extends OutlineLine {
  readonly number: string;
}

const numbered = (lines: readonly OutlineLine[]): NumberedLine[] => {
  const path: number[] = [];
  return lines.map((line) => {
    path.length = line.depth;
    path.push(line.index + 1);
    return { ...line, number: path.join('.') };
  });
};

const criteriaTable = ({ project, words: { t }, format }: DocumentContext, lines: readonly NumberedLine[]): Block => {
  const inTotal = new Map(pointLeaves(project).map(({ criterion, weightText }) => [criterion.id, weightText]));
  const weightOf = (id: string): string => {
    const weight = inTotal.get(id);
    return weight === undefined ? '' : format.number(weight);
  };
  return {
    kind: 'table', label: t('documents.criteria.weights'),
    columns: [
      { title: t('documents.column.criterion'), share: 4 }, { title: t('documents.column.axis'), share: 3 }, { title: t('documents.column.weight'), share: 1.4, numeric: true },
      { title: t('documents.column.weightInTotal'), share: 1.4, numeric: true },
    ],
    rows: lines.map(({ number, criterion }) => [
      `${number}. ${criterion.name}`, criterion.type === 'group' ? '' : t(`call.axis.${criterion.axis}`),
      criterion.type === 'group' || givesPoints(rankingRuleOf(project), criterion.type) ? format.number(criterion.weight) : '', weightOf(criterion.id),
    ]),
  };
};

/** Which lots a criterion holds for, when not for all. */
const lotsBlocks = ({ project, words: { t } }: DocumentContext, { lotIds = {} }: Pick<AwardCriterion, 'lotIds'>): Block[] => {
  const named = inOrder(project.lots).filter(({ id }) => Object.hasOwn(lotIds, id)).map(({ number }) => number);
  return named.length === 0 ? [] : [paragraph(t('documents.criteria.forLots', { lots: named.join(', ') }))];
};

const formulaBlocks = ({ project, words: { t }, format }: DocumentContext, { formula, fullMarksAt, type }: PriceCriterion | CostCriterion): Block[] => {
  if (!givesPoints(rankingRuleOf(project), type)) return [paragraph(t('documents.criteria.compared'))];
  const fullMarks = fullMarksAt === null || formula !== 'toBudget' ? [] : [paragraph(t('documents.criteria.fullMarks', { share: format.percent(fullMarksAt) }))];
  return [paragraph(t(`call.formula.${formula}.explained`)), ...fullMarks];
};

const lifeCycleBlocks = ({ project, words: { t }, format }: DocumentContext, { name, horizonYears, includesPrice, costItems }: CostCriterion): Block[] => {
  const rate = project.callRules?.discountRate;
  return [
    paragraph(t('documents.criteria.lifeCycle', { years: horizonYears, rate: rate === undefined ? '–' : format.percent(rate), source: project.callRules?.discountRateSource ?? '' })),
    {
      kind: 'table', label: t('documents.criteria.costsOf', { name }), columns: [{ title: t('documents.column.cost'), share: 5 }, { title: t('documents.column.paid'), share: 3 }],
      rows: [...(includesPrice ? [[t('call.offeredPrice'), t('call.timing.once')]] : []), ...inOrder(costItems).map((item) => [item.name, t(`call.timing.${item.timing}`)])],
    },
  ];
};

const scaleBlocks = ({ words: { t }, format }: DocumentContext, { name, scale, minScore, evidence }: QualityCriterion): Block[] => {
  const levels = Object.entries(scale.anchors).toSorted(([left], [right]) => Number(left) - Number(right));
  return [
    paragraph(t('documents.criteria.scale', { max: scale.max })),
    ...(minScore === undefined || minScore === null ? [] : [paragraph(t('documents.criteria.minScore', { score: format.number(minScore) }))]),
    { kind: 'table', label: t('documents.criteria.levelsOf', { name }), columns: [{ title: t('documents.column.level'), share: 1, numeric: true }, { title: t('documents.column.means'), share: 8 }], rows: levels.map(([level, text]) => [level, text]) },
    ...(evidence.trim() === '' ? [] : [paragraph({ text: t('documents.criteria.evidence'), weight: 'strong' }, ' ', evidence)]),
  ];
};

const minShareBlocks = ({ words: { t }, format }: DocumentContext, { minShare }: CriterionGroup): Block[] =>
  (minShare === undefined || minShare === null ? [] : [paragraph(t('documents.criteria.minShare', { share: format.percent(minShare) }))]);

const kindBlocks = (context: DocumentContext, criterion: AwardCriterion): Block[] => {
  switch (criterion.type) {
    case 'group': return [paragraph(context.words.t('documents.criteria.group')), ...minShareBlocks(context, criterion)];
    case 'quality': return scaleBlocks(context, criterion);
    case 'price': return formulaBlocks(context, criterion);
    case 'cost': return [...lifeCycleBlocks(context, criterion), ...formulaBlocks(context, criterion)];
  }
};

/** How a criterion is marked: the price formula in a sentence, the costs that are added up, or the levels of its scale. */
const criterionBlocks = (context: DocumentContext, { number, criterion }: NumberedLine): Block[] => [
  heading(context.words.t('documents.criteria.heading', { index: number, name: criterion.name })),
  ...(criterion.description.trim() === '' ? [] : [paragraph(criterion.description)]),
  ...lotsBlocks(context, criterion),
  ...kindBlocks(context, criterion),
];

/** What a bid must meet to be compared at all. */
const knockOutBlocks = (context: DocumentContext): Block[] => {
  const { project, words: { t } } = context;
  const knockOuts = inOrder(project.knockOuts ?? {});
  if (knockOuts.length === 0) return [];
  return [
    heading(t('call.knockOuts')),
    ...knockOuts.flatMap((knockOut) => [
      paragraph({ text: `${t(`call.knockOut.kind.${knockOut.kind}`)}: ${knockOut.title}`, weight: 'strong' }),
      ...[knockOut.description, knockOut.evidence].filter((text) => text.trim() !== '').map((text) => paragraph(text)),
      ...lotsBlocks(context, knockOut),
    ]),
  ];
};

/** How totals become a ranking, and what settles equal ones. */
const rulesBlocks = ({ project, words: { t }, format }: DocumentContext): Block[] => {
  const { qualityWorth, tieBreaker = '' } = project.callRules ?? {};
  const rule = rankingRuleOf(project);
  return [
    heading(t('call.rules')),
    paragraph(t(`call.method.${awardMethodOf(project)}`)),
    paragraph(t(`call.ranking.${rule}.explained`)),
    ...(rule === 'monetisedQuality' && qualityWorth !== undefined ? [paragraph(t('documents.criteria.qualityWorth', { share: format.percent(qualityWorth) }))] : []),
    paragraph(t(`call.ties.${tieRuleOf(project)}`)),
    ...(tieBreaker.trim() === '' ? [] : [paragraph({ text: t('call.tieBreaker'), weight: 'strong' }, ' ', tieBreaker)]),
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
  const lines = numbered(outlineOf(project.awardCriteria));
  return documentOf(context, t('documents.criteria.title'), [
    letterhead(context),
    { kind: 'title', text: t('documents.criteria.title') },
    ...freezeBlocks(context),
    lotsTable(context),
    heading(t('documents.criteria.weights')),
    criteriaTable(context, lines),
    paragraph(t('documents.criteria.rounding')),
    ...rulesBlocks(context),
    ...lines.flatMap((line) => criterionBlocks(context, line)),
    ...knockOutBlocks(context),
  ]);
};

/** One document, as soon as there is a criterion to tell of. */
export const criteriaDocuments: DocumentSource = (context) => {
  const { project, words: { t } } = context;
  if (Object.keys(project.awardCriteria).length === 0) return [];
  const missing = freezeInForce(project) === null ? [t('documents.missing.freeze')] : [];
  return [{ id: 'criteria', group: 'call', title: t('documents.criteria.title'), about: '', missing, compose: () => compose(context) }];
};
