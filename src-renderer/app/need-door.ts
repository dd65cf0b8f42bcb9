/** What the window can do with needs and requirements. Every command is one undoable change. */
import type { Need } from '../domain/need';
import type { Requirement } from '../domain/requirement';
import type { Id } from '../domain/values';
import type { TakenBackCounts } from './taken-back';

/** The two tables of a specification that come in from spreadsheets. */
export type SpecificationKind = 'needs' | 'requirements';

export interface NeedEdits {
  addNeed(): Id;
  editNeed(id: Id, fields: Partial<Omit<Need, 'id' | 'position' | 'importId'>>): void;
  /** Requirements that answered it stay, and answer none. */
  removeNeed(id: Id): void;
  moveNeed(id: Id, toIndex: number): void;
  /** `needId`: the need it is to answer, when it is known. */
  addRequirement(needId?: Id): Id;
  editRequirement(id: Id, fields: Partial<Omit<Requirement, 'id' | 'position' | 'importId'>>): void;
  removeRequirement(id: Id): void;
  moveRequirement(id: Id, toIndex: number): void;
  /** Takes back what an import brought; what was worked on since stays and is counted. */
  undoImport(kind: SpecificationKind, importId: Id): Promise<TakenBackCounts>;
}
