/** What an empty form is made for: a project and its lots, needs and costs, or nothing yet. */
import { costsAsked } from '../domain/cost-items';
import { foldText } from '../domain/fold-text';
import { inOrder } from '../domain/position';
import type { TemplateKind, TemplateRequest } from '../domain/ports/template-request';
import type { Project } from '../domain/project';

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

/** The form of a kind for a project. Nothing of any bid is in it. */
export const templateFor = (kind: TemplateKind, project: Project): TemplateRequest => ({
  kind, projectId: project.id, projectTitle: project.title, lotNumbers: inOrder(project.lots).map(({ number }) => number), needTitles: needTitles(project), filled: filledRows(kind, project),
});

/** The form of a kind made outside any project: it can be imported into every one. */
export const templateForNobody = (kind: TemplateKind): TemplateRequest => ({ kind, projectId: '', projectTitle: '', lotNumbers: [], needTitles: [], filled: [] });
