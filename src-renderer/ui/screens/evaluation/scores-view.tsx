/** Where one evaluator gives the scores of a lot: progress and name above, the grid, and the panel of the chosen cell. */
import { ArrowRight, ListOrdered, MessageSquareWarning } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { closedSheet, hasCommission, sheetObstacle, type SheetObstacle } from '../../../domain/commission-problems';
import type { Evaluator, Project } from '../../../domain/project';
import { bidLocked } from '../../../domain/quality-lock';
import { SHORT_TEXT } from '../../../domain/texts';
import type { Id } from '../../../domain/values';
import { useCaiet } from '../../context/caiet-context';
import { useT, useTranslator } from '../../context/language';
import { SEVERITY_TONES } from '../../context/severity-tone';
import { useWords } from '../../context/words';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { EmptyState } from '../../primitives/empty-state';
import { Note } from '../../primitives/note';
import { Select } from '../../primitives/select';
import { TextField } from '../../primitives/text-field';
import { ScorePanel } from './score-panel';
import { nextWanting, scorersOf, scoringGrid, type CellPlace, type ScoringGrid, type Wanting } from './scoring-grid';
import { ScoringMatrix } from './scoring-matrix';

export interface ScoresViewProps {
  readonly project: Project;
  readonly lotId: Id;
  /** Whose scores. Null: whoever is chosen here, where several score. */
  readonly evaluator: Evaluator | null;
  /** What comes after the last score. */
  readonly done: { readonly label: string; readonly onPress: () => void };
}

const Progress = ({ grid }: { readonly grid: ScoringGrid }) => {
  const t = useT();
  const sentence = t('evaluation.progress', { given: grid.given, asked: grid.asked });
  return (
    <div className="scores-progress">
      <p><b>{sentence}</b>{grid.unreasoned > 0 && <span className="quiet-text"> {t('evaluation.unreasoned', { count: grid.unreasoned })}</span>}</p>
      <progress value={grid.given} max={grid.asked} aria-label={sentence} />
    </div>
  );
};

interface ToolbarProps extends ScoresViewProps {
  readonly grid: ScoringGrid;
  readonly onNext: (wanting: Wanting) => void;
  readonly onChoose: (evaluatorId: Id) => void;
}

/** One person's name is typed; among several the person is chosen. */
const Scorer = ({ project, grid, onChoose }: Pick<ToolbarProps, 'project' | 'grid' | 'onChoose'>) => {
  const t = useT();
  const { evaluation } = useCaiet();
  if (grid.evaluator === null) return null;
  if (!hasCommission(project)) return <TextField label={t('evaluation.evaluator')} value={grid.evaluator.name} maxLength={SHORT_TEXT} onCommit={(name) => evaluation.renameEvaluator(name)} />;
  return <Select label={t('evaluation.scorer')} value={grid.evaluator.id} options={scorersOf(project).map(({ id, name }) => ({ id, label: name }))} onChange={onChoose} />;
};

const Toolbar = ({ project, evaluator, grid, onNext, onChoose, done }: ToolbarProps) => {
  const t = useT();
  const complete = grid.given === grid.asked;
  return (
    <div className="scores-toolbar">
      {evaluator === null && <Scorer project={project} grid={grid} onChoose={onChoose} />}
      <Progress grid={grid} />
      <div className="scores-acts">
        {grid.unreasoned > 0 && <Button icon={MessageSquareWarning} onPress={() => onNext('reason')}>{t('evaluation.nextReason')}</Button>}
        {complete ? <Button variant="primary" icon={ListOrdered} onPress={done.onPress}>{done.label}</Button>
          : <Button variant="primary" icon={ArrowRight} onPress={() => onNext('score')}>{t('evaluation.nextMissing')}</Button>}
      </div>
    </div>
  );
};

/** Keeps a place inside a grid that may have lost rows or columns since. */
const inside = (place: CellPlace, grid: ScoringGrid): CellPlace => ({ row: Math.min(place.row, grid.rows.length - 1), column: Math.min(place.column, grid.columns.length - 1) });

/** Why the chosen person's sheet cannot be filled in here. */
const Closed = ({ obstacle, scorer }: { readonly obstacle: SheetObstacle; readonly scorer: Evaluator }) => {
  const words = useWords();
  const problem = closedSheet(obstacle, scorer);
  return <Note tone={SEVERITY_TONES[problem.severity]}>{words.problem(problem)}</Note>;
};

const Scores = (props: ScoresViewProps & { readonly scorer: Evaluator | null; readonly onChoose: (evaluatorId: Id) => void }) => {
  const { project, lotId, scorer } = props;
  const translator = useTranslator();
  const { t, tag } = translator;
  const words = useWords();
  const obstacle = scorer === null ? null : sheetObstacle(project, scorer);
  const { evaluation } = useCaiet();
  const grid = useMemo(() => scoringGrid(project, lotId, tag, scorer), [project, lotId, tag, scorer]);
  const matrix = useRef<HTMLTableElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<CellPlace>(() => nextWanting(grid, null, 'score') ?? { row: 0, column: 0 });
  const place = inside(chosen, grid);
  const row = grid.rows[place.row];
  const criterion = grid.columns[place.column];
  if (row === undefined || criterion === undefined) return <EmptyState title={t('evaluation.nothingToScore')} body={t('evaluation.nothingToScore.body')} />;

  const focusReason = (): void => panel.current?.querySelector('textarea')?.focus();
  const goToNext = (wanting: Wanting): void => {
    const next = nextWanting(grid, place, wanting);
    if (next !== null) setChosen(next);
    matrix.current?.focus();
  };
  const score = (at: CellPlace, value: string | null): void => {
    const bid = grid.rows[at.row]?.bid;
    const scored = grid.columns[at.column];
    if (bid !== undefined && scored !== undefined) evaluation.score(bid.id, scored.id, value, scorer?.id);
  };
  return (
    <div className="scores-view">
      <Toolbar {...props} grid={grid} onNext={goToNext} />
      {scorer !== null && obstacle !== null && <Closed obstacle={obstacle} scorer={scorer} />}
      {bidLocked(project, row.bid.id) && <Note>{words.problem({ severity: 'info', code: 'score.locked', data: { lot: project.lots[lotId]?.number ?? '' } })}</Note>}
      <div className="scores-parts">
        <Card title={t('evaluation.grid')} aside={t('evaluation.grid.aside')} padding="flush">
          <ScoringMatrix
            grid={grid} place={place} translator={translator} element={matrix} onPlace={setChosen} onScore={score} onReason={focusReason}
            onNextMissing={() => goToNext('score')}
          />
          <p className="scores-keys">{t('evaluation.keys')}</p>
        </Card>
        <ScorePanel row={row} criterion={criterion} evaluatorId={scorer?.id} element={panel} onBack={() => matrix.current?.focus()} onNextMissing={() => goToNext('score')} />
      </div>
    </div>
  );
};

export const ScoresView = (props: ScoresViewProps) => {
  const [chosen, setChosen] = useState<Id | null>(null);
  const people = scorersOf(props.project);
  const scorer = props.evaluator ?? people.find(({ id }) => id === chosen) ?? people[0] ?? null;
  // Keyed by person: a place in one sheet means nothing in another.
  return <Scores key={scorer?.id ?? ''} {...props} scorer={scorer} onChoose={setChosen} />;
};
