/** How firmly one lot's ranking stands: the verdict first, then each question with its numbers. It never re-ranks. */
import { useState } from 'react';
import type { LotResult } from '../../../../domain/evaluation/result';
import type { Project } from '../../../../domain/project';
import { FIRM_SHARE_OF_DRAWS, FIRM_WEIGHT_POINTS } from '../../../../domain/robustness/verdict';
import { useFormat } from '../../../context/format';
import { useT } from '../../../context/language';
import { Disclosure } from '../../../primitives/disclosure';
import { EmptyState } from '../../../primitives/empty-state';
import { Note } from '../../../primitives/note';
import { bidderOf } from '../ranking-rows';
import { useNames } from '../use-names';
import { BidsCard, EvaluatorsCard } from './absence-cards';
import { AgreementCard } from './agreement-card';
import { CheckList } from './check-list';
import { FormulasCard } from './formulas-card';
import { NoiseCard } from './noise-card';
import type { RobustnessParts } from './robustness-parts';
import { useNoise, useReport } from './use-robustness';
import { VerdictNote } from './verdict-note';
import { BreakEvenCard, TornadoCard } from './weight-cards';

/** Any number would do; the same one for everybody makes results comparable at once. */
const USUAL_SEED = 1;

const Help = () => {
  const t = useT();
  const format = useFormat();
  return (
    <Disclosure title={t('robustness.help')}>
      <div className="prose soft">
        <p>{t('robustness.help.is')}</p>
        <p>{t('robustness.help.isNot')}</p>
        <p>{t('robustness.help.use')}</p>
        <p>{t('robustness.help.yardstick', { points: FIRM_WEIGHT_POINTS, share: format.percent(FIRM_SHARE_OF_DRAWS) })}</p>
      </div>
    </Disclosure>
  );
};

const Incomplete = ({ project, report: { incomplete, unit } }: RobustnessParts) => {
  const t = useT();
  const names = useNames();
  if (incomplete.length === 0) return null;
  return <Note title={t('robustness.incomplete', { count: incomplete.length, bidders: names(incomplete.map((id) => bidderOf(project, id))) })}>{unit === 'points' ? t('robustness.incomplete.prices', { count: incomplete.length }) : null}</Note>;
};

/** The parts are memoised: while the draws run, only their own card is drawn anew. */
const Parts = (parts: RobustnessParts) => {
  const { project, lot, report } = parts;
  const [seed, setSeed] = useState(USUAL_SEED);
  const noise = useNoise(project, lot, seed);
  const isScored = Object.values(project.awardCriteria).some(({ type }) => type === 'quality');
  return (
    <div className="robustness-view">
      <VerdictNote {...parts} noise={noise.tally} isScored={isScored} />
      <Incomplete {...parts} />
      <CheckList project={project} report={report} noise={noise.tally} isScored={isScored} />
      <Help />
      <TornadoCard {...parts} />
      <BreakEvenCard {...parts} />
      <NoiseCard {...parts} noise={noise} isScored={isScored} seed={seed} onSeed={setSeed} />
      <FormulasCard {...parts} />
      <div className="robustness-absences"><BidsCard {...parts} /><EvaluatorsCard {...parts} /></div>
      <AgreementCard project={project} lot={lot} />
    </div>
  );
};

export interface RobustnessViewProps {
  /** The version the lot's result belongs to. */
  readonly project: Project;
  readonly lot: LotResult;
}

export const RobustnessView = ({ project, lot }: RobustnessViewProps) => {
  const t = useT();
  const answer = useReport(project, lot);
  if (answer === null) return <Note title={t('robustness.working')} />;
  if (answer.kind === 'notPossible') return <EmptyState title={t(`robustness.notPossible.${answer.reason}`)} body={<p>{t(`robustness.notPossible.${answer.reason}.body`)}</p>} />;
  return <Parts project={project} lot={lot} report={answer.report} />;
};
