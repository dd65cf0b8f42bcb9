/** Conditions and requirements of the specification, by the requirements extension: one criterion each, with one requirement. */
import type { KnockOut } from '../../domain/knock-out';
import { inOrder } from '../../domain/position';
import type { Project } from '../../domain/project';
import type { Requirement } from '../../domain/requirement';
import type { Id } from '../../domain/values';
import { maybe, said } from './written';

export interface OcdsRequirement {
  readonly id: string;
  readonly title?: string;
  readonly description?: string;
}

export interface OcdsCriterion {
  readonly id: string;
  readonly title?: string;
  readonly description?: string;
  /** `tenderer`: who answers. */
  readonly source: 'tenderer';
  /** Only of what is asked of the bidder; the extension has no word for a whole bid. */
  readonly relatesTo?: 'tenderer';
  readonly requirementGroups: readonly [{ readonly id: string; readonly requirements: readonly [OcdsRequirement] }];
}

/** The one requirement of a criterion, as bids answer it. */
export const requirementId = ({ id }: { readonly id: Id }): string => `${id}-requirement`;

/** Those of the specification that are conditions; desirable ones are none. */
export const mandatoryRequirements = ({ requirements }: Pick<Project, 'requirements'>): readonly Requirement[] => inOrder(requirements ?? {}).filter(({ kind }) => kind === 'mandatory');

const criterionOf = ({ id, kind, title, description, evidence }: KnockOut): OcdsCriterion => ({
  id,
  ...maybe('title', said(title)),
  ...maybe('description', said(description)),
  source: 'tenderer',
  ...maybe('relatesTo', kind === 'qualification' ? 'tenderer' as const : null),
  requirementGroups: [{ id: `${id}-group`, requirements: [{ id: requirementId({ id }), ...maybe('title', said(title)), ...maybe('description', said(evidence)) }] }],
});

/** Its short name and chapter as title. The description of its one requirement is how it is proven. */
const requirementOf = ({ id, code, section, text, verification }: Requirement): OcdsCriterion => ({
  id,
  ...maybe('title', [said(code), said(section)].filter((part) => part !== '').join(' · ')),
  ...maybe('description', said(text)),
  source: 'tenderer',
  requirementGroups: [{ id: `${id}-group`, requirements: [{ id: requirementId({ id }), ...maybe('title', said(code)), ...maybe('description', said(verification)) }] }],
});

/** First the conditions, then the mandatory requirements; null when the call has none of either. */
export const ocdsCriteria = (project: Project): readonly OcdsCriterion[] | null => {
  const criteria = [...inOrder(project.knockOuts ?? {}).map(criterionOf), ...mandatoryRequirements(project).map(requirementOf)];
  return criteria.length === 0 ? null : criteria;
};
