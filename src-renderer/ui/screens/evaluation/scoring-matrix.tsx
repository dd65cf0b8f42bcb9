/**
 * The scoring grid: bids down, quality criteria across. One tab stop; arrows move, digits give a score, Delete takes it
 * back, Enter leads to the reason, N to the next missing score. Only the visible rows exist in the document, so that a
 * thousand bids scroll like ten.
 */
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useId, useRef, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import type { Translator } from '../../../i18n/translator';
import type { QualityCriterion } from '../../../domain/project';
import { levelTyped, placeAfterKey, type CellPlace, type ScoringGrid, type ScoringRow, type TypedDigits } from './scoring-grid';

export interface ScoringMatrixProps {
  readonly grid: ScoringGrid;
  readonly place: CellPlace;
  readonly translator: Translator;
  /** The grid's own element, so that the panel can hand the focus back. */
  readonly element: RefObject<HTMLTableElement | null>;
  readonly onPlace: (place: CellPlace) => void;
  /** Null takes the score back. */
  readonly onScore: (place: CellPlace, value: string | null) => void;
  readonly onReason: () => void;
  readonly onNextMissing: () => void;
}

const ROW_HEIGHT = 40;
/** Least widths in rem; see `.scoring-bidder-column`. */
const BIDDER_WIDTH = 8.5;
const CELL_WIDTH = 4.375;
const PAGE = 10;

const cellId = (grid: string, place: CellPlace): string => `${grid}-r${place.row}c${place.column}`;

interface CellProps {
  readonly id: string;
  readonly row: ScoringRow;
  readonly criterion: QualityCriterion;
  readonly column: number;
  readonly active: boolean;
  readonly translator: Translator;
}

const Cell = ({ id, row, criterion, column, active, translator }: CellProps) => {
  const score = row.scores[criterion.id];
  const value = score?.value ?? null;
  const reasoned = (score?.reason.trim() ?? '') !== '';
  const state = value === null ? 'missing' : reasoned ? 'reasoned' : 'bare';
  return (
    <td
      id={id}
      aria-colindex={column + 2}
      aria-selected={active}
      aria-label={translator.t('evaluation.cell.label', { bidder: row.bidder, criterion: criterion.name, value: value ?? '', max: criterion.scale.max, state })}
      className={`scoring-cell scoring-cell-${state}${active ? ' scoring-cell-active' : ''}`}
      data-column={column}
    >
      {value ?? '–'}
    </td>
  );
};

interface RowProps {
  readonly gridId: string;
  readonly index: number;
  readonly row: ScoringRow;
  readonly columns: readonly QualityCriterion[];
  readonly activeColumn: number | null;
  readonly translator: Translator;
}

const sameRow = (before: RowProps, after: RowProps): boolean =>
  before.row.scores === after.row.scores && before.row.bid.id === after.row.bid.id && before.row.bidder === after.row.bidder &&
  before.index === after.index && before.activeColumn === after.activeColumn && before.columns === after.columns && before.translator === after.translator;

const Row = memo(({ gridId, index, row, columns, activeColumn, translator }: RowProps) => (
  <tr aria-rowindex={index + 2} data-row={index}>
    <th scope="row" aria-colindex={1} className="scoring-bidder" title={row.bidder}><span>{row.bidder}</span></th>
    {columns.map((criterion, column) => (
      <Cell
        key={criterion.id} id={cellId(gridId, { row: index, column })} row={row} criterion={criterion} column={column}
        active={column === activeColumn} translator={translator}
      />
    ))}
  </tr>
), sameRow);
Row.displayName = 'ScoringRow';

const Header = ({ columns, translator }: { readonly columns: readonly QualityCriterion[]; readonly translator: Translator }) => (
  <thead>
    <tr aria-rowindex={1}>
      <th scope="col" aria-colindex={1} className="scoring-corner">{translator.t('evaluation.bidder')}</th>
      {columns.map((criterion, column) => (
        <th key={criterion.id} scope="col" aria-colindex={column + 2} className="scoring-criterion" title={criterion.name}>
          <span>{criterion.name}</span>
          <small>{translator.t('evaluation.scale.short', { max: criterion.scale.max })}</small>
        </th>
      ))}
    </tr>
  </thead>
);

/** The empty space where rows are not drawn. */
const Gap = ({ height }: { readonly height: number }) => (height <= 0 ? null : <tr aria-hidden="true" style={{ height }} />);

