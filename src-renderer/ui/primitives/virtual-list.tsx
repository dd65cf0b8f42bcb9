/** Long tables of which only the visible rows exist. Screen readers get the true row count and positions. */
import { defaultRangeExtractor, useVirtualizer, type Range, type Virtualizer } from '@tanstack/react-virtual';
import { memo, startTransition, useEffect, useRef, useState, type ReactNode } from 'react';
import { useScrollable } from './overflow';

export interface VirtualListProps {
  readonly label: string;
  readonly count: number;
  /** Expected height of a row in CSS pixels, of all rows or of each; true heights are measured. */
  readonly estimateRow: number | ((index: number) => number);
  /**
   * Every row is exactly as high as `estimateRow` says at the usual text size, and grows with it. None is measured then,
   * which spares the layouts that measuring forces, and adding up a hundred thousand heights with every row that passes.
   */
  readonly exactRows?: boolean;
  /** The cells of row `index`: `Td`s and `Th scope="row"`. */
  readonly renderRow: (index: number) => ReactNode;
  /**
   * A stable identity per row, so that heights follow a re-sorted list. Keep it with `useCallback`: a new function
   * measures the whole list anew.
   */
  readonly rowKey?: (index: number) => string | number;
  readonly rowClassName?: (index: number) => string | undefined;
  /** Rows full of controls appear so many at a time, each a frame after the others; all at once by default. */
  readonly appearBy?: number;
  /** Index of a row to bring into sight and focus; undefined or negative for none. */
  readonly sought?: number;
  /** After the sought row has the focus. */
  readonly onFound?: () => void;
  /** `Th`s. */
  readonly header?: ReactNode;
  /** Width of each column: any CSS length or percentage, `auto` for a share of the rest. */
  readonly columns: readonly string[];
  /** Narrower than this the table scrolls sideways inside itself: any CSS length. */
  readonly minWidth?: string;
  /** Height at which the list begins to scroll: any CSS length. */
  readonly maxHeight?: string;
}

const columnKeys = (columns: readonly string[]): readonly { readonly key: string; readonly width: string }[] =>
  columns.map((width, position) => ({ key: `${position}:${width}`, width }));

/** Height of row `index` at the usual text size. */
const heightAt = (estimateRow: VirtualListProps['estimateRow'], index: number): number => (typeof estimateRow === 'number' ? estimateRow : estimateRow(index));

/** The text size `estimateRow` goes by, in CSS pixels. */
const USUAL_TEXT = 16;

/** How much larger than usual the person's text is. */
const textScale = (): number => (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || USUAL_TEXT) / USUAL_TEXT;

/** The empty space where rows are not drawn. */
const Gap = ({ height }: { readonly height: number }) => (height <= 0 ? null : <tr aria-hidden className="virtual-gap" style={{ blockSize: height }} />);

const rowAt = (box: HTMLElement | null, index: number): HTMLElement | null => box?.querySelector<HTMLElement>(`tr[data-index="${index}"]`) ?? null;

/** The row that holds the focus, if it is inside `box`. When rows leave and take the focus along, the row in their place gets it. */
const useFocusedRow = (box: HTMLElement | null, count: number): number | null => {
  const [row, setRow] = useState<number | null>(null);
  const last = useRef<number | null>(null);
  const before = useRef(count);
  useEffect(() => {
    const isLost = count < before.current && document.activeElement === document.body;
    before.current = count;
    if (isLost && last.current !== null) rowAt(box, Math.min(last.current, count - 1))?.focus({ preventScroll: true });
  }, [box, count]);
  useEffect(() => {
    if (box === null) return undefined;
    const enter = (event: FocusEvent): void => {
      const found = event.target instanceof Element ? event.target.closest<HTMLElement>('tr[data-index]') : null;
      last.current = found === null ? null : Number(found.dataset['index']);
      setRow(last.current);
    };
    const leave = (): void => setRow(null);
    box.addEventListener('focusin', enter);
    box.addEventListener('focusout', leave);
    return () => {
      box.removeEventListener('focusin', enter);
      box.removeEventListener('focusout', leave);
    };
  }, [box]);
  return row;
};

/** Focuses the sought row once it is drawn. */
const useSoughtRow = (box: HTMLElement | null, sought: number, isDrawn: boolean, onFound: (() => void) | undefined): void => {
  const found = useRef(onFound);
  useEffect(() => {
    found.current = onFound;
  });
  useEffect(() => {
    if (!isDrawn) return;
    const row = rowAt(box, sought);
    row?.scrollIntoView({ block: 'center' });
    // A row just drawn may have given the focus to one of its fields.
    if (row?.contains(document.activeElement) === false) row.focus({ preventScroll: true });
    found.current?.();
  }, [box, sought, isDrawn]);
};

/**
 * Home and End on the list itself lead to its first and last row. The browser's own scrolling would stop half-way: rows
 * are measured as they pass by, and each correction of the position ends the movement.
 */
