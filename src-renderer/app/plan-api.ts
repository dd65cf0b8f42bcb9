/** The commands of a call's plan: procedure, days, phases, risks, questions and errata. */
import type { Clarification } from '../domain/clarification';
import type { Erratum } from '../domain/erratum';
import type { Phase } from '../domain/phase';
import type { NotedPurchase, Procedure } from '../domain/procedure/procedure';
import type { Risk } from '../domain/risk';
import type { MilestoneKind } from '../domain/timeline/milestone';
import type { CivilDate, Id } from '../domain/values';

/** The plan of the call. Every edit is one labelled, undoable change. */
export interface PlanCommands {
  editProcedure(fields: Partial<Procedure>): void;
  /** A similar purchase that is no project here. */
  addNotedPurchase(): Id;
  editNotedPurchase(id: Id, fields: Partial<Pick<NotedPurchase, 'what' | 'on' | 'value'>>): void;
  removeNotedPurchase(id: Id): void;
  /** Null takes a day out of the plan. */
  setDates(dates: Readonly<Partial<Record<MilestoneKind, CivilDate | null>>>): void;
  addPhase(): Id;
  editPhase(id: Id, fields: Partial<Pick<Phase, 'name' | 'suppliers' | 'capPerSupplier' | 'budget' | 'months' | 'result'>>): void;
  movePhase(id: Id, toIndex: number): void;
  removePhase(id: Id): void;
  addRisk(): Id;
  editRisk(id: Id, fields: Partial<Pick<Risk, 'description' | 'category' | 'allocation' | 'measures'>>): void;
  moveRisk(id: Id, toIndex: number): void;
  removeRisk(id: Id): void;
  addClarification(): Id;
  editClarification(id: Id, fields: Partial<Pick<Clarification, 'receivedOn' | 'asker' | 'question' | 'publicQuestion' | 'answer' | 'publishedOn' | 'mergedInto'>>): void;
  /** Questions merged into it are answered on their own again. */
  removeClarification(id: Id): void;
  addErratum(): Id;
  editErratum(id: Id, fields: Partial<Pick<Erratum, 'what' | 'reason' | 'effect' | 'publishedOn' | 'deadlineBefore' | 'deadlineAfter'>>): void;
  removeErratum(id: Id): void;
}
