/** One cell of the preview: its text, its problem, and the field that corrects it in place. */
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { useRef, useState } from 'react';
import type { CellProblem } from '../../../domain/ports/sheet-import';
import { LONG_TEXT } from '../../../domain/texts';
import { useT } from '../../context/language';
import { useWords } from '../../context/words';

const CELL_CLASSES = { error: 'imports-cell imports-cell-error', warning: 'imports-cell imports-cell-warning', info: 'imports-cell imports-cell-info' } as const;
const ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info } as const;

interface CellProps {
  readonly text: string;
  readonly numeric: boolean;
  readonly problem: CellProblem | undefined;
  /** The row and the field, to name the cell by. */
  readonly place: string;
  readonly onShow: (problem: CellProblem) => void;
  readonly onEdit: (text: string) => void;
}

/** The field a cell becomes while it is corrected: Enter keeps, Escape leaves it as it was, and so does an unchanged text. */
const CellEditor = ({ text, place, onDone }: { readonly text: string; readonly place: string; readonly onDone: (text: string | null) => void }) => {
  const t = useT();
  const isLeft = useRef(false);
  const leave = (typed: string | null): void => {
    if (isLeft.current) return;
    isLeft.current = true;
    onDone(typed === text ? null : typed);
  };
  return (
    <input
      className="imports-editor" aria-label={t('imports.edit.cell', { place })} defaultValue={text} maxLength={LONG_TEXT} ref={(field) => field?.select()}
      onBlur={(event) => leave(event.currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') leave(event.currentTarget.value);
        if (event.key === 'Escape') leave(null);
      }}
    />
  );
};

const CellButton = ({ text, problem, place, onShow, onOpen }: CellProps & { readonly onOpen: () => void }) => {
  const t = useT();
  const words = useWords();
  const Icon = ICONS[problem?.severity ?? 'info'];
  const act = problem === undefined ? t('imports.edit.change', { place }) : t('imports.check.showCell', { text: words.problem(problem) });
  return (
    // Two elements a cell, for there are hundreds: what is spoken is the name of the button, not a text of its own.
    <button
      type="button" className={problem === undefined ? 'imports-cell-button imports-text' : 'imports-cell-button'} aria-label={text === '' ? act : `${text} ${act}`} data-cell tabIndex={problem === undefined ? -1 : 0} title={text}
      onClick={() => (problem === undefined ? undefined : onShow(problem))}
      onDoubleClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'F2' && (event.key !== 'Enter' || problem !== undefined)) return;
        event.preventDefault();
        onOpen();
      }}
    >
      {problem === undefined ? text : <><Icon size={14} aria-hidden /><span className="imports-text">{text}</span></>}
    </button>
  );
};

/**
 * A cell shows its text, and its problem in the panel; a second press, Enter or F2 corrects it in place. Cells are
 * reached by the arrow keys, so that a row stays two stops of the Tab key.
 */
export const PreviewCell = (props: CellProps) => {
  const { text, numeric, problem, place, onEdit } = props;
  const [isEditing, setEditing] = useState(false);
  const cell = useRef<HTMLTableCellElement>(null);
  const alignment = numeric ? 'cell-number' : '';
  const done = (typed: string | null): void => {
    setEditing(false);
    if (typed !== null) onEdit(typed);
    // The button comes back with the next drawing.
    requestAnimationFrame(() => cell.current?.querySelector('button')?.focus());
  };
  if (isEditing) return <td ref={cell} className={`imports-cell ${alignment}`}><CellEditor text={text} place={place} onDone={done} /></td>;
  const severity = problem === undefined ? 'imports-cell' : CELL_CLASSES[problem.severity];
  return <td ref={cell} className={`${severity} ${alignment}`}><CellButton {...props} onOpen={() => setEditing(true)} /></td>;
};
