/** Needs or requirements that came in from spreadsheets, each import with its way back. */
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { SpecificationKind } from '../../../app/need-door';
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

export const SpecificationImports = ({ project, kind }: { readonly project: Project; readonly kind: SpecificationKind }) => {
  const t = useT();
  const format = useFormat();
  const { needs } = useCaiet();
  const [asked, setAsked] = useState<ImportRecord | null>(null);
  const records = Object.values(project.imports).filter((record) => record.kind === kind).toSorted((left, right) => (left.importedAt < right.importedAt ? 1 : -1));
  if (records.length === 0) return null;
  const title = t(`needs.imports.${kind}`);
  return (
    <Card title={title} padding="flush">
      <Table label={title}>
        <Thead><Tr><Th>{t('bids.imports.file')}</Th><Th>{t('bids.imports.when')}</Th><Th numeric>{t('needs.imports.rows')}</Th><Th><VisuallyHidden>{t('bids.column.actions')}</VisuallyHidden></Th></Tr></Thead>
        <Tbody>
          {records.map((record) => (
            <Tr key={record.id}>
              <Th scope="row">{record.fileName} <span className="bids-under">{t('bids.imports.sheet', { sheet: record.sheet })}</span></Th>
              <Td>{format.instant(record.importedAt)}</Td>
              <Td numeric>{format.number(record.rowsAccepted)}</Td>
              <Td numeric><SourceButton record={record} /><Button variant="quiet" icon={Undo2} onPress={() => setAsked(record)}>{t('bids.imports.undo')}<VisuallyHidden> {record.fileName}</VisuallyHidden></Button></Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {asked === null ? null : (
        <ConfirmDialog
          isOpen title={t('bids.imports.confirmTitle', { file: asked.fileName })} body={t('needs.imports.undoText')}
          confirmLabel={t('bids.imports.undo')} onClose={() => setAsked(null)} onConfirm={() => needs.undoImport(kind, asked.id)}
        />
      )}
    </Card>
  );
};
