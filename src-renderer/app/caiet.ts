/** What the window can do, in one interface: state to read, commands to call. Implemented in this folder, used by `ui/`. */
import type { StoreApi } from 'zustand/vanilla';
import type { AdmissionCommands } from './admission-door';
import type { AuditEntry, ChangeLabel } from '../domain/change';
import type { ImportSession, PreviewSummary, RowDecisions, TablePlan, ImportContext, OpenOptions } from '../domain/ports/sheet-import';
import type { ConflictChoice } from '../domain/conflict-decision';
import type { ExchangeMark } from '../domain/exchange-marks';
import type { OtherPurchase } from '../domain/procedure/similar-purchases';
import type { AfterDecision, AwardTerms } from '../domain/decision/after-decision';
import type { CalendarDay } from '../domain/decision/calendar-file';
import type { DecisionChoice } from '../domain/decision/decision-obstacles';
import type { Reopening } from '../domain/decision/reopening';
import type { SessionRecord } from '../domain/decision/session-record';
import type { LotDecision } from '../domain/lot-decision';
import type { ProjectSummary, RecoveryOffer, Settings, StoreWatched } from '../domain/ports/project-store';
import type { SnapshotInfo } from '../domain/ports/safety-store';
import type { Problem } from '../domain/problem';
import type { Bid, Bidder, CostCriterion, CriterionGroup, ImportRecord, Lot, PriceCriterion, Project, QualityCriterion } from '../domain/project';
import type { Id, Instant } from '../domain/values';
import type { ColumnMap } from './column-map';
import type { CpvCommands, CpvState } from './cpv-door';
import type { ScoresCheck } from './rows-to-scores';
import type { SeveralEvaluators } from './several-evaluators';
import type { PublicationPhase } from '../exchange/public/publication-phase';
import type { ReceiptProject } from '../exchange/receipt';
import type { FoundReleases } from '../exchange/file-desk';
import type { Watched } from '../exchange/package-desk';
import type { StandingFacts } from '../exchange/compare';
import type { OpenedPackage, OpenedFacts, ShownComparison } from '../exchange/opened-package';
import type { CriteriaCommands } from './criteria-api';
import type { DocumentCommands } from './document-door';
import type { NeedEdits, SpecificationKind } from './need-door';
import type { PhaseCommands } from './phase-api';
import type { PlanCommands } from './plan-api';
import type { TakenBackCounts } from './taken-back';
import type { TargetCommands } from './targets/target-state';
import type { TemplateCommands } from './template-door';
import type { AttachmentCommands, DeviceCommands, PackageOptions } from './package-commands';

/** Honest: `saved` only after the transaction completed; `failed` makes the window read-only until it is mended. */
export type SaveState =
  | { readonly status: 'saved'; readonly at: Instant | null }
  | { readonly status: 'saving' }
  | { readonly status: 'failed'; readonly problem: Problem };

export type StartState =
  | { readonly status: 'starting' }
  | { readonly status: 'ready' }
  | { readonly status: 'recovery'; readonly offer: RecoveryOffer }
  | { readonly status: 'refused'; readonly problem: Problem };

export interface OpenProject {
  readonly project: Project;
  /** What undo would take back, redo bring back; null when there is nothing. */
  readonly undo: ChangeLabel | null;
  readonly redo: ChangeLabel | null;
}

/** A passing message, shown until dismissed or replaced. */
export interface Notice {
  readonly id: Id;
  readonly tone: 'info' | 'success' | 'warning' | 'error';
  /** Message key suffix under `notice.` with values, or a problem. */
  readonly code: string;
  readonly data: Readonly<Record<string, string | number>>;
  readonly problem?: Problem;
  /** Offers "Undo" when the notice tells of a change. */
  readonly undoable: boolean;
}

export interface WorkspaceState {
  readonly start: StartState;
  readonly summaries: readonly ProjectSummary[];
  /** What the projects here bought, as it stood when the open one was opened. */
  readonly purchases: readonly OtherPurchase[];
  readonly open: OpenProject | null;
  readonly save: SaveState;
  readonly notices: readonly Notice[];
  readonly settings: Settings;
  readonly cpv: CpvState;
  /** Where safety copies lie, for Settings → Backups. */
  readonly safety: { readonly kind: 'disk' | 'origin' | 'none'; readonly location: string | null };
}

