/** Importing price schedules: whose they are, then the same steps as for a bid register. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ScheduleTarget } from '../../../app/caiet';
import { inOrder } from '../../../domain/position';
import { callLock } from '../../../domain/call-guard';
import type { Project } from '../../../domain/project';
import { useCaiet, useProject } from '../../context/caiet-context';
import { useDrawnStore } from '../../context/drawn-store';
import { useT } from '../../context/language';
import { projectHref } from '../../context/routes';
import { LinkButton } from '../../primitives/link-button';
import { Page } from '../../primitives/page';
import { NoLots } from '../bids/no-lots';
import { TableImportPage } from '../imports/table-import-page';
import { createImportWizard } from '../imports/wizard';
import type { WizardState } from '../imports/wizard-state';

interface TargetChoice {
  readonly id: string;
  readonly target: ScheduleTarget;
}

interface TargetOption extends TargetChoice {
  readonly label: string;
}

const useTargets = (project: Project): readonly TargetOption[] => {
  const t = useT();
  const lots = inOrder(project.lots);
  const numberOf = (lotId: string): string => project.lots[lotId]?.number ?? '';
  return [
    { id: 'byBidder', label: t('schedules.target.byBidder'), target: { kind: 'byBidder' } },
    ...Object.values(project.bids).filter(({ status }) => status === 'valid')
      .map(({ id, bidderId, lotId }): TargetOption => ({ id: `bid ${id}`, label: t('schedules.target.bid', { bidder: project.bidders[bidderId]?.name ?? '', number: numberOf(lotId) }), target: { kind: 'bid', bidId: id } })),
    ...lots.map(({ id, number }): TargetOption => ({ id: `lot ${id}`, label: t('schedules.target.lot', { number }), target: { kind: 'lot', lotId: id } })),
  ];
};

/** Why the lines cannot be imported yet; null when they can. */
const useObstacle = ({ check, checking, columns }: WizardState, target: ScheduleTarget, refusal: string | undefined): string | null => {
  const t = useT();
  if (refusal !== undefined) return refusal;
  const fields = Object.values(columns);
  if (!fields.includes('item') && !fields.includes('description')) return t('schedules.import.noItem');
  if (target.kind !== 'lot' && !fields.includes('unitPrice') && !fields.includes('total')) return t('schedules.import.noPrice');
  if (target.kind === 'byBidder' && !fields.includes('bidder')) return t('schedules.import.noBidder');
  if (check === null || checking !== null) return t('imports.check.wait');
  return check.summary.accepted === 0 ? t('imports.check.nothing') : null;
};

const Wizard = ({ project }: { readonly project: Project }) => {
  const t = useT();
  const { schedules } = useCaiet();
  const targets = useTargets(project);
  // A store, because the wizard asks for the choice when the rows are stored, not when it is made.
  const [choice] = useState(() => createStore<TargetChoice>(() => ({ id: 'byBidder', target: { kind: 'byBidder' } })));
  const { id: chosen, target } = useStore(choice);
  const choose = (id: string): void => choice.setState({ id, target: targets.find((each) => each.id === id)?.target ?? { kind: 'byBidder' } });
  const [wizard] = useState(() => createImportWizard(schedules.importing(() => choice.getState().target)));
  const state = useDrawnStore(wizard.store);
  // The buyer's own list belongs to the lot, which a frozen call holds.
  const refusal = target.kind === 'lot' && callLock(project) !== null ? t('schedules.import.frozen') : undefined;
  const obstacle = useObstacle(state, target, refusal);
  useEffect(() => wizard.reset, [wizard]);
  const href = projectHref(project.id, 'bids/schedules');
  return (
    <TableImportPage
      title={t('schedules.import.title')} lede={t('schedules.import.lede')} href={href} wizard={wizard} state={state} obstacle={obstacle}
      target={{ label: t('schedules.target'), value: chosen, options: targets.map(({ id, label }) => ({ id, label })), onChange: choose, ...(refusal === undefined ? {} : { error: refusal }) }}
      report={{
        done: (count) => t('schedules.import.done', { count }), undone: t('schedules.import.undone'),
        goOn: <LinkButton variant="primary" href={href}>{t('schedules.import.compare')}</LinkButton>,
      }}
    />
  );
};

export const ScheduleImportScreen = () => {
  const t = useT();
  const project = useProject();
  if (Object.keys(project.lots).length > 0) return <Wizard project={project} />;
  return <Page title={t('schedules.import.title')} lede={t('schedules.import.lede')}><NoLots projectId={project.id} /></Page>;
};
