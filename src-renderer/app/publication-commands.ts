/** What may be published of a project, as files. Whoever does not say that the report is published gets the safe one. */
import type { AuditEntry } from '../domain/change';
import type { Project } from '../domain/project';
import type { Id } from '../domain/values';
import { encodeOcds, ocdsPublication, writtenReleases, type OcdsPublication } from '../exchange/ocds/release-package';
import { encodePublicPackage } from '../exchange/public/public-package';
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
  const save = async (project: Project, ending: string, bytes: Uint8Array): Promise<string | null> =>
    saved((await ports.files.save('package', exportFileName(project.title, ports.clock.now(), ending), bytes))?.location);
  const openData = async (id: Id, phase: PublicationPhase, ocidPrefix: string): Promise<OcdsPublication> => {
    await present(id);
    const { project, log } = await whole(id);
    return ocdsPublication(project, { phase, date: ports.clock.now(), ocidPrefix, language: TEXT_LANGUAGE }, log);
  };
  return {
    exportOcds: async (id, phase = 'beforeReport') => {
      const { content } = await openData(id, phase, workspace.state().settings.ocidPrefix ?? '');
      return save(await present(id), 'ocds.json', encodeOcds(content));
    },
    ocdsReleases: async (id, phase) => {
      const publication = await openData(id, phase, '');
      return { releases: writtenReleases(publication), lost: publication.lost };
    },
    exportPublic: async (id, phase = 'beforeReport') => {
      const project = await present(id);
      const producer = { app: 'Caiet', version: ports.host.appVersion };
      const bytes = encodePublicPackage(project, { phase, date: ports.clock.now(), producer, rulePack: ports.rulePack });
      return save(project, 'public.caiet.json', bytes);
    },
  };
};
