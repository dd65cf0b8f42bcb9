/** Everything the commission records about one bid between opening and decision. */
import { ArrowLeft } from 'lucide-react';
import { useMemo } from 'react';
import { admissionProblems } from '../../../domain/admissibility/admission-problems';
import { decisionOf } from '../../../domain/lot-decision';
import type { Id } from '../../../domain/values';
import { useProject } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { projectHref } from '../../context/routes';
import { useRulePack } from '../../context/rule-pack';
import { useWords } from '../../context/words';
import { EmptyState } from '../../primitives/empty-state';
import { LinkButton } from '../../primitives/link-button';
import { Note } from '../../primitives/note';
import { Page } from '../../primitives/page';
import { ConditionsCard } from './conditions-card';
import { PriceCard } from './price-card';
import { QuestionsCard } from './questions-card';
import { ResponsesCard } from './responses-card';
import { VerdictCard } from './verdict-card';

export const BidExamination = ({ bidId }: { readonly bidId: Id }) => {
  const t = useT();
  const words = useWords();
  const project = useProject();
  const rulePack = useRulePack();
  const problems = useMemo(() => admissionProblems(project, rulePack).filter(({ pointer }) => pointer?.startsWith(`/bids/${bidId}/`)), [project, rulePack, bidId]);
  const bid = project.bids[bidId];
  const lot = bid === undefined ? undefined : project.lots[bid.lotId];
  const back = <LinkButton href={projectHref(project.id, 'bids/examination')} icon={ArrowLeft}>{t('admission.back')}</LinkButton>;
  if (bid === undefined) return <Page title={t('admission.title')}><EmptyState level={2} title={t('admission.gone.title')} body={<p>{t('admission.gone.text')}</p>} action={back} /></Page>;
  const name = project.bidders[bid.bidderId]?.name ?? '';
  const lots = lot === undefined ? '' : t('admission.lot', { number: lot.number, title: lot.title });
  return (
    <Page title={name.trim() === '' ? t('bids.unnamed') : name} lede={lots} actions={back}>
      {decisionOf(project, bid.lotId) === null ? null : <Note tone="info">{words.problem({ severity: 'info', code: 'decision.locked', data: { lot: lot?.number ?? '' } })}</Note>}
      {problems.map((problem) => <Note key={`${problem.code} ${problem.pointer ?? ''}`} tone="warn">{words.problem(problem)}</Note>)}
      <VerdictCard bid={bid} />
      <PriceCard project={project} bid={bid} />
      <QuestionsCard project={project} bid={bid} problems={problems} />
      <ConditionsCard project={project} bid={bid} />
      <ResponsesCard project={project} bid={bid} />
    </Page>
  );
};
