/** The evaluation: choose a lot, give the scores, read the ranking. Without bids or criteria it says where to begin. */
import { useRef, useState } from 'react';
import { inOrder } from '../../../domain/position';
import type { Lot, Project } from '../../../domain/project';
import type { Id } from '../../../domain/values';
import { useProject } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { callHref, projectHref } from '../../context/routes';
import { EmptyState } from '../../primitives/empty-state';
import { LinkButton } from '../../primitives/link-button';
import { Page } from '../../primitives/page';
import { Segmented } from '../../primitives/segmented';
import { Select } from '../../primitives/select';
import { Tabs } from '../../primitives/tabs';
import { RankingView } from './ranking-view';
import { RobustnessView } from './robustness/robustness-view';
import { ScoresView } from './scores-view';
import { useEvaluation } from './use-evaluation';

const VIEWS = ['scores', 'ranking', 'robustness'] as const;
type View = (typeof VIEWS)[number];

/** More lots than this do not fit in a row of tabs. */
const MOST_TABS = 6;

/** The step that must come first, when the evaluation cannot begin yet. */
const missingStep = (project: Project): 'lots' | 'criteria' | 'bids' | null => {
  if (Object.keys(project.lots).length === 0) return 'lots';
  if (Object.keys(project.awardCriteria).length === 0) return 'criteria';
  return Object.keys(project.bids).length === 0 ? 'bids' : null;
};

const Begin = ({ project, step }: { readonly project: Project; readonly step: 'lots' | 'criteria' | 'bids' }) => {
  const t = useT();
  return (
    <EmptyState
      title={t(`evaluation.empty.${step}`)} body={<p>{t(`evaluation.empty.${step}.body`)}</p>}
      action={<LinkButton variant="primary" href={step === 'bids' ? projectHref(project.id, 'bids') : callHref(project.id, step)}>{t(step === 'bids' ? 'evaluation.goToBids' : 'evaluation.goToCall')}</LinkButton>}
    />
  );
};

const LotEvaluation = ({ lot }: { readonly lot: Lot }) => {
  const t = useT();
  const project = useProject();
  const evaluation = useEvaluation();
  const result = evaluation.result.lots.find(({ lotId }) => lotId === lot.id);
  const [view, setView] = useState<View>((result?.missingScores ?? 0) > 0 ? 'scores' : 'ranking');
  const views = useRef<HTMLDivElement>(null);
  // The pressed button leaves with its view; the focus stays with the switch.
  const show = (next: View): void => {
    setView(next);
    views.current?.querySelectorAll<HTMLElement>('[role=radio]')[VIEWS.indexOf(next)]?.focus();
  };
  if (result === undefined || result.ranking.length + result.excluded.length === 0) {
    return <EmptyState title={t('evaluation.empty.lot', { number: lot.number })} body={<p>{t('evaluation.empty.lot.body')}</p>} action={<LinkButton href={projectHref(project.id, 'bids')}>{t('evaluation.goToBids')}</LinkButton>} />;
  }
  const labels: Readonly<Record<View, string>> = { scores: t('evaluation.view.scores', { missing: result.missingScores }), ranking: t('evaluation.view.ranking'), robustness: t('robustness.view') };
  return (
    <div className="evaluation-view" ref={views}>
      <Segmented label={t('evaluation.views')} value={view} options={VIEWS.map((id) => ({ id, label: labels[id] }))} onChange={setView} />
      {view === 'scores' && <ScoresView project={project} lotId={lot.id} onShowRanking={() => show('ranking')} />}
      {view === 'ranking' && <RankingView evaluation={evaluation} lot={result} onScoreMissing={() => show('scores')} />}
      {view === 'robustness' && <RobustnessView project={evaluation.project} lot={result} />}
    </div>
  );
};

const Lots = ({ lots }: { readonly lots: readonly Lot[] }) => {
  const t = useT();
  const { result } = useEvaluation();
  const [chosen, setChosen] = useState<Id | null>(null);
  const lot = lots.find(({ id }) => id === chosen) ?? lots[0];
  if (lot === undefined) return null;
  const label = ({ id, number, title }: Lot): string => {
    const missing = result.lots.find(({ lotId }) => lotId === id)?.missingScores ?? 0;
    return t(title.trim() === '' ? 'evaluation.lot.untitled' : 'evaluation.lot', { number, title, missing });
  };
  if (lots.length === 1) return <LotEvaluation lot={lot} />;
  if (lots.length > MOST_TABS) {
    return (
      <>
        <div className="lot-select"><Select label={t('evaluation.lots')} value={lot.id} options={lots.map((each) => ({ id: each.id, label: label(each) }))} onChange={setChosen} /></div>
        <LotEvaluation key={lot.id} lot={lot} />
      </>
    );
  }
  return <Tabs label={t('evaluation.lots')} selected={lot.id} onSelect={setChosen} tabs={lots.map((each) => ({ id: each.id, label: label(each), content: <LotEvaluation lot={each} /> }))} />;
};

export const EvaluationScreen = () => {
  const t = useT();
  const project = useProject();
  const step = missingStep(project);
  return (
    <Page title={t('evaluation.title')} lede={t('evaluation.lede')}>
      {step === null ? <Lots lots={inOrder(project.lots)} /> : <Begin project={project} step={step} />}
    </Page>
  );
};