const useEnds = (box: HTMLElement | null, { scrollToOffset, scrollToEnd }: Pick<Virtualizer<HTMLElement, Element>, 'scrollToOffset' | 'scrollToEnd'>): void => {
  useEffect(() => {
    if (box === null) return undefined;
    const go = (event: KeyboardEvent): void => {
      if (event.target !== box || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      if (event.key === 'Home') scrollToOffset(0);
      else if (event.key === 'End') scrollToEnd();
      else return;
      event.preventDefault();
    };
    box.addEventListener('keydown', go);
    return () => box.removeEventListener('keydown', go);
  }, [box, scrollToOffset, scrollToEnd]);
};

/** Rows beyond both edges that are drawn already, so that a turn of the wheel finds them. */
const OVERSCAN = 5;

/** Rows are drawn together with the list, for a box of this height; it is measured when it is there. In CSS pixels. */
const FIRST_BOX = { width: 0, height: 560 };

interface RowProps extends Pick<VirtualListProps, 'renderRow'> {
  readonly index: number;
  readonly position: number;
  readonly className: string | undefined;
  /** Exact, in CSS pixels at the usual text size; undefined for a row that is measured. */
  readonly height: number | undefined;
  readonly measure: ((row: HTMLElement | null) => void) | undefined;
}

/** Drawn again when its content may have changed, not for every step of the scrolling. */
const Row = memo(({ index, position, className, height, measure, renderRow }: RowProps) => (
  <tr ref={measure} data-index={index} tabIndex={-1} aria-rowindex={position} className={className} style={height === undefined ? undefined : { blockSize: `${height / USUAL_TEXT}rem` }}>{renderRow(index)}</tr>
));

/** How many of `wanted` parts may be drawn by now: none with what stands around them, then `by` more with each drawing, until there are enough. */
export const useAppearing = (by: number, wanted: number): number => {
  const [appeared, setAppeared] = useState(Number.isFinite(by) ? 0 : by);
  useEffect(() => {
    if (appeared < wanted) startTransition(() => setAppeared((before) => before + by));
  }, [appeared, by, wanted]);
  return appeared;
};

export const VirtualList = (props: VirtualListProps) => {
  const { label, count, estimateRow, exactRows = false, renderRow, rowKey, rowClassName, header, columns, minWidth, maxHeight = '70dvh', appearBy = Infinity, sought = -1, onFound } = props;
  const { ref, box, props: scrollable } = useScrollable(label);
  const focused = useFocusedRow(box, count);
  const [scale] = useState(exactRows ? textScale : 1);
  // The focused row stays mounted when scrolled away, otherwise the focus would fall to the page; the sought one is there to be found.
  const rangeExtractor = (range: Range): number[] => {
    const rows = defaultRangeExtractor(range);
    const others = [focused ?? -1, sought].filter((row) => row >= 0 && row < count && !rows.includes(row));
    return [...new Set([...rows, ...others])].sort((a, b) => a - b);
  };
  const virtualizer = useVirtualizer<HTMLElement, Element>({
    count, rangeExtractor, overscan: OVERSCAN, initialRect: FIRST_BOX,
    // Drawing at once, inside the scroll or the measuring, would hold the frame it comes in.
    useFlushSync: false,
    getScrollElement: () => box,
    estimateSize: (index) => heightAt(estimateRow, index) * scale,
    // Rows of one exact height have none that could follow them.
    ...(rowKey === undefined || (exactRows && typeof estimateRow === 'number') ? {} : { getItemKey: rowKey }),
  });
  useEnds(box, virtualizer);
  const headerRows = header === undefined ? 0 : 1;
  const inSight = virtualizer.getVirtualItems();
  const items = inSight.slice(0, useAppearing(appearBy, inSight.length));
  useSoughtRow(box, sought, items.some(({ index }) => index === sought), onFound);
  let drawnTo = 0;
  return (
    <div ref={ref} className="table-scroll virtual-scroll" style={{ maxBlockSize: maxHeight }} {...scrollable}>
      <table className="table virtual-table" aria-label={label} aria-rowcount={count + headerRows} style={{ minInlineSize: minWidth }}>
        <colgroup>{columnKeys(columns).map(({ key, width }) => <col key={key} style={{ inlineSize: width }} />)}</colgroup>
        {header === undefined ? null : <thead><tr aria-rowindex={1}>{header}</tr></thead>}
        <tbody>
          {items.flatMap((item) => {
            const gap = item.start - drawnTo;
            drawnTo = item.end;
            const key = rowKey?.(item.index) ?? item.index;
            return [
              <Gap key={`gap-${key}`} height={gap} />,
              <Row
                key={key} index={item.index} position={item.index + 1 + headerRows} className={rowClassName?.(item.index)}
                height={exactRows ? heightAt(estimateRow, item.index) : undefined} measure={exactRows ? undefined : virtualizer.measureElement} renderRow={renderRow}
              />,
            ];
          })}
          <Gap height={virtualizer.getTotalSize() - drawnTo} />
        </tbody>
      </table>
    </div>
  );
};
