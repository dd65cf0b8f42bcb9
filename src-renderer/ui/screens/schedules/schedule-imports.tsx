/** Schedules that came in from spreadsheets, each import with its way back. */
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ImportRecord, Project } from '../../../domain/project';
import { useCaiet } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { ConfirmDialog } from '../../primitives/confirm-dialog';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';
import { VisuallyHidden } from '../../primitives/visually-hidden';
import { SourceButton } from '../imports/source-button';

export const ScheduleImports = ({ project }: { readonly project: Project }) => {
  const t = useT();
  const format = useFormat();
  const { schedules } = useCaiet();
  const [asked, setAsked] = useState<ImportRecord | null>(null);
  const records = Object.values(project.imports).filter(({ kind }) => kind === 'price-schedule').toSorted((left, right) => (left.importedAt < right.importedAt ? 1 : -1));
  if (records.length === 0) return null;
  return (
    <Card title={t('schedules.imports')} padding="flush">
      <Table label={t('schedules.imports')}>
        <Thead><Tr><Th>{t('bids.imports.file')}</Th><Th>{t('bids.imports.when')}</Th><Th numeric>{t('schedules.column.lines')}</Th><Th><VisuallyHidden>{t('bids.column.actions')}</VisuallyHidden></Th></Tr></Thead>
        <Tbody>
          {records.map((record) => (
            <Tr key={record.id}>
              <Th scope="row">{record.fileName} <span className="bids-under">{t('bids.imports.sheet', { sheet: record.sheet })}</span></Th>
              <Td>{format.instant(record.importedAt)}</Td>
              <Td numeric>{format.number(record.rowsAccepted)}</Td>
              <Td numeric><span className="imports-copy"><SourceButton record={record} /><Button variant="quiet" icon={Undo2} onPress={() => setAsked(record)}>{t('bids.imports.undo')}<VisuallyHidden> {record.fileName}</VisuallyHidden></Button></span></Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {asked === null ? null : (
        <ConfirmDialog
          isOpen title={t('bids.imports.confirmTitle', { file: asked.fileName })} body={t('schedules.undoText')}
          confirmLabel={t('bids.imports.undo')} onClose={() => setAsked(null)} onConfirm={() => schedules.undoImport(asked.id)}
        />
      )}
    </Card>
  );
};
