/** Forms that leave empty and come back filled in. */
import type { TemplateCommands } from './template-door';
import { exportFileName } from './export-file-name';
import type { CaietPorts } from './ports';
import type { Session } from './session';
import { templateFor } from './template-request';
import type { Workspace } from './workspace';

export const templateCommands = (ports: CaietPorts, workspace: Workspace, session: Session): TemplateCommands => ({
  save: async (kind, title, watched = {}) => {
    const project = session.project();
    const bytes = await ports.fileDesk.template({ request: templateFor(kind, project), locale: workspace.state().settings.locale ?? 'ro' }, watched);
    const name = exportFileName(`${title} ${project.title}`.trim(), ports.clock.now(), 'xlsx');
    return (await ports.files.save('workbook', name, bytes, watched.signal))?.location ?? null;
  },
});
