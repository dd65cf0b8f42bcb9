/** Importing the life-cycle costs of bids: whose they are, then the same steps as for a bid register. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { CostTarget } from '../../../app/caiet';
import { asksForCosts, costsAsked } from '../../../domain/cost-items';
import type { Project } from '../../../domain/project';
import { useCaiet, useProject } from '../../context/caiet-context';
import { useDrawnStore } from '../../context/drawn-store';
import { useT } from '../../context/language';
import { callHref, projectHref } from '../../context/routes';
import { EmptyState } from '../../primitives/empty-state';
import { LinkButton } from '../../primitives/link-button';
import { Page } from '../../primitives/page';
import { TableImportPage } from '../imports/table-import-page';
import { createImportWizard } from '../imports/wizard';
import type { WizardState } from '../imports/wizard-state';

interface TargetChoice {
  readonly id: string;
  readonly target: CostTarget;
}

const BY_BIDDER: TargetChoice = { id: 'byBidder', target: { kind: 'byBidder' } };

/** Only bids of lots that are asked for costs. */
const useTargets = (project: Project): readonly (TargetChoice & { readonly label: string })[] => {
  const t = useT();
  return [
    { ...BY_BIDDER, label: t('schedules.target.byBidder') },
    ...Object.values(project.bids).filter(({ status, lotId }) => status === 'valid' && costsAsked(project, lotId).length > 0).map(({ id, bidderId, lotId }) => ({
      id, target: { kind: 'bid' as const, bidId: id },
      label: t('schedules.target.bid', { bidder: project.bidders[bidderId]?.name ?? '', number: project.lots[lotId]?.number ?? '' }),
    })),
  ];
};

/** Why the costs cannot be imported yet; null when they can. */
const useObstacle = ({ check, checking, columns }: WizardState, target: CostTarget): string | null => {
  const t = useT();
  const fields = Object.values(columns);
  if (!fields.includes('cost')) return t('costs.import.noCost');
  if (!fields.includes('amount')) return t('costs.import.noAmount');
  if (target.kind === 'byBidder' && !fields.includes('bidder')) return t('costs.import.noBidder');
  if (check === null || checking !== null) return t('imports.check.wait');
  return check.summary.accepted === 0 ? t('imports.check.nothing') : null;
};

const Wizard = ({ project }: { readonly project: Project }) => {
  const t = useT();
  const { costs } = useCaiet();
  const targets = useTargets(project);
  // A store, because the wizard asks for the choice when the rows are stored, not when it is made.
  const [choice] = useState(() => createStore<TargetChoice>(() => BY_BIDDER));
  const { id: chosen, target } = useStore(choice);
  const choose = (id: string): void => choice.setState({ id, target: targets.find((each) => each.id === id)?.target ?? BY_BIDDER.target });
  const [wizard] = useState(() => createImportWizard(costs.importing(() => choice.getState().target)));
  const state = useDrawnStore(wizard.store);
  const obstacle = useObstacle(state, target);
  useEffect(() => wizard.reset, [wizard]);
  return (
    <TableImportPage
      title={t('costs.import.title')} lede={t('costs.import.lede')} href={projectHref(project.id, 'bids')} wizard={wizard} state={state} obstacle={obstacle}
      target={{ label: t('costs.target'), value: chosen, options: targets.map(({ id, label }) => ({ id, label })), onChange: choose }}
      report={{
        done: (count) => t('costs.import.done', { count }), undone: t('costs.import.undone'),
        goOn: <LinkButton variant="primary" href={projectHref(project.id, 'evaluation')}>{t('imports.report.goEvaluation')}</LinkButton>,
      }}
    />
  );
};

export const CostImportScreen = () => {
  const t = useT();
  const project = useProject();
  if (asksForCosts(project)) return <Wizard project={project} />;
  return (
    <Page title={t('costs.import.title')} lede={t('costs.import.lede')}>
      <EmptyState title={t('costs.import.none')} body={<p>{t('costs.import.none.body')}</p>} action={<LinkButton variant="primary" href={callHref(project.id, 'criteria')}>{t('costs.import.toCriteria')}</LinkButton>} />
    </Page>
  );
};
