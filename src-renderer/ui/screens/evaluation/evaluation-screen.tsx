/** The evaluation, step by step: commission, sheets, scores, consensus, ranking, robustness; the last four by lot. Without bids or criteria it says where to begin. */
import { useMemo, useRef, useState } from 'react';
import { hasCommission } from '../../../domain/commission-problems';
import { consensusCells, isOpen } from '../../../domain/consensus';
import { inOrder } from '../../../domain/position';
import type { Lot, Project } from '../../../domain/project';
import type { Id } from '../../../domain/values';
import { useProject } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { callHref, projectHref } from '../../context/routes';
import { useRulePack } from '../../context/rule-pack';
import { EmptyState } from '../../primitives/empty-state';
import { LinkButton } from '../../primitives/link-button';
import { Page } from '../../primitives/page';
import { Segmented } from '../../primitives/segmented';
import { Select } from '../../primitives/select';
import { Tabs } from '../../primitives/tabs';
import { CommissionView } from './commission/commission-view';
import { ConsensusView } from './consensus/consensus-view';
import { RankingView } from './ranking-view';
import { RobustnessView } from './robustness/robustness-view';
import { ScoresView } from './scores-view';
import { SheetsView } from './sheets/sheets-view';
import { useEvaluation } from './use-evaluation';

/** The steps, in the order they are taken. Sheets and consensus are for several people. */
const VIEWS = ['commission', 'sheets', 'scores', 'consensus', 'ranking', 'robustness'] as const;
type View = (typeof VIEWS)[number];
const OF_SEVERAL: ReadonlySet<View> = new Set(['sheets', 'consensus']);

const viewsOf = (project: Project): readonly View[] => (hasCommission(project) ? VIEWS : VIEWS.filter((view) => !OF_SEVERAL.has(view)));

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
      level={2} title={t(`evaluation.empty.${step}`)} body={<p>{t(`evaluation.empty.${step}.body`)}</p>}
      action={<LinkButton variant="primary" href={step === 'bids' ? projectHref(project.id, 'bids') : callHref(project.id, step)}>{t(step === 'bids' ? 'evaluation.goToBids' : 'evaluation.goToCall')}</LinkButton>}
    />
  );
};

/** The steps that are taken lot by lot. */
type LotView = Exclude<View, 'commission' | 'sheets'>;

interface ViewProps {
  readonly view: LotView;
  readonly onShow: (view: View) => void;
}

const LotEvaluation = ({ lot, view, onShow }: ViewProps & { readonly lot: Lot }) => {
  const t = useT();
  const project = useProject();
  const evaluation = useEvaluation();
  const result = evaluation.result.lots.find(({ lotId }) => lotId === lot.id);
  if (result === undefined || result.ranking.length + result.excluded.length === 0) {
    return <EmptyState level={2} title={t('evaluation.empty.lot', { number: lot.number })} body={<p>{t('evaluation.empty.lot.body')}</p>} action={<LinkButton href={projectHref(project.id, 'bids')}>{t('evaluation.goToBids')}</LinkButton>} />;
  }
  switch (view) {
    case 'scores': return <ScoresView project={project} lotId={lot.id} evaluator={null} done={{ label: t('evaluation.showRanking'), onPress: () => onShow('ranking') }} />;
    case 'consensus': return <ConsensusView project={project} lot={lot} />;
    case 'robustness': return <RobustnessView project={evaluation.project} lot={result} />;
    case 'ranking': return <RankingView evaluation={evaluation} lot={result} onScoreMissing={() => onShow('scores')} onConsensus={() => onShow('consensus')} onRobustness={() => onShow('robustness')} />;
  }
};

interface LotsProps extends ViewProps {
  readonly lots: readonly Lot[];
  readonly lot: Lot;
  readonly onChoose: (id: Id) => void;
}

const Lots = ({ lots, lot, onChoose, ...view }: LotsProps) => {
  const t = useT();
  const { result } = useEvaluation();
  const label = ({ id, number, title }: Lot): string => {
    const missing = result.lots.find(({ lotId }) => lotId === id)?.missingScores ?? 0;
    return t(title.trim() === '' ? 'evaluation.lot.untitled' : 'evaluation.lot', { number, title, missing });
  };
  if (lots.length === 1) return <LotEvaluation lot={lot} {...view} />;
  if (lots.length > MOST_TABS) {
    return (
      <>
        <div className="lot-select"><Select label={t('evaluation.lots')} value={lot.id} options={lots.map((each) => ({ id: each.id, label: label(each) }))} onChange={onChoose} /></div>
        <LotEvaluation key={lot.id} lot={lot} {...view} />
      </>
    );
  }
  return <Tabs label={t('evaluation.lots')} selected={lot.id} onSelect={onChoose} tabs={lots.map((each) => ({ id: each.id, label: label(each), content: <LotEvaluation lot={each} {...view} /> }))} />;
};

const Steps = ({ lots }: { readonly lots: readonly Lot[] }) => {
  const t = useT();
  const project = useProject();
  const rulePack = useRulePack();
  const { result } = useEvaluation();
  const [chosenLot, setChosenLot] = useState<Id | null>(null);
  const [chosen, setChosen] = useState<View | null>(null);
  const [firstViews] = useState(() => new Map<Id, View>());
  const steps = useRef<HTMLDivElement>(null);
  const lot = lots.find(({ id }) => id === chosenLot) ?? lots[0];
  const lotId = lot?.id ?? '';
  const missing = result.lots.find((each) => each.lotId === lotId)?.missingScores ?? 0;
  const open = useMemo(() => consensusCells(project, lotId, rulePack).filter(isOpen).length, [project, lotId, rulePack]);
  if (lot === undefined) return null;
  const views = viewsOf(project);
  // Where a lot was first opened it stays open: giving the last score must not lead away from it.
  if (!firstViews.has(lotId)) firstViews.set(lotId, missing > 0 ? 'scores' : 'ranking');
  const view = chosen !== null && views.includes(chosen) ? chosen : firstViews.get(lotId) ?? 'ranking';
  // The pressed button leaves with its view; the focus stays with the switch.
  const show = (next: View): void => {
    setChosen(next);
    steps.current?.querySelectorAll<HTMLElement>('[role=radio]')[views.indexOf(next)]?.focus();
  };
  const labels: Readonly<Record<View, string>> = {
    commission: t('commission.view'), sheets: t('sheets.view'), scores: t('evaluation.view.scores', { missing }), consensus: t('consensus.view', { open }),
    ranking: t('evaluation.view.ranking'), robustness: t('robustness.view'),
  };
  return (
    <div className="evaluation-view" ref={steps}>
      <Segmented label={t('evaluation.views')} value={view} options={views.map((id) => ({ id, label: labels[id] }))} onChange={setChosen} />
      {view === 'commission' ? <CommissionView project={project} onToSheets={() => show('sheets')} />
        : view === 'sheets' ? <SheetsView project={project} onToCommission={() => show('commission')} />
          : <Lots lots={lots} lot={lot} onChoose={setChosenLot} view={view} onShow={show} />}
    </div>
  );
};

export const EvaluationScreen = () => {
  const t = useT();
  const project = useProject();
  const step = missingStep(project);
  return (
    <Page title={t('evaluation.title')} lede={t('evaluation.lede')}>
      {step === null ? <Steps lots={inOrder(project.lots)} /> : <Begin project={project} step={step} />}
    </Page>
  );
};
