/** Conditions every bid must meet, by the requirements extension: one criterion a condition, with one requirement. */
import type { KnockOut } from '../../domain/knock-out';
import { inOrder } from '../../domain/position';
import type { Project } from '../../domain/project';
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

const criterionOf = ({ id, kind, title, description, evidence }: KnockOut): OcdsCriterion => ({
  id,
  ...maybe('title', said(title)),
  ...maybe('description', said(description)),
  source: 'tenderer',
  ...maybe('relatesTo', kind === 'qualification' ? 'tenderer' as const : null),
  requirementGroups: [{ id: `${id}-group`, requirements: [{ id: `${id}-requirement`, ...maybe('title', said(title)), ...maybe('description', said(evidence)) }] }],
});

/** Null when the call has no condition. */
export const ocdsCriteria = ({ knockOuts }: Project): readonly OcdsCriterion[] | null => {
  const criteria = inOrder(knockOuts ?? {}).map(criterionOf);
  return criteria.length === 0 ? null : criteria;
};
