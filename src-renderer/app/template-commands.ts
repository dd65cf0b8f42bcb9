/** Forms that leave empty and come back filled in. */
import type { TemplateCommands } from './template-door';
import { exportFileName } from './export-file-name';
import type { CaietPorts } from './ports';
import type { Session } from './session';
import { templateFor } from './template-request';
import type { Workspace } from './workspace';

export const templateCommands = (ports: CaietPorts, workspace: Workspace, session: Session): TemplateCommands => ({
  save: async (kind, title) => {
    const project = session.project();
    const bytes = await ports.template(templateFor(kind, project), workspace.state().settings.locale ?? 'ro');
    const name = exportFileName(`${title} ${project.title}`.trim(), ports.clock.now(), 'xlsx');
    return (await ports.files.save('workbook', name, bytes))?.location ?? null;
  },
});
