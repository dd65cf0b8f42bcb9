/**
 * The change mechanism's data. Every edit is a change: a labelled set of patches on the aggregate, stored with its
 * audit entry in one transaction. Undo, redo, the audit trail, autosave and the merge base all come from it.
 */
import type { Id, Instant, Json } from './values';

/**
 * One value that became another. `path` leads from the project to it: `[]` the whole project, `['title']`,
 * `['lots', id]` a whole record, `['lots', id, 'title']` one field. Arrays, money and scalars are single
 * values; other objects are descended into. An absent `before` means it did not exist, an absent `after` that it no longer does.
 */
export interface Patch {
  readonly path: readonly string[];
  readonly before?: Json;
  readonly after?: Json;
}

/** What the change did, for the undo menu and the audit trail; words live in `i18n/` under `change.<code>`. */
export const CHANGE_CODES = [
  'projectCreated', 'projectRenamed', 'projectEdited', 'projectArchived', 'projectUnarchived', 'projectDeleted', 'projectRestored',
  'projectDuplicated', 'projectImported', 'projectReplaced', 'packageMerged', 'conflictsResolved', 'receiptTaken',
  'lotAdded', 'lotEdited', 'lotRemoved', 'lotMoved',
  'criterionAdded', 'criterionEdited', 'criterionRemoved', 'criterionMoved', 'criteriaFromTemplate', 'weightsBalanced',
  'procedureEdited', 'milestonesEdited', 'phaseAdded', 'phaseEdited', 'phaseRemoved', 'phaseMoved', 'riskAdded', 'riskEdited', 'riskRemoved', 'riskMoved',
  'clarificationAdded', 'clarificationEdited', 'clarificationRemoved', 'erratumAdded', 'erratumEdited', 'erratumRemoved',
  'needAdded', 'needEdited', 'needRemoved', 'needMoved', 'needsImported', 'needsUndone',
  'requirementAdded', 'requirementEdited', 'requirementRemoved', 'requirementMoved', 'requirementsImported', 'requirementsUndone',
  'callRulesEdited', 'knockOutAdded', 'knockOutEdited', 'knockOutRemoved', 'callFrozen', 'callAmended',
  'bidAdded', 'bidEdited', 'bidRemoved', 'bidsImported', 'schedulesImported', 'schedulesUndone', 'costsImported', 'costsUndone', 'importUndone', 'bidderEdited',
  'scoreGiven', 'evaluatorRenamed',
  'bidChecked', 'bidAdmitted', 'bidRejected', 'bidReexamined', 'correctionEdited', 'inquiryEdited', 'extraFundsEdited', 'priceOfferEdited',
  'decisionMade', 'decisionApproved', 'decisionReopened', 'afterDecisionEdited', 'awardTermsEdited', 'sessionEdited', 'phaseReviewed', 'phaseReviewRemoved',
  'documentAdded', 'documentEdited', 'documentRemoved',
  'memberAdded', 'memberEdited', 'memberRemoved', 'declarationMade', 'sheetHandedOut', 'sheetTakenIn', 'scoresUndone',
  'scoreModerated', 'scoreAgreed', 'agreementReopened', 'qualityLocked', 'qualityUnlocked', 'pricesOpened', 'envelopesChosen',
  'undone', 'redone',
] as const;
export type ChangeCode = (typeof CHANGE_CODES)[number];
export interface ChangeLabel {
  readonly code: ChangeCode;
  readonly data: Readonly<Record<string, string | number>>;
}

export interface Change {
  readonly id: Id;
  readonly projectId: Id;
  readonly label: ChangeLabel;
  readonly at: Instant;
  /** The person's name as given in the settings, and the device. */
  readonly author: string;
  readonly deviceId: Id;
  readonly patches: readonly Patch[];
  /** Set on an undo or redo: the change it takes back or brings back. */
  readonly undoes?: Id;
  readonly redoes?: Id;
  /** Set on an import that was merged: the end of the chain it took in. */
  readonly merged?: ChainHead;
  /**
   * The entries of other chains that the import brought and that were not here yet, oldest first and each without an
   * annex of its own. Not under this entry's hash: every one has its own, and `merged` leads to the last.
   */
  readonly annex?: readonly AuditEntry[];
}

/** A change in the project's hash chain. `hash` is SHA-256 over the RFC 8785 form of everything else but the annex. */
export interface AuditEntry extends Change {
  /** 1, 2, 3… without gaps within a project. */
  readonly seq: number;
  /** Hash of the entry before; 64 zeros for the first. */
  readonly previousHash: string;
  readonly hash: string;
}

/** The last entry of a project's chain. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}
