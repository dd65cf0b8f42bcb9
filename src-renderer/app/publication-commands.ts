/** What may be published of a project, as files. Whoever does not say that the report is published gets the safe one. */
import type { AuditEntry } from '../domain/change';
import type { Project } from '../domain/project';
import type { Id } from '../domain/values';
import type { OcdsRequest } from '../exchange/file-desk';
import type { Watched } from '../exchange/package-desk';
import type { PublicationPhase } from '../exchange/public/publication-phase';
import type { ExchangeCommands } from './caiet';
import { exportFileName } from './export-file-name';
import type { CaietPorts } from './ports';
import type { WholeProject } from './whole-project';
import type { Workspace } from './workspace';

interface Export {
  /** The project as it is now. */
  readonly present: (id: Id) => Promise<Project>;
  /** With the history that tells of exactly it. */
  readonly whole: (id: Id) => Promise<WholeProject<AuditEntry>>;
  /** Tells where the file went; null when the person cancelled. */
  readonly saved: (location: string | undefined) => string | null;
}

/** Calls are written in Romanian, whatever language the window speaks. */
const TEXT_LANGUAGE = 'ro';

export const publicationCommands = (ports: CaietPorts, workspace: Workspace, { present, whole, saved }: Export): Pick<ExchangeCommands, 'exportOcds' | 'ocdsReleases' | 'exportPublic'> => {
  const save = async (project: Project, ending: string, bytes: Uint8Array, { signal }: Watched): Promise<string | null> =>
    saved((await ports.files.save('package', exportFileName(project.title, ports.clock.now(), ending), bytes, signal))?.location);
  const openData = async (id: Id, phase: PublicationPhase, ocidPrefix: string): Promise<OcdsRequest> => {
    await present(id);
    const { project, log } = await whole(id);
    return { project, history: log, options: { phase, date: ports.clock.now(), ocidPrefix, language: TEXT_LANGUAGE } };
  };
  return {
    exportOcds: async (id, phase = 'beforeReport', watched = {}) => {
      const request = await openData(id, phase, workspace.state().settings.ocidPrefix ?? '');
      return save(request.project, 'ocds.json', await ports.fileDesk.ocds(request, watched), watched);
    },
    ocdsReleases: async (id, phase, watched = {}) => ports.fileDesk.releases(await openData(id, phase, ''), watched),
    exportPublic: async (id, phase = 'beforeReport', watched = {}) => {
      const project = await present(id);
      const producer = { app: 'Caiet', version: ports.host.appVersion };
      return save(project, 'public.caiet.json', await ports.fileDesk.public({ project, options: { phase, date: ports.clock.now(), producer, rulePack: ports.rulePack } }, watched), watched);
    },
  };
};
