/** Deciding: each lot awarded or cancelled and locked, the periods that follow, the sessions on the way there. */
import { useState } from 'react';
import { inOrder } from '../../../domain/position';
import { decisionOf } from '../../../domain/lot-decision';
import type { Id } from '../../../domain/values';
import { useProject } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { projectHref } from '../../context/routes';
import { EmptyState } from '../../primitives/empty-state';
import { LinkButton } from '../../primitives/link-button';
import { Page } from '../../primitives/page';
import { Select } from '../../primitives/select';
import { DeadlinesCard } from './deadlines-card';
import { LotDecisionPart } from './lot-decision-part';
import { SessionsCard } from './sessions-card';

export const DecisionScreen = () => {
  const t = useT();
  const project = useProject();
  const [chosen, setChosen] = useState<Id | null>(null);
  const lots = inOrder(project.lots);
  const lot = lots.find(({ id }) => id === chosen) ?? lots[0];
  if (lot === undefined) {
    return (
      <Page title={t('decision.title')} lede={t('decision.lede')}>
        <EmptyState level={2} title={t('decision.empty.title')} body={<p>{t('decision.empty.text')}</p>} action={<LinkButton variant="primary" href={projectHref(project.id, 'call')}>{t('documents.toCall')}</LinkButton>} />
      </Page>
    );
  }
  const label = (id: Id, number: string): string => t(decisionOf(project, id) === null ? 'decision.lot.open' : 'decision.lot.decided', { number });
  return (
    <Page title={t('decision.title')} lede={t('decision.lede')} actions={<LinkButton href={projectHref(project.id, 'documents')}>{t('decision.documents')}</LinkButton>}>
      {lots.length === 1 ? null : <div className="lot-select"><Select label={t('decision.lots')} value={lot.id} options={lots.map(({ id, number }) => ({ id, label: label(id, number) }))} onChange={setChosen} /></div>}
      <LotDecisionPart key={lot.id} lot={lot} />
      <DeadlinesCard />
      <SessionsCard />
    </Page>
  );
};
