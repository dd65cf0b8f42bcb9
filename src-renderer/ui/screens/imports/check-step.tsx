/** Step 3: what each column contains, every row as it was understood, and problems mended in place. */
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { CellProblem, ImportSession, RowDecisions, TableGuess } from '../../../domain/ports/sheet-import';
import { useT } from '../../context/language';
import { Card } from '../../primitives/card';
import { Note } from '../../primitives/note';
import { Pill } from '../../primitives/pill';
import { ProgressBar } from '../../primitives/progress-bar';
import { Switch } from '../../primitives/switch';
import { AmountTotals } from './amount-totals';
import { ColumnRulesList } from './column-rules';
import { FailureNote, type StepProps } from './file-step';
import { KeepSource } from './keep-source';
import { MarkedCopyButton } from './marked-copy-button';
import { specialRows, openProblems, sameProblem } from './open-problems';
import { PreviewGrid } from './preview-grid';
import { ProblemPanel } from './problem-panel';
import type { CheckResult } from './wizard-state';

const Counts = ({ summary }: { readonly summary: CheckResult['summary'] }) => {
  const t = useT();
  const { accepted, withErrors: errors, withWarnings: warnings, excluded } = summary;
  return (
    <span className="imports-counts">
      {errors === 0 ? null : <Pill tone="bad">{t('imports.check.errors', { count: errors })}</Pill>}
      {warnings === 0 ? null : <Pill tone="warn">{t('imports.check.warnings', { count: warnings })}</Pill>}
      {excluded === 0 ? null : <Pill>{t('imports.check.excluded', { count: excluded })}</Pill>}
      <Pill tone="ok">{t('imports.check.accepted', { count: accepted })}</Pill>
      <output className="visually-hidden">{t('imports.check.live', { accepted, errors, warnings, excluded })}</output>
    </span>
  );
};

const ROWS_NAMED = 12;

/** Which rows the reader treated in a special way, so that none goes missing or comes in unseen. */
const SpecialRows = ({ problems, decisions }: { readonly problems: readonly CellProblem[]; readonly decisions: RowDecisions }) => {
  const t = useT();
  const groups = useMemo(() => specialRows(problems, decisions), [problems, decisions]);
  if (groups.length === 0) return null;
  const listOf = (rows: readonly number[]): string => {
    const list = rows.slice(0, ROWS_NAMED).map((row) => String(row)).join(', ');
    const shown = rows.length > ROWS_NAMED ? t('imports.check.outside.more', { list, more: rows.length - ROWS_NAMED }) : list;
    return t('imports.check.outside.rows', { count: rows.length, list: shown });
  };
  const sentence = groups.map(({ reason, rows }) => t(`imports.check.outside.${reason}`, { rows: listOf(rows) })).join('; ');
  return <p className="imports-special"><strong>{t('imports.check.outside')}:</strong> {sentence}.</p>;
};

interface CheckedProps extends StepProps {
  readonly session: ImportSession;
  readonly guess: TableGuess;
  readonly check: CheckResult;
  readonly obstacle: string | null;
  readonly obstacleId: string;
}

const Checked = ({ wizard, state, session, guess, check, obstacle, obstacleId }: CheckedProps) => {
  const t = useT();
  const [onlyProblems, setOnlyProblems] = useState(false);
  const [picked, setPicked] = useState<CellProblem | null>(null);
  const [shown, setShown] = useState(0);
  const { checking, columns, decisions, failure, importing } = state;
  const sheet = session.info.sheets.find((each) => each.index === state.sheet);
  const problems = useMemo(() => openProblems(check.problems, decisions), [check.problems, decisions]);
  const show = useCallback((problem: CellProblem): void => {
    const index = problems.findIndex((each) => sameProblem(each, problem));
    setPicked(index < 0 ? problem : null);
    if (index >= 0) setShown(index);
  }, [problems]);
  const walkTo = (index: number): void => {
    setPicked(null);
    setShown(index);
  };
  // A picked problem that has been mended gives way to the next one of the walk.
  const aside = picked === null ? undefined : check.problems.find((each) => sameProblem(each, picked));
  return (
    <>
      <FailureNote failure={failure} />
      {importing ? <ProgressBar label={t('imports.check.importing')} fraction={null} /> : null}
      {obstacle === null || checking !== null ? null : <div id={obstacleId}><Note tone="warn">{obstacle}</Note></div>}
      <ProblemPanel wizard={wizard} session={session} version={check.version} problems={problems} shown={shown} {...(aside === undefined ? {} : { picked: aside })} onShow={walkTo} guess={guess} columns={columns} decisions={decisions} isReady={obstacle === null} />
      <Card
        title={t('imports.check.heading')} padding="flush"
        aside={
          <>
            <Counts summary={check.summary} />
            {check.problems.length === 0 ? null : <MarkedCopyButton session={session} problems={check.problems} />}
            <Switch isSelected={onlyProblems} onChange={setOnlyProblems}>{t('imports.check.onlyProblems')}</Switch>
          </>
        }
      >
        <PreviewGrid wizard={wizard} session={session} guess={guess} columns={columns} version={check.version} onlyProblems={onlyProblems} onShow={show} />
        <p className="imports-hint">{t('imports.edit.hint')}</p>
        <ColumnRulesList wizard={wizard} state={state} />
        <AmountTotals totals={check.summary.totals} />
        <SpecialRows problems={check.problems} decisions={decisions} />
        {sheet === undefined || sheet.hiddenRows === 0 ? null : (
          <div className="imports-source"><Switch isSelected={decisions.skipsHidden !== true} onChange={wizard.readHidden}>{t('imports.check.readHidden', { rows: sheet.hiddenRows })}</Switch></div>
        )}
        {wizard.kind === 'scores' ? null : <KeepSource size={session.info.size} keeps={state.keepsSource} onChange={wizard.keepSource} />}
      </Card>
    </>
  );
};

export const CheckStep = ({ state, ...rest }: StepProps & { readonly obstacle: string | null; readonly obstacleId: string }) => {
  const t = useT();
  const { session, guess, checking, failure } = state;
  // The first drawing of a large sheet is much work, so it is done between frames.
  const check = useDeferredValue(state.check);
  if (session === null || guess === null) return <FailureNote failure={failure} />;
  if (check === null) {
    return (
      <Card title={t('imports.check.heading')}>
        <FailureNote failure={failure} />
        <ProgressBar
          label={t('imports.check.checking')} fraction={checking?.fraction ?? null}
          detail={t('imports.check.checkedRows', { rows: checking?.rows ?? 0 })} onCancel={rest.wizard.stop}
        />
      </Card>
    );
  }
  return <Checked {...rest} state={state} session={session} guess={guess} check={check} />;
};
