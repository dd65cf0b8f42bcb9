/** What came out: the ranking on both axes, and every number in it worked out in words. */
import { countedPrice } from '../../domain/bid-correction';
import type { Leaf } from '../../domain/criteria-tree';
import { rankingRuleOf } from '../../domain/evaluation/counted-criteria';
import type { CriterionPoints, RankedBid } from '../../domain/evaluation/result';
import type { Bid, Lot } from '../../domain/project';
import { comparisonCalculation, criterionCalculation, totalCalculation } from './calculation-text';
import { tableSheet, type Column } from './table-sheet';
import { criterionName, money, number, numberText, text, type WorkbookSource } from './workbook-source';
import type { Cell, Sheet } from './xlsx-sheet';
import type { CellStyle } from './xlsx-styles';

interface RankingRow {
  readonly lot: Lot;
  readonly bid: Bid;
  /** Absent when the bid was not compared. */
  readonly ranked: RankedBid | undefined;
}

const rankingRows = (source: WorkbookSource): RankingRow[] =>
  source.lots.flatMap((lot) => source.bidsOf(lot).map((bid) => ({ lot, bid, ranked: source.rankedOf(bid) })));

const remarks = ({ bid, ranked }: RankingRow, { labels }: WorkbookSource): string => {
  if (ranked !== undefined) return ranked.flags.map((flag) => labels.t(`workbook.flag.${flag}`)).join('; ');
  const status = labels.t(`workbook.status.${bid.status}`);
  return bid.statusReason === '' ? status : `${status}: ${bid.statusReason}`;
};

const isFirst = ({ ranked }: RankingRow): boolean => ranked?.rank === 1;
const pointsStyle = (row: RankingRow): CellStyle => (isFirst(row) ? 'pointsStrong' : 'points');

/** Under a rule that sets an amount against quality, the figure that ranks. */
const figureColumn = ({ labels }: WorkbookSource): Column<RankingRow> => ({
  title: labels.t('workbook.column.comparedFigure'),
  width: 18,
  align: 'right',
  cell: ({ ranked }) => money(ranked?.comparison !== undefined && 'figure' in ranked.comparison ? ranked.comparison.figure : null),
});

export const rankingSheet = (source: WorkbookSource): Sheet => {
  const { labels } = source;
  const { t } = labels;
  const pointsColumn = ({ criterion, weightText }: Leaf): Column<RankingRow> => ({
    title: t('workbook.column.criterionPoints', { name: criterionName(criterion, labels), weight: numberText(weightText, labels) }),
    width: 15,
    align: 'right',
    cell: ({ ranked }) => number(ranked?.criteria.find(({ criterionId }) => criterionId === criterion.id)?.points ?? null, 'points'),
  });
  return tableSheet(t('workbook.sheet.ranking'), 3, [
    { title: t('workbook.column.lot'), width: 8, cell: ({ lot }) => text(lot.number) },
    { title: t('workbook.column.rank'), width: 7, align: 'right', cell: (row) => number(row.ranked?.rank ?? null, isFirst(row) ? 'numberStrong' : 'number') },
    { title: t('workbook.column.bidder'), width: 36, cell: (row) => text(source.bidderName(row.bid), isFirst(row) ? 'strong' : 'body') },
    { title: t('workbook.column.price'), width: 18, align: 'right', cell: ({ bid }) => money(countedPrice(bid)) },
    { title: t('workbook.column.total'), width: 12, align: 'right', cell: (row) => number(row.ranked?.total ?? null, pointsStyle(row)) },
    { title: t('workbook.column.costEffectiveness'), width: 16, align: 'right', cell: (row) => number(row.ranked?.costEffectiveness ?? null, pointsStyle(row)) },
    { title: t('workbook.column.transformativePotential'), width: 16, align: 'right', cell: (row) => number(row.ranked?.transformativePotential ?? null, pointsStyle(row)) },
    ...source.leaves.map(pointsColumn),
    ...(rankingRuleOf(source.project) === 'weightedPoints' ? [] : [figureColumn(source)]),
    { title: t('workbook.column.remarks'), width: 44, cell: (row) => text(remarks(row, source)) },
  ], rankingRows(source));
};

interface CalculationRow {
  readonly lot: Lot;
  readonly bidder: string;
  /** Empty on the row of the total. */
  readonly criterion: string;
  /** Written out only when its row is. */
  readonly calculation: () => string;
  readonly exact: string | null;
  readonly points: Cell;
}

const calculationRows = (source: WorkbookSource): CalculationRow[] => {
  const { labels, project } = source;
  const nameOf = ({ criterionId }: CriterionPoints): string => {
    const criterion = project.awardCriteria[criterionId];
    return criterion === undefined ? '' : criterionName(criterion, labels);
  };
  return rankingRows(source).flatMap(({ lot, bid, ranked }) => {
    if (ranked === undefined) return [];
    const bidder = source.bidderName(bid);
    return [
      ...ranked.criteria.map((points) => ({
        lot, bidder, criterion: nameOf(points), calculation: () => criterionCalculation(points, source), exact: points.exact, points: number(points.points, 'points'),
      })),
      { lot, bidder, criterion: labels.t('workbook.calculation.total'), calculation: () => totalCalculation(ranked, labels), exact: null, points: number(ranked.total, 'pointsStrong') },
      ...(ranked.comparison === undefined ? [] : [{
        lot, bidder, criterion: labels.t('workbook.column.comparedFigure'), calculation: () => comparisonCalculation(ranked, source), exact: null,
        points: money('figure' in ranked.comparison ? ranked.comparison.figure : null),
      }]),
    ];
  });
};

export const calculationSheet = (source: WorkbookSource): Sheet => {
  const { t } = source.labels;
  return tableSheet(t('workbook.sheet.calculation'), 3, [
    { title: t('workbook.column.lot'), width: 8, cell: ({ lot }) => text(lot.number) },
    { title: t('workbook.column.bidder'), width: 36, cell: ({ bidder }) => text(bidder) },
    { title: t('workbook.column.criterion'), width: 34, cell: ({ criterion }) => text(criterion, 'strong') },
    { title: t('workbook.column.calculation'), width: 90, cell: ({ calculation }) => text(calculation()) },
    { title: t('workbook.column.exact'), width: 16, align: 'right', cell: ({ exact }) => number(exact) },
    { title: t('workbook.column.points'), width: 10, align: 'right', cell: ({ points }) => points },
  ], calculationRows(source));
};
