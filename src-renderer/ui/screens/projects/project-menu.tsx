/** What can be done with a project of the list. */
import { Archive, ArchiveRestore, Copy, Pencil, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ProjectSummary } from '../../../domain/ports/project-store';
import { useCaiet } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { useRun } from '../../context/run';
import { ConfirmDialog } from '../../primitives/confirm-dialog';
import { Menu, type MenuItem } from '../../primitives/menu';
import { shelfOf } from './list-order';
import { TitleDialog } from './title-dialog';

export const ProjectMenu = ({ summary }: { readonly summary: ProjectSummary }) => {
  const t = useT();
  const run = useRun();
  const { projects } = useCaiet();
  const [asking, setAsking] = useState<'rename' | 'purge' | null>(null);
  const { id, title } = summary;
  const shownTitle = title.trim() === '' ? t('app.unnamedProject') : title;
  const close = (): void => setAsking(null);

  const rename: MenuItem = { id: 'rename', label: t('projects.rename'), icon: Pencil, onAction: () => setAsking('rename') };
  const duplicate: MenuItem = { id: 'duplicate', label: t('projects.duplicate'), icon: Copy, onAction: () => run(() => projects.duplicate(id, t('projects.copyTitle', { title: shownTitle }))) };
  const archive: MenuItem = { id: 'archive', label: t('projects.archive'), icon: Archive, onAction: () => run(() => projects.archive(id)) };
  const unarchive: MenuItem = { id: 'unarchive', label: t('projects.unarchive'), icon: ArchiveRestore, onAction: () => run(() => projects.unarchive(id)) };
  const remove: MenuItem = { id: 'remove', label: t('projects.remove'), icon: Trash2, onAction: () => run(() => projects.remove(id)) };
  const restore: MenuItem = { id: 'restore', label: t('projects.restore'), icon: Undo2, onAction: () => run(() => projects.restore(id)) };
  const purge: MenuItem = { id: 'purge', label: t('projects.purge'), icon: Trash2, tone: 'danger', onAction: () => setAsking('purge') };
  // A received sheet is somebody else's call, under the name they gave it.
  const own = summary.isSheet === true ? [] : [rename, duplicate];
  const items = { active: [...own, archive, remove], archived: [...own, unarchive, remove], bin: [restore, purge] };

  return (
    <>
      <Menu label={t('projects.actions', { title: shownTitle })} items={items[shelfOf(summary)]} />
      {asking === 'rename' ? (
        <TitleDialog heading={t('projects.rename.title')} submitLabel={t('projects.rename.submit')} initial={title} onClose={close} onSubmit={(next) => run(() => projects.rename(id, next))} />
      ) : null}
      <ConfirmDialog
        title={t('projects.purge.title')} isOpen={asking === 'purge'} onClose={close} tone="danger" confirmLabel={t('projects.purge.confirm')} onConfirm={() => run(() => projects.purge(id))}
        body={<div className="stack"><p>{t('projects.purge.body', { title: shownTitle })}</p><p className="soft">{t('projects.purge.advice')}</p></div>}
      />
    </>
  );
};
