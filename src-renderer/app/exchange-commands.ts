/** Packages and workbooks: the project leaves the application and comes back. */
import { evaluate } from '../domain/evaluation/evaluate';
import { diff } from '../domain/json-diff';
import { fail } from '../domain/problem';
import type { Project } from '../domain/project';
import { asCopy } from '../exchange/as-copy';
import { comparePackageProject } from '../exchange/compare';
import { readPackage } from '../exchange/read-package';
import type { PackageProject, PackageReport } from '../exchange/report';
import { writePackage } from '../exchange/write-package';
import type { Id, Json } from '../domain/values';
import type { Adoption } from '../domain/ports/project-store';
import type { ExchangeCommands, PackageChoice, ProjectComparison } from './caiet';
import { exportFileName } from './export-file-name';
import type { CaietPorts } from './ports';
import { publicationCommands } from './publication-commands';
import type { Session } from './session';
import type { Workspace } from './workspace';

export const exchangeCommands = (ports: CaietPorts, workspace: Workspace, session: Session): ExchangeCommands => {
  /** What is on the screen when the project is open (also while saving fails), else what is stored. */
  const present = async (id: Id): Promise<Project> => {
    const open = workspace.state().open?.project;
    if (open?.id === id) return open;
    const stored = await ports.store.load(id);
    if (stored === undefined) throw fail('store.notFound', { id });
    return stored.project;
  };

  const saved = (location: string | undefined): string | null => {
    if (location === undefined) return null;
    workspace.notify({ tone: 'success', code: 'exported', data: { location } });
    return location;
  };

  const adoption = async (incoming: PackageProject, choice: PackageChoice, report: PackageReport): Promise<Adoption | null> => {
    const data = { title: incoming.project.title, file: report.fileName };
    switch (choice) {
      case 'skip':
        return null;
      case 'add':
        return incoming.history.length > 0
          ? { history: incoming.history, change: session.change(incoming.project.id, { code: 'projectImported', data }, []) }
          : { history: [], change: session.change(incoming.project.id, { code: 'projectImported', data }, [{ path: [], after: incoming.project as Json }]) };
      case 'copy': {
        const copy = asCopy(incoming.project, ports.ids);
        return { history: [], change: session.change(copy.id, { code: 'projectImported', data }, [{ path: [], after: copy as Json }]) };
      }
      case 'replace': {
        const local = await present(incoming.project.id);
        return { history: [], change: session.change(local.id, { code: 'projectReplaced', data }, diff(local, incoming.project)) };
      }
    }
  };

  return {
    exportPackage: async (ids) => {
      await session.settle();
      const whole = await Promise.all(ids.map(session.whole));
      const { settings } = workspace.state();
      const bytes = writePackage({
        id: ports.ids.next(),
        kind: 'full',
        createdAt: ports.clock.now(),
        producer: { app: 'Caiet', version: ports.host.appVersion, deviceId: settings.deviceId, authority: settings.authority.name },
        rulePack: ports.rulePack,
        projects: whole.map(({ project, log }) => ({ project, history: log })),
      });
      const name = exportFileName(whole.length === 1 ? (whole[0]?.project.title ?? '') : settings.authority.name, ports.clock.now(), 'caiet.json');
      return saved((await ports.files.save('package', name, bytes))?.location);
    },
    exportWorkbook: async (id) => {
      const project = await present(id);
      const bytes = await ports.workbook(project, evaluate(project, ports.rulePack), workspace.state().settings.locale ?? 'ro');
      return saved((await ports.files.save('workbook', exportFileName(project.title, ports.clock.now(), 'xlsx'), bytes))?.location);
    },
    ...publicationCommands(ports, workspace, { present, saved }),
    pickPackage: () => ports.files.open('package'),
    inspectPackage: async (name, bytes) => readPackage(name, bytes, { rulePack: ports.rulePack }),
    compare: async (report) => {
      await session.settle();
      const updated = new Map(workspace.state().summaries.map((line) => [line.id, line.updatedAt]));
      const compared = async ({ project: incoming }: PackageProject): Promise<[Id, ProjectComparison]> => {
        const updatedAt = updated.get(incoming.id);
        if (updatedAt === undefined) return [incoming.id, { outcome: { status: 'new' }, here: undefined }];
        const here = await present(incoming.id);
        return [incoming.id, { outcome: comparePackageProject({ project: here, updatedAt }, incoming), here }];
      };
      return Object.fromEntries(await Promise.all(report.projects.map(compared)));
    },
    importPackage: async (report, choices) => {
      await session.settle();
      const planned = await Promise.all(report.projects.map((incoming) => adoption(incoming, choices[incoming.project.id] ?? 'skip', report)));
      const adoptions = planned.filter((each) => each !== null);
      await ports.store.adopt(adoptions);
      workspace.set({ summaries: await ports.store.summaries() });
      await session.reload();
      workspace.notify({ tone: 'success', code: 'packageImported', data: { count: adoptions.length } });
    },
  };
};
