/** The rows of the project list; a thousand cost no more than the twenty in sight. */
import { memo, useCallback } from 'react';
import { Link } from 'wouter';
import type { ProjectSummary } from '../../../domain/ports/project-store';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { projectHref } from '../../context/routes';
import { Pill } from '../../primitives/pill';
import { Td, Th } from '../../primitives/table';
import { VirtualList } from '../../primitives/virtual-list';
import { VisuallyHidden } from '../../primitives/visually-hidden';
import { ProjectMenu } from './project-menu';

const ROW = 61;
/** Each with a menu. */
const ROWS_AT_A_TIME = 4;
const COLUMNS = ['auto', '5rem', '5rem', '11rem', '4rem'];

const Row = ({ summary }: { readonly summary: ProjectSummary }) => {
  const t = useT();
  const format = useFormat();
  const title = summary.title.trim() === '' ? t('app.unnamedProject') : summary.title;
  return (
    <>
      <Th scope="row">
        {summary.deletedAt === null ? <Link href={projectHref(summary.id)} className="project-link">{title}</Link> : <span>{title}</span>}
        {summary.isSheet === true && <> <Pill tone="info">{t('received.pill')}</Pill></>}
        <span className="project-buyer">{summary.buyerName.trim() === '' ? t('app.unnamedBuyer') : summary.buyerName}</span>
      </Th>
      <Td numeric>{format.number(summary.lotCount)}</Td>
      <Td numeric>{format.number(summary.bidCount)}</Td>
      <Td>{format.instant(summary.updatedAt)}</Td>
      <Td><ProjectMenu summary={summary} /></Td>
    </>
  );
};

/** Drawn again when the list has changed, not for every letter of the search. */
export const ProjectsTable = memo(({ shown }: { readonly shown: readonly ProjectSummary[] }) => {
  const t = useT();
  const keyOf = useCallback((index: number) => shown[index]?.id ?? index, [shown]);
  const renderRow = useCallback((index: number) => shown[index] && <Row summary={shown[index]} />, [shown]);
  const header = (
    <>
      <Th>{t('projects.column.title')}</Th>
      <Th numeric>{t('projects.column.lots')}</Th>
      <Th numeric>{t('projects.column.bids')}</Th>
      <Th>{t('projects.column.updated')}</Th>
      <Th><VisuallyHidden>{t('projects.column.actions')}</VisuallyHidden></Th>
    </>
  );
  return (
    <VirtualList
      label={t('projects.list')} count={shown.length} estimateRow={ROW} columns={COLUMNS} minWidth="40rem" maxHeight="max(20rem, calc(100dvh - 19rem))" header={header} appearBy={ROWS_AT_A_TIME}
      rowKey={keyOf}
      renderRow={renderRow}
    />
  );
});
