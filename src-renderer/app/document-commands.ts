/** Documents made of a project: listed, saved for Word, saved as they print. */
import { utcDate } from '../domain/civil-date';
import type { DocumentEntry } from '../domain/ports/document';
import { withoutSealedPrices } from '../domain/sealed-prices';
import type { DocumentCommands } from './document-door';
import { exportFileName } from './export-file-name';
import type { CaietPorts } from './ports';
import type { Workspace } from './workspace';

const fileTitle = ({ title, about }: DocumentEntry): string => (about === '' ? title : `${title} – ${about}`);

export const documentCommands = (ports: CaietPorts, workspace: Workspace): DocumentCommands => {
  const saved = (location: string | undefined): string | null => {
    if (location === undefined) return null;
    workspace.notify({ tone: 'success', code: 'exported', data: { location } });
    return location;
  };
  const nameOf = (entry: DocumentEntry, extension: string): string => exportFileName(fileTitle(entry), ports.clock.now(), extension);
  return {
    list: (project, options) => ports.documents.list(withoutSealedPrices(project), { ...options, today: utcDate(ports.clock.now()) }),
    saveDocx: async (entry, watched = {}) => saved((await ports.files.save('document', nameOf(entry, 'docx'), await ports.fileDesk.document(entry.compose(), watched), watched.signal))?.location),
    savePdf: async (entry) => saved((await ports.files.savePdf(nameOf(entry, 'pdf')))?.location),
  };
};
