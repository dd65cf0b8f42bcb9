/**
 * Reading tables out of spreadsheets. Implemented by `spreadsheet/`: in a worker for the window, directly for the
 * terminal door. Rows stay behind this port; the window asks for the ones it shows.
 */
import type { Problem, Severity } from '../problem';
import type { DecimalString } from '../values';
import type { ImportField, ImportKind, RowOf } from './import-kinds';
import type { StopSignal } from './stop-signal';

/** Why a whole file cannot be read. One sentence each in `i18n/`. */
export type FileProblemCode =
  | 'file.empty' | 'file.tooLarge' /* data: {size, limit} in bytes */ | 'file.unknownType' /* data: {looksLike}, see LOOKS_LIKE */ | 'file.truncated'
  | 'file.passwordProtected' | 'file.damaged' | 'file.hostile' /* data: {what}: zipBomb, doctype, repeatedPart, overlappingParts or tooManyParts */ | 'file.noTable' | 'file.tooManyRows' /* data: {limit} */
  | 'file.tooManyColumns' /* data: {limit} */ | 'file.unclosedQuote' /* csv: data: {row} */
  | 'file.cancelled' | 'file.workerFailed' | 'file.badMapping' /* data: {detail} */;

/** What a file that is no spreadsheet turned out to be; `lockFile` is the `~$` file Excel keeps beside an open workbook. */
export const LOOKS_LIKE = [
  'pdf', 'docx', 'doc', 'pptx', 'html', 'xml', 'rtf', 'odt', 'numbers', 'image', 'zip', 'json', 'lockFile', 'binary',
] as const;
export type LooksLike = (typeof LOOKS_LIKE)[number];

/** What is wrong with a cell or row. `error` keeps the row out, `warning` lets it in and asks to be read. */
export type CellProblemCode =
  | 'cell.required' | 'cell.notANumber' | 'cell.ambiguousNumber' | 'cell.negative' | 'cell.absurd' /* data: {limit} */ | 'cell.notADate' | 'cell.ambiguousDate' /* data: {as} read day first */
  | 'cell.notYesNo' | 'cell.notWhole' | 'cell.tooLong' /* data: {limit} */ | 'cell.errorValue' | 'cell.formulaWithoutValue' | 'cell.digitsLost'
  | 'cell.unknownLot' /* data: {known} */ | 'cell.mixedCurrency' /* data: {expected} */ | 'cell.unknownCurrency' | 'cell.currenciesDiffer' /* data: {expected} what the currency of its row is said to be */ | 'cell.checkDigit' | 'cell.interpreted' /* data: {as} */ | 'cell.fromLine' /* data: {as, cell} what a line above the table says of all its rows */ | 'cell.vatIncluded'
  | 'cell.unknownCountry' | 'cell.garbled' /* data: {as} what it most likely was, empty where nobody can tell */
  | 'cell.unknownName' /* data: {name, known} no such bidder, evaluator or criterion in the project */ | 'cell.notALevel' /* data: {max} */
  | 'cell.totalDiffers' /* data: {as} what quantity and unit price come to */
  | 'row.duplicate' /* data: {row} the first one */ | 'row.otherName' /* data: {row, name} the first row with the same fiscal number, and its bidder */ | 'row.alreadyInProject' | 'row.changedInProject' /* data: {as, here} its amount in the project and in the row */ | 'row.total' | 'row.hidden' | 'row.empty'
  | 'row.heading' /* the headings repeated, or their numbers, inside the table; left out */
  | 'row.section' /* it names the rows below it and says no amount of its own; left out */
  | 'row.otherTable' /* a row of another table on the same sheet; left out */
  | 'row.perhapsTable'; /* another table may begin with this row; it comes in with the one above, unless the person chooses */

/** A problem in a cell, addressed as the person sees it: sheet name, 1-based row, column letter. */
export interface CellProblem extends Problem<CellProblemCode> {
  readonly sheet: string;
  readonly row: number;
  /** Column letter, `C`; empty for the whole row. */
  readonly column: string;
  /** The cell's text as written. */
  readonly value: string;
}

