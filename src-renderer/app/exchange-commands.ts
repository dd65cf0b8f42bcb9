/** Packages and workbooks: the project leaves the application and comes back. */
import { evaluate } from '../domain/evaluation/evaluate';
import { exchangeMarks } from '../domain/exchange-marks';
import { fail } from '../domain/problem';
import type { Project } from '../domain/project';
import { forLeaving, withoutSealedPrices } from '../domain/sealed-prices';
import { comparingPackageProject } from '../exchange/compare';
import type { PackageProducer } from '../exchange/package-schema';
import type { PackageProject } from '../exchange/report';
import type { Id } from '../domain/values';
import type { ExchangeCommands, ProjectComparison } from './caiet';
import { exportFileName } from './export-file-name';
import { inSlices } from './in-slices';
import type { DeviceCommands } from './package-commands';
import { makePackage } from './package-export';
import { keepContents } from './package-files';
import { packageImport } from './package-import';
import type { CaietPorts } from './ports';
import { publicationCommands } from './publication-commands';
import { receiptCommands } from './receipt-commands';
import { comparisonToShow } from './sealed-comparison';
import type { Session } from './session';
import type { TargetCommands } from './targets/target-state';
import { Turns } from './turns';
import { sealedLog } from './whole-project';
import type { Workspace } from './workspace';

/** Share of an import before storing begins. */
const PLANNED = 0.2;

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

  /** The list and the open project as stored now. */
  const showStored = async (): Promise<void> => {
    workspace.set({ summaries: await ports.store.summaries() });
    await session.reload();
  };

  return {
    exportPackage: async (ids, options = {}) => {
      const { name, bytes } = await makePackage(ids, options, ports, workspace, session);
      return saved((await ports.files.save('package', name, bytes))?.location);
    },
    exportWorkbook: async (id) => {
      const project = forLeaving(await present(id));
      const bytes = await ports.workbook(project, evaluate(project, ports.rulePack), workspace.state().settings.locale ?? 'ro');
      return saved((await ports.files.save('workbook', exportFileName(project.title, ports.clock.now(), 'xlsx'), bytes))?.location);
    },
    ...publicationCommands(ports, workspace, { present, whole: session.whole, saved }),
    pickPackage: () => ports.files.open('package'),
    inspectPackage: (name, bytes, options = {}) => ports.packages.read(name, bytes, { ...options, rulePack: ports.rulePack }),
    compare: async (report, onProgress) => {
      await session.settle();
      const updated = new Map(workspace.state().summaries.map((line) => [line.id, line.updatedAt]));
      const compared: [Id, ProjectComparison][] = [];
      for (const incoming of report.projects) {
        const { id } = incoming.project;
        const updatedAt = updated.get(id);
        const here = updatedAt === undefined ? undefined : await session.whole(id);
        const local = here === undefined ? undefined : { project: here.project, history: here.log, updatedAt: updatedAt ?? '' };
        const outcome = await inSlices(comparingPackageProject(local, incoming, report));
        compared.push([id, here === undefined ? { outcome, here } : { outcome: comparisonToShow(outcome, here.project, incoming.project), here: withoutSealedPrices(here.project) }]);
        onProgress?.(compared.length);
      }
      return Object.fromEntries(compared);
    },
    importPackage: async (report, choices, { onProgress = () => undefined, signal } = {}) => {
      await session.settle();
      const turns = new Turns();
      const planned: { readonly incoming: PackageProject; readonly plan: Awaited<ReturnType<typeof importer.plan>> }[] = [];
      for (const incoming of report.projects) {
        planned.push({ incoming, plan: await importer.plan(incoming, choices[incoming.project.id] ?? 'skip', report) });
        await turns.take();
        if (signal?.aborted === true) throw fail('store.cancelled');
        onProgress((planned.length / report.projects.length) * PLANNED, true);
      }
      const adoptions = planned.flatMap(({ plan }) => (plan === null ? [] : [plan.adoption]));
      await keepContents(report, planned.map(({ plan }) => plan?.adoption ?? null), ports);
      await ports.store.adopt(adoptions, { signal, onProgress: (fraction, canStop) => onProgress(PLANNED + fraction * (1 - PLANNED), canStop) });
      await devices.remember(report);
      await showStored();
      workspace.notify({ tone: 'success', code: 'packageImported', data: { count: adoptions.length } });
      return {
        packageId: report.packageId, fileName: report.fileName, importedAt: ports.clock.now(),
        projects: planned.map(({ incoming, plan }) => plan?.imported ?? importer.skipped(incoming)),
      };
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
