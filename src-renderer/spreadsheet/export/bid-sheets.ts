/** What came in: bids as registered, and every score with the reason for it. */
import { scoreSheetId, type Bid, type Evaluator, type Lot, type QualityCriterion } from '../../domain/project';
import { tableSheet } from './table-sheet';
import { criterionName, date, money, number, text, yesNo, type WorkbookSource } from './workbook-source';
import type { Sheet } from './xlsx-sheet';

export const bidsSheet = (source: WorkbookSource): Sheet => {
  const { labels, project } = source;
  const { t } = labels;
  const rows = source.lots.flatMap((lot) => source.bidsOf(lot).map((bid) => ({ lot, bid, bidder: source.bidderOf(bid) })));
  return tableSheet(t('workbook.sheet.bids'), 2, [
    { title: t('workbook.column.lot'), width: 8, cell: ({ lot }) => text(lot.number) },
    { title: t('workbook.column.bidder'), width: 36, cell: ({ bid }) => text(source.bidderName(bid), 'strong') },
    { title: t('workbook.column.identifier'), width: 16, cell: ({ bidder }) => text(bidder?.identifier ?? '') },
    { title: t('workbook.column.country'), width: 8, cell: ({ bidder }) => text(bidder?.country ?? '') },
    { title: t('workbook.column.sme'), width: 8, cell: ({ bidder }) => yesNo(bidder?.sme ?? null, labels) },
    { title: t('workbook.column.price'), width: 18, align: 'right', cell: ({ bid }) => money(bid.price) },
    { title: t('workbook.column.currency'), width: 10, cell: ({ bid }) => text(bid.price?.currency ?? '') },
    { title: t('workbook.column.vatIncluded'), width: 10, cell: ({ bid }) => yesNo(bid.vatIncluded, labels) },
    { title: t('workbook.column.receivedAt'), width: 13, align: 'right', cell: ({ bid }) => date(bid.receivedAt, labels) },
    { title: t('workbook.column.durationDays'), width: 10, align: 'right', cell: ({ bid }) => number(bid.durationDays) },
    { title: t('workbook.column.warrantyMonths'), width: 10, align: 'right', cell: ({ bid }) => number(bid.warrantyMonths) },
    { title: t('workbook.column.status'), width: 13, cell: ({ bid }) => text(t(`workbook.status.${bid.status}`)) },
    { title: t('workbook.column.statusReason'), width: 36, cell: ({ bid }) => text(bid.statusReason) },
    { title: t('workbook.column.email'), width: 28, cell: ({ bidder }) => text(bidder?.email ?? '') },
    { title: t('workbook.column.notes'), width: 40, cell: ({ bid }) => text(bid.notes) },
    { title: t('workbook.column.source'), width: 28, cell: ({ bid }) => text(bid.importId === null ? '' : project.imports[bid.importId]?.fileName ?? '') },
  ], rows);
};

interface ScoreRow {
  readonly lot: Lot;
  readonly bid: Bid;
  readonly criterion: QualityCriterion;
  readonly evaluator: Evaluator;
}

/** Every score that belongs in the evaluation, given or not: an empty cell is a score still to come. */
const scoreRows = (source: WorkbookSource): ScoreRow[] => {
  const criteria = source.leaves.flatMap(({ criterion }) => (criterion.type === 'quality' ? [criterion] : []));
  return source.lots.flatMap((lot) => source.bidsOf(lot)
    .filter(({ status }) => status === 'valid')
    .flatMap((bid) => criteria.flatMap((criterion) => source.evaluators.map((evaluator) => ({ lot, bid, criterion, evaluator })))));
};

export const scoresSheet = (source: WorkbookSource): Sheet => {
  const { labels, project } = source;
  const { t } = labels;
  const scoreOf = ({ bid, criterion, evaluator }: ScoreRow) => project.scoreSheets[scoreSheetId(evaluator.id, bid.id)]?.scores[criterion.id];
  return tableSheet(t('workbook.sheet.scores'), 3, [
    { title: t('workbook.column.lot'), width: 8, cell: ({ lot }) => text(lot.number) },
    { title: t('workbook.column.bidder'), width: 36, cell: ({ bid }) => text(source.bidderName(bid), 'strong') },
    { title: t('workbook.column.criterion'), width: 34, cell: ({ criterion }) => text(criterionName(criterion, labels)) },
    { title: t('workbook.column.evaluator'), width: 24, cell: ({ evaluator }) => text(evaluator.name) },
    { title: t('workbook.column.score'), width: 8, align: 'right', cell: (row) => number(scoreOf(row)?.value ?? null) },
    { title: t('workbook.column.scoreMax'), width: 10, align: 'right', cell: ({ criterion }) => number(criterion.scale.max) },
    { title: t('workbook.column.level'), width: 50, cell: (row) => text(row.criterion.scale.anchors[scoreOf(row)?.value ?? ''] ?? '') },
    { title: t('workbook.column.reason'), width: 60, cell: (row) => text(scoreOf(row)?.reason ?? '') },
  ], scoreRows(source));
};
