/** What came in for the bids: registers of bids, with what is left of each, and life-cycle costs. */
import { useMemo } from 'react';
import { takingBackImport } from '../../../app/import-undo';
import type { Bid, ImportRecord, Project } from '../../../domain/project';
import type { Id } from '../../../domain/values';
import { inSlices } from '../../../turns/turns';
import { useCaiet } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { ImportsCard } from '../imports/imports-card';

/** How many bids of each import are still there. */
const countByImport = (bids: readonly Bid[]): ReadonlyMap<Id | null, number> => {
  const counts = new Map<Id | null, number>();
  for (const { importId } of bids) counts.set(importId, (counts.get(importId) ?? 0) + 1);
  return counts;
};

export const BidImports = ({ project }: { readonly project: Project }) => {
  const t = useT();
  const caiet = useCaiet();
  const { bids } = project;
  const present = useMemo(() => countByImport(Object.values(bids)), [bids]);
  /** Looked up in the history: bids that somebody worked on since stay. */
  const undoText = async ({ id }: ImportRecord): Promise<string> => {
    await caiet.settle();
    const { removed, kept } = await inSlices(takingBackImport(project, await caiet.projects.history(project.id), id));
    return removed === 0 ? t('bids.imports.nothingToUndo') : t('bids.imports.confirmText', { removed, kept });
  };
  return (
    <>
      <ImportsCard
        project={project} kind="bids" title={t('bids.imports.title')} aside={t('bids.imports.text')} rows={t('bids.imports.accepted')}
        more={[{ heading: t('bids.imports.excluded'), of: ({ rowsExcluded }) => rowsExcluded }, { heading: t('bids.imports.present'), of: ({ id }) => present.get(id) ?? 0 }]}
        undoText={undoText} onUndo={(id) => caiet.bids.undoImport(id)}
      />
      <ImportsCard
        project={project} kind="costs" title={t('costs.imports')} rows={t('bids.imports.accepted')} undoText={t('costs.undoText')}
        onUndo={(id) => caiet.costs.undoImport(id)}
      />
    </>
  );
};