/** `xml`: Excel 2003 XML, whatever its name. */
export type FileFormat = 'xlsx' | 'xls' | 'xlsb' | 'ods' | 'csv' | 'xml';

export interface SheetInfo {
  readonly index: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly columns: number;
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
}

export const IGNORED_PARTS = ['macros', 'links'] as const;
export type IgnoredPart = (typeof IGNORED_PARTS)[number];

export interface WorkbookInfo {
  readonly fileName: string;
  readonly format: FileFormat;
  readonly size: number;
  readonly sha256: string;
  readonly sheets: readonly SheetInfo[];
  /** For csv: the encoding and separator that were recognised. */
  readonly text: { readonly encoding: string; readonly separator: string } | null;
  /** What the file has besides its sheets, and the import never looks at: macros, links to other workbooks. */
  readonly ignored: readonly IgnoredPart[];
}

/** A column of the sheet, or the value of a line above the table, and what it was recognised as. */
export interface ColumnGuess {
  /** 0-based position in the sheet; of a line above the table the number of its cell, see `placeIndex`. */
  readonly index: number;
  /** Column letter, `C`; of a line above the table the address of its cell, `B3`. */
  readonly letter: string;
  /** Header text as written; empty when the header cell is. */
  readonly header: string;
  /** First few non-empty values as displayed. */
  readonly samples: readonly string[];
  /** Recognised field, or null: leave out. */
  readonly field: ImportField | null;
  /** 0 to 1; 1 is an exact or remembered match. */
  readonly confidence: number;
  readonly remembered: boolean;
  /** Hidden in the sheet; read like any other, and said. */
  readonly hidden: boolean;
}

/** Which mark stands before decimals, and whether day or month stands first; null: not known. */
export interface WritingStyle {
  readonly mark: ',' | '.' | null;
  readonly order: 'dayFirst' | 'monthFirst' | null;
}

/**
 * What the person has said of a column as a whole: how it writes its values, and what is put in the place of cells that
 * read alike. Remembered with the mapping, and travels with it in a file.
 */
export interface ColumnRule {
  readonly decimalMark?: ',' | '.' | undefined;
  readonly dateOrder?: 'dayFirst' | 'monthFirst' | undefined;
  /** Text as the sheet shows it → the text meant. */
  readonly replace?: Readonly<Record<string, string>> | undefined;
}

/** By field; a name that is no field of the kind says nothing. */
export type ColumnRules = Readonly<Record<string, ColumnRule>>;

/** 0-based columns, both included. */
export interface ColumnSpan {
  readonly first: number;
  readonly last: number;
}

/** Which table of which sheet, and which column is what. What the person corrects in the wizard. */
export interface TablePlan {
  readonly sheet: number;
  /** 1-based row of the header (the last one of a two-row header). */
  readonly headerRow: number;
  /** 1-based last row of the table, where another table follows on the sheet; else it ends with the sheet. */
  readonly lastRow?: number;
  /** The columns it stands in, where another table stands beside it; else all. */
  readonly span?: ColumnSpan;
  /** Column index → field. Each field at most once, and none beside one it clashes with (see `across-field.ts`). */
  readonly columns: Readonly<Record<number, ImportField>>;
  /** How a column writes its numbers and days, where the person has said so; else its own cells decide. */
  readonly styles?: Readonly<Partial<Record<ImportField, WritingStyle>>>;
}

/** One of several tables that stand on a sheet, one below the other or side by side. Rows are 1-based. */
export interface SheetTable {
  readonly headerRow: number;
  /** Of the title lines right above the headings; the row of headings when there are none. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** Filled rows below the headings. */
  readonly rows: number;
  /** The title lines, and the headings: what the choice shows. */
  readonly title: string;
  readonly text: string;
  /** The very same headings as the table before it, or not surely a table of its own: read on as one with it, unless the person chooses. */
  readonly continues: boolean;
  /** False when these may as well be rows of the table above. */
  readonly isSure: boolean;
  /** The columns it stands in beside others; null: all of the sheet. */
  readonly span: ColumnSpan | null;
}

