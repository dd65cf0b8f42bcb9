/** The authority's needs, the first stage: what does not work today and what should be otherwise. */
import { FileSpreadsheet, Plus, Upload } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Need } from '../../../domain/need';
import { inOrder } from '../../../domain/position';
import type { Project } from '../../../domain/project';
import type { Requirement } from '../../../domain/requirement';
import { needProblems } from '../../../domain/specification-problems';
import type { Id } from '../../../domain/values';
import { useCaiet, useProject } from '../../context/caiet-context';
import { fieldRemarks } from '../../context/field-remarks';
import { useT } from '../../context/language';
import { projectHref } from '../../context/routes';
import { useSoughtRecord } from '../../context/sought-record';
import { useWords } from '../../context/words';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { EmptyState } from '../../primitives/empty-state';
import { HelpTip } from '../../primitives/help-tip';
import { LinkButton } from '../../primitives/link-button';
import { Page } from '../../primitives/page';
import { SearchField } from '../../primitives/search-field';
import { Select } from '../../primitives/select';
import { ImportsCard } from '../imports/imports-card';
import { EVERY_NEED, NEED_SORTS, problemsByRecord, shownNeeds } from './list-rows';
import { NeedRow } from './need-row';
import { RecordList } from './record-list';
import { useForm } from '../exchange/use-form';

const answersByNeed = ({ requirements = {} }: Project): ReadonlyMap<Id, readonly Requirement[]> => {
  const byNeed = new Map<Id, Requirement[]>();
  for (const each of inOrder(requirements)) if (each.needId !== null) byNeed.set(each.needId, [...byNeed.get(each.needId) ?? [], each]);
  return byNeed;
};

const NO_ANSWERS: readonly Requirement[] = [];

interface ListProps {
  readonly project: Project;
  readonly needs: readonly Need[];
  readonly added: Id | null;
  readonly onLeave: () => void;
  readonly onAdd: () => void;
}

const List = ({ project, needs, added, onLeave, onAdd }: ListProps) => {
  const t = useT();
  const words = useWords();
  const caiet = useCaiet();
  const [filter, setFilter] = useState(EVERY_NEED);
  const { sought } = useSoughtRecord();
  // No filter may hide a need that is asked for or was just added.
  if ((sought !== null || added !== null) && filter.query !== '') setFilter(EVERY_NEED);
  const settled = useDeferredValue(filter);
  const rows = useMemo(() => shownNeeds(needs, settled), [needs, settled]);
  const answers = useMemo(() => answersByNeed(project), [project]);
  const problemsOf = useMemo(() => problemsByRecord(needProblems(project), 'needs'), [project]);
  const ids = useMemo(() => rows.map(({ item }) => item.id), [rows]);
  const inOwnOrder = settled.sort === 'list' && rows.length === needs.length;
  const record = (index: number) => {
    const row = rows[index];
    if (row === undefined) return null;
    const { item: need, number } = row;
    const own = problemsOf(need.id);
    return (
      <NeedRow
        projectId={project.id} need={need} number={number} answers={answers.get(need.id) ?? NO_ANSWERS}
        problems={own} remarks={fieldRemarks(own, `/needs/${need.id}`, words.problem)}
        isNew={need.id === added} onLeave={onLeave} move={inOwnOrder ? { count: needs.length, onMove: (to) => caiet.needs.moveNeed(need.id, to) } : null}
      />
    );
  };
  return (
    <Card
      title={t('needs.list')}
      aside={<><HelpTip label={t('needs.title')}><p>{t('needs.help')}</p></HelpTip><Button icon={Plus} onPress={onAdd}>{t('needs.add')}</Button></>}
    >
      <div className="bids-toolbar">
        <SearchField label={t('needs.search')} value={filter.query} onChange={(query) => setFilter({ ...filter, query })} />
        <Select label={t('needs.sort')} labelHidden value={filter.sort} options={NEED_SORTS.map((id) => ({ id, label: t(`needs.sort.${id}`) }))} onChange={(sort) => setFilter({ ...filter, sort })} />
        <output className="bids-count">{t('needs.found', { count: rows.length, total: needs.length })}</output>
      </div>
      {rows.length === 0 ? <p className="quiet-text">{t('needs.none')}</p> : <RecordList label={t('needs.list')} ids={ids} added={added} renderRecord={record} />}
    </Card>
  );
};

export const NeedsScreen = () => {
  const t = useT();
  const project = useProject();
  const caiet = useCaiet();
  const [added, setAdded] = useState<Id | null>(null);
  const form = useForm('needs');
  const needs = useMemo(() => inOrder(project.needs ?? {}), [project.needs]);
  const add = (): void => setAdded(caiet.needs.addNeed());
  const importHref = projectHref(project.id, 'needs/import');
  return (
    <Page
      title={t('needs.title')} lede={t('needs.lede')}
      actions={needs.length === 0 ? undefined : <><Button icon={FileSpreadsheet} onPress={form.save}>{t('needs.form')}</Button><LinkButton variant="primary" icon={Upload} href={importHref}>{t('needs.import')}</LinkButton></>}
    >
      <output className="exchange-saved">{form.saved}</output>
      {needs.length > 0 ? <List project={project} needs={needs} added={added} onLeave={() => setAdded(null)} onAdd={add} /> : (
        <EmptyState
          level={2} title={t('needs.empty.title')} body={<p>{t('needs.empty.body')}</p>}
          action={
            <>
              <LinkButton variant="primary" icon={Upload} href={importHref}>{t('needs.import')}</LinkButton>
              <Button icon={FileSpreadsheet} onPress={form.save}>{t('needs.form')}</Button>
              <Button icon={Plus} onPress={add}>{t('needs.addFirst')}</Button>
            </>
          }
        />
      )}
      <ImportsCard
        project={project} kind="needs" title={t('needs.imports.needs')} rows={t('needs.imports.rows')} undoText={t('needs.imports.undoText')}
        onUndo={(id) => caiet.needs.undoImport('needs', id)}
      />
    </Page>
  );
};
