/** The rows of the sheet as they were understood, under the fields their columns were given. */
import { CircleAlert, CircleMinus, CirclePlus, TriangleAlert, type LucideIcon } from 'lucide-react';
import { memo, useCallback, useEffect, type FocusEvent, type KeyboardEvent } from 'react';
import { acrossOf } from '../../../domain/across-field';
import type { ImportField } from '../../../domain/ports/import-kinds';
import type { CellProblem, ColumnGuess, ImportSession, PreviewRow, TableGuess } from '../../../domain/ports/sheet-import';
import { useT } from '../../context/language';
import { useWords } from '../../context/words';
import { ICON_SIZE } from '../../primitives/button';
import { Select } from '../../primitives/select';
import { Td, Th } from '../../primitives/table';
import { useAppearing, VirtualList } from '../../primitives/virtual-list';
import { fieldWords } from './field-words';
import { goByArrows } from './grid-keys';
import { PreviewCell } from './preview-cell';
import { CERTAIN, columnName, shownColumns } from './sheet-columns';
import { usePreviewRows } from './use-preview-rows';
import type { ImportWizard } from './wizard';

export interface PreviewGridProps {
  readonly wizard: ImportWizard;
  readonly session: ImportSession;
  readonly guess: TableGuess;
  readonly columns: Readonly<Record<number, ImportField>>;
  readonly version: number;
  readonly onlyProblems: boolean;
  readonly onShow: (problem: CellProblem) => void;
}

/** In CSS pixels at the usual text size: room for a cell, a button and the lines between. */
const ROW_HEIGHT = 40;
/** Rows of fifteen columns, and heads with a list each, that are drawn within a frame. */
const ROWS_AT_A_TIME = 4;
const HEADS_AT_A_TIME = 2;
const NUMBER_WIDTH = 3.75;
const ACTION_WIDTH = 3.5;
/** In rem, wide enough for the usual value and for the field's name in the header. */
const FIELD_WIDTHS: Readonly<Partial<Record<ImportField, number>>> = {
  bidder: 13, identifier: 12, country: 7, lot: 6, price: 10, vatIncluded: 8, receivedAt: 8.5, sme: 6.5, durationDays: 9, warrantyMonths: 9.5, email: 12, notes: 11,
  description: 16, problem: 16, desiredOutcome: 14, text: 18, justification: 16,
};
const USUAL_WIDTH = 10;
const UNUSED_WIDTH = 9.5;
/** A column of scores is told by the name it carries. */
const NAMED_WIDTH = 13;
const NUMERIC: ReadonlySet<string> = new Set<ImportField>(['price', 'durationDays', 'warrantyMonths', 'quantity', 'unitPrice', 'total', 'score']);
const isNumeric = (field: ImportField): boolean => NUMERIC.has(field) || acrossOf(field) !== null;
const NOT_IMPORTED = 'none';

interface ColumnHeadProps {
  readonly column: ColumnGuess;
  readonly field: ImportField | undefined;
  /** What a column of this kind of table can be. */
  readonly fields: readonly ImportField[];
  readonly onChange: ImportWizard['setColumn'];
}

/** Not drawn again when another page of rows has come: fifteen lists to choose from are more than the rows themselves. */
const ColumnHead = memo(({ column, field, fields, onChange }: ColumnHeadProps) => {
  const t = useT();
  const name = columnName(column, t);
  const choices = field === undefined || fields.includes(field) ? fields : [...fields, field];
  const options = [{ id: NOT_IMPORTED, label: t('imports.check.leftOut') }, ...choices.map((each) => ({ id: each, label: fieldWords(each, t) }))];
  const choose = (id: string): void => onChange(column.index, fields.find((each) => each === id) ?? null);
  const asGuessed = field !== undefined && field === column.field;
  return (
    <div className="imports-column">
      <small title={name}>{name}</small>
      <Select label={t('imports.check.fieldOfColumn', { column: name })} labelHidden value={field ?? NOT_IMPORTED} options={options} onChange={choose} />
      {asGuessed && column.confidence < CERTAIN ? <small className="imports-uncertain"><TriangleAlert size={12} aria-hidden /> {t('imports.check.uncertain')}</small> : null}
      {column.hidden ? <small>{t('imports.table.hiddenColumn')}</small> : null}
      {asGuessed && column.remembered ? <small>{t('imports.check.remembered')}</small> : null}
    </div>
  );
});

/** The row's number in the sheet; a problem of the whole row is shown from here. */
const RowNumber = ({ row, onShow }: { readonly row: PreviewRow; readonly onShow: (problem: CellProblem) => void }) => {
  const t = useT();
  const words = useWords();
  const problem = row.problems.find((each) => each.column === '');
  if (problem === undefined || row.state === 'excluded') return row.row;
  const Icon = problem.severity === 'error' ? CircleAlert : TriangleAlert;
  return (
    <button type="button" className={`imports-row-button imports-row-${problem.severity}`} onClick={() => onShow(problem)}>
      <Icon size={14} aria-hidden />
      {row.row}
      <span className="visually-hidden">{t('imports.check.showCell', { text: words.problem(problem) })}</span>
    </button>
  );
};

