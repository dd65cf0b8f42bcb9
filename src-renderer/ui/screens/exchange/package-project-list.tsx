/** The projects of a large package: one line each, with the choice in it, and the whole story of one in a dialog. */
import { useState } from 'react';
import type { PackageChoice } from '../../../app/caiet';
import type { Id } from '../../../domain/values';
import type { OpenedPackage, ProjectFacts } from '../../../exchange/opened-package';
import { useT } from '../../context/language';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { Dialog } from '../../primitives/dialog';
import { Pill } from '../../primitives/pill';
import { Segmented } from '../../primitives/segmented';
import { Select } from '../../primitives/select';
import { Td, Th } from '../../primitives/table';
import { VirtualList } from '../../primitives/virtual-list';
import { ProjectReview, useTitle } from './package-project-card';
import { CHOICES, STANDING_TONES, standingOf, type Standing } from './standing';
import type { Standings } from './use-standings';

const FILTERS = ['all', 'undecided', 'conflicting'] as const;
type Filter = (typeof FILTERS)[number];
const ROW = 53;
/** Each has a list to choose from in it. */
const ROWS_AT_A_TIME = 2;
const COLUMNS = ['auto', '13rem', '15rem', '7rem'];
const BULK = ['merge', 'add', 'skip'] as const satisfies readonly PackageChoice[];

export interface PackageProjectListProps {
  readonly report: OpenedPackage;
  readonly standings: Standings;
  readonly choices: Readonly<Record<Id, PackageChoice | null>>;
  readonly onChoose: (id: Id, choice: PackageChoice) => void;
  readonly isForbidden: boolean;
}

export const PackageProjectList = ({ report, standings, choices, onChoose, isForbidden }: PackageProjectListProps) => {
  const t = useT();
  const titleOf = useTitle();
  const [filter, setFilter] = useState<Filter>('all');
  const [shown, setShown] = useState<ProjectFacts | null>(null);
  const standing = ({ id }: ProjectFacts): Standing | null => {
    const facts = standings[id];
    return facts === undefined ? null : standingOf(facts, report);
  };
  const fits: Readonly<Record<Filter, (each: ProjectFacts) => boolean>> = {
    all: () => true,
    undecided: ({ id }) => choices[id] === null,
    conflicting: (each) => standing(each) === 'conflicting',
  };
  const rows = report.projects.filter(fits[filter]);
  const may = (each: ProjectFacts, choice: PackageChoice): boolean => {
    const of = standing(each);
    return of !== null && CHOICES[of].includes(choice);
  };
  const row = (index: number) => {
    const each = rows[index];
    if (each === undefined) return null;
    const of = standing(each);
    const title = titleOf(each);
    return (
      <>
        <Th scope="row">{title}</Th>
        <Td><Pill tone={of === null ? 'neutral' : STANDING_TONES[of]}>{t(`exchange.import.status.${of ?? 'comparing'}`)}</Pill></Td>
        <Td>
          {of === null || isForbidden ? null : (
            <Select
              label={t('exchange.import.choice', { title })} labelHidden value={choices[each.id] ?? null} placeholder={t('merge.list.none')}
              options={CHOICES[of].map((id) => ({ id, label: t(`exchange.import.choice.${id}`) }))} onChange={(choice) => onChoose(each.id, choice)}
            />
          )}
        </Td>
        <Td><Button variant="quiet" label={t('merge.list.openOf', { title })} onPress={() => setShown(each)}>{t('merge.list.open')}</Button></Td>
      </>
    );
  };
  return (
    <Card title={t('merge.list')} padding="flush" aside={<span>{t('exchange.import.projects', { count: report.projects.length })}</span>}>
      <div className="card-intro merge-list-head">
        <p className="soft">{t('merge.list.intro')}</p>
        <Segmented label={t('merge.list.filter')} value={filter} onChange={setFilter} options={FILTERS.map((id) => ({ id, label: t(`merge.list.filter.${id}`, { count: report.projects.filter(fits[id]).length }) }))} />
        {isForbidden ? null : (
          <fieldset className="merge-bulk">
<legend className="visually-hidden">{t('merge.bulk')}</legend>
            {BULK.map((choice) => {
              const able = rows.filter((each) => may(each, choice));
              return able.length === 0 ? null : <Button key={choice} onPress={() => { for (const { id } of able) onChoose(id, choice); }}>{t(`exchange.import.choice.${choice}`)} ({able.length})</Button>;
            })}
          </fieldset>
        )}
      </div>
      <VirtualList
        appearBy={ROWS_AT_A_TIME} label={t('merge.list')} count={rows.length} estimateRow={ROW} columns={COLUMNS} minWidth="46rem" maxHeight="34rem" renderRow={row} rowKey={(index) => rows[index]?.id ?? index}
        header={<><Th>{t('merge.list.project')}</Th><Th>{t('merge.list.standing')}</Th><Th>{t('merge.list.choice')}</Th><Th><span className="visually-hidden">{t('merge.list.open')}</span></Th></>}
      />
      {shown === null ? null : (
        <Dialog title={titleOf(shown)} isOpen onClose={() => setShown(null)} size="large">
          <ProjectReview
            report={report} incoming={shown} facts={standings[shown.id] ?? null} choice={choices[shown.id] ?? null}
            onChoose={(choice) => onChoose(shown.id, choice)} isForbidden={isForbidden}
          />
        </Dialog>
      )}
    </Card>
  );
};
