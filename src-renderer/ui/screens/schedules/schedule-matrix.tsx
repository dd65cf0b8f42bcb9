/** Every item with everybody's unit price; only the rows in sight exist, so a hundred thousand lines stay smooth. */
import { Fragment, useCallback } from 'react';
import { TROUBLE, type ComparedCell, type ComparedItem } from '../../../domain/price-schedule/compare-schedules';
import { minorUnits } from '../../../domain/money';
import type { Bid, Project } from '../../../domain/project';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { Pill } from '../../primitives/pill';
import { Td, Th } from '../../primitives/table';
import { VirtualList } from '../../primitives/virtual-list';
import { rowHeight } from './row-height';

const PRICE_WIDTH = 10.5;
/** Of code, description, unit, quantity, lowest and median. */
const FIXED_WIDTHS = [6, 15, 4, 6, 8, 8] as const;
const FIXED_WIDTH = FIXED_WIDTHS.reduce((sum, width) => sum + width, 0);
const inRem = (width: number): string => `${width}rem`;

/** A unit price, with the decimals of its currency or more, so that the points of a column stand under one another. */
const usePrice = (currency: string): ((value: string) => string) => {
  const format = useFormat();
  return (value) => format.number(value, { minimumFractionDigits: minorUnits(currency) });
};

const Cell = ({ cell, currency }: { readonly cell: ComparedCell | undefined; readonly currency: string }) => {
  const t = useT();
  const priceText = usePrice(currency);
  if (cell === undefined) return <Td />;
  const price = cell.line?.unitPrice ?? null;
  return (
    <Td numeric>
      {price === null ? null : <span className="schedules-price">{priceText(price)}</span>}
      {cell.marks.length === 0 ? null : (
        <span className="schedules-marks">
          {cell.marks.map((mark) => (
            // The blank parts two marks for those who hear them.
            <Fragment key={mark}>
              {' '}
              <Pill tone={mark === 'lowest' ? 'ok' : TROUBLE.includes(mark) ? 'warn' : 'neutral'}>
                {t(`schedules.mark.${mark}`)}{mark === 'arithmetic' && cell.expectedTotal !== null ? ` ${t('schedules.expected', { total: priceText(cell.expectedTotal) })}` : ''}
              </Pill>
            </Fragment>
          ))}
        </span>
      )}
    </Td>
  );
};

interface RowCellsProps {
  readonly item: ComparedItem;
  readonly bids: readonly Bid[];
  readonly currency: string;
}

const RowCells = ({ item, bids, currency }: RowCellsProps) => {
  const format = useFormat();
  const priceText = usePrice(currency);
  return (
    <>
      <Th scope="row">{item.item}</Th>
      <Td>{item.description}</Td>
      <Td>{item.unit}</Td>
      <Td numeric>{item.quantity === null ? '' : format.number(item.quantity)}</Td>
      {bids.map(({ id }, column) => <Cell key={id} cell={item.cells[column]} currency={currency} />)}
      <Td numeric>{item.lowest === null ? '' : priceText(item.lowest)}</Td>
      <Td numeric>{item.median === null ? '' : priceText(item.median)}</Td>
    </>
  );
};

export interface ScheduleMatrixProps {
  readonly project: Project;
  readonly bids: readonly Bid[];
  readonly rows: readonly ComparedItem[];
}

export const ScheduleMatrix = ({ project, bids, rows }: ScheduleMatrixProps) => {
  const t = useT();
  const header = (
    <>
      <Th>{t('schedules.column.item')}</Th>
      <Th>{t('schedules.column.description')}</Th>
      <Th>{t('schedules.column.unit')}</Th>
      <Th numeric>{t('schedules.column.quantity')}</Th>
      {bids.map(({ id, bidderId }) => <Th key={id} numeric>{project.bidders[bidderId]?.name ?? ''}</Th>)}
      <Th numeric>{t('schedules.column.lowest')}</Th>
      <Th numeric>{t('schedules.column.median')}</Th>
    </>
  );
  const keyOf = useCallback((index: number) => rows[index]?.key ?? index, [rows]);
  const heightOf = useCallback((index: number) => rowHeight(rows[index]), [rows]);
  const renderRow = useCallback((index: number) => rows[index] && <RowCells item={rows[index]} bids={bids} currency={project.currency} />, [rows, bids, project.currency]);
  if (rows.length === 0) return <p className="schedules-none">{t('schedules.none')}</p>;
  return (
    <VirtualList
      label={t('schedules.sheet.items')} count={rows.length} estimateRow={heightOf} exactRows header={header}
      columns={[...FIXED_WIDTHS.slice(0, 4), ...bids.map(() => PRICE_WIDTH), ...FIXED_WIDTHS.slice(4)].map(inRem)} minWidth={`${FIXED_WIDTH + bids.length * PRICE_WIDTH}rem`}
      maxHeight="max(24rem, 100dvh - 25rem)" rowKey={keyOf} renderRow={renderRow}
    />
  );
};