export interface TableGuess {
  readonly plan: TablePlan;
  readonly columns: readonly ColumnGuess[];
  /** Other rows that could be the header, best first, for the correction menu. */
  readonly headerCandidates: readonly { readonly row: number; readonly text: string }[];
  /**
   * Every table of the sheet, the planned one among them; empty when there is only one. Where some stand side by side:
   * first what reads as tables over all columns, then those of each part.
   */
  readonly tables: readonly SheetTable[];
  /** Stable text of the header row, folded: the key under which a mapping is remembered. */
  readonly signature: string;
  /** True for a form of ours: its hidden mark says which column is what, so nothing need be asked. */
  readonly isTemplate: boolean;
}

/** Whom and what a project scores, for tables of scores. */
export interface ScoringFacts {
  /** `max`: the top of its scale; null where two of that name have different ones. */
  readonly criteria: readonly { readonly name: string; readonly max: number | null }[];
  readonly evaluators: readonly string[];
  readonly bidders: readonly string[];
}

/** What rows are checked against: facts of the project, given by `app/`. */
export interface ImportContext {
  /** What the rows are read as. */
  readonly kind: ImportKind;
  /** Prices in another currency are refused. Empty: each is taken as written, and without one as lei. */
  readonly currency: string;
  /** Lot numbers of the project. Empty: any lot number is accepted (terminal door). */
  readonly lotNumbers: readonly string[];
  /** Keys of rows already in the project; of bids the folded `bidder|lot`. Such rows stay out unless the person wants them in. */
  readonly presentRows: readonly string[];
  /** Amounts those rows have in the project, by the same keys, as decimal text; a row that says another amount is told so. */
  readonly presentAmounts?: Readonly<Record<string, DecimalString>>;
  /** What scores may be of; absent without a project: any name is taken then. */
  readonly scoring?: ScoringFacts;
  /** Remembered mappings by header signature. */
  readonly remembered: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Rules of columns remembered by header signature; none when left out. */
  readonly rememberedRules?: Readonly<Record<string, ColumnRules>>;
}

/** Corrections typed in the preview: `row:field` → new text, and rows left out. */
export interface RowDecisions {
  readonly edits: Readonly<Record<string, string>>;
  readonly excluded: readonly number[];
  /** Rows the reader left out by itself (totals, hidden, duplicates) that the person wants in. */
  readonly included: readonly number[];
  /** Rows hidden in the sheet stay out, unless one of them is included; they come in when left out. */
  readonly skipsHidden?: boolean;
  /** One correction for every cell of a column that reads alike: field → text as the sheet shows it → new text. */
  readonly replacements?: Readonly<Partial<Record<ImportField, Readonly<Record<string, string>>>>>;
}

/** What the amounts of a column come to, against the table's own total row. */
export interface AmountTotal {
  readonly field: ImportField;
  readonly currency: string;
  /** Of the rows that come in. */
  readonly accepted: DecimalString;
  /** Of every row whose amount is understood, also of those that stay out with errors. */
  readonly all: DecimalString;
  /** The total the file states; null when it states none. */
  readonly stated: { readonly row: number; readonly amount: DecimalString } | null;
}

export interface PreviewSummary {
  readonly rowsRead: number;
  readonly accepted: number;
  readonly withErrors: number;
  readonly withWarnings: number;
  readonly excluded: number;
  /** Cells the person gave another value: typed over one by one, or many at once by one correction. */
  readonly corrected: number;
  /** Problems by code, for the filter and the report. */
  readonly byCode: Readonly<Record<string, number>>;
  /** Of columns of amounts in one currency. */
  readonly totals: readonly AmountTotal[];
}

/**
 * How a text that comes in differs from the one written: blanks around it taken off, line ends written anew, several
 * blanks or line breaks made one blank, letters and their marks composed, unseen characters taken out; `rewritten`: a
 * code or lot number without its prefix.
 */
