/** Everything that ever changed in the project, newest first. */
import { useCallback, useEffect, useState } from 'react';
import type { AuditEntry } from '../../../domain/change';
import type { Project } from '../../../domain/project';
import { useCaiet, useWorkspace } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { useRun } from '../../context/run';
import { useWords } from '../../context/words';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { Pill } from '../../primitives/pill';
import { Td, Th } from '../../primitives/table';
import { VirtualList } from '../../primitives/virtual-list';
import { HistoryDetail } from './history-detail';

const ROW = 45;
const COLUMNS = ['7rem', '12rem', '12rem', 'auto', '8rem'];

/** Read again each time a change has been stored. */
interface Line {
  readonly entry: AuditEntry;
  /** Made on another computer and brought by an import. */
  readonly isForeign: boolean;
}

const useHistory = (project: Project): readonly Line[] | null => {
  const caiet = useCaiet();
  const run = useRun();
  const isSaved = useWorkspace((state) => state.save.status === 'saved');
  const [history, setHistory] = useState<readonly Line[] | null>(null);
  useEffect(() => {
    if (!isSaved) return undefined;
    let isCurrent = true;
    run(async () => {
      const entries = await caiet.projects.history(project.id);
      // What an import brought stands under it, as it was sealed elsewhere.
      if (isCurrent) setHistory(entries.flatMap((entry): Line[] => [...(entry.annex ?? []).map((foreign) => ({ entry: foreign, isForeign: true })), { entry, isForeign: false }]).toReversed());
    });
    return () => {
      isCurrent = false;
    };
  }, [caiet, run, project, isSaved]);
  return history;
};

export const ProjectHistory = ({ project }: { readonly project: Project }) => {
  const t = useT();
  const format = useFormat();
  const words = useWords();
  const history = useHistory(project);
  const [shown, setShown] = useState<AuditEntry | null>(null);
  const keyOf = useCallback((index: number) => history?.[index]?.entry.hash ?? index, [history]);
  const row = (index: number) => {
    const line = history?.[index];
    if (line === undefined) return null;
    const { entry, isForeign } = line;
    return (
      <>
        <Td numeric>{isForeign ? <Pill>{t('project.history.annex')}</Pill> : format.number(entry.seq)}</Td>
        <Td>{format.instant(entry.at)}</Td>
        <Td>{entry.author === '' ? <span className="faint">{t('project.history.unknownAuthor')}</span> : entry.author}</Td>
        <Th scope="row">{words.change(entry.label)}</Th>
        <Td>{entry.patches.length === 0 ? <span className="faint">{t('project.history.valuesOf', { count: 0 })}</span> : <Button variant="quiet" onPress={() => setShown(entry)}>{t('project.history.valuesOf', { count: entry.patches.length })}</Button>}</Td>
      </>
    );
  };
  return (
    <Card title={t('project.history')} padding="flush" aside={history === null ? null : t('project.history.aside', { count: history.filter(({ isForeign }) => !isForeign).length })}>
      <p className="card-intro soft">{t('project.history.explain')}</p>
      {history === null ? <output className="card-intro">{t('project.history.loading')}</output> : (
        <VirtualList
          label={t('project.history')} count={history.length} estimateRow={ROW} columns={COLUMNS} minWidth="52rem" maxHeight="32rem" renderRow={row}
          rowKey={keyOf}
          header={<><Th numeric>{t('project.history.number')}</Th><Th>{t('project.history.when')}</Th><Th>{t('project.history.who')}</Th><Th>{t('project.history.what')}</Th><Th>{t('project.history.values')}</Th></>}
        />
      )}
      {shown === null ? null : <HistoryDetail entry={shown} project={project} onClose={() => setShown(null)} />}
    </Card>
  );
};