/** The cell an event happened in, by the marks its row and cell carry. */
const placeOfTarget = (target: EventTarget): CellPlace | null => {
  if (!(target instanceof Element)) return null;
  const column = target.closest<HTMLElement>('[data-column]')?.dataset['column'];
  const row = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
};

/** Rows to draw: the visible ones and always the active one, so that assistive technology keeps hold of it. */
const withActiveRow = (active: number) => (range: Range): number[] => {
  const rows = defaultRangeExtractor(range);
  return active < range.count && !rows.includes(active) ? [...rows, active].sort((a, b) => a - b) : rows;
};

/** What a key does in the grid. True when it was ours. */
const useScoringKeys = ({ grid, place, onPlace, onScore, onReason, onNextMissing }: ScoringMatrixProps) => {
  const typed = useRef<(TypedDigits & { readonly place: CellPlace }) | null>(null);
  return useCallback((event: KeyboardEvent): boolean => {
    if (event.altKey || event.metaKey) return false;
    const to = placeAfterKey(event.key, event.ctrlKey, place, grid, PAGE);
    if (to !== null) {
      onPlace(to);
      return true;
    }
    if (event.ctrlKey) return false;
    const criterion = grid.columns[place.column];
    if (criterion === undefined) return false;
    if (/^\d$/.test(event.key)) {
      const earlier = typed.current?.place.row === place.row && typed.current.place.column === place.column ? typed.current : null;
      const level = levelTyped(event.key, earlier, event.timeStamp, criterion.scale.max);
      typed.current = level === null ? null : { ...level, place };
      onScore(place, level?.text ?? event.key);
      return true;
    }
    typed.current = null;
    if (event.key === 'Delete' || event.key === 'Backspace') onScore(place, null);
    else if (event.key === 'Enter' || event.key === 'F2') onReason();
    else if (event.key.toLowerCase() === 'n') onNextMissing();
    else return false;
    return true;
  }, [grid, place, onPlace, onScore, onReason, onNextMissing]);
};

/** What makes the table a grid: one tab stop, the active cell told by `aria-activedescendant`, keys and pointer. */
const useGridProps = (props: ScoringMatrixProps, activeId: string) => {
  const onKey = useScoringKeys(props);
  return {
    role: 'grid',
    tabIndex: 0,
    'aria-activedescendant': activeId,
    onKeyDown: (event: KeyboardEvent): void => {
      if (onKey(event)) event.preventDefault();
    },
    onPointerDown: (event: PointerEvent): void => {
      const at = placeOfTarget(event.target);
      if (at !== null) props.onPlace(at);
    },
    onDoubleClick: props.onReason,
  };
};

export const ScoringMatrix = (props: ScoringMatrixProps) => {
  const { grid, place, translator, element } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const gridProps = useGridProps(props, cellId(id, place));
  const virtual = useVirtualizer({
    count: grid.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    rangeExtractor: useCallback((range: Range) => withActiveRow(place.row)(range), [place.row]),
  });
  const items = virtual.getVirtualItems();
  const isDrawn = items.length > 0;
  useEffect(() => {
    if (!isDrawn) return;
    virtual.scrollToIndex(place.row);
    // The column may lie outside the view as well; the row is drawn even then (see withActiveRow).
    scroller.current?.querySelector('.scoring-cell-active')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [virtual, isDrawn, place.row, place.column]);
  let drawnTo = 0;
  return (
    <div className="scoring-scroller" ref={scroller}>
      <table
        ref={element} {...gridProps} className="scoring-grid" style={{ minWidth: `${BIDDER_WIDTH + grid.columns.length * CELL_WIDTH}rem` }}
        aria-label={translator.t('evaluation.grid.label')} aria-rowcount={grid.rows.length + 1} aria-colcount={grid.columns.length + 1}
      >
        <colgroup><col className="scoring-bidder-column" /><col span={grid.columns.length} /></colgroup>
        <Header columns={grid.columns} translator={translator} />
        <tbody>
          {items.flatMap((item) => {
            const row = grid.rows[item.index];
            if (row === undefined) return [];
            const gap = item.start - drawnTo;
            drawnTo = item.end;
            return [
              <Gap key={`gap ${row.bid.id}`} height={gap} />,
              <Row
                key={row.bid.id} gridId={id} index={item.index} row={row} columns={grid.columns}
                activeColumn={item.index === place.row ? place.column : null} translator={translator}
              />,
            ];
          })}
          <Gap height={virtual.getTotalSize() - drawnTo} />
        </tbody>
      </table>
    </div>
  );
};
