/** Importing price schedules: whose they are, then the same steps as for a bid register. */
import { Undo2 } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ScheduleTarget } from '../../../app/caiet';
import { inOrder } from '../../../domain/position';
import type { Project } from '../../../domain/project';
import { useCaiet, useProject } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { projectHref } from '../../context/routes';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { LinkButton } from '../../primitives/link-button';
import { Note } from '../../primitives/note';
import { Page } from '../../primitives/page';
import { Select } from '../../primitives/select';
import { NoLots } from '../bids/no-lots';
import { CheckStep } from '../imports/check-step';
import { FileStep } from '../imports/file-step';
import { ImportSteps } from '../imports/import-steps';
import { ReportParts } from '../imports/report-step';
import { StepHeading } from '../imports/step-heading';
import { TableStep } from '../imports/table-step';
import { createImportWizard, type ImportWizard } from '../imports/wizard';
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
const useObstacle = ({ check, checking, columns }: WizardState, target: ScheduleTarget): string | null => {
  const t = useT();
  const fields = Object.values(columns);
  if (!fields.includes('item') && !fields.includes('description')) return t('schedules.import.noItem');
  if (target.kind !== 'lot' && !fields.includes('unitPrice') && !fields.includes('total')) return t('schedules.import.noPrice');
  if (target.kind === 'byBidder' && !fields.includes('bidder')) return t('schedules.import.noBidder');
  if (check === null || checking !== null) return t('imports.check.wait');
  return check.summary.accepted === 0 ? t('imports.check.nothing') : null;
};

const Report = ({ wizard, state, href }: { readonly wizard: ImportWizard; readonly state: WizardState; readonly href: string }) => {
  const t = useT();
  const { outcome } = state;
  if (outcome === null) return null;
  const again = <Button onPress={wizard.reset}>{t('imports.report.another')}</Button>;
  return outcome.undone === null ? (
    <Note
      tone="ok" live title={t('schedules.import.done', { count: outcome.record.rowsAccepted })}
      actions={<><LinkButton variant="primary" href={href}>{t('schedules.import.compare')}</LinkButton>{again}<Button icon={Undo2} onPress={wizard.undoImport}>{t('imports.report.undo')}</Button></>}
    >
      {t('schedules.import.outside', { count: outcome.outside.length })}
    </Note>
  ) : <Note tone="info" live title={t('imports.report.undone')} actions={again}>{t('schedules.import.undone')}</Note>;
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
  const state = useStore(wizard.store);
  const obstacle = useObstacle(state, target);
  const obstacleId = useId();
  useEffect(() => wizard.reset, [wizard]);
  const href = projectHref(project.id, 'bids/schedules');
  const { step } = state;
  return (
    <Page
      title={t('schedules.import.title')} lede={t('schedules.import.lede')}
      actions={
        <>
          {step === 'report' ? null : <LinkButton href={href}>{t('imports.leave')}</LinkButton>}
          {step === 'table' ? <Button variant="primary" isDisabled={state.guess === null} onPress={() => wizard.goTo('check')}>{t('imports.next')}</Button> : null}
          {step === 'check' ? (
            <Button variant="primary" isDisabled={obstacle !== null || state.importing} {...(obstacle === null ? {} : { describedBy: obstacleId })} onPress={() => void wizard.importNow()}>
              {t('imports.check.import', { count: state.check?.summary.accepted ?? 0 })}
            </Button>
          ) : null}
        </>
      }
    >
      <ImportSteps step={step} reachable={state.session !== null} onStep={wizard.goTo} />
      <StepHeading step={step} />
      {step === 'report' ? null : (
        <Card title={t('schedules.target')}>
          <Select label={t('schedules.target')} labelHidden value={chosen} options={targets.map(({ id, label }) => ({ id, label }))} onChange={choose} />
        </Card>
      )}
      {step === 'file' ? <FileStep wizard={wizard} state={state} /> : null}
      {step === 'table' ? <TableStep wizard={wizard} state={state} /> : null}
      {step === 'check' ? <CheckStep wizard={wizard} state={state} obstacle={obstacle} obstacleId={obstacleId} /> : null}
      {step === 'report' ? <Report wizard={wizard} state={state} href={href} /> : null}
      {step === 'report' ? <ReportParts state={state} /> : null}
    </Page>
  );
};

export const ScheduleImportScreen = () => {
  const t = useT();
  const project = useProject();
  if (Object.keys(project.lots).length > 0) return <Wizard project={project} />;
  return <Page title={t('schedules.import.title')} lede={t('schedules.import.lede')}><NoLots projectId={project.id} /></Page>;
};
