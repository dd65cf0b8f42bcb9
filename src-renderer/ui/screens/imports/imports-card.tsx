/** What came in from spreadsheets, newest first: each import with its file, if that was kept, and its way back. */
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ImportRecord, Project } from '../../../domain/project';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { useRun } from '../../context/run';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { ConfirmDialog } from '../../primitives/confirm-dialog';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';
import { VisuallyHidden } from '../../primitives/visually-hidden';
import { SourceButton } from './source-button';

export interface ImportsCardProps {
  readonly project: Project;
  readonly kind: ImportRecord['kind'];
  readonly title: string;
  /** Heading over the number of rows each import brought. */
  readonly rows: string;
  /** What goes and what stays when an import is taken back. */
  readonly undoText: string;
  readonly onUndo: (importId: ImportRecord['id']) => Promise<unknown>;
}

/** Nothing while nothing of the kind came in. */
export const ImportsCard = ({ project, kind, title, rows, undoText, onUndo }: ImportsCardProps) => {
  const t = useT();
  const format = useFormat();
  const run = useRun();
  const [asked, setAsked] = useState<ImportRecord | null>(null);
  const records = Object.values(project.imports).filter((record) => record.kind === kind).toSorted((left, right) => (left.importedAt < right.importedAt ? 1 : -1));
  if (records.length === 0) return null;
  return (
    <Card title={title} padding="flush">
      <Table label={title}>
        <Thead><Tr><Th>{t('bids.imports.file')}</Th><Th>{t('bids.imports.when')}</Th><Th numeric>{rows}</Th><Th><VisuallyHidden>{t('bids.column.actions')}</VisuallyHidden></Th></Tr></Thead>
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
          isOpen title={t('bids.imports.confirmTitle', { file: asked.fileName })} body={undoText}
          confirmLabel={t('bids.imports.undo')} onClose={() => setAsked(null)} onConfirm={() => run(async () => { await onUndo(asked.id); })}
        />
      )}
    </Card>
  );
};
