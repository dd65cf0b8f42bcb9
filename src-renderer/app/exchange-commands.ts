/** Packages and workbooks: the project leaves the application and comes back. */
import { exchangeMarks } from '../domain/exchange-marks';
import { fail } from '../domain/problem';
import type { Project } from '../domain/project';
import { withoutSealedPrices } from '../domain/sealed-prices';
import type { LocalProject, StandingFacts } from '../exchange/compare';
import type { PackageProducer } from '../exchange/package-schema';
import type { Id } from '../domain/values';
import { Turns } from '../turns/turns';
import type { ExchangeCommands, ProjectImported } from './caiet';
import { exportFileName } from './export-file-name';
import type { DeviceCommands } from './package-commands';
import { makePackage } from './package-export';
import { packageImport } from './package-import';
import type { CaietPorts } from './ports';
import { publicationCommands } from './publication-commands';
import { receiptCommands } from './receipt-commands';
import type { Session } from './session';
import type { TargetCommands } from './targets/target-state';
import { sealedLog } from './whole-project';
import type { Workspace } from './workspace';

/** Share of an import before storing begins. */
const PLANNED = 0.3;

export const exchangeCommands = (ports: CaietPorts, workspace: Workspace, session: Session, devices: DeviceCommands, targets: Pick<TargetCommands, 'answer'>): ExchangeCommands => {
  /** What is on the screen when the project is open (also while saving fails), else what is stored. A received sheet is no project to send. */
  const present = async (id: Id): Promise<Project> => {
    const open = workspace.state().open?.project;
    const project = open?.id === id ? open : (await ports.store.load(id))?.project;
    if (project === undefined) throw fail('store.notFound', { id });
    if (project.assignment !== undefined) throw fail('sheet.notWhole', { title: project.title });
    return project;
  };

  const saved = (location: string | undefined): string | null => {
    if (location === undefined) return null;
    workspace.notify({ tone: 'success', code: 'exported', data: { location } });
    return location;
  };

  const importer = packageImport(ports, session);
  const producer = (): PackageProducer => {
    const { settings } = workspace.state();
    return { app: 'Caiet', version: ports.host.appVersion, deviceId: settings.deviceId, authority: settings.authority.name };
  };

  /** What is here of a project of a package. */
  const local = async (id: Id): Promise<LocalProject> => {
    const { project, log } = await session.whole(id);
    return { project, history: log, updatedAt: workspace.state().summaries.find((line) => line.id === id)?.updatedAt ?? '' };
  };

  /** The list and the open project as stored now. */
  const showStored = async (): Promise<void> => {
    workspace.set({ summaries: await ports.store.summaries() });
    await session.reload();
  };

  return {
    exportPackage: async (ids, options = {}) => {
      const { name, bytes } = await makePackage(ids, options, ports, workspace, session);
      return saved((await ports.files.save('package', name, bytes, options.signal))?.location);
    },
    exportWorkbook: async (id, watched = {}) => {
      const project = await present(id);
      const bytes = await ports.fileDesk.workbook({ project, rulePack: ports.rulePack, locale: workspace.state().settings.locale ?? 'ro' }, watched);
      return saved((await ports.files.save('workbook', exportFileName(project.title, ports.clock.now(), 'xlsx'), bytes, watched.signal))?.location);
    },
    ...publicationCommands(ports, workspace, { present, whole: session.whole, saved }),
    pickPackage: () => ports.files.open('package'),
    inspectPackage: (name, bytes, options = {}) => ports.packages.read(name, bytes, { ...options, rulePack: ports.rulePack }),
    standings: async (report, onProgress) => {
      await session.settle();
      const here = new Set(workspace.state().summaries.map(({ id }) => id));
      const turns = new Turns();
      const compared: [Id, StandingFacts][] = [];
      for (const { id } of report.projects) {
        compared.push([id, here.has(id) ? await report.standing(id, await local(id)) : { status: 'new' }]);
        await turns.take();
        onProgress?.(compared.length);
      }
      return Object.fromEntries(compared);
    },
    compare: async (report, id) => {
      await session.settle();
      if (workspace.state().summaries.every((line) => line.id !== id)) return null;
      const here = await local(id);
      return { ...(await report.compare(id, here)), here: withoutSealedPrices(here.project) };
    },
    importPackage: async (report, choices, { onProgress = () => undefined, signal } = {}) => {
      await session.settle();
      const projects: ProjectImported[] = [];
      const adoptions = importer.adoptions(report, choices, (imported) => {
        projects.push(imported);
        onProgress((projects.length / report.projects.length) * PLANNED, true);
      });
      await ports.store.adopt(adoptions, { signal, onProgress: (fraction, canStop) => onProgress(PLANNED + fraction * (1 - PLANNED), canStop) });
      await devices.remember(report);
      await showStored();
      workspace.notify({ tone: 'success', code: 'packageImported', data: { count: projects.filter(({ changeId }) => changeId !== null).length } });
      return { packageId: report.packageId, fileName: report.fileName, importedAt: ports.clock.now(), projects };
    },
    undoImport: async ({ projects }) => {
      await session.settle();
      const done = projects.filter(({ changeId }) => changeId !== null);
      const changes = [];
      const turns = new Turns();
      for (const each of done) {
        changes.push(await importer.takenBack(each));
        await turns.take();
      }
      const undone = changes.filter((change) => change !== null);
      await ports.store.commit(undone);
      await showStored();
      return { undone: undone.length, kept: done.length - undone.length };
    },
    ...receiptCommands(ports, session, { producer, saved, targets, devices }),
    marks: () => exchangeMarks(sealedLog(session.log())),
  };
};
