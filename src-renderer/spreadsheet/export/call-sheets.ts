/** The call: lots, and award criteria with the sentence behind every level. */
import { givesPoints, rankingRuleOf } from '../../domain/evaluation/counted-criteria';
import { inOrder } from '../../domain/position';
import type { AwardCriterion, CostCriterion, PriceCriterion, QualityCriterion } from '../../domain/project';
import { tableSheet } from './table-sheet';
import { criterionName, money, number, numberText, text, type WorkbookLabels, type WorkbookSource } from './workbook-source';
import type { Cell, Sheet } from './xlsx-sheet';

export const lotsSheet = (source: WorkbookSource): Sheet => {
  const { t } = source.labels;
  return tableSheet(t('workbook.sheet.lots'), 1, [
    { title: t('workbook.column.lot'), width: 8, cell: (lot) => text(lot.number) },
    { title: t('workbook.column.lotTitle'), width: 40, cell: (lot) => text(lot.title) },
    { title: t('workbook.column.description'), width: 70, cell: (lot) => text(lot.description) },
    { title: t('workbook.column.estimatedValue'), width: 20, align: 'right', cell: (lot) => money(lot.estimatedValue) },
    { title: t('workbook.column.currency'), width: 10, cell: (lot) => text(lot.estimatedValue?.currency ?? '') },
    { title: t('workbook.column.bidCount'), width: 10, align: 'right', cell: (lot) => number(source.bidsOf(lot).length) },
    { title: t('workbook.column.rankedCount'), width: 12, align: 'right', cell: (lot) => number((source.resultOf(lot)?.ranking ?? []).filter(({ rank }) => rank !== null).length) },
  ], source.lots);
};

const amountMethod = ({ formula, fullMarksAt }: PriceCriterion | CostCriterion, labels: WorkbookLabels): string => {
  if (formula !== 'toBudget') return labels.t(`workbook.method.${formula}`);
  return fullMarksAt === null ? labels.t('workbook.method.toBudgetUnset') : labels.t('workbook.method.toBudget', { fullMarksAt: numberText(fullMarksAt, labels) });
};

/** `Price; Energy (yearly); Removal (at the end)`. */
const lifeCycleText = ({ horizonYears, includesPrice, costItems }: CostCriterion, { project, labels }: WorkbookSource): string => {
  const { t } = labels;
  const items = inOrder(costItems).map(({ name, timing }) => `${name} (${t(`workbook.timing.${timing}`)})`);
  const rate = project.callRules?.discountRate;
  return t('workbook.method.lifeCycle', {
    years: horizonYears, rate: rate === undefined ? '?' : numberText(rate, labels), items: [...(includesPrice ? [t('workbook.offeredPrice')] : []), ...items].join('; '),
  });
};

const methodText = (criterion: AwardCriterion, source: WorkbookSource): string => {
  const { labels, project } = source;
  switch (criterion.type) {
    case 'group': return labels.t('workbook.method.group');
    case 'quality': return labels.t('workbook.method.score', { max: criterion.scale.max });
    case 'price': return givesPoints(rankingRuleOf(project), 'price') ? amountMethod(criterion, labels) : labels.t('workbook.method.compared');
    case 'cost': {
      const method = givesPoints(rankingRuleOf(project), 'cost') ? amountMethod(criterion, labels) : labels.t('workbook.method.compared');
      return `${method}\n${lifeCycleText(criterion, source)}`;
    }
  }
};

/** The numbers of the lots a criterion holds for; words for all of them. */
const lotsText = ({ lotIds }: AwardCriterion, { lots, labels }: WorkbookSource): string => {
  const named = lots.filter(({ id }) => Object.hasOwn(lotIds ?? {}, id));
  return named.length === 0 ? labels.t('workbook.allLots') : named.map(({ number: lotNumber }) => lotNumber).join(', ');
};

/** `5: …` and so on down, one level a line. */
const levelsText = ({ scale }: QualityCriterion): string =>
  Object.entries(scale.anchors)
    .toSorted(([left], [right]) => Number(right) - Number(left))
    .map(([level, anchor]) => `${level}: ${anchor}`)
    .join('\n');

interface CriterionLine {
  readonly number: string;
  readonly depth: number;
  readonly criterion: AwardCriterion;
  /** Of the total; null for a group. */
  readonly inTotal: string | null;
}

/** `1`, `1.1`, `1.2`, `2` and so on. */
const numberedLines = ({ outline, leaves }: WorkbookSource): CriterionLine[] => {
  const weights = new Map(leaves.map(({ criterion, weightText }) => [criterion.id, weightText]));
  const path: number[] = [];
  return outline.map(({ criterion, depth, index }) => {
    path.length = depth;
    path.push(index + 1);
    return { number: path.join('.'), depth, criterion, inTotal: weights.get(criterion.id) ?? null };
  });
};

/** The least score of a criterion, or the least share of a group's points. */
const minimumCell = (criterion: AwardCriterion): Cell => {
  if (criterion.type === 'group') return text(criterion.minShare === undefined || criterion.minShare === null ? '' : `${criterion.minShare} %`);
  return number(criterion.type === 'quality' ? (criterion.minScore ?? null) : null);
};

const INDENT = '    ';

export const criteriaSheet = (source: WorkbookSource): Sheet => {
  const { labels } = source;
  const { t } = labels;
  return tableSheet(t('workbook.sheet.criteria'), 2, [
    { title: t('workbook.column.number'), width: 8, cell: (row) => text(row.number) },
    { title: t('workbook.column.criterion'), width: 34, cell: ({ criterion, depth }) => text(`${INDENT.repeat(depth)}${criterionName(criterion, labels)}`, 'strong') },
    { title: t('workbook.column.criterionType'), width: 11, cell: ({ criterion }) => text(t(`workbook.type.${criterion.type}`)) },
    { title: t('workbook.column.axis'), width: 22, cell: ({ criterion }) => text(criterion.type === 'group' ? '' : t(`workbook.column.${criterion.axis}`)) },
    { title: t('workbook.column.weight'), width: 11, align: 'right', cell: ({ criterion }) => number(criterion.weight) },
    { title: t('workbook.column.weightInTotal'), width: 13, align: 'right', cell: ({ inTotal }) => number(inTotal) },
    { title: t('workbook.column.lots'), width: 12, cell: ({ criterion }) => text(lotsText(criterion, source)) },
    { title: t('workbook.column.method'), width: 34, cell: ({ criterion }) => text(methodText(criterion, source)) },
    { title: t('workbook.column.minScore'), width: 11, align: 'right', cell: ({ criterion }) => minimumCell(criterion) },
    { title: t('workbook.column.levels'), width: 60, cell: ({ criterion }) => text(criterion.type === 'quality' ? levelsText(criterion) : '') },
    { title: t('workbook.column.evidence'), width: 36, cell: ({ criterion }) => text(criterion.type === 'quality' ? criterion.evidence : '') },
    { title: t('workbook.column.description'), width: 36, cell: ({ criterion }) => text(criterion.description) },
  ], numberedLines(source));
};
