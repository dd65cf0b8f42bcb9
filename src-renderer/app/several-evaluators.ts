/** What the window can do with several evaluators: the commission, their sheets as files, the consensus round. */
import type { Declaration } from '../domain/commission';
import type { SheetForm } from '../domain/handout';
import type { Moderation } from '../domain/moderation';
import type { Evaluator } from '../domain/project';
import type { ReturnCheck } from '../domain/sheet-return';
import type { Id } from '../domain/values';
import type { OpenedFacts } from '../exchange/opened-package';
import type { Watched } from '../exchange/package-desk';

/** What is said of a person in the commission. */
export type MemberFields = Pick<Evaluator, 'name' | 'role' | 'votes' | 'organisation' | 'email'>;

export interface CommissionCommands {
  add(fields: MemberFields): Id;
  edit(id: Id, fields: MemberFields): void;
  /** With their scores; throws `commission.hasSheet` for somebody who was handed a sheet. */
  remove(id: Id): void;
  declare(id: Id, declaration: Declaration): void;
}

export interface SheetCommands {
  /** Saves the sheet of one evaluator and writes it into the register. Null when cancelled. Rejects with `handout.*`. */
  handOut(evaluatorId: Id, lotIds: Readonly<Record<Id, true>>, form: SheetForm, watched?: Watched): Promise<string | null>;
  pickReturned(): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null>;
  /** Dry run. Rejects with a ProblemError when the file is no sheet at all. */
  inspectReturned(name: string, bytes: Uint8Array): Promise<ReturnCheck>;
  /** False when it could not be taken in, or was in already. */
  takeIn(check: ReturnCheck): boolean;
  /** The evaluator's side: stores and opens a received sheet. */
  accept(report: OpenedFacts): Promise<Id>;
  /** The open sheet as a file for whoever handed it out. Null when cancelled. */
  sendBack(watched?: Watched): Promise<string | null>;
}

export interface ConsensusCommands {
  moderate(bidId: Id, criterionId: Id, fields: Partial<Pick<Moderation, 'value' | 'reason' | 'votes' | 'dissents' | 'reanalysedOn'>>): void;
  /** Throws `consensus.*` while something the law asks for is missing. */
  agree(bidId: Id, criterionId: Id): void;
  reopen(bidId: Id, criterionId: Id): void;
  /** Throws `envelope.*`. */
  lockQuality(lotId: Id): void;
  unlockQuality(lotId: Id): void;
  /** For good: what was seen cannot be sealed again. */
  openPrices(lotId: Id): void;
}

/** All of it, as part of the application. */
export interface SeveralEvaluators {
  readonly commission: CommissionCommands;
  readonly sheets: SheetCommands;
  readonly consensus: ConsensusCommands;
}
