/** The requirements of the specification, traced to the needs they answer and the criteria that score them. */
import { FileSpreadsheet, Plus, Upload } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { requirementsLock } from '../../../domain/call-guard';
import { inOrder } from '../../../domain/position';
import type { Problem } from '../../../domain/problem';
import type { Project } from '../../../domain/project';
import type { Requirement } from '../../../domain/requirement';
import { nameOfNeed, requirementProblems } from '../../../domain/specification-problems';
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
import { Note } from '../../primitives/note';
import { Page } from '../../primitives/page';
import { Editing, ReadOnly } from '../../primitives/read-only';
import { SearchField } from '../../primitives/search-field';
import { Select } from '../../primitives/select';
import { CallLockNote } from '../call/call-lock-note';
import { ImportsCard } from '../imports/imports-card';
import { EVERY_REQUIREMENT, problemsByRecord, shownRequirements } from './list-rows';
import { RecordList } from './record-list';
import { RequirementRow } from './requirement-row';
import { useForm } from '../exchange/use-form';

/** More gaps than this are counted, not told one by one. */
const GAPS_TOLD = 5;

/** What no requirement covers: needs without an answer, and what every specification speaks of. */
const Gaps = ({ problems }: { readonly problems: readonly Problem[] }) => {
  const t = useT();
  const words = useWords();
  const gaps = problems.filter(({ code }) => code === 'requirement.unanswered' || code === 'requirement.noAspect');
  if (gaps.length === 0) return null;
  return (
    <Note tone={gaps.some(({ severity }) => severity === 'warning') ? 'warn' : 'info'} title={t('requirements.gaps')}>
      <ul className="record-gaps">{gaps.slice(0, GAPS_TOLD).map((gap) => <li key={`${gap.code} ${gap.pointer} ${String(gap.data['aspect'])}`}>{words.problem(gap)}</li>)}</ul>
      {gaps.length > GAPS_TOLD ? t('requirements.gaps.more', { count: gaps.length - GAPS_TOLD }) : null}
    </Note>
  );
};

interface ListProps {
  readonly project: Project;
  readonly requirements: readonly Requirement[];
  readonly problems: readonly Problem[];
  readonly added: Id | null;
  readonly onLeave: () => void;
  readonly onAdd: () => void;
}

const List = ({ project, requirements, problems, added, onLeave, onAdd }: ListProps) => {
  const t = useT();
  const words = useWords();
  const caiet = useCaiet();
  const [filter, setFilter] = useState(EVERY_REQUIREMENT);
  const { sought } = useSoughtRecord();
  // No filter may hide a requirement that is asked for or was just added.
  if ((sought !== null || added !== null) && filter !== EVERY_REQUIREMENT) setFilter(EVERY_REQUIREMENT);
  const settled = useDeferredValue(filter);
  const rows = useMemo(() => shownRequirements(requirements, settled), [requirements, settled]);
  const problemsOf = useMemo(() => problemsByRecord(problems, 'requirements'), [problems]);
  const ids = useMemo(() => rows.map(({ item }) => item.id), [rows]);
  const needs = inOrder(project.needs ?? {});
  const inOwnOrder = rows.length === requirements.length;
  const record = (index: number) => {
    const row = rows[index];
    if (row === undefined) return null;
    const { item, number } = row;
    const own = problemsOf(item.id);
    return (
      <RequirementRow
        project={project} requirement={item} number={number} problems={own} remarks={fieldRemarks(own, `/requirements/${item.id}`, words.problem)}
        isNew={item.id === added} onLeave={onLeave} move={inOwnOrder ? { count: requirements.length, onMove: (to) => caiet.needs.moveRequirement(item.id, to) } : null}
      />
    );
  };
  return (
    <Card
      title={t('requirements.list')}
      aside={<><HelpTip label={t('requirements.title')}><p>{t('requirements.help')}</p></HelpTip><Editing><Button icon={Plus} onPress={onAdd}>{t('requirements.add')}</Button></Editing></>}
    >
      <div className="bids-toolbar">
        <SearchField label={t('requirements.search')} value={filter.query} onChange={(query) => setFilter({ ...filter, query })} />
        {needs.length === 0 ? null : (
          <Select
            label={t('requirements.filter')} labelHidden value={filter.need ?? 'all'}
            options={[{ id: 'all', label: t('requirements.filter.all') }, { id: 'none', label: t('requirements.filter.none') }, ...needs.map((need) => ({ id: need.id, label: nameOfNeed(need) }))]}
            onChange={(need) => setFilter({ ...filter, need: need === 'all' ? null : need })}
          />
        )}
        <output className="bids-count">{t('requirements.found', { count: rows.length, total: requirements.length })}</output>
      </div>
      {rows.length === 0 ? <p className="quiet-text">{t('requirements.none')}</p> : <RecordList label={t('requirements.list')} ids={ids} added={added} renderRecord={record} />}
    </Card>
  );
};

export const RequirementsScreen = () => {
  const t = useT();
  const project = useProject();
  const caiet = useCaiet();
  const [added, setAdded] = useState<Id | null>(null);
  const form = useForm('requirements');
  const requirements = useMemo(() => inOrder(project.requirements ?? {}), [project.requirements]);
  const problems = useMemo(() => requirementProblems(project), [project]);
  const add = (): void => setAdded(caiet.needs.addRequirement());
  const lock = requirementsLock(project);
  const importHref = projectHref(project.id, 'specification/import');
  const hasNeeds = Object.keys(project.needs ?? {}).length > 0;
  return (
    <Page
      title={t('requirements.title')} lede={t('requirements.lede')}
      actions={requirements.length === 0 ? undefined : <><Button icon={FileSpreadsheet} onPress={form.save}>{t('needs.form')}</Button>{lock === null ? <LinkButton variant="primary" icon={Upload} href={importHref}>{t('requirements.import')}</LinkButton> : null}</>}
    >
      <output className="exchange-saved">{form.saved}</output>
      {requirements.length > 0 ? (
        <>
          <CallLockNote project={project} lock={lock} />
          <Gaps problems={problems} />
          <ReadOnly when={lock !== null}><List project={project} requirements={requirements} problems={problems} added={added} onLeave={() => setAdded(null)} onAdd={add} /></ReadOnly>
        </>
      ) : (
        <EmptyState
          level={2} title={t('requirements.empty.title')} body={<p>{t('requirements.empty.body')}</p>}
          action={lock !== null ? <CallLockNote project={project} lock={lock} /> : (
            <>
              <LinkButton variant="primary" icon={Upload} href={importHref}>{t('requirements.import')}</LinkButton>
              <Button icon={FileSpreadsheet} onPress={form.save}>{t('needs.form')}</Button>
              <Button icon={Plus} onPress={add}>{t('requirements.addFirst')}</Button>
              {hasNeeds ? null : <LinkButton href={projectHref(project.id, 'needs')}>{t('requirements.toNeeds')}</LinkButton>}
            </>
          )}
        />
      )}
      <ImportsCard
        project={project} kind="requirements" title={t('needs.imports.requirements')} rows={t('needs.imports.rows')} undoText={t('needs.imports.undoText')}
        onUndo={(id) => caiet.needs.undoImport('requirements', id)}
      />
    </Page>
  );
};
