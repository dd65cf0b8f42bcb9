/** The problem at hand: where it is, what it means, and the field that mends it. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { scoringFacts } from '../../../app/rows-to-scores';
import { ACROSS, acrossOf, namesAcross } from '../../../domain/across-field';
import type { ImportField } from '../../../domain/ports/import-kinds';
import type { CellProblem, ImportSession, RowDecisions, TableGuess } from '../../../domain/ports/sheet-import';
import { inOrder } from '../../../domain/position';
import { LONG_TEXT } from '../../../domain/texts';
import { useProject } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { SEVERITY_TONES } from '../../context/severity-tone';
import { useWords } from '../../context/words';
import { Button } from '../../primitives/button';
import { Checkbox } from '../../primitives/checkbox';
import { useFocusKept } from '../../primitives/focus-kept';
import { IconButton } from '../../primitives/icon-button';
import { LawMark } from '../../primitives/law-mark';
import { Note } from '../../primitives/note';
import { Select } from '../../primitives/select';
import { TextField } from '../../primitives/text-field';
import { fieldWords } from './field-words';
import { isLeftOut } from './open-problems';
import { RowPair } from './row-pair';
import { columnName, fieldOfLetter } from './sheet-columns';
import type { ImportWizard } from './wizard';

export interface ProblemPanelProps {
  readonly wizard: ImportWizard;
  readonly session: ImportSession;
  /** Of the check the problems come from. */
  readonly version: number;
  readonly problems: readonly CellProblem[];
  /** Index of the problem at hand; clamped, because mending shortens the list. */
  readonly shown: number;
  /** A problem outside the walk that the person asked about: something understood, or of a row that stays out. */
  readonly picked?: CellProblem;
  readonly onShow: (index: number) => void;
  readonly guess: TableGuess;
  readonly columns: Readonly<Record<number, ImportField>>;
  readonly decisions: RowDecisions;
  /** True when nothing but the rows stood in the way. */
  readonly isReady: boolean;
}

/** A text quoted beside the box that repeats its correction. */
const QUOTED = 40;

/** `Rândul 8, Preț:` */
export const usePlaceOfProblem = () => {
  const t = useT();
  return ({ row, column }: CellProblem, guess: TableGuess, columns: Readonly<Record<number, ImportField>>): string => {
    if (column === '') return t('imports.check.placeRow', { row });
    const field = fieldOfLetter(column, guess, columns);
    const written = guess.columns.find((each) => each.letter === column);
    const name = field !== undefined ? fieldWords(field, t) : written === undefined ? column : columnName(written, t);
    return t('imports.check.place', { row, field: name });
  };
};

interface MendProps {
  readonly problem: CellProblem;
  readonly field: ImportField;
  readonly wizard: ImportWizard;
  /** How many cells of the column have the same problem and the same text, this one among them. */
  readonly alike: number;
}

/** The names the project has for a column of names. */
const NameSelect = ({ field, onChange }: { readonly field: ImportField; readonly onChange: (name: string) => void }) => {
  const t = useT();
  const known = namesAcross(scoringFacts(useProject()));
  const names = ACROSS.flatMap((across) => (across === field ? known[across] : []));
  return <Select label={t('imports.check.pickName')} value={null} options={names.map((name) => ({ id: name, label: name }))} onChange={onChange} />;
};

const MendField = ({ problem, field, wizard, alike }: MendProps) => {
  const t = useT();
  const lots = inOrder(useProject().lots);
  const [isForAll, setForAll] = useState(false);
  const mend = (text: string): void => (isForAll && alike > 1 ? wizard.replaceInColumn(field, problem.value, text) : wizard.editCell(problem.row, field, text));
  const forAll = alike < 2 ? null : <Checkbox isSelected={isForAll} onChange={setForAll}>{t('imports.fix.all', { count: alike - 1, value: problem.value.slice(0, QUOTED) })}</Checkbox>;
  if (problem.code === 'cell.unknownLot') {
    return <>{forAll}<Select label={t('imports.check.pickLot')} value={null} options={lots.map(({ number, title }) => ({ id: number, label: title === '' ? number : `${number}: ${title}` }))} onChange={mend} /></>;
  }
  if (problem.code === 'cell.unknownName') return acrossOf(field) === null ? <>{forAll}<NameSelect field={field} onChange={mend} /></> : null;
  const proposed = problem.code === 'cell.garbled' && typeof problem.data['as'] === 'string' ? problem.data['as'] : '';
  return <>{forAll}{proposed === '' ? null : <Button onPress={() => mend(proposed)}>{t('imports.fix.letters', { text: proposed.slice(0, QUOTED) })}</Button>}<TextField label={t('imports.check.newValue')} value={problem.value} onCommit={mend} maxLength={LONG_TEXT} /></>;
};

