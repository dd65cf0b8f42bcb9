/** Forms that leave empty and come back filled in. */
import { costsAsked } from '../domain/cost-items';
import { inOrder } from '../domain/position';
import type { TemplateKind, TemplateRequest } from '../domain/ports/template-request';
import type { Project } from '../domain/project';
import type { TemplateCommands } from './template-door';
import { exportFileName } from './export-file-name';
import type { CaietPorts } from './ports';
import type { Session } from './session';
import type { Workspace } from './workspace';

/** A bid form begins with one row for each lot, a form of costs with one for each cost the call asks for; the others begin empty. */
const filledRows = (kind: TemplateKind, project: Project): TemplateRequest['filled'] => {
  const lots = inOrder(project.lots);
  if (kind === 'bids') return lots.map(({ number }) => ({ lot: number }));
  return kind === 'costs' ? lots.flatMap(({ id, number }) => costsAsked(project, id).map(({ name, timing }) => ({ lot: number, cost: name, timing }))) : [];
};

export const templateCommands = (ports: CaietPorts, workspace: Workspace, session: Session): TemplateCommands => ({
  save: async (kind, title) => {
    const project = session.project();
    const request: TemplateRequest = {
      kind, projectId: project.id, projectTitle: project.title, lotNumbers: inOrder(project.lots).map(({ number }) => number), filled: filledRows(kind, project),
    };
    const bytes = await ports.template(request, workspace.state().settings.locale ?? 'ro');
    const name = exportFileName(`${title} ${project.title}`.trim(), ports.clock.now(), 'xlsx');
    return (await ports.files.save('workbook', name, bytes))?.location ?? null;
  },
});
