/** Whole projects: create, open, copy, archive, put into the bin and take out again. */
import { demoProject } from '../domain/demo/demo-project';
import { duplicateProject, newProject } from '../domain/project-new';
import { fail } from '../domain/problem';
import { summarise } from '../domain/project-summary';
import type { Project } from '../domain/project';
import type { AuditEntry, ChangeCode } from '../domain/change';
import type { Id, Json } from '../domain/values';
import type { ProjectCommands } from './caiet';
import type { CaietPorts } from './ports';
import type { Session } from './session';
import type { Workspace } from './workspace';

const lastOf = (history: readonly AuditEntry[]): AuditEntry => {
  const last = history.at(-1);
  if (last === undefined) throw fail('store.notFound', { id: 'history' });
  return last;
};

export const projectCommands = (ports: CaietPorts, workspace: Workspace, session: Session): ProjectCommands => {
  const add = async (project: Project, code: ChangeCode): Promise<Id> => {
    await session.settle();
    const change = session.change(project.id, { code, data: { title: project.title } }, [{ path: [], after: project as Json }]);
    await ports.store.commit([change]);
    workspace.putSummary(summarise(project, change.at));
    return project.id;
  };
  const stored = async (id: Id): Promise<Project> => {
    await session.settle();
    const found = await ports.store.load(id);
    if (found === undefined) throw fail('store.notFound', { id });
    return found.project;
  };
  const titleOf = (id: Id): string => workspace.state().summaries.find((line) => line.id === id)?.title ?? '';
  const mark = (id: Id, code: ChangeCode, fields: Partial<Pick<Project, 'archivedAt' | 'deletedAt'>>): Promise<boolean> =>
    session.editStored(id, { code, data: { title: titleOf(id) } }, (draft) => Object.assign(draft, fields));

  return {
    create: async ({ title }) => {
      const { authority } = workspace.state().settings;
      const id = await add(newProject(ports.ids, ports.clock, { title, buyer: { ...authority }, rulePackId: ports.rulePack.id }), 'projectCreated');
      await session.open(id);
      return id;
    },
    openDemo: async () => {
      const id = await add(demoProject(ports.ids, ports.clock), 'projectCreated');
      await session.open(id);
      return id;
    },
    openFinishedDemo: async () => {
      await session.settle();
      const { deviceId, locale } = workspace.state().settings;
      // Loaded when asked for: the window starts without its texts.
      const { finishedProcedure } = await import('./demo/finished-procedure');
      const { project, history } = await finishedProcedure({ ids: ports.ids, rulePack: ports.rulePack, appVersion: ports.host.appVersion, deviceId }, ports.clock.now(), locale ?? 'ro');
      const { seq: _seq, previousHash: _previous, hash: _hash, ...last } = lastOf(history);
      await ports.store.adopt([{ history: history.slice(0, -1), change: last }]);
      workspace.putSummary(summarise(project, last.at));
      await session.open(project.id);
      return project.id;
    },
    open: (id) => session.open(id),
    close: () => {
      session.close();
    },
    rename: async (id, title) => {
      await session.editStored(id, { code: 'projectRenamed', data: { title } }, (draft) => Object.assign(draft, { title }));
    },
    edit: (fields) => {
      session.edit({ code: 'projectEdited', data: { title: fields.title ?? session.project().title } }, (draft) => Object.assign(draft, fields));
    },
    duplicate: async (id, title) => {
      const source = await stored(id);
      if (source.assignment !== undefined) throw fail('sheet.notWhole', { title: source.title });
      return add(duplicateProject(source, ports.ids, ports.clock, title), 'projectDuplicated');
    },
    archive: async (id) => {
      await mark(id, 'projectArchived', { archivedAt: ports.clock.now() });
    },
    unarchive: async (id) => {
      await mark(id, 'projectUnarchived', { archivedAt: null });
    },
    remove: async (id) => {
      if (await mark(id, 'projectDeleted', { deletedAt: ports.clock.now() })) workspace.notify({ tone: 'info', code: 'projectDeleted', data: { title: titleOf(id), id } });
    },
    restore: async (id) => {
      if (await mark(id, 'projectRestored', { deletedAt: null })) workspace.notify({ tone: 'success', code: 'projectRestored', data: { title: titleOf(id) } });
    },
    purge: async (id) => {
      await session.settle();
      const title = titleOf(id);
      await ports.store.purge(id);
      await ports.attachedFiles.forget(id);
      if (workspace.state().open?.project.id === id) session.close();
      workspace.set({ summaries: workspace.state().summaries.filter((line) => line.id !== id) });
      workspace.notify({ tone: 'info', code: 'projectPurged', data: { title } });
    },
    history: (id) => ports.store.history(id),
  };
};
