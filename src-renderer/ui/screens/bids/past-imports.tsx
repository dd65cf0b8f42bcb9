/** What came in from spreadsheets, each import with its way back. */
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { inSlices } from '../../../turns/turns';
import { takingBackImport } from '../../../app/import-undo';
import type { ImportRecord, Project } from '../../../domain/project';
import { useCaiet } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { useRun } from '../../context/run';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { ConfirmDialog } from '../../primitives/confirm-dialog';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';
import { VisuallyHidden } from '../../primitives/visually-hidden';
import { SourceButton } from '../imports/source-button';

interface Question {
  readonly record: ImportRecord;
  readonly removed: number;
  readonly kept: number;
}

const newestFirst = (project: Project): ImportRecord[] =>
  Object.values(project.imports).filter(({ kind }) => kind === 'bids').toSorted((left, right) => (left.importedAt < right.importedAt ? 1 : -1));

export const PastImports = ({ project }: { readonly project: Project }) => {
  const t = useT();
  const format = useFormat();
  const caiet = useCaiet();
  const run = useRun();
  const [question, setQuestion] = useState<Question | null>(null);
  const records = newestFirst(project);
  if (records.length === 0) return null;

  const remaining = (record: ImportRecord): number => Object.values(project.bids).filter((bid) => bid.importId === record.id).length;
  const ask = async (record: ImportRecord): Promise<void> => {
    await caiet.settle();
    const history = await caiet.projects.history(project.id);
    const { removed, kept } = await inSlices(takingBackImport(project, history, record.id));
    setQuestion({ record, removed, kept });
  };
  return (
    <Card title={t('bids.imports.title')} aside={<span>{t('bids.imports.text')}</span>} padding="flush">
      <Table label={t('bids.imports.title')}>
        <Thead>
          <Tr>
            <Th>{t('bids.imports.file')}</Th>
            <Th>{t('bids.imports.when')}</Th>
            <Th numeric>{t('bids.imports.accepted')}</Th>
            <Th numeric>{t('bids.imports.excluded')}</Th>
            <Th numeric>{t('bids.imports.present')}</Th>
            <Th><span className="visually-hidden">{t('bids.column.actions')}</span></Th>
          </Tr>
        </Thead>
        <Tbody>
          {records.map((record) => (
            <Tr key={record.id}>
              <Th scope="row">{record.fileName} <span className="bids-under">{t('bids.imports.sheet', { sheet: record.sheet })}</span></Th>
              <Td>{format.instant(record.importedAt)}</Td>
              <Td numeric>{format.number(record.rowsAccepted)}</Td>
              <Td numeric>{format.number(record.rowsExcluded)}</Td>
              <Td numeric>{format.number(remaining(record))}</Td>
              <Td numeric><span className="imports-copy"><SourceButton record={record} /><Button variant="quiet" icon={Undo2} onPress={() => void ask(record)}>{t('bids.imports.undo')}<VisuallyHidden> {record.fileName}</VisuallyHidden></Button></span></Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {question === null ? null : (
        <ConfirmDialog
          isOpen title={t('bids.imports.confirmTitle', { file: question.record.fileName })}
          body={question.removed === 0 ? t('bids.imports.nothingToUndo') : t('bids.imports.confirmText', { removed: question.removed, kept: question.kept })}
          confirmLabel={t('bids.imports.undo')} onClose={() => setQuestion(null)} onConfirm={() => run(async () => { await caiet.bids.undoImport(question.record.id); })}
        />
      )}
    </Card>
  );
};