export interface ProjectCommands {
  /** Creates and opens; returns the new id. */
  create(input: { readonly title: string }): Promise<Id>;
  openDemo(): Promise<Id>;
  /** A procedure that went all the way to its locked decision, in the language of the window. */
  openFinishedDemo(): Promise<Id>;
  open(id: Id): Promise<void>;
  close(): void;
  rename(id: Id, title: string): Promise<void>;
  edit(fields: Partial<Pick<Project, 'title' | 'description' | 'buyer'>>): void;
  /** A new project with the same call, under the given title. */
  duplicate(id: Id, title: string): Promise<Id>;
  archive(id: Id): Promise<void>;
  unarchive(id: Id): Promise<void>;
  /** Into the bin; `restore` takes it out. */
  remove(id: Id): Promise<void>;
  restore(id: Id): Promise<void>;
  /** For good. */
  purge(id: Id): Promise<void>;
  history(id: Id): Promise<readonly AuditEntry[]>;
}

/** Fields of either kind of criterion; the ones the criterion's type does not have are not for it. */
export type CriterionFields = Partial<
  Pick<PriceCriterion, 'name' | 'description' | 'weight' | 'axis' | 'formula' | 'fullMarksAt' | 'lotIds'> & Pick<QualityCriterion, 'scale' | 'evidence' | 'minScore'> & Pick<CriterionGroup, 'minShare'>
  & Pick<CostCriterion, 'horizonYears' | 'includesPrice'>
>;

export interface CallCommands {
  addLot(): Id;
  editLot(id: Id, fields: Partial<Pick<Lot, 'number' | 'title' | 'description' | 'estimatedValue' | 'cpv' | 'additionalCpv'>>): void;
  /** Takes its bids and scores with it; undoable. */
  removeLot(id: Id): void;
  moveLot(id: Id, toIndex: number): void;
  editCriterion(id: Id, fields: CriterionFields): void;
  removeCriterion(id: Id): void;
  /** A ready-made editable set: price plus the transformative-potential rubric with anchors, in the given language. */
  useTemplate(locale: 'ro' | 'en'): void;
  /** Scales the weights of every level to sum to 100, largest remainder first. */
  balanceWeights(): void;
  /** Two envelopes: prices stay sealed until the quality scores are locked. */
  sealPrices(isOn: boolean): void;
}

/** What an import tells of itself when it is done. Scores leave no record of their own: the register of sheets has the file. */
export type ImportDone = Pick<ImportRecord, 'id' | 'fileName' | 'rowsAccepted' | 'sourceSize'>;

export interface BidCommands {
  /** Rejects with a ProblemError<FileProblemCode>. */
  openFile(name: string, bytes: Uint8Array, options: OpenOptions): Promise<ImportSession>;
  /** Lets the person pick a spreadsheet through the host. Null when cancelled. */
  pickFile(): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null>;
  importContext(): ImportContext;
  /** Saves a workbook made from an opened file. Null when cancelled; else where it was saved. */
  saveCopy(name: string, bytes: Uint8Array): Promise<string | null>;
  /** Saves which column is which field, to be used for another file. Null when cancelled; else where it was saved. */
  saveMapping(name: string, map: ColumnMap): Promise<string | null>;
  /** A saved mapping the person picks. Null when cancelled. Rejects with a ProblemError<MapProblemCode>. */
  pickMapping(): Promise<{ readonly name: string; readonly map: ColumnMap } | null>;
  /** An earlier import of the very same bytes, if any. */
  earlierImport(sha256: string): ImportRecord | undefined;
  /** Stores the accepted rows of the session's last check as one undoable change and remembers the mapping. */
  /** `source`: the file itself, to be kept on this computer; null or none to keep nothing. */
  importRows(session: ImportSession, plan: TablePlan, signature: string, decisions: RowDecisions, summary: PreviewSummary, source?: Uint8Array | null): Promise<ImportDone>;
  /** Saves the kept file of an import. Null when cancelled. Rejects with a ProblemError<SourceProblemCode>. */
  saveSource(importId: Id): Promise<string | null>;
  /** Takes back every bid of the import that is still as imported; bids edited or scored since stay and are counted. */
  undoImport(id: Id): Promise<TakenBackCounts>;
  add(lotId: Id, bidderName: string): Id;
  edit(id: Id, fields: Partial<Pick<Bid, 'price' | 'vatIncluded' | 'receivedAt' | 'durationDays' | 'warrantyMonths' | 'notes' | 'status' | 'statusReason' | 'lotId' | 'costs'>>): void;
  editBidder(id: Id, fields: Partial<Pick<Bidder, 'name' | 'identifier' | 'country' | 'sme' | 'email'>>): void;
  remove(id: Id): void;
}

