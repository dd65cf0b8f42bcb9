/** Scores out of any table: the steps of every import, and beside the check what would come onto whose sheet. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ScoresCheck } from '../../../../app/rows-to-scores';
import { scoresBids } from '../../../../domain/commission';
import { handoutsOf } from '../../../../domain/handout';
import { inOrder } from '../../../../domain/position';
import type { Project } from '../../../../domain/project';
import type { Id } from '../../../../domain/values';
import { useCaiet, useProject } from '../../../context/caiet-context';
import { useDrawnStore } from '../../../context/drawn-store';
import { useT } from '../../../context/language';
import { projectHref } from '../../../context/routes';
import { EmptyState } from '../../../primitives/empty-state';
import { LinkButton } from '../../../primitives/link-button';
import { Page } from '../../../primitives/page';
import { TableImportPage } from '../../imports/table-import-page';
import { createImportWizard } from '../../imports/wizard';
import type { WizardState } from '../../imports/wizard-state';
import { ScoresCheckCard } from './scores-check-card';

const BY_TABLE = 'byTable';

/** The dry run of the last check of rows; null while there is none. */
const useScoresCheck = (project: Project, { session, check, checking }: WizardState, evaluator: Id | null): ScoresCheck | null => {
  const { scoreTables } = useCaiet();
  const [found, setFound] = useState<{ readonly key: string; readonly check: ScoresCheck } | null>(null);
  const key = check === null ? '' : `${check.version} ${evaluator ?? ''}`;
  useEffect(() => {
    if (session === null || key === '' || checking !== null) return undefined;
    let isAsked = true;
    // A file put away meanwhile has nothing to say.
    void scoreTables.check(session, evaluator).then((answer) => { if (isAsked) setFound({ key, check: answer }); }, () => undefined);
    return () => { isAsked = false; };
  }, [scoreTables, session, key, checking, evaluator, project]);
  return found?.key === key ? found.check : null;
};

/** Why the scores cannot be taken in yet; null when they can. */
const useObstacle = ({ check, checking }: WizardState, scores: ScoresCheck | null): string | null => {
  const t = useT();
  if (check === null || checking !== null || scores === null) return t('imports.check.wait');
  if (check.summary.withErrors > 0) return t('scores.import.errors', { count: check.summary.withErrors });
  if (scores.problems.some(({ severity }) => severity === 'error')) return t('scores.import.refused');
  return scores.next === null ? t('sheets.check.same') : null;
};

const Wizard = ({ project }: { readonly project: Project }) => {
  const t = useT();
  const { scoreTables } = useCaiet();
  // A store, because the wizard asks for the choice when the scores are stored, not when it is made.
  const [choice] = useState(() => createStore<{ readonly id: Id | null }>(() => ({ id: null })));
  const { id: evaluator } = useStore(choice);
  const [wizard] = useState(() => createImportWizard(scoreTables.importing(() => choice.getState().id)));
  const state = useDrawnStore(wizard.store);
  const scores = useScoresCheck(project, state, evaluator);
  const obstacle = useObstacle(state, scores);
  useEffect(() => wizard.reset, [wizard]);
  const people = inOrder(project.evaluators).filter((person) => scoresBids(person) && handoutsOf(project, person.id).length > 0);
  return (
    <TableImportPage
      title={t('scores.import.title')} lede={t('scores.import.lede')} href={projectHref(project.id, 'evaluation')} wizard={wizard} state={state} obstacle={obstacle}
      target={{
        label: t('scores.target'), value: evaluator ?? BY_TABLE, onChange: (id) => choice.setState({ id: id === BY_TABLE ? null : id }),
        options: [{ id: BY_TABLE, label: t('scores.target.byTable') }, ...people.map(({ id, name }) => ({ id, label: t('scores.target.of', { name }) }))],
      }}
      confirm={t('scores.import.confirm', { count: scores?.scores ?? 0 })}
      beside={scores === null ? null : <ScoresCheckCard check={scores} />}
      report={{
        done: (count) => t('scores.import.done', { count }), undone: t('scores.import.undone'),
        goOn: <LinkButton variant="primary" href={projectHref(project.id, 'evaluation')}>{t('imports.report.goEvaluation')}</LinkButton>,
      }}
    />
  );
};

/** Only somebody who was handed a sheet can give scores, so without one the wizard does not begin. */
export const ScoreImportScreen = () => {
  const t = useT();
  const project = useProject();
  if (Object.keys(project.handouts ?? {}).length > 0) return <Wizard project={project} />;
  return (
    <Page title={t('scores.import.title')} lede={t('scores.import.lede')}>
      <EmptyState title={t('scores.import.none')} body={<p>{t('scores.import.none.body')}</p>} action={<LinkButton variant="primary" href={projectHref(project.id, 'evaluation')}>{t('imports.report.goEvaluation')}</LinkButton>} />
    </Page>
  );
};
