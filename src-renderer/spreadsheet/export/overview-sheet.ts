/** The first sheet: whose procurement this is and who leads in each lot. */
import type { Lot } from '../../domain/project';
import { freezeFacts } from './freeze-facts';
import { money, number, numberText, text, type WorkbookSource } from './workbook-source';
import type { Cell, Sheet } from './xlsx-sheet';

const facts = ({ project, result, labels, lots }: WorkbookSource): Cell[][] => {
  const { t } = labels;
  const axes = Object.fromEntries(Object.entries(result.axisMaximum).map(([axis, value]) => [axis, numberText(value, labels)]));
  const rows: (readonly [label: string, value: string])[] = [
    [t('workbook.overview.buyer'), project.buyer.name],
    [t('workbook.overview.buyerIdentifier'), project.buyer.identifier],
    [t('workbook.overview.nuts'), project.buyer.nutsCode],
    [t('workbook.overview.description'), project.description],
    [t('workbook.overview.currency'), project.currency],
    [t('workbook.overview.rulePack'), project.rulePackId],
    ...freezeFacts(project, t),
    [t('workbook.overview.counts'), t('workbook.overview.countsText', { lots: lots.length, bids: Object.keys(project.bids).length })],
    [t('workbook.overview.axes'), t('workbook.overview.axesText', axes)],
  ];
  return rows.filter(([, value]) => value !== '').map(([label, value]) => [text(label, 'strong'), text(value)]);
};

/** One row per bid in first place; ties make several. */
const firstPlaces = (source: WorkbookSource, lot: Lot): Cell[][] => {
  const { labels } = source;
  const { t } = labels;
  const result = source.resultOf(lot);
  const remark = result?.provisional === true ? t('workbook.remark.provisional') : '';
  const winners = (result?.ranking ?? []).filter(({ rank }) => rank === 1);
  const title = [lot.number, lot.title].filter((part) => part !== '').join(' · ');
  if (winners.length === 0) return [[text(title), text(''), text(''), text(''), text(''), text(''), text(remark || t('workbook.remark.noBids'))]];
  return winners.map(({ bidId, total, costEffectiveness, transformativePotential, flags }) => {
    const bid = source.project.bids[bidId];
    return [
      text(title),
      text(bid === undefined ? '' : source.bidderName(bid), 'strong'),
      money(bid?.price ?? null),
      number(total, 'pointsStrong'),
      number(costEffectiveness, 'points'),
      number(transformativePotential, 'points'),
      text([...flags.map((flag) => t(`workbook.flag.${flag}`)), remark].filter((part) => part !== '').join('; ')),
    ];
  });
};

export const overviewSheet = (source: WorkbookSource): Sheet => {
  const { project, lots } = source;
  const { t } = source.labels;
  const columns = [
    ['lot', 'header'], ['bidder', 'header'], ['price', 'headerRight'], ['total', 'headerRight'], ['costEffectiveness', 'headerRight'],
    ['transformativePotential', 'headerRight'], ['remarks', 'header'],
  ] as const;
  const rows: Cell[][] = [
    [text(project.title || t('workbook.untitled'), 'title')],
    [text(t('workbook.confidential'), 'section')],
    [],
    ...facts(source),
    [],
    [text(t('workbook.overview.firstPlaces'), 'section')],
    columns.map(([column, style]) => text(t(`workbook.column.${column}`), style)),
    ...lots.flatMap((lot) => firstPlaces(source, lot)),
    [],
    [text(t('workbook.rounding'), 'section')],
  ];
  return {
    name: t('workbook.sheet.overview'), widths: [34, 60, 18, 14, 18, 18, 44], rows, rowCount: rows.length, frozenRows: 0, frozenColumns: 0, filtered: false,
  };
};
