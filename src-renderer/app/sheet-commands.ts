/** Score sheets as files: handed out, filled in on another computer, and taken in when they come back. */
import { sha256Hex } from '../domain/digest';
import type { Handout, SheetForm } from '../domain/handout';
import { fail } from '../domain/problem';
import type { Evaluator, Project } from '../domain/project';
import { checkReturn, type ReturnedSheet } from '../domain/sheet-return';
import { summarise } from '../domain/project-summary';
import type { Id, Json } from '../domain/values';
import type { Watched } from '../exchange/package-desk';
import type { PackageProducer } from '../exchange/package-schema';
import { readPackage } from '../exchange/read-package';
import { returnedFromPackage } from '../exchange/sheet-package';
import type { SheetCommands } from './several-evaluators';
import { exportFileName } from './export-file-name';
import { sheetToHandOut } from './hand-out';
import type { ProjectPorts } from './ports';
import type { Session } from './session';
import type { Workspace } from './workspace';

/** A package is JSON; every workbook Caiet reads begins with something else. */
const isPackage = (name: string, bytes: Uint8Array): boolean => name.toLowerCase().endsWith('.json') || bytes[0] === 0x7b;

const ENDINGS: Readonly<Record<SheetForm, string>> = { package: 'caiet.json', workbook: 'xlsx' };

export const sheetCommands = (ports: ProjectPorts, workspace: Workspace, session: Session): SheetCommands => {
  const producer = (): PackageProducer => {
    const { deviceId, authority } = workspace.state().settings;
    return { app: 'Caiet', version: ports.host.appVersion, deviceId, authority: authority.name };
  };
  const bytesOf = (form: SheetForm, sheet: Project, watched: Watched): Promise<Uint8Array> => (form === 'workbook'
    ? ports.fileDesk.sheetWorkbook({ sheet }, watched)
    : ports.fileDesk.sheetPackage({ sheet, way: 'handedOut', history: [], at: sheet.assignment?.handedOutAt ?? ports.clock.now(), producer: producer() }, watched));
  const person = (project: Project, id: Id): Evaluator => {
    const found = project.evaluators[id];
    if (found === undefined) throw fail('store.notFound', { id });
    return found;
  };
  const told = (location: string | undefined): string | null => {
    if (location === undefined) return null;
    workspace.notify({ tone: 'success', code: 'exported', data: { location } });
    return location;
  };
  const readReturned = async (name: string, bytes: Uint8Array): Promise<ReturnedSheet> => {
    if (!isPackage(name, bytes)) return ports.readScoreSheet(name, bytes);
    const returned = returnedFromPackage(readPackage(name, bytes), sha256Hex(bytes));
    if (returned === null) throw fail('sheet.notASheet', { file: name });
    return returned;
  };

  return {
    handOut: async (evaluatorId, lotIds, form, watched = {}) => {
      const project = session.project();
      const evaluator = person(project, evaluatorId);
      const { basis, sheet } = sheetToHandOut(project, evaluator, lotIds, ports);
      const bytes = await bytesOf(form, sheet, watched);
      const fileName = exportFileName(`${evaluator.name} ${project.title}`.trim(), basis.at, ENDINGS[form]);
      const saved = await ports.files.save(form, fileName, bytes, watched.signal);
      if (saved === null) return null;
      const handout: Handout = { ...basis, form, fileName, sha256: sha256Hex(bytes), returns: {} };
      session.edit({ code: 'sheetHandedOut', data: { name: evaluator.name } }, (draft) => {
        draft.handouts = { ...draft.handouts, [handout.id]: handout };
      });
      return told(saved.location);
    },
    pickReturned: () => ports.files.open('sheet'),
    inspectReturned: async (name, bytes) => checkReturn(session.project(), await readReturned(name, bytes)),
    takeIn: ({ returned }) => {
      // Checked again: the project may have changed since the file was looked at.
      const check = checkReturn(session.project(), returned);
      if (check.next === null) return false;
      return session.replace({ code: 'sheetTakenIn', data: { name: check.evaluator?.name ?? '', count: check.scores } }, check.next(ports.clock.now()));
    },
    accept: async (report) => {
      const found = report.sheet;
      if (found === null) throw fail('sheet.notASheet', { file: report.fileName });
      if (found.way === 'returned') throw fail('sheet.isReturned', { file: report.fileName });
      const error = report.problems.find(({ severity }) => severity === 'error');
      if (error !== undefined) throw fail(error.code, error.data, error.pointer);
      const { sheet } = found;
      // The same sheet again opens the one that is here, with whatever was scored in it.
      if ((await ports.store.load(sheet.id)) === undefined) {
        await session.settle();
        const change = session.change(sheet.id, { code: 'projectImported', data: { title: sheet.title, file: report.fileName } }, [{ path: [], after: sheet as Json }]);
        await ports.store.commit([change]);
        workspace.putSummary(summarise(sheet, change.at));
      }
      await session.open(sheet.id);
      return sheet.id;
    },
    sendBack: async (watched = {}) => {
      const { id, assignment, evaluators } = session.project();
      const name = evaluators[assignment?.evaluatorId ?? '']?.name ?? '';
      await session.settle();
      const { project, log } = await session.whole(id);
      const at = ports.clock.now();
      const bytes = await ports.fileDesk.sheetPackage({ sheet: project, way: 'returned', history: log, at, producer: producer() }, watched);
      return told((await ports.files.save('package', exportFileName(`${name} ${project.title}`.trim(), at, 'caiet.json'), bytes, watched.signal))?.location);
    },
  };
};
