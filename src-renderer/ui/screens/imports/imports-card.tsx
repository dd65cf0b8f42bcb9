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

/** A number told of each import. */
export interface ImportColumn {
  readonly heading: string;
  readonly of: (record: ImportRecord) => number;
}

export interface ImportsCardProps {
  readonly project: Project;
  readonly kind: ImportRecord['kind'];
  readonly title: string;
  /** A sentence beside the title. */
  readonly aside?: string;
  /** Heading over the number of rows each import brought. */
  readonly rows: string;
  /** Told beside the rows. */
  readonly more?: readonly ImportColumn[];
  /** What goes and what stays when an import is taken back; a function where that has to be looked up. */
  readonly undoText: string | ((record: ImportRecord) => Promise<string>);
  readonly onUndo: (importId: ImportRecord['id']) => Promise<unknown>;
}

interface Question {
  readonly record: ImportRecord;
  readonly text: string;
}

/** Nothing while nothing of the kind came in. */
export const ImportsCard = ({ project, kind, title, aside, rows, more = [], undoText, onUndo }: ImportsCardProps) => {
  const t = useT();
  const format = useFormat();
  const run = useRun();
  const [question, setQuestion] = useState<Question | null>(null);
  const records = Object.values(project.imports).filter((record) => record.kind === kind).toSorted((left, right) => (left.importedAt < right.importedAt ? 1 : -1));
  if (records.length === 0) return null;
  const columns: readonly ImportColumn[] = [{ heading: rows, of: ({ rowsAccepted }) => rowsAccepted }, ...more];
  const ask = (record: ImportRecord): void => run(async () => setQuestion({ record, text: typeof undoText === 'string' ? undoText : await undoText(record) }));
  return (
    <Card title={title} {...(aside === undefined ? {} : { aside: <span>{aside}</span> })} padding="flush">
      <Table label={title}>
        <Thead>
          <Tr>
            <Th>{t('bids.imports.file')}</Th><Th>{t('bids.imports.when')}</Th>
            {columns.map(({ heading }) => <Th key={heading} numeric>{heading}</Th>)}
            <Th><VisuallyHidden>{t('bids.column.actions')}</VisuallyHidden></Th>
          </Tr>
        </Thead>
        <Tbody>
          {records.map((record) => (
            <Tr key={record.id}>
              <Th scope="row">{record.fileName} <span className="bids-under">{t('bids.imports.sheet', { sheet: record.sheet })}</span></Th>
              <Td>{format.instant(record.importedAt)}</Td>
              {columns.map(({ heading, of }) => <Td key={heading} numeric>{format.number(of(record))}</Td>)}
              <Td numeric><span className="imports-copy"><SourceButton record={record} /><Button variant="quiet" icon={Undo2} onPress={() => ask(record)}>{t('bids.imports.undo')}<VisuallyHidden> {record.fileName}</VisuallyHidden></Button></span></Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {question === null ? null : (
        <ConfirmDialog
          isOpen title={t('bids.imports.confirmTitle', { file: question.record.fileName })} body={question.text}
          confirmLabel={t('bids.imports.undo')} onClose={() => setQuestion(null)} onConfirm={() => run(async () => { await onUndo(question.record.id); })}
        />
      )}
    </Card>
  );
};
