/** All projects of this computer: find one, begin one, put one away. */
import { PackageCheck, Plus } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useCaiet, useWorkspace } from '../../context/caiet-context';
import { useT, useTranslator } from '../../context/language';
import type { ProjectSummary } from '../../../domain/ports/project-store';
import { IMPORT_PACKAGE, NEW_PROJECT, projectHref, PROJECTS } from '../../context/routes';
import { useRun } from '../../context/run';
import { Button } from '../../primitives/button';
import { EmptyState } from '../../primitives/empty-state';
import { useFocusKept } from '../../primitives/focus-kept';
import { LinkButton } from '../../primitives/link-button';
import { Page } from '../../primitives/page';
import { ProgressBar } from '../../primitives/progress-bar';
import { SearchField } from '../../primitives/search-field';
import { Segmented } from '../../primitives/segmented';
import { Select } from '../../primitives/select';
import { useExport } from '../exchange/export-card';
import { listProjects, ORDERS, SHELVES, type Order, type Shelf } from './list-order';
import { ProjectsTable } from './projects-table';
import { TitleDialog } from './title-dialog';

const useStartProject = () => {
  const run = useRun();
  const { projects } = useCaiet();
  const [, navigate] = useLocation();
  return {
    create: (title: string): void => run(async () => navigate(projectHref(await projects.create({ title })))),
    openDemo: (): void => run(async () => navigate(projectHref(await projects.openDemo()))),
    openFinished: (): void => run(async () => navigate(projectHref(await projects.openFinishedDemo(), 'decision'))),
  };
};

/** Before the first project: says what a project is, and offers the demo first because nothing can go wrong there. */
const FirstTime = ({ onDemo, onFinished, onNew }: { readonly onDemo: () => void; readonly onFinished: () => void; readonly onNew: () => void }) => {
  const t = useT();
  return (
    <div className="card">
      <EmptyState
        level={2} title={t('projects.empty.title')} body={<><p>{t('projects.empty.body')}</p><p>{t('projects.empty.steps')}</p></>}
        action={(
          <>
            <Button variant="primary" onPress={onDemo}>{t('projects.openDemo')}</Button>
            <Button onPress={onFinished}>{t('projects.openFinishedDemo')}</Button>
            <Button icon={Plus} onPress={onNew}>{t('projects.new')}</Button>
            <LinkButton variant="quiet" href={IMPORT_PACKAGE}>{t('projects.importPackage')}</LinkButton>
          </>
        )}
      />
    </div>
  );
};

const Nothing = ({ shelf, query, onClear }: { readonly shelf: Shelf; readonly query: string; readonly onClear: () => void }) => {
  const t = useT();
  if (query.trim() !== '') {
    return <EmptyState level={2} title={t('projects.nothingFound.title')} body={t('projects.nothingFound.body')} action={<Button onPress={onClear}>{t('projects.nothingFound.clear')}</Button>} />;
  }
  if (shelf === 'archived') return <EmptyState level={2} title={t('projects.emptyArchive.title')} body={t('projects.emptyArchive.body')} />;
  if (shelf === 'bin') return <EmptyState level={2} title={t('projects.emptyBin.title')} body={t('projects.emptyBin.body')} />;
  return <EmptyState level={2} title={t('projects.emptyActive.title')} body={t('projects.emptyActive.body')} />;
};

/** The whole projects of the list as one package, as a competence centre or a new computer wants them. Received sheets go back one by one. */
const ListExport = ({ shown }: { readonly shown: readonly ProjectSummary[] }) => {
  const t = useT();
  const ids = shown.filter(({ isSheet }) => isSheet !== true).map(({ id }) => id);
  const { exchange } = useCaiet();
  const { busy, fraction, start, stop } = useExport((watched) => exchange.exportPackage(ids, watched));
  if (ids.length === 0) return null;
  return busy
    ? <div className="list-tools"><ProgressBar label={t('projects.exporting', { count: ids.length })} fraction={fraction} onCancel={stop} /></div>
    : <div className="list-tools"><Button icon={PackageCheck} variant="quiet" onPress={start}>{t('projects.exportList', { count: ids.length })}</Button></div>;
};

const ProjectList = () => {
  const { t, tag } = useTranslator();
  const summaries = useWorkspace((state) => state.summaries);
  const [shelf, setShelf] = useState<Shelf>('active');
  const [order, setOrder] = useState<Order>('recent');
  const [query, setQuery] = useState('');
  const sought = useDeferredValue(query);
  const shown = useMemo(() => listProjects(summaries, { shelf, order, query: sought, tag }), [summaries, shelf, order, sought, tag]);
  // The last project of a shelf takes its row and its menu along when it leaves.
  const list = useFocusKept<HTMLElement>(shown.length);
  return (
    <section className="card" aria-label={t('projects.list')} ref={list} tabIndex={-1}>
      <div className="list-tools">
        <SearchField label={t('projects.search')} value={query} onChange={setQuery} />
        <Segmented label={t('projects.show')} value={shelf} options={SHELVES.map((id) => ({ id, label: t(`projects.show.${id}`) }))} onChange={setShelf} />
        <Select label={t('projects.sort')} labelHidden value={order} options={ORDERS.map((id) => ({ id, label: t(`projects.sort.${id}`) }))} onChange={setOrder} />
        <output className="faint list-count">{t('projects.count', { count: shown.length })}</output>
      </div>
      {shown.length === 0 ? <Nothing shelf={shelf} query={query} onClear={() => setQuery('')} /> : <><ProjectsTable shown={shown} /><ListExport shown={shown} /></>}
    </section>
  );
};

export const ProjectsScreen = () => {
  const t = useT();
  const [location, navigate] = useLocation();
  const hasProjects = useWorkspace((state) => state.summaries.length > 0);
  const [wasAsked, setAsked] = useState(false);
  const { create, openDemo, openFinished } = useStartProject();
  const close = (): void => {
    setAsked(false);
    if (location === NEW_PROJECT) navigate(PROJECTS, { replace: true });
  };
  const actions = (
    <>
      <Button variant="quiet" onPress={openDemo}>{t('projects.openDemo')}</Button>
      <Button variant="quiet" onPress={openFinished}>{t('projects.openFinishedDemo')}</Button>
      <LinkButton href={IMPORT_PACKAGE}>{t('projects.importPackage')}</LinkButton>
      <Button variant="primary" icon={Plus} onPress={() => setAsked(true)}>{t('projects.new')}</Button>
    </>
  );
  return (
    <Page title={t('projects.title')} lede={t('projects.lede')} actions={hasProjects ? actions : undefined}>
      {hasProjects ? <ProjectList /> : <FirstTime onDemo={openDemo} onFinished={openFinished} onNew={() => setAsked(true)} />}
      {wasAsked || location === NEW_PROJECT ? (
        <TitleDialog heading={t('projects.create.title')} submitLabel={t('projects.create.submit')} description={t('projects.create.description')} initial="" onClose={close} onSubmit={create} />
      ) : null}
    </Page>
  );
};
