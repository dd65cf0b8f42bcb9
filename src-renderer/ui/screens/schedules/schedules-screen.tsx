/** Price schedules of a lot: who gave one, what it comes to, and every item side by side. */
import { FileSpreadsheet, Upload } from 'lucide-react';
import { useCallback, useState } from 'react';
import { pricesSealed } from '../../../domain/envelope';
import { inOrder } from '../../../domain/position';
import { comparingLot, type LotSchedules } from '../../../domain/price-schedule/lot-schedules';
import type { Lot, Project } from '../../../domain/project';
import type { Id } from '../../../domain/values';
import { useCaiet, useProject } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { useSend } from '../../context/outgoing';
import { projectHref } from '../../context/routes';
import { useSliced } from '../../context/use-sliced';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { EmptyState } from '../../primitives/empty-state';
import { LinkButton } from '../../primitives/link-button';
import { Note } from '../../primitives/note';
import { Page } from '../../primitives/page';
import { ProgressBar } from '../../primitives/progress-bar';
import { SearchField } from '../../primitives/search-field';
import { Select } from '../../primitives/select';
import { Switch } from '../../primitives/switch';
import { ImportsCard } from '../imports/imports-card';
import { useForm } from '../exchange/use-form';
import { NoLots } from '../bids/no-lots';
import { MATRIX_SORTS, matrixRows, type MatrixFilter } from './matrix-rows';
import { ScheduleMatrix } from './schedule-matrix';
import { ScheduleSums } from './schedule-sums';

const EVERYTHING: MatrixFilter = { query: '', sort: 'list', onlyTroubled: false };

interface ComparisonProps {
  readonly project: Project;
  readonly lot: Lot;
}

/** A bill of quantities has ten thousand lines, so nothing that looks at all of them is done between two frames. */
const Comparison = ({ project, lot }: ComparisonProps) => {
  const t = useT();
  const { last: schedules } = useSliced(useCallback(() => comparingLot(project, lot.id), [project, lot.id]));
  if (schedules === null) return <ProgressBar label={t('schedules.comparing')} fraction={null} />;
  return <Compared project={project} lot={lot} schedules={schedules} />;
};

const Compared = ({ project, lot, schedules }: ComparisonProps & { readonly schedules: LotSchedules }) => {
  const t = useT();
  const caiet = useCaiet();
  const [filter, setFilter] = useState(EVERYTHING);
  const { last } = useSliced(useCallback(() => matrixRows(schedules.comparison, filter), [schedules, filter]));
  const rows = last ?? schedules.comparison.items;
  const send = useSend();
  const importHref = projectHref(project.id, 'bids/schedules/import');
  if (schedules.bids.length === 0 && schedules.damaged.length === 0) {
    return (
      <EmptyState
        level={2} title={t('schedules.empty.title')} body={<p>{t(schedules.hasPriceList ? 'schedules.empty.listOnly' : 'schedules.empty.body')}</p>}
        action={<LinkButton variant="primary" icon={Upload} href={importHref}>{t('schedules.import')}</LinkButton>}
      />
    );
  }
  return (
    <>
      {schedules.damaged.length === 0 ? null : <Note tone="bad">{t('schedules.damaged', { names: schedules.damaged.map(({ bidderId }) => project.bidders[bidderId]?.name ?? '').join(', ') })}</Note>}
      <ScheduleSums project={project} schedules={schedules} />
      <Card
        title={t('schedules.sheet.items')} padding="flush"
        aside={<><span>{t('schedules.found', { count: rows.length, total: schedules.comparison.items.length })}</span><Button icon={FileSpreadsheet} onPress={() => send((watched) => caiet.schedules.exportComparison(lot.id, watched))}>{t('schedules.export')}</Button></>}
      >
        <div className="bids-toolbar schedules-toolbar">
          <SearchField label={t('schedules.search')} value={filter.query} onChange={(query) => setFilter({ ...filter, query })} />
          <Select label={t('schedules.sort')} labelHidden value={filter.sort} options={MATRIX_SORTS.map((id) => ({ id, label: t(`schedules.sort.${id}`) }))} onChange={(sort) => setFilter({ ...filter, sort })} />
          <Switch isSelected={filter.onlyTroubled} onChange={(onlyTroubled) => setFilter({ ...filter, onlyTroubled })}>{t('schedules.onlyTroubled')}</Switch>
        </div>
        <ScheduleMatrix project={project} bids={schedules.bids} rows={rows} />
        <p className="schedules-rule soft">{t(schedules.hasPriceList ? 'schedules.rule.list' : 'schedules.rule.first')} {t('schedules.rule.far')}</p>
      </Card>
    </>
  );
};

const Lots = ({ project, lots }: { readonly project: Project; readonly lots: readonly Lot[] }) => {
  const t = useT();
  const [chosen, setChosen] = useState<Id | null>(null);
  const lot = lots.find(({ id }) => id === chosen) ?? lots[0];
  if (lot === undefined) return null;
  return (
    <>
      {lots.length === 1 ? null : (
        <div className="lot-select"><Select label={t('schedules.lot')} value={lot.id} options={lots.map(({ id, number, title }) => ({ id, label: t('schedules.lotOption', { number, title }) }))} onChange={setChosen} /></div>
      )}
      {pricesSealed(project, lot.id) ? <Note tone="info" title={t('schedules.sealed.title')}>{t('schedules.sealed.text')}</Note> : <Comparison key={lot.id} project={project} lot={lot} />}
    </>
  );
};

export const SchedulesScreen = () => {
  const t = useT();
  const { schedules } = useCaiet();
  const project = useProject();
  const lots = inOrder(project.lots);
  const form = useForm('price-schedule');
  return (
    <Page
      title={t('schedules.title')} lede={t('schedules.lede')}
      actions={<><LinkButton href={projectHref(project.id, 'bids')}>{t('schedules.toBids')}</LinkButton><Button icon={FileSpreadsheet} onPress={form.save}>{t('needs.form')}</Button><LinkButton icon={Upload} href={projectHref(project.id, 'bids/schedules/import')}>{t('schedules.import')}</LinkButton></>}
    >
      <output className="exchange-saved">{form.saved}</output>
      {lots.length === 0 ? <NoLots projectId={project.id} /> : <Lots project={project} lots={lots} />}
      <ImportsCard
        project={project} kind="price-schedule" title={t('schedules.imports')} rows={t('schedules.column.lines')} undoText={t('schedules.undoText')}
        onUndo={(id) => schedules.undoImport(id)}
      />
    </Page>
  );
};
