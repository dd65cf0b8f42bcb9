/** What may be published of a project, as files. Whoever does not say that the report is published gets the safe one. */
import type { Project } from '../domain/project';
import { forLeaving } from '../domain/sealed-prices';
import type { Id } from '../domain/values';
import { encodeOcds, ocdsReleasePackage } from '../exchange/ocds/release-package';
import { encodePublicPackage } from '../exchange/public/public-package';
import type { ExchangeCommands } from './caiet';
import { exportFileName } from './export-file-name';
import type { CaietPorts } from './ports';
import type { Workspace } from './workspace';

interface Export {
  /** The project as it is now. */
  readonly present: (id: Id) => Promise<Project>;
  /** Tells where the file went; null when the person cancelled. */
  readonly saved: (location: string | undefined) => string | null;
}

/** Calls are written in Romanian, whatever language the window speaks. */
const TEXT_LANGUAGE = 'ro';

export const publicationCommands = (ports: CaietPorts, workspace: Workspace, { present, saved }: Export): Pick<ExchangeCommands, 'exportOcds' | 'exportPublic'> => {
  const save = async (project: Project, ending: string, bytes: Uint8Array): Promise<string | null> =>
    saved((await ports.files.save('package', exportFileName(project.title, ports.clock.now(), ending), bytes))?.location);
  return {
    exportOcds: async (id, phase = 'beforeReport') => {
      const project = await present(id);
      const ocidPrefix = workspace.state().settings.ocidPrefix ?? '';
      const content = ocdsReleasePackage(forLeaving(project), { phase, date: ports.clock.now(), ocidPrefix, language: TEXT_LANGUAGE });
      return save(project, 'ocds.json', encodeOcds(content));
    },
    exportPublic: async (id, phase = 'beforeReport') => {
      const project = await present(id);
      const producer = { app: 'Caiet', version: ports.host.appVersion };
      const bytes = encodePublicPackage(project, { phase, date: ports.clock.now(), producer, rulePack: ports.rulePack });
      return save(project, 'public.caiet.json', bytes);
    },
  };
};
