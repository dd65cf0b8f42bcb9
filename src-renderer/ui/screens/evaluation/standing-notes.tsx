/** How firm the ranking is, in plain words: what is missing, what may still change, who is tied and what follows. */
import { PenLine } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LotResult, MissingReason, RankedBid } from '../../../domain/evaluation/result';
import type { Project } from '../../../domain/project';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { Button } from '../../primitives/button';
import { Note } from '../../primitives/note';
import { outlookOf, tiesOf } from './outlook';
import { bidderOf } from './ranking-rows';
import { useNames } from './use-names';

export interface StandingNotesProps {
  readonly project: Project;
  readonly lot: LotResult;
  /** Leads to the first missing score. */
  readonly onScoreMissing: () => void;
}

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

export const StandingNotes = ({ project, lot, onScoreMissing }: StandingNotesProps) => {
  const t = useT();
  const format = useFormat();
  const names = useNames();
  const totalOf = (bidId: string | undefined): string => lot.ranking.find((bid) => bid.bidId === bidId)?.total ?? '0';
  return (
    <>
      {lot.provisional && <Provisional project={project} lot={lot} onScoreMissing={onScoreMissing} />}
      {tiesOf(lot).map(({ rank, bidIds }) => (
        <Note key={rank} tone={rank === 1 ? 'warn' : 'info'} title={t('evaluation.tie', { rank })}>
          {t('evaluation.tie.who', { bidders: names(bidIds.map((id) => bidderOf(project, id))), total: format.number(totalOf(bidIds[0]), { minimumFractionDigits: 2 }) })}{' '}
          {rank === 1 && t('evaluation.tie.law')}
        </Note>
      ))}
    </>
  );
};
