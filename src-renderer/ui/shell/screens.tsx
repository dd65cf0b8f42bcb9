/** Which screen an address shows. */
import type { ComponentType } from 'react';
import { Route, Switch } from 'wouter';
import { useT } from '../context/language';
import { EXCHANGE, IMPORT_PACKAGE, NEW_PROJECT, PROJECTS, SETTINGS, type ProjectScreen } from '../context/routes';
import { LinkButton } from '../primitives/link-button';
import { Page } from '../primitives/page';
import { BidExamination } from '../screens/admission/bid-examination';
import { ExaminationScreen } from '../screens/admission/examination-screen';
import { BidsScreen } from '../screens/bids/bids-screen';
import { DecisionScreen } from '../screens/decision/decision-screen';
import { DocumentScreen } from '../screens/documents/document-screen';
import { DocumentsScreen } from '../screens/documents/documents-screen';
import { CriteriaPage } from '../screens/call/criteria-page';
import { LotsPage } from '../screens/call/lots-page';
import { ProcedurePage } from '../screens/call/procedure-page';
import { QuestionsPage } from '../screens/call/questions-page';
import { TimelinePage } from '../screens/call/timeline-page';
import { CostImportScreen } from '../screens/costs/cost-import-screen';
import { ConflictsScreen } from '../screens/conflicts/conflicts-screen';
import { ScoreImportScreen } from '../screens/evaluation/sheets/score-import-screen';
import { EvaluationScreen } from '../screens/evaluation/evaluation-screen';
import { ExchangeScreen } from '../screens/exchange/exchange-screen';
import { ImportPackageScreen } from '../screens/exchange/import-package-screen';
import { TargetsScreen } from '../screens/exchange/targets-screen';
import { ImportScreen } from '../screens/imports/import-screen';
import { NeedsScreen } from '../screens/needs/needs-screen';
import { RequirementsScreen } from '../screens/needs/requirements-screen';
import { NeedsImportScreen, RequirementsImportScreen } from '../screens/needs/specification-import-screen';
import { ProjectCardScreen } from '../screens/projects/project-card-screen';
import { ProjectsScreen } from '../screens/projects/projects-screen';
import { ScheduleImportScreen } from '../screens/schedules/schedule-import-screen';
import { SchedulesScreen } from '../screens/schedules/schedules-screen';
import { SettingsScreen } from '../screens/settings/settings-screen';
import { ProjectRoute } from './project-route';

const SCREENS: readonly { readonly path: string; readonly screen: ComponentType }[] = [
  { path: PROJECTS, screen: ProjectsScreen },
  { path: NEW_PROJECT, screen: ProjectsScreen },
  { path: SETTINGS, screen: SettingsScreen },
  { path: IMPORT_PACKAGE, screen: ImportPackageScreen },
  { path: EXCHANGE, screen: TargetsScreen },
];

const OF_PROJECT: readonly { readonly screen: ProjectScreen; readonly shows: ComponentType }[] = [
  { screen: 'needs', shows: NeedsScreen },
  { screen: 'needs/import', shows: NeedsImportScreen },
  { screen: 'specification', shows: RequirementsScreen },
  { screen: 'specification/import', shows: RequirementsImportScreen },
  { screen: 'call', shows: LotsPage },
  { screen: 'call/procedure', shows: ProcedurePage },
  { screen: 'call/criteria', shows: CriteriaPage },
  { screen: 'call/timeline', shows: TimelinePage },
  { screen: 'call/questions', shows: QuestionsPage },
  { screen: 'bids', shows: BidsScreen },
  { screen: 'bids/import', shows: ImportScreen },
  { screen: 'bids/schedules', shows: SchedulesScreen },
  { screen: 'bids/schedules/import', shows: ScheduleImportScreen },
  { screen: 'bids/costs/import', shows: CostImportScreen },
  { screen: 'bids/examination', shows: ExaminationScreen },
  { screen: 'evaluation', shows: EvaluationScreen },
  { screen: 'evaluation/import', shows: ScoreImportScreen },
  { screen: 'decision', shows: DecisionScreen },
  { screen: 'documents', shows: DocumentsScreen },
  { screen: 'exchange', shows: ExchangeScreen },
  { screen: 'conflicts', shows: ConflictsScreen },
  { screen: 'about', shows: ProjectCardScreen },
];

const NotFound = () => {
  const t = useT();
  return (
    <Page title={t('app.notFound.title')} lede={t('app.notFound.body')}>
      <div className="cluster"><LinkButton variant="primary" href={PROJECTS}>{t('app.project.toList')}</LinkButton></div>
    </Page>
  );
};

export const Screens = () => (
  <Switch>
    {SCREENS.map(({ path, screen }) => <Route key={path} path={path} component={screen} />)}
    {OF_PROJECT.map(({ screen, shows: Shows }) => (
      <Route key={screen} path={`/p/:id/${screen}`}>{({ id }) => <ProjectRoute key={id} id={decodeURIComponent(id)}><Shows /></ProjectRoute>}</Route>
    ))}
    <Route path="/p/:id/bids/examination/:bid">
      {({ id, bid }) => <ProjectRoute key={id} id={decodeURIComponent(id)}><BidExamination key={bid} bidId={decodeURIComponent(bid)} /></ProjectRoute>}
    </Route>
    <Route path="/p/:id/documents/:document">
      {({ id, document }) => <ProjectRoute key={id} id={decodeURIComponent(id)}><DocumentScreen key={document} documentId={decodeURIComponent(document)} /></ProjectRoute>}
    </Route>
    <Route><NotFound /></Route>
  </Switch>
);
