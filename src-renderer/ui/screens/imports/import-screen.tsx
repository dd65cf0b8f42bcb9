/** Importing a bid register in four steps: file, sheet and header, columns and check, report. */
import { useEffect, useId, useState } from 'react';
import type { Id } from '../../../domain/values';
import { useCaiet, useProject } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useDrawnStore } from '../../context/drawn-store';
import { useT } from '../../context/language';
import { projectHref } from '../../context/routes';
import { Button } from '../../primitives/button';
import { LinkButton } from '../../primitives/link-button';
import { Page } from '../../primitives/page';
import { NoLots } from '../bids/no-lots';
import { CheckStep } from './check-step';
import { FileStep } from './file-step';
import { ImportSteps } from './import-steps';
import { ReportStep } from './report-step';
import { StepHeading } from './step-heading';
import { TableStep } from './table-step';
import { createImportWizard, type ImportWizard } from './wizard';
import { REQUIRED_FIELDS, type WizardState } from './wizard-state';

const useLede = ({ step, session, guess, sheet, check, outcome }: WizardState): string => {
  const t = useT();
  const format = useFormat();
  if (step === 'report' && outcome !== null) return t('imports.lede.report', { file: outcome.record.fileName });
  if (session === null) return t('imports.lede.file');
  const { fileName, size, sheets } = session.info;
  if (step === 'check' && guess !== null) {
    const errors = check?.summary.withErrors ?? 0;
    const values = { file: fileName, sheet: sheets.find((each) => each.index === sheet)?.name ?? '', row: guess.plan.headerRow, errors };
    return t(errors === 0 ? 'imports.lede.check' : 'imports.lede.checkErrors', values);
  }
  return t('imports.lede.open', { file: fileName, size: format.bytes(size) });
};

/** Why the rows cannot be imported yet; null when they can. */
const useObstacle = ({ check, checking, columns }: WizardState): string | null => {
  const t = useT();
  const missing = REQUIRED_FIELDS.find((field) => !Object.values(columns).includes(field));
  if (missing !== undefined) return t('imports.check.missingColumn', { field: t(`imports.field.${missing}`) });
  if (check === null || checking !== null) return t('imports.check.wait');
  return check.summary.accepted === 0 ? t('imports.check.nothing') : null;
};

interface ActionsProps {
  readonly wizard: ImportWizard;
  readonly state: WizardState;
  readonly obstacle: string | null;
  readonly obstacleId: string;
  readonly projectId: Id;
}

const Actions = ({ wizard, state, obstacle, obstacleId, projectId }: ActionsProps) => {
  const t = useT();
  const { step, guess, check, importing } = state;
  if (step === 'report') {
    return (
      <>
        <LinkButton href={projectHref(projectId, 'evaluation')}>{t('imports.report.goEvaluation')}</LinkButton>
        <LinkButton href={projectHref(projectId, 'bids')} variant="primary">{t('imports.report.goBids')}</LinkButton>
      </>
    );
  }
  return (
    <>
      <LinkButton href={projectHref(projectId, 'bids')}>{t('imports.leave')}</LinkButton>
      {step === 'table' ? <Button variant="primary" isDisabled={guess === null} onPress={() => wizard.goTo('check')}>{t('imports.next')}</Button> : null}
      {step === 'check' ? (
        <Button variant="primary" isDisabled={obstacle !== null || importing} {...(obstacle === null ? {} : { describedBy: obstacleId })} onPress={() => void wizard.importNow()}>
          {t('imports.check.import', { count: check?.summary.accepted ?? 0 })}
        </Button>
      ) : null}
    </>
  );
};

/** Without lots there is nothing a row could be a bid for, so the wizard does not begin. */
export const ImportScreen = () => {
  const t = useT();
  const { id, lots } = useProject();
  if (Object.keys(lots).length > 0) return <Wizard projectId={id} />;
  return <Page title={t('imports.title')} lede={t('imports.lede.file')}><NoLots projectId={id} /></Page>;
};

const Wizard = ({ projectId }: { readonly projectId: Id }) => {
  const t = useT();
  const { bids } = useCaiet();
  const [wizard] = useState(() => createImportWizard(bids));
  const state = useDrawnStore(wizard.store);
  const lede = useLede(state);
  const obstacle = useObstacle(state);
  const obstacleId = useId();
  useEffect(() => wizard.reset, [wizard]);

  return (
    <Page
      title={t('imports.title')} lede={lede}
      actions={<Actions wizard={wizard} state={state} obstacle={obstacle} obstacleId={obstacleId} projectId={projectId} />}
    >
      <ImportSteps step={state.step} reachable={state.session !== null} onStep={wizard.goTo} />
      <StepHeading step={state.step} />
      {state.step === 'file' ? <FileStep wizard={wizard} state={state} /> : null}
      {state.step === 'table' ? <TableStep wizard={wizard} state={state} /> : null}
      {state.step === 'check' ? <CheckStep wizard={wizard} state={state} obstacle={obstacle} obstacleId={obstacleId} /> : null}
      {state.step === 'report' ? <ReportStep wizard={wizard} state={state} /> : null}
    </Page>
  );
};
