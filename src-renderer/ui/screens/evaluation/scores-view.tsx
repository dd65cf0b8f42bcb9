/** Where one evaluator gives the scores of a lot: progress and name above, the grid, and the panel of the chosen cell. */
import { ArrowRight, ListOrdered, MessageSquareWarning } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { Project } from '../../../domain/project';
import { SHORT_TEXT } from '../../../domain/texts';
import type { Id } from '../../../domain/values';
import { useCaiet } from '../../context/caiet-context';
import { useT, useTranslator } from '../../context/language';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { EmptyState } from '../../primitives/empty-state';
import { TextField } from '../../primitives/text-field';
import { ScorePanel } from './score-panel';
import { nextWanting, scoringGrid, type CellPlace, type ScoringGrid, type Wanting } from './scoring-grid';
import { ScoringMatrix } from './scoring-matrix';

export interface ScoresViewProps {
  readonly project: Project;
  readonly lotId: Id;
  readonly onShowRanking: () => void;
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
}

const Toolbar = ({ grid, onNext, onShowRanking }: ToolbarProps) => {
  const t = useT();
  const { evaluation } = useCaiet();
  const complete = grid.given === grid.asked;
  return (
    <div className="scores-toolbar">
      {grid.evaluator !== null && <TextField label={t('evaluation.evaluator')} value={grid.evaluator.name} maxLength={SHORT_TEXT} onCommit={(name) => evaluation.renameEvaluator(name)} />}
      <Progress grid={grid} />
      <div className="scores-acts">
        {grid.unreasoned > 0 && <Button icon={MessageSquareWarning} onPress={() => onNext('reason')}>{t('evaluation.nextReason')}</Button>}
        {complete ? <Button variant="primary" icon={ListOrdered} onPress={onShowRanking}>{t('evaluation.showRanking')}</Button>
          : <Button variant="primary" icon={ArrowRight} onPress={() => onNext('score')}>{t('evaluation.nextMissing')}</Button>}
      </div>
    </div>
  );
};

/** Keeps a place inside a grid that may have lost rows or columns since. */
const inside = (place: CellPlace, grid: ScoringGrid): CellPlace => ({ row: Math.min(place.row, grid.rows.length - 1), column: Math.min(place.column, grid.columns.length - 1) });

export const ScoresView = (props: ScoresViewProps) => {
  const { project, lotId } = props;
  const translator = useTranslator();
  const { t, tag } = translator;
  const { evaluation } = useCaiet();
  const grid = useMemo(() => scoringGrid(project, lotId, tag), [project, lotId, tag]);
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
    if (bid !== undefined && scored !== undefined) evaluation.score(bid.id, scored.id, value);
  };
  return (
    <div className="scores-view">
      <Toolbar {...props} grid={grid} onNext={goToNext} />
      <div className="scores-parts">
        <Card title={t('evaluation.grid')} aside={t('evaluation.grid.aside')} padding="flush">
          <ScoringMatrix
            grid={grid} place={place} translator={translator} element={matrix} onPlace={setChosen} onScore={score} onReason={focusReason}
            onNextMissing={() => goToNext('score')}
          />
          <p className="scores-keys">{t('evaluation.keys')}</p>
        </Card>
        <ScorePanel row={row} criterion={criterion} element={panel} onBack={() => matrix.current?.focus()} onNextMissing={() => goToNext('score')} />
      </div>
    </div>
  );
};
