/** The frame of every import but that of bids: whose the rows are, where that is a question, then the same steps as for a bid register. */
import { Undo2 } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useT } from '../../context/language';
import { useRun } from '../../context/run';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { LinkButton } from '../../primitives/link-button';
import { Note } from '../../primitives/note';
import { Page } from '../../primitives/page';
import { Select, type SelectOption } from '../../primitives/select';
import { CheckStep } from './check-step';
import { FileStep } from './file-step';
import { ImportSteps } from './import-steps';
import { ReportParts } from './report-step';
import { StepHeading } from './step-heading';
import { TableStep } from './table-step';
import type { ImportWizard } from './wizard';
import type { WizardState } from './wizard-state';

export interface TableImportPageProps {
  readonly title: string;
  readonly lede: string;
  /** Where the way out leads. */
  readonly href: string;
  readonly wizard: ImportWizard;
  readonly state: WizardState;
  /** Why the rows cannot be imported yet; null when they can. */
  readonly obstacle: string | null;
  readonly target?: { readonly label: string; readonly value: string; readonly options: readonly SelectOption[]; readonly onChange: (id: string) => void; readonly error?: string };
  /** What the act that takes the rows in is called; of how many rows, when left out. */
  readonly confirm?: string;
  /** Stands above the check of the rows. */
  readonly beside?: ReactNode;
  /** What is said when it is done or taken back, and where to go on. */
  readonly report: { readonly done: (count: number) => string; readonly undone: string; readonly goOn: ReactNode; readonly more?: string };
}

const Report = ({ wizard, state, report }: Pick<TableImportPageProps, 'wizard' | 'state' | 'report'>) => {
  const t = useT();
  const run = useRun();
  const { outcome } = state;
  if (outcome === null) return null;
  const again = <Button onPress={wizard.reset}>{t('imports.report.another')}</Button>;
  return outcome.undone === null ? (
    <Note
      tone="ok" live title={report.done(outcome.record.rowsAccepted)}
      actions={<>{report.goOn}{again}<Button icon={Undo2} onPress={() => run(wizard.undoImport)}>{t('imports.report.undo')}</Button></>}
    >
      {t('schedules.import.outside', { count: outcome.outside.length })}{report.more === undefined ? null : ` ${report.more}`}
    </Note>
  ) : <Note tone="info" live title={t('imports.report.undone')} actions={again}>{report.undone}</Note>;
};

export const TableImportPage = ({ title, lede, href, wizard, state, obstacle, target, confirm, beside = null, report }: TableImportPageProps) => {
  const t = useT();
  const obstacleId = useId();
  const { step } = state;
  return (
    <Page
      title={title} lede={lede}
      actions={
        <>
          {step === 'report' ? null : <LinkButton href={href}>{t('imports.leave')}</LinkButton>}
          {step === 'table' ? <Button variant="primary" isDisabled={state.guess === null} onPress={() => wizard.goTo('check')}>{t('imports.next')}</Button> : null}
          {step === 'check' ? (
            <Button variant="primary" isDisabled={obstacle !== null || state.importing} {...(obstacle === null ? {} : { describedBy: obstacleId })} onPress={() => void wizard.importNow()}>
              {confirm ?? t('imports.check.import', { count: state.check?.summary.accepted ?? 0 })}
            </Button>
          ) : null}
        </>
      }
    >
      <ImportSteps step={step} reachable={state.session !== null} onStep={wizard.goTo} />
      <StepHeading step={step} />
      {step === 'report' || target === undefined ? null : <Card title={target.label}><Select label={target.label} labelHidden error={target.error} value={target.value} options={target.options} onChange={target.onChange} /></Card>}
      {step === 'file' ? <FileStep wizard={wizard} state={state} /> : null}
      {step === 'table' ? <TableStep wizard={wizard} state={state} /> : null}
      {step === 'check' ? beside : null}
      {step === 'check' ? <CheckStep wizard={wizard} state={state} obstacle={obstacle} obstacleId={obstacleId} /> : null}
      {step === 'report' ? <Report wizard={wizard} state={state} report={report} /> : null}
      {step === 'report' ? <ReportParts state={state} /> : null}
    </Page>
  );
};