export interface DecisionCommands {
  /** Locks the decision under the hash of what it rests on. False, with a problem notice, when something stands in its way. */
  decide(lotId: Id, choice: DecisionChoice): boolean;
  /** Who approved the report and when. */
  approve(lotId: Id, fields: Partial<Pick<LotDecision, 'approvedBy' | 'approvedOn'>>): void;
  /** Opens a decision again, on record. False, with a problem notice, when the law does not let it. */
  reopen(lotId: Id, order: Pick<Reopening, 'kind' | 'reason' | 'orderedBy'>): boolean;
  editAfter(lotId: Id, fields: Partial<Pick<AfterDecision, 'communicatedOn' | 'signedOn' | 'noticeSentOn' | 'contractNumber' | 'contractEndsOn'>>): void;
  editTerms(fields: Pick<AwardTerms, 'aboveThreshold' | 'procedureGroup' | 'bidsDeadline'>): void;
  addSession(): Id;
  editSession(id: Id, fields: Partial<Pick<SessionRecord, 'kind' | 'heldOn' | 'present' | 'decided'>>): void;
  removeSession(id: Id): void;
  /** As an iCalendar file. Null when cancelled. */
  exportCalendar(title: string, days: readonly CalendarDay[]): Promise<string | null>;
}

export interface EvaluationCommands {
  /** Without an evaluator the first one scores. Closed sheets and locked or agreed scores are refused with a notice. */
  /** `value` null clears the score. Values outside the scale are refused with a problem notice. */
  score(bidId: Id, criterionId: Id, value: string | null, evaluatorId?: Id): void;
  giveReason(bidId: Id, criterionId: Id, reason: string, evaluatorId?: Id): void;
  renameEvaluator(name: string): void;
}

export type PackageChoice = 'add' | 'merge' | 'replace' | 'copy' | 'skip';

/** What an import did with one project of the package. */
export interface ProjectImported {
  /** Here: the project itself, or the new one of a copy. */
  readonly projectId: Id;
  readonly packageProjectId: Id;
  readonly title: string;
  /** `skip` also where a merge found nothing new. */
  readonly choice: PackageChoice;
  /** The change that stored it; null when nothing was stored. */
  readonly changeId: Id | null;
  readonly receipt: ReceiptProject;
}

/** For the receipt and the way back. */
export interface PackageImported {
  readonly packageId: Id;
  readonly fileName: string;
  readonly importedAt: Instant;
  readonly projects: readonly ProjectImported[];
}

/** How far a receipt applies here. */
export interface ReceiptTaken {
  /** Titles of the projects it confirms. */
  readonly confirmed: readonly string[];
  /** Projects that are not here, or whose history does not hold what the receipt names. */
  readonly unknown: number;
  /** What the other side refused of a project, because it is locked there: paths, with the project as it is here to name them. */
  readonly refused: readonly { readonly project: Project; readonly paths: readonly (readonly string[])[] }[];
}

/** A project of a package beside the one here, neither with prices that are still sealed. */
export interface ProjectComparison extends ShownComparison {
  readonly here: Project;
}

/** A stopped export rejects with `package.cancelled` or `export.cancelled`, and nothing is written. */
export interface ExchangeCommands {
  /** Null when cancelled; else where it was saved. */
  exportPackage(ids: readonly Id[], options?: PackageOptions): Promise<string | null>;
  exportWorkbook(id: Id, watched?: Watched): Promise<string | null>;
  /** As open data, with the prefix of the settings, and the releases it will hold. Rejects with `ocds.prefixInvalid`. Without a phase: before the report. */
  exportOcds(id: Id, phase?: PublicationPhase, watched?: Watched): Promise<string | null>;
  ocdsReleases(id: Id, phase: PublicationPhase, watched?: Watched): Promise<FoundReleases>;
  /** As a package anybody may see. Without a phase: before the report. */
  exportPublic(id: Id, phase?: PublicationPhase, watched?: Watched): Promise<string | null>;
  pickPackage(): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null>;
  /** Dry run: nothing is stored. Rejects with a ProblemError when the file cannot be read at all. */
  inspectPackage(name: string, bytes: Uint8Array, options?: Watched & { readonly passphrase?: string }): Promise<OpenedPackage>;
  /** How each project of the package stands to the one here, by its id; nothing is stored. Tells how many have been compared. */
  standings(report: OpenedPackage, onProgress?: (done: number) => void): Promise<Readonly<Record<Id, StandingFacts>>>;
  /** One of them in full; null when it is new. */
  compare(report: OpenedPackage, id: Id): Promise<ProjectComparison | null>;
  /**
   * All or nothing. `choices`: per project id of the package; `merge` for one that is here is the way that loses
   * nothing. Stopped, it rejects with `store.cancelled`, and with `merge.unrelated`, `package.redactedReplace` or what makes a merged project unsound.
   */
  importPackage(report: OpenedPackage, choices: Readonly<Record<Id, PackageChoice>>, watched?: StoreWatched): Promise<PackageImported>;
  /** Takes an import back in one step; projects somebody worked on since stay and are counted. */
  undoImport(imported: PackageImported): Promise<{ readonly undone: number; readonly kept: number }>;
  /** Writes the answer to the package's sender. Null when cancelled. */
  saveReceipt(imported: PackageImported): Promise<string | null>;
  /** Leaves that answer in the outbox of every target the package came from; gives how many those are. */
  sendReceipt(imported: PackageImported): Promise<number>;
  /** Notes in the history of each project what a receipt confirms; the same receipt twice notes nothing. */
  takeReceipt(report: OpenedFacts): Promise<ReceiptTaken>;
  /** With whom the open project was exchanged. */
  marks(): readonly ExchangeMark[];
}

