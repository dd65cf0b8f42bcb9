/** How firm the ranking is, in plain words: what is missing, what may still change, who is tied and what follows. */
import { PenLine } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { partOfProblem } from '../../../domain/call-parts';
import { pricesSealed } from '../../../domain/envelope';
import { callProblems } from '../../../domain/call-problems';
import type { LotResult, MissingReason, RankedBid } from '../../../domain/evaluation/result';
import { freezeInForce, frozenIntact } from '../../../domain/frozen-call';
import type { Project } from '../../../domain/project';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { callHref } from '../../context/routes';
import { useRulePack } from '../../context/rule-pack';
import { useWords } from '../../context/words';
import { Button } from '../../primitives/button';
import { LawText } from '../../primitives/law-mark';
import { LinkButton } from '../../primitives/link-button';
import { Note } from '../../primitives/note';
import { SealedNote } from './sealed-note';
import { outlookOf, tiesOf, type Tie } from './outlook';
import { bidderOf } from './ranking-rows';
import { useNames } from './use-names';

export interface StandingNotesProps {
  readonly project: Project;
  readonly lot: LotResult;
  /** Leads to the first missing score. */
  readonly onScoreMissing: () => void;
  /** Leads to the consensus round, which ends with the opening of sealed prices. */
  readonly onConsensus: () => void;
}

/** Ties below first place are named up to this many; the table marks them all. */
const MOST_TIES = 4;

const reasonsOf = (bid: RankedBid): ReadonlySet<MissingReason> =>
  new Set(bid.criteria.flatMap(({ explanation }) => (explanation.rule === 'missing' ? explanation.reasons : [])));

/** What is missing, one line per reason, with the bids it concerns. */
const MissingList = ({ project, lot }: { readonly project: Project; readonly lot: LotResult }) => {
  const t = useT();
  const names = useNames();
  const byReason = new Map<MissingReason, string[]>();
  for (const bid of lot.ranking) {
    for (const reason of reasonsOf(bid)) byReason.set(reason, [...(byReason.get(reason) ?? []), bidderOf(project, bid.bidId)]);
  }
  return (
    <ul className="missing-list">
      {[...byReason].map(([reason, bidders]) => (
        <li key={reason}>{t(`evaluation.missing.${reason}`, { bidders: names(bidders), count: bidders.length, scores: lot.missingScores })}</li>
      ))}
    </ul>
  );
};

const useOutlookSentence = (project: Project, lot: LotResult): string => {
  const t = useT();
  const names = useNames();
  const outlook = outlookOf(lot);
  switch (outlook.kind) {
    case 'final': return '';
    case 'nothingRanked': return t('evaluation.outlook.nothingRanked');
    case 'pricesOpen': return t('evaluation.outlook.pricesOpen');
    case 'firstPlaceSafe': return t('evaluation.outlook.firstPlaceSafe', { bidders: names(outlook.leaders.map((id) => bidderOf(project, id))), count: outlook.leaders.length });
    case 'firstPlaceOpen': return t('evaluation.outlook.firstPlaceOpen', { bidders: names(outlook.challengers.map((id) => bidderOf(project, id))) });
  }
};

const Provisional = ({ project, lot, onScoreMissing }: StandingNotesProps) => {
  const t = useT();
  const sentence = useOutlookSentence(project, lot);
  const action: ReactNode = lot.missingScores > 0 && <Button variant="primary" icon={PenLine} onPress={onScoreMissing}>{t('evaluation.scoreMissing')}</Button>;
  return (
    <Note tone="warn" title={t('evaluation.provisional')} actions={action}>
      {sentence}
      <MissingList project={project} lot={lot} />
    </Note>
  );
};

/** Who shares a place, with how many points. */
const useTieSentence = (project: Project, lot: LotResult) => {
  const t = useT();
  const format = useFormat();
  const names = useNames();
  return ({ bidIds }: Tie): string => {
    const bid = lot.ranking.find(({ bidId }) => bidId === bidIds[0]);
    const bidders = names(bidIds.map((id) => bidderOf(project, id)));
    const { comparison, total = null } = bid ?? {};
    if (comparison !== undefined && 'figure' in comparison && comparison.figure !== null) return t('evaluation.tie.level', { bidders, figure: format.money(comparison.figure) });
    return t('evaluation.tie.who', { bidders, total: format.number(total ?? '0', { minimumFractionDigits: 2 }) });
  };
};

