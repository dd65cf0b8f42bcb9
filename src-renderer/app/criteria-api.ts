/** What the window can do with the tree of award criteria, the rules of the ranking, the conditions and the freeze. */
import type { CallRules } from '../domain/call-rules';
import type { KnockOut } from '../domain/knock-out';
import type { AwardCriterion, CostCriterion } from '../domain/project';
import type { Id, Money } from '../domain/values';

export type CriterionMove = 'up' | 'down' | 'into' | 'outOf';

/** A price of another project, to try a formula on. */
export interface PastPrice {
  readonly bidder: string;
  readonly lot: string;
  readonly price: Money;
}

export interface CriteriaCommands {
  /** At the end of a group, or of the first level. */
  add(type: AwardCriterion['type'], parentId: Id | null): Id;
  /** Among its siblings, into the group before it, or out of its group to the place after it. Nothing happens where that is not possible. */
  move(id: Id, how: CriterionMove): void;
  /** The rubric of transformative potential as one group, beside what is there. */
  addRubric(locale: 'ro' | 'en'): void;
  addCostItem(criterionId: Id): Id;
  editCostItem(criterionId: Id, itemId: Id, fields: Partial<Pick<CostCriterion['costItems'][string], 'name' | 'timing'>>): void;
  removeCostItem(criterionId: Id, itemId: Id): void;
  setRules(fields: Partial<CallRules>): void;
  addKnockOut(kind: KnockOut['kind']): Id;
  editKnockOut(id: Id, fields: Partial<Pick<KnockOut, 'kind' | 'title' | 'description' | 'evidence' | 'lotIds'>>): void;
  removeKnockOut(id: Id): void;
  /** Locks the call under a hash; refused with a sentence while the call has errors. */
  freeze(): void;
  /** Opens the frozen call for the changes of a recorded erratum; refused once something was opened. */
  amend(erratumId: Id): void;
  /** Comparable prices of a stored project's bids, lowest first. */
  pastPrices(projectId: Id): Promise<readonly PastPrice[]>;
}
