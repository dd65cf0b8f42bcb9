/** The score being given: what each level means, the reason for it, and the evidence the call asks for. */
import { Eraser } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import type { QualityCriterion } from '../../../domain/project';
import { LONG_TEXT } from '../../../domain/texts';
import type { Id } from '../../../domain/values';
import { useCaiet } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { Disclosure } from '../../primitives/disclosure';
import { NumberField } from '../../primitives/number-field';
import { RadioGroup } from '../../primitives/radio-group';
import { TextArea } from '../../primitives/text-area';
import type { ScoringRow } from './scoring-grid';

/** Scales up to this length are shown level by level; longer ones are typed, with their described levels beside. */
const EVERY_LEVEL_UP_TO = 10;

export interface ScorePanelProps {
  readonly row: ScoringRow;
  readonly criterion: QualityCriterion;
  readonly evaluatorId: Id | undefined;
  /** The panel's element, to find the reason's field in. */
  readonly element: RefObject<HTMLDivElement | null>;
  /** Back to the same cell of the grid. */
  readonly onBack: () => void;
  readonly onNextMissing: () => void;
}

interface LevelsProps {
  readonly criterion: QualityCriterion;
  readonly value: string | null;
  readonly onChoose: (value: string | null) => void;
}

const Levels = ({ criterion, value, onChoose }: LevelsProps) => {
  const t = useT();
  const { max, anchors } = criterion.scale;
  if (max <= EVERY_LEVEL_UP_TO) {
    const options = Array.from({ length: max + 1 }, (_, level) => ({ id: String(level), label: String(level), description: anchors[String(level)] ?? t('evaluation.level.undescribed') }));
    return <RadioGroup label={t('evaluation.level')} value={value} options={options} onChange={onChoose} />;
  }
  const described = Object.entries(anchors).filter(([level]) => Number(level) <= max).sort(([a], [b]) => Number(a) - Number(b));
  return (
    <>
      <NumberField label={t('evaluation.level')} description={t('evaluation.level.range', { max })} whole value={value} onCommit={onChoose} />
      <dl className="described-levels">
        {described.map(([level, sentence]) => <div key={level}><dt>{level}</dt><dd>{sentence}</dd></div>)}
      </dl>
    </>
  );
};

/** Keys that work in every field of the panel; the panel itself takes no focus. */
const fieldKeys = (onBack: () => void, onNextMissing: () => void) => ({
  onKeyDown: (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onBack();
    else if (event.key === 'Enter' && event.ctrlKey) onNextMissing();
    else return;
    event.preventDefault();
  },
});

export const ScorePanel = ({ row, criterion, evaluatorId, element, onBack, onNextMissing }: ScorePanelProps) => {
  const t = useT();
  const format = useFormat();
  const { evaluation } = useCaiet();
  const bidId = row.bid.id;
  const score = row.scores[criterion.id];
  const value = score?.value ?? null;
  const keys = fieldKeys(onBack, onNextMissing);
  return (
    <div className="score-panel" ref={element} {...keys}>
      <Card
        title={<><span className="score-panel-bidder">{row.bidder}</span> {criterion.name}</>}
        aside={t('evaluation.weight', { weight: format.percent(row.weights[criterion.id] ?? criterion.weight) })}
      >
        {criterion.description.trim() !== '' && <p className="quiet-text">{criterion.description}</p>}
        {/* Keyed by cell: what was typed for one bid must never be committed for another. */}
        <div className="score-fields" key={`${evaluatorId ?? ''} ${bidId} ${criterion.id}`}>
          <Levels criterion={criterion} value={value} onChoose={(level) => evaluation.score(bidId, criterion.id, level, evaluatorId)} />
          <TextArea
            label={t('evaluation.reason')} description={t('evaluation.reason.description')} rows={3} maxLength={LONG_TEXT} value={score?.reason ?? ''} keepOnEscape
            onCommit={(reason) => evaluation.giveReason(bidId, criterion.id, reason, evaluatorId)}
          />
          {criterion.evidence.trim() !== '' && <Disclosure title={t('evaluation.evidence')}><p>{criterion.evidence}</p></Disclosure>}
          {value !== null && <Button variant="quiet" icon={Eraser} onPress={() => evaluation.score(bidId, criterion.id, null, evaluatorId)}>{t('evaluation.clear')}</Button>}
        </div>
      </Card>
    </div>
  );
};