/** What the law asks for where bids are still equal. */
const TieNext = ({ project, lot, bidId }: Pick<StandingNotesProps, 'project' | 'lot'> & { readonly bidId: string }) => {
  const t = useT();
  const tie = lot.ties?.find(({ groups }) => groups.some((group) => group.includes(bidId)));
  if (tie === undefined || tie.next === 'nothing') return null;
  return <LawText text={t(`evaluation.tie.${tie.next}`, { compared: tie.steps.length, criterion: project.callRules?.tieBreaker ?? '' })} />;
};

/** Equal totals whose places the points of the factors settled, with the factor that did. */
const SettledTies = ({ project, lot }: Pick<StandingNotesProps, 'project' | 'lot'>) => {
  const t = useT();
  const names = useNames();
  const settled = (lot.ties ?? []).filter(({ groups }) => groups.length > 1);
  if (settled.length === 0) return null;
  return (
    <Note title={t('evaluation.tie.settled', { count: settled.length })}>
      <ul className="missing-list">
        {settled.slice(0, MOST_TIES).map(({ groups, steps }) => (
          <li key={groups.flat().join(' ')}>
            <LawText text={t('evaluation.tie.order', {
              bidders: groups.map((group) => names(group.map((id) => bidderOf(project, id)))).join(' › '),
              criteria: names(steps.flatMap(({ criterionIds }) => criterionIds.map((id) => project.awardCriteria[id]?.name ?? ''))),
            })} />
          </li>
        ))}
      </ul>
    </Note>
  );
};

/** Whether the rules the ranking is made by are frozen, and still are what was frozen. */
const FrozenState = ({ project }: Pick<StandingNotesProps, 'project'>) => {
  const t = useT();
  const format = useFormat();
  const freeze = freezeInForce(project);
  const isIntact = useMemo(() => frozenIntact(project), [project]);
  if (freeze === null) return null;
  const title = t('call.freeze.inForce', { freeze: freeze.id, at: format.instant(freeze.at) });
  return isIntact ? <p className="quiet-text">{title} {t('call.frozen.intact')}</p> : <Note tone="bad" title={title}>{t('call.frozen.changed')}</Note>;
};

const Ties = ({ project, lot }: Pick<StandingNotesProps, 'project' | 'lot'>) => {
  const t = useT();
  const sentence = useTieSentence(project, lot);
  const ties = tiesOf(lot);
  const first = ties.find(({ rank }) => rank === 1);
  const lower = ties.filter(({ rank }) => rank !== 1);
  return (
    <>
      {first !== undefined && <Note tone="warn" title={t('evaluation.tie', { rank: 1 })}>{sentence(first)} <TieNext project={project} lot={lot} bidId={first.bidIds[0] ?? ''} /></Note>}
      <SettledTies project={project} lot={lot} />
      {lower.length > 0 && (
        <Note title={t('evaluation.tie.lower', { count: lower.length })}>
          <ul className="missing-list">
            {lower.slice(0, MOST_TIES).map((tie) => <li key={tie.rank}>{t('evaluation.tie', { rank: tie.rank })} {sentence(tie)}</li>)}
            {lower.length > MOST_TIES && <li>{t('evaluation.tie.more', { count: lower.length - MOST_TIES })}</li>}
          </ul>
        </Note>
      )}
    </>
  );
};

/** Weights that do not sum to 100 give points that nobody published; the ranking is shown, but never without saying so. */
const UnbalancedWeights = ({ project }: Pick<StandingNotesProps, 'project'>) => {
  const t = useT();
  const words = useWords();
  const rulePack = useRulePack();
  const problem = useMemo(() => callProblems(project, rulePack).find(({ code }) => code === 'call.weightsNot100'), [project, rulePack]);
  if (problem === undefined) return null;
  return <Note tone="bad" actions={<LinkButton href={callHref(project.id, partOfProblem(problem))}>{t('evaluation.goToCall')}</LinkButton>}>{words.problem(problem)}</Note>;
};

export const StandingNotes = (props: StandingNotesProps) => {
  const t = useT();
  return (
  <>
    <FrozenState project={props.project} />
    <UnbalancedWeights project={props.project} />
    {pricesSealed(props.project, props.lot.lotId) ? <SealedNote actions={<Button onPress={props.onConsensus}>{t('envelope.sealed.goTo')}</Button>} /> : props.lot.provisional && <Provisional {...props} />}
    <Ties project={props.project} lot={props.lot} />
  </>
  );
};