/** Escape takes the name away from over the row beside it, until the button is left (WCAG 1.4.13). */
const quieten = (event: KeyboardEvent<HTMLButtonElement>): void => {
  if (event.key === 'Escape') event.currentTarget.dataset['quiet'] = '';
};
const speakAgain = (event: FocusEvent<HTMLButtonElement>): void => {
  delete event.currentTarget.dataset['quiet'];
};

/** As an icon button, without what makes one heavy: hundreds of rows pass by. On focus its name is shown by the style sheet. */
const RowButton = ({ icon: Icon, label, onClick }: { readonly icon: LucideIcon; readonly label: string; readonly onClick: () => void }) => (
  <button type="button" className="icon-button icon-button-plain" aria-label={label} title={label} onClick={onClick} onKeyDown={quieten} onBlur={speakAgain}><Icon size={ICON_SIZE + 2} aria-hidden /></button>
);

/** Drawn again only when the row itself has changed, not when another page of rows has come. */
const RowCells = memo(({ row, wizard, guess, columns, onShow }: { readonly row: PreviewRow } & Pick<PreviewGridProps, 'wizard' | 'guess' | 'columns' | 'onShow'>) => {
  const t = useT();
  const isOut = row.state === 'excluded';
  return (
    <>
      <Th scope="row" numeric><RowNumber row={row} onShow={onShow} /></Th>
      <td className="imports-acts">
        {isOut
          ? <RowButton icon={CirclePlus} label={t('imports.check.includeRow', { row: row.row })} onClick={() => wizard.includeRow(row.row)} />
          : <RowButton icon={CircleMinus} label={t('imports.check.excludeRow', { row: row.row })} onClick={() => wizard.excludeRow(row.row)} />}
      </td>
      {shownColumns(guess).map((column) => {
        const field = columns[column.index];
        if (field === undefined) return <td key={column.index} className="imports-unused">{null}</td>;
        const problem = row.problems.find((each) => each.column === column.letter && each.severity === 'error') ?? row.problems.find((each) => each.column === column.letter);
        return (
          <PreviewCell
            key={column.index} text={row.texts[field] ?? ''} numeric={isNumeric(field)} problem={isOut ? undefined : problem}
            place={t('imports.edit.place', { row: row.row, field: fieldWords(field, t) })} onShow={onShow} onEdit={(text) => wizard.editCell(row.row, field, text)}
          />
        );
      })}
    </>
  );
});

/** Asks for its page when it comes into view. */
const PendingRow = ({ index, version, span, need }: { readonly index: number; readonly version: number; readonly span: number; readonly need: (index: number) => void }) => {
  const t = useT();
  useEffect(() => need(index), [index, version, need]);
  return <Td colSpan={span}><span className="imports-pending">{t('imports.check.loading')}</span></Td>;
};

const ROW_CLASSES: Readonly<Record<PreviewRow['state'], string | undefined>> = { ok: undefined, warning: undefined, error: 'imports-row-error', excluded: 'row-muted' };

export const PreviewGrid = ({ wizard, session, guess, columns, version, onlyProblems, onShow }: PreviewGridProps) => {
  const t = useT();
  const rows = usePreviewRows(session, version, onlyProblems);
  const shown = shownColumns(guess);
  const { row: rowAt } = rows;
  // Rows of a sheet count from one, so what has not come yet can have the numbers below.
  const keyOf = useCallback((index: number) => rowAt(index)?.row ?? -1 - index, [rowAt]);
  const widthOf = ({ index }: ColumnGuess): number => {
    const field = columns[index];
    return field === undefined ? UNUSED_WIDTH : (acrossOf(field) === null ? (FIELD_WIDTHS[field] ?? USUAL_WIDTH) : NAMED_WIDTH);
  };
  const heads = useAppearing(HEADS_AT_A_TIME, shown.length);
  const width = shown.reduce((sum, column) => sum + widthOf(column), NUMBER_WIDTH + ACTION_WIDTH);
  const header = (
    <>
      <Th numeric>{t('imports.check.rowNumber')}</Th>
      <Th><span className="visually-hidden">{t('imports.check.rowActions')}</span></Th>
      {shown.map((column, position) => (
        <Th key={column.index}>{position < heads ? <ColumnHead fields={wizard.fields} column={column} field={columns[column.index]} onChange={wizard.setColumn} /> : columnName(column, t)}</Th>
      ))}
    </>
  );
  return (
    <>
      <div role="presentation" onKeyDown={goByArrows}>
        <VirtualList
          label={t('imports.check.table')} count={rows.total} estimateRow={ROW_HEIGHT} exactRows appearBy={ROWS_AT_A_TIME} header={header}
          columns={[`${NUMBER_WIDTH}rem`, `${ACTION_WIDTH}rem`, ...shown.map((column) => `${widthOf(column)}rem`)]} minWidth={`${width}rem`} maxHeight="max(24rem, 100dvh - 25rem)"
          rowKey={keyOf}
          rowClassName={(index) => ROW_CLASSES[rows.row(index)?.state ?? 'ok']}
          renderRow={(index) => {
            const row = rows.row(index);
            return row === undefined
              ? <PendingRow index={index} version={rows.version} span={shown.length + 2} need={rows.need} />
              : <RowCells row={row} wizard={wizard} guess={guess} columns={columns} onShow={onShow} />;
          }}
        />
      </div>
      {rows.total === 0 ? <p className="imports-none">{t('imports.check.noRows')}</p> : null}
    </>
  );
};