/** `mine`: of this computer; `theirs`: of the other one; `standing`: what the project shows now. */
export type ConflictBulk = 'mine' | 'theirs' | 'standing';

export interface ConflictCommands {
  /** Rejects a locked side with `merge.locked`. */
  decide(id: Id, choice: ConflictChoice): void;
  /** The record stays as it is and a second one takes the other side's values. */
  keepBothRecords(id: Id): void;
  /** Decides every conflict that has such a side; the others wait on. */
  decideAll(bulk: ConflictBulk): void;
}

/** Whose schedule a file holds: as its bidder column says, one bid's, or the buyer's own list. */
export type ScheduleTarget =
  | { readonly kind: 'byBidder' }
  | { readonly kind: 'bid'; readonly bidId: Id }
  | { readonly kind: 'lot'; readonly lotId: Id };

export interface ScheduleCommands {
  /** What the import wizard needs, for schedules; `target` is asked when the rows are stored. `importRows` rejects with `schedule.…`. */
  importing(target: () => ScheduleTarget): BidCommands;
  /** Takes every schedule of the import out again. */
  undoImport(importId: Id): Promise<TakenBackCounts>;
  /** Null when cancelled; else where the workbook was saved. */
  exportComparison(lotId: Id, watched?: Watched): Promise<string | null>;
}

/** Whose costs a file holds: as its bidder column says, or one bid's. */
export type CostTarget = Exclude<ScheduleTarget, { readonly kind: 'lot' }>;

export interface CostCommands {
  /** What the import wizard needs, for life-cycle costs; `target` is asked when the rows are stored. `importRows` rejects with `costs.…` or `schedule.…`. */
  importing(target: () => CostTarget): BidCommands;
  /** Takes back what an import brought, except amounts changed since. */
  undoImport(importId: Id): Promise<TakenBackCounts>;
}

export interface ScoreTableCommands {
  /** What the import wizard needs, for scores; `evaluator` is asked when they are stored: whose they are where the table does not say. `importRows` rejects with `scores.…` and `sheet.…`: all of a table comes in, or nothing of it. */
  importing(evaluator: () => Id | null): BidCommands;
  /** Dry run over the accepted rows of the last check. */
  check(session: ImportSession, evaluator: Id | null): Promise<ScoresCheck>;
}

export interface NeedCommands extends NeedEdits {
  /** What the import wizard needs, for needs or requirements. `importRows` rejects with `project.tooMany`. */
  importing(kind: SpecificationKind): BidCommands;
}

export interface Caiet extends SeveralEvaluators {
  readonly workspace: StoreApi<WorkspaceState>;
  /** Opens the database and reads settings; sets `start`. */
  begin(): Promise<void>;
  recover(choice: 'restore' | 'keepPresent'): Promise<void>;
  readonly projects: ProjectCommands;
  readonly call: CallCommands;
  readonly cpv: CpvCommands;
  readonly plan: PlanCommands;
  readonly criteria: CriteriaCommands;
  readonly bids: BidCommands;
  readonly admission: AdmissionCommands;
  readonly evaluation: EvaluationCommands;
  readonly decisions: DecisionCommands;
  readonly phases: PhaseCommands;
  readonly exchange: ExchangeCommands;
  readonly needs: NeedCommands;
  readonly schedules: ScheduleCommands;
  readonly costs: CostCommands;
  readonly scoreTables: ScoreTableCommands;
  readonly templates: TemplateCommands;
  readonly conflicts: ConflictCommands;
  readonly devices: DeviceCommands;
  readonly attachments: AttachmentCommands;
  readonly documents: DocumentCommands;
  readonly targets: TargetCommands;
  undo(): void;
  redo(): void;
  /** True while something the person did is not stored; the window must not close over it unasked. */
  unstored(): boolean;
  /** Tries again to store what could not be stored, after a full disk was mended. */
  retry(): void;
  /** Waits until nothing is pending; what the host asks before the window closes. */
  settle(): Promise<void>;
  changeSettings(fields: Partial<Settings>): void;
  dismissNotice(id: Id): void;
  readonly backups: {
    list(): Promise<readonly SnapshotInfo[]>;
    writeNow(): Promise<void>;
    /** Reads a snapshot as a package, ready for `importPackage`. */
    inspect(name: string): Promise<OpenedPackage>;
  };
}