export const TEXT_CHANGES = ['blanks', 'lineEnds', 'spaces', 'composed', 'unseen', 'rewritten'] as const;
export type TextChange = (typeof TEXT_CHANGES)[number];

/** One kind of change in one column. */
export interface TextChangeCount {
  readonly field: ImportField;
  /** Column letter. */
  readonly column: string;
  readonly change: TextChange;
  /** How many cells of rows that come in. */
  readonly count: number;
  /** The first few. */
  readonly examples: readonly { readonly row: number; readonly written: string; readonly stored: string }[];
}

/** A sentence about a cell, or about a whole row where `column` is empty. */
export interface CellNote {
  readonly row: number;
  readonly column: string;
  readonly severity: Severity;
  readonly value: string;
  readonly text: string;
  /** Stands in the list only and marks no cell. */
  readonly listed?: boolean;
}

export interface MarkedCopyWords {
  readonly title: string;
  /** Heads the column of notes beside the table. */
  readonly notes: string;
  readonly list: string;
  /** Headings of the list: row, column, value, note. */
  readonly heads: readonly [string, string, string, string];
  readonly cutMark: string;
}

export interface PreviewRow {
  /** 1-based row in the sheet. */
  readonly row: number;
  readonly state: 'ok' | 'warning' | 'error' | 'excluded';
  /** Text as written (or as corrected) by field. */
  readonly texts: Readonly<Partial<Record<ImportField, string>>>;
  readonly problems: readonly CellProblem[];
}

export interface Progress {
  readonly phase: 'reading' | 'checking';
  /** 0 to 1. */
  readonly fraction: number;
  readonly rows: number;
}

/** The top of the first visible sheet, there while the rest of it is still being read. */
export interface FirstRows {
  readonly sheet: string;
  /** How much of the sheet had been looked at, from 0 to 1. */
  readonly scanned: number;
  /** Letters of the columns shown. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly row: number; readonly texts: readonly string[] }[];
}

/** One opened file. Calls after `close` or after a cancel reject with `file.cancelled`. */
export interface ImportSession {
  readonly info: WorkbookInfo;
  /** Finds the table of a sheet. Without `headerRow` it is searched for; `span`: only in these columns, else in all or in the likeliest part. */
  guess(sheet: number, context: ImportContext, headerRow?: number, span?: ColumnSpan): Promise<TableGuess>;
  /** Reads and checks every row of the planned table; the result stays in the session. */
  check(plan: TablePlan, context: ImportContext, decisions: RowDecisions, onProgress?: (progress: Progress) => void): Promise<PreviewSummary>;
  /** Rows of the last check: errors first, then warnings, then the rest, each in sheet order; or sheet order. */
  rows(from: number, to: number, options: { readonly onlyProblems: boolean; readonly errorsFirst: boolean }): Promise<{ readonly total: number; readonly rows: readonly PreviewRow[] }>;
  /** Accepted rows of the last check, which must have been of this kind, in sheet order. */
  accepted<Kind extends ImportKind>(kind: Kind): Promise<readonly RowOf[Kind][]>;
  problems(): Promise<readonly CellProblem[]>;
  /** Every way in which texts of the accepted rows differ from what the cells say; typed corrections are none. */
  textChanges(): Promise<readonly TextChangeCount[]>;
  /** Rows of the last check by their numbers, in the order asked for; those that are none of the table are left out. */
  rowsAt(rows: readonly number[]): Promise<readonly PreviewRow[]>;
  /** The sheet of the last check as a workbook of its own, every note in its place and all of them in a list. */
  markedCopy(notes: readonly CellNote[], words: MarkedCopyWords): Promise<Uint8Array>;
  /** Frees everything; stops work under way at once. */
  close(): void;
}

export interface OpenOptions {
  readonly signal?: StopSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Called at most once, and not at all for a file too small to wait for. */
  readonly onFirstRows?: (first: FirstRows) => void;
}

export interface SheetImporter {
  /** Rejects with a ProblemError<FileProblemCode>. `signal` stops reading within a moment. */
  open(fileName: string, bytes: Uint8Array, options?: OpenOptions): Promise<ImportSession>;
}
