/** The bids of the project, lot by lot, with what needs attention written beside each. */
import { ClipboardCheck, Coins, FileSpreadsheet, Plus, Table2 } from 'lucide-react';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { asksForCosts } from '../../../domain/cost-items';
import { inOrder } from '../../../domain/position';
import type { Project } from '../../../domain/project';
import type { Id } from '../../../domain/values';
import { useCaiet, useProject } from '../../context/caiet-context';
import { useT, useTranslator } from '../../context/language';
import { projectHref } from '../../context/routes';
import { useSoughtRecord } from '../../context/sought-record';
import { Button } from '../../primitives/button';
import { LinkButton } from '../../primitives/link-button';
import { Note } from '../../primitives/note';
import { Page } from '../../primitives/page';
import { SearchField } from '../../primitives/search-field';
import { Select } from '../../primitives/select';
import { Switch } from '../../primitives/switch';
import { BidDialog } from './bid-dialog';
import { BidImports } from './bid-imports';
import { BID_SORTS, bidLines, linesByLot, type BidFilter, type BidLine } from './bid-lines';
import { LotBids } from './lot-bids';
import { NewBidDialog } from './new-bid-dialog';
import { NoLots } from './no-lots';
import { RegisterLesson } from './register-lesson';

const EVERYTHING: BidFilter = { query: '', sort: 'bidder', onlyProblems: false };

interface ToolbarProps {
  readonly filter: BidFilter;
  readonly onFilter: (filter: BidFilter) => void;
  readonly found: number;
  readonly total: number;
  readonly lots: number;
}

const Toolbar = ({ filter, onFilter, found, total, lots }: ToolbarProps) => {
  const t = useT();
  const isFiltered = filter.query.trim() !== '' || filter.onlyProblems;
  return (
    <div className="bids-toolbar">
      <SearchField label={t('bids.search')} value={filter.query} onChange={(query) => onFilter({ ...filter, query })} />
      <Select label={t('bids.sort')} labelHidden value={filter.sort} options={BID_SORTS.map((id) => ({ id, label: t(`bids.sort.${id}`) }))} onChange={(sort) => onFilter({ ...filter, sort })} />
      <Switch isSelected={filter.onlyProblems} onChange={(onlyProblems) => onFilter({ ...filter, onlyProblems })}>{t('bids.onlyProblems')}</Switch>
      <output className="bids-count">{isFiltered ? t('bids.found', { count: found }) : t('bids.counts', { bids: total, lots })}</output>
    </div>
  );
};

const needsAttention = (line: BidLine): boolean => line.problems.some((problem) => problem.severity !== 'info');

interface RegisterProps {
  readonly project: Project;
  readonly onAdd: (lotId: Id) => void;
  readonly onEdit: (bidId: Id) => void;
}

/** Everything below the heading once there are bids. */
const Register = ({ project, onAdd, onEdit }: RegisterProps) => {
  const t = useT();
  const { tag } = useTranslator();
  const caiet = useCaiet();
  const remove = useCallback((id: Id) => caiet.bids.remove(id), [caiet]);
  const [filter, setFilter] = useState(EVERYTHING);
  const { sought } = useSoughtRecord();
  // No filter may hide a bid that is asked for.
  if (sought !== null && filter !== EVERYTHING) setFilter(EVERYTHING);
  const settled = useDeferredValue(filter);
  const lines = useMemo(() => bidLines(project), [project]);
  const groups = useMemo(() => linesByLot(project, lines, settled, tag), [project, lines, settled, tag]);
  const troubled = useMemo(() => lines.filter(needsAttention).length, [lines]);
  const isFiltered = settled.query.trim() !== '' || settled.onlyProblems;
  return (
    <>
      {troubled === 0 ? null : <Note tone="warn" title={t('bids.problems.title', { count: troubled })}>{t('bids.problems.text')}</Note>}
      <Toolbar filter={filter} onFilter={setFilter} found={groups.reduce((sum, group) => sum + group.lines.length, 0)} total={lines.length} lots={groups.length} />
      {groups.map((group) => (
        <LotBids key={group.lot.id} project={project} group={group} isFiltered={isFiltered} onAdd={onAdd} onEdit={onEdit} onRemove={remove} />
      ))}
    </>
  );
};

export const BidsScreen = () => {
  const t = useT();
  const project = useProject();
  const [adding, setAdding] = useState<Id | null>(null);
  const [editing, setEditing] = useState<Id | null>(null);
  const firstLot = inOrder(project.lots)[0];
  const isEmpty = Object.keys(project.bids).length === 0;
  const importHref = projectHref(project.id, 'bids/import');
  const addToFirst = (): void => setAdding(firstLot?.id ?? null);

  const actions = firstLot === undefined || isEmpty ? undefined : (
    <>
      <LinkButton href={projectHref(project.id, 'bids/schedules')} icon={Table2}>{t('schedules.open')}</LinkButton>
      {asksForCosts(project) ? <LinkButton href={projectHref(project.id, 'bids/costs/import')} icon={Coins}>{t('costs.open')}</LinkButton> : null}
      <LinkButton href={projectHref(project.id, 'bids/examination')} icon={ClipboardCheck}>{t('admission.open')}</LinkButton>
      <Button icon={Plus} onPress={addToFirst}>{t('bids.add')}</Button>
      <LinkButton href={importHref} variant="primary" icon={FileSpreadsheet}>{t('bids.import')}</LinkButton>
    </>
  );
  const content = (): React.JSX.Element => {
    if (firstLot === undefined) return <NoLots projectId={project.id} />;
    if (isEmpty) return <RegisterLesson importHref={importHref} onAdd={addToFirst} />;
    return <Register project={project} onAdd={setAdding} onEdit={setEditing} />;
  };
  return (
    <Page title={t('bids.title')} lede={t('bids.lede')} actions={actions}>
      {content()}
      {firstLot === undefined ? null : <BidImports project={project} />}
      {adding === null ? null : (
        <NewBidDialog
          lotId={adding} onClose={() => setAdding(null)}
          onCreated={(bidId) => {
            setAdding(null);
            setEditing(bidId);
          }}
        />
      )}
      {editing === null ? null : <BidDialog bidId={editing} onClose={() => setEditing(null)} />}
    </Page>
  );
};
