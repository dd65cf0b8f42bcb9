/** Long tables of which only the visible rows exist. Screen readers get the true row count and positions. */
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useRef, useState, type FocusEvent, type ReactNode } from 'react';

export interface VirtualListProps {
  readonly label: string;
  readonly count: number;
  /** Expected height of a row in CSS pixels; true heights are measured. */
  readonly estimateRow: number;
  /** The cells of row `index`, as `VirtualCell`s. */
  readonly renderRow: (index: number) => ReactNode;
  /** A stable identity per row, so that measured heights follow a re-sorted list. */
  readonly rowKey?: (index: number) => string | number;
  readonly rowClassName?: (index: number) => string;
  /** `VirtualHeaderCell`s. */
  readonly header?: ReactNode;
  /** CSS `grid-template-columns` shared by header and rows. */
  readonly columns: string;
  /** Narrower than this the table scrolls sideways inside itself: any CSS length. */
  readonly minWidth?: string;
  /** Height at which the list begins to scroll: any CSS length. */
  readonly maxHeight?: string;
}

export const VirtualList = ({ label, count, estimateRow, renderRow, rowKey, rowClassName, header, columns, minWidth = '0', maxHeight = '70dvh' }: VirtualListProps) => {
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<number | null>(null);
  // The row that holds the focus stays mounted when scrolled away; otherwise the focus would fall to the page.
  const rangeExtractor = (range: Range): number[] => {
    const rows = defaultRangeExtractor(range);
    return focused === null || focused >= count || rows.includes(focused) ? rows : [...rows, focused].sort((a, b) => a - b);
  };
  const virtualizer = useVirtualizer({
    count, rangeExtractor, overscan: 8,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimateRow,
    ...(rowKey === undefined ? {} : { getItemKey: rowKey }),
  });
  const headerRows = header === undefined ? 0 : 1;
  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    const row = event.target.closest<HTMLElement>('[data-index]');
    setFocused(row === null ? null : Number(row.dataset['index']));
  };

  return (
    <div ref={scroller} className="virtual-list" style={{ maxBlockSize: maxHeight }} tabIndex={0} role="table" aria-label={label} aria-rowcount={count + headerRows} onFocus={onFocus} onBlur={() => setFocused(null)}>
      {header === undefined ? null : (
        <div role="rowgroup" className="virtual-head" style={{ minInlineSize: minWidth }}>
          <div role="row" aria-rowindex={1} className="virtual-row" style={{ gridTemplateColumns: columns }}>{header}</div>
        </div>
      )}
      <div role="rowgroup" className="virtual-body" style={{ blockSize: virtualizer.getTotalSize(), minInlineSize: minWidth }}>
        {virtualizer.getVirtualItems().map((item) => (
          <div
            key={item.key} ref={virtualizer.measureElement} data-index={item.index} role="row" aria-rowindex={item.index + 1 + headerRows}
            className={`virtual-row virtual-row-placed ${rowClassName?.(item.index) ?? ''}`}
            style={{ gridTemplateColumns: columns, transform: `translateY(${item.start}px)` }}
          >
            {renderRow(item.index)}
          </div>
        ))}
      </div>
    </div>
  );
};

interface VirtualCellProps {
  readonly children?: ReactNode;
  readonly numeric?: boolean;
}

export const VirtualCell = ({ children, numeric = false }: VirtualCellProps) => (
  <div role="cell" className={numeric ? 'virtual-cell cell-number' : 'virtual-cell'}>{children}</div>
);

/** Heads a row: the cell a screen reader repeats. */
export const VirtualRowHeader = ({ children }: { readonly children: ReactNode }) => <div role="rowheader" className="virtual-cell">{children}</div>;

export const VirtualHeaderCell = ({ children, numeric = false }: VirtualCellProps) => (
  <div role="columnheader" className={numeric ? 'virtual-cell cell-number' : 'virtual-cell'}>{children}</div>
);