/** What could be read in two ways is decided for the whole column at once. */
const ColumnRule = ({ problem, field, wizard }: Omit<MendProps, 'alike'>) => {
  const t = useT();
  if (problem.code === 'cell.ambiguousNumber') {
    return (
      <>
        <Button onPress={() => wizard.setStyle(field, { mark: ',' })}>{t('imports.fix.comma')}</Button>
        <Button onPress={() => wizard.setStyle(field, { mark: '.' })}>{t('imports.fix.point')}</Button>
      </>
    );
  }
  if (problem.code !== 'cell.ambiguousDate') return null;
  return (
    <>
      <Button onPress={() => wizard.setStyle(field, { order: 'dayFirst' })}>{t('imports.fix.dayFirst')}</Button>
      <Button onPress={() => wizard.setStyle(field, { order: 'monthFirst' })}>{t('imports.fix.monthFirst')}</Button>
    </>
  );
};

const Walk = ({ index, total, onShow }: { readonly index: number; readonly total: number; readonly onShow: (index: number) => void }) => {
  const t = useT();
  return (
    <div className="imports-walk">
      <IconButton icon={ChevronLeft} label={t('imports.check.previous')} isDisabled={index <= 0} onPress={() => onShow(index - 1)} />
      {index < 0 ? null : <span>{t('imports.check.position', { index: index + 1, total })}</span>}
      <IconButton icon={ChevronRight} label={t('imports.check.following')} isDisabled={index >= total - 1} onPress={() => onShow(index + 1)} />
    </div>
  );
};

export const ProblemPanel = ({ wizard, session, version, problems, shown, picked, onShow, guess, columns, decisions, isReady }: ProblemPanelProps) => {
  const t = useT();
  const words = useWords();
  const placeOf = usePlaceOfProblem();
  const index = Math.min(shown, problems.length - 1);
  const problem = picked ?? problems[index];
  const panel = useFocusKept<HTMLDivElement>(problem);
  if (problem === undefined) return <div ref={panel} tabIndex={-1} className="imports-panel"><Note tone="ok" title={t('imports.check.fine.title')}>{isReady ? t('imports.check.fine.text') : null}</Note></div>;
  const field = fieldOfLetter(problem.column, guess, columns);
  const leftOut = isLeftOut(problem, decisions);
  const alike = problem.value === '' ? 0 : problems.filter((each) => each.column === problem.column && each.code === problem.code && each.value === problem.value).length;
  return (
    <div ref={panel} tabIndex={-1} className="imports-panel">
      <Note tone={SEVERITY_TONES[problem.severity]} title={placeOf(problem, guess, columns)} actions={problems.length === 0 ? undefined : <Walk index={picked === undefined ? index : -1} total={problems.length} onShow={onShow} />}>
        <span aria-live="polite">{words.problem(problem)}</span><LawMark text={words.problem(problem)} />
        <div className="imports-mend">
          {field === undefined || !problem.code.startsWith('cell.') ? null : (
            <>
              <ColumnRule problem={problem} field={field} wizard={wizard} />
              <MendField problem={problem} field={field} wizard={wizard} alike={alike} />
            </>
          )}
          {leftOut
            ? <Button onPress={() => wizard.includeRow(problem.row)}>{t('imports.check.include')}</Button>
            : <Button onPress={() => wizard.excludeRow(problem.row)}>{t('imports.check.exclude')}</Button>}
        </div>
        <RowPair problem={problem} session={session} version={version} fields={wizard.fields} />
      </Note>
    </div>
  );
};
