/** The call: lots, and award criteria with the sentence behind every level. */
import type { AwardCriterion, QualityCriterion } from '../../domain/project';
import { tableSheet } from './table-sheet';
import { criterionName, money, number, numberText, text, type WorkbookLabels, type WorkbookSource } from './workbook-source';
import type { Sheet } from './xlsx-sheet';

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

const methodText = (criterion: AwardCriterion, labels: WorkbookLabels): string => {
  if (criterion.type === 'quality') return labels.t('workbook.method.score', { max: criterion.scale.max });
  if (criterion.formula !== 'toBudget') return labels.t(`workbook.method.${criterion.formula}`);
  return criterion.fullMarksAt === null
    ? labels.t('workbook.method.toBudgetUnset')
    : labels.t('workbook.method.toBudget', { fullMarksAt: numberText(criterion.fullMarksAt, labels) });
};

/** `5: …` and so on down, one level a line. */
const levelsText = ({ scale }: QualityCriterion): string =>
  Object.entries(scale.anchors)
    .toSorted(([left], [right]) => Number(right) - Number(left))
    .map(([level, anchor]) => `${level}: ${anchor}`)
    .join('\n');

export const criteriaSheet = (source: WorkbookSource): Sheet => {
  const { labels } = source;
  const { t } = labels;
  const numbered = source.criteria.map((criterion, index) => ({ criterion, number: index + 1 }));
  return tableSheet(t('workbook.sheet.criteria'), 2, [
    { title: t('workbook.column.number'), width: 6, align: 'right', cell: (row) => number(row.number) },
    { title: t('workbook.column.criterion'), width: 34, cell: ({ criterion }) => text(criterionName(criterion, labels), 'strong') },
    { title: t('workbook.column.criterionType'), width: 11, cell: ({ criterion }) => text(t(`workbook.type.${criterion.type}`)) },
    { title: t('workbook.column.axis'), width: 22, cell: ({ criterion }) => text(t(`workbook.column.${criterion.axis}`)) },
    { title: t('workbook.column.weight'), width: 11, align: 'right', cell: ({ criterion }) => number(criterion.weight) },
    { title: t('workbook.column.method'), width: 34, cell: ({ criterion }) => text(methodText(criterion, labels)) },
    { title: t('workbook.column.levels'), width: 60, cell: ({ criterion }) => text(criterion.type === 'quality' ? levelsText(criterion) : '') },
    { title: t('workbook.column.evidence'), width: 36, cell: ({ criterion }) => text(criterion.type === 'quality' ? criterion.evidence : '') },
    { title: t('workbook.column.description'), width: 36, cell: ({ criterion }) => text(criterion.description) },
  ], numbered);
};
