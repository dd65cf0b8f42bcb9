/** Forms that leave empty and come back filled in. */
import { costsAsked } from '../domain/cost-items';
import { foldText } from '../domain/fold-text';
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

/** In the needs' order; a title that two needs bear tells neither of them. */
const needTitles = ({ needs = {} }: Project): readonly string[] => {
  const titles = inOrder(needs).map(({ title }) => title.trim()).filter((title) => title !== '');
  const counts = new Map<string, number>();
  for (const title of titles) counts.set(foldText(title), (counts.get(foldText(title)) ?? 0) + 1);
  return titles.filter((title) => counts.get(foldText(title)) === 1);
};

export const templateCommands = (ports: CaietPorts, workspace: Workspace, session: Session): TemplateCommands => ({
  save: async (kind, title) => {
    const project = session.project();
    const request: TemplateRequest = {
      kind, projectId: project.id, projectTitle: project.title, lotNumbers: inOrder(project.lots).map(({ number }) => number),
      needTitles: needTitles(project), filled: filledRows(kind, project),
    };
    const bytes = await ports.template(request, workspace.state().settings.locale ?? 'ro');
    const name = exportFileName(`${title} ${project.title}`.trim(), ports.clock.now(), 'xlsx');
    return (await ports.files.save('workbook', name, bytes))?.location ?? null;
  },
});
