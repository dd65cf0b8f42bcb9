/** What the import wizard knows at any moment, and the pure steps from one moment to the next. */
import { clash } from '../../../domain/across-field';
import type { ImportDone } from '../../../app/caiet';
import type { TakenBackCounts } from '../../../app/taken-back';
import type { ImportField } from '../../../domain/ports/import-kinds';
import type { CellProblem, FirstRows, ImportSession, PreviewRow, PreviewSummary, Progress, RowDecisions, TableGuess, TablePlan, TextChangeCount } from '../../../domain/ports/sheet-import';
import type { Problem } from '../../../domain/problem';
import type { ImportRecord } from '../../../domain/project';

export const STEPS = ['file', 'table', 'check', 'report'] as const;
export type Step = (typeof STEPS)[number];

/** The last finished check and what it found. `version` grows with each, so that the preview knows to read again. */
export interface CheckResult {
  readonly version: number;
  readonly summary: PreviewSummary;
  readonly problems: readonly CellProblem[];
}

export interface ImportOutcome {
  readonly record: ImportDone;
  readonly summary: PreviewSummary;
  /** What was dropped or changed in the texts that came in. */
  readonly changes: readonly TextChangeCount[];
  /** Rows that did not come in, in sheet order. */
  readonly outside: readonly PreviewRow[];
  readonly undone: TakenBackCounts | null;
}

export interface WizardState {
  readonly step: Step;
  readonly reading: { readonly file: string; readonly progress: Progress | null; readonly first: FirstRows | null } | null;
  readonly session: ImportSession | null;
  /** An earlier import of the very same file. */
  readonly earlier: ImportRecord | null;
  readonly sheet: number;
  /** Null while looking, and when the sheet has no table. */
  readonly guess: TableGuess | null;
  readonly looking: boolean;
  readonly columns: TablePlan['columns'];
  /** How columns write their numbers and days, where the person has said so. */
  readonly styles: NonNullable<TablePlan['styles']>;
  readonly decisions: RowDecisions;
  /** Whether the file itself is to be kept on this computer. */
  readonly keepsSource: boolean;
  readonly checking: Progress | null;
  readonly check: CheckResult | null;
  readonly importing: boolean;
  readonly outcome: ImportOutcome | null;
  /** What stopped the last act, with the file it was about. */
  readonly failure: { readonly file: string; readonly problem: Problem } | null;
}

export const NO_DECISIONS: RowDecisions = { edits: {}, excluded: [], included: [] };

export const START: WizardState = {
  step: 'file', reading: null, session: null, earlier: null, sheet: 0, guess: null, looking: false, columns: {}, styles: {}, decisions: NO_DECISIONS, keepsSource: true,
  checking: null, check: null, importing: false, outcome: null, failure: null,
};

/** The fields without which a row is not a bid. */
export const REQUIRED_FIELDS = ['bidder', 'lot', 'price'] as const satisfies readonly ImportField[];

/** Each field at most once, and none beside one it clashes with: giving it to a column takes the others away. */
export const withColumn = (columns: TablePlan['columns'], column: number, field: ImportField | null): TablePlan['columns'] => {
  const others = Object.entries(columns).filter(([index, taken]) => Number(index) !== column && (field === null || !clash(taken, field)));
  return Object.fromEntries(field === null ? others : [...others, [column, field]]);
};

/** The table as it is to be read; null while there is none. */
export const planOf = ({ guess, sheet, columns, styles }: WizardState): TablePlan | null =>
  guess === null ? null : { ...guess.plan, sheet, columns, styles };

export const withEdit = (decisions: RowDecisions, row: number, field: ImportField, text: string): RowDecisions =>
  ({ ...decisions, edits: { ...decisions.edits, [`${row}:${field}`]: text } });

/** The same correction for every cell of the column that reads `written`; corrections typed into single cells stay. */
export const withReplacement = (decisions: RowDecisions, field: ImportField, written: string, text: string): RowDecisions =>
  ({ ...decisions, replacements: { ...decisions.replacements, [field]: { ...decisions.replacements?.[field], [written]: text } } });

/** The cells of the column that read `written` are what they were. */
export const withoutReplacement = (decisions: RowDecisions, field: ImportField, written: string): RowDecisions => {
  const { [field]: own = {}, ...others } = decisions.replacements ?? {};
  const left = Object.entries(own).filter(([text]) => text !== written);
  return { ...decisions, replacements: left.length === 0 ? others : { ...others, [field]: Object.fromEntries(left) } };
};

/** The column's own cells decide again how it writes. */
export const withoutStyle = (styles: WizardState['styles'], field: ImportField): WizardState['styles'] =>
  Object.fromEntries(Object.entries(styles).filter(([each]) => each !== field));

export const withRowOut = ({ excluded, included, ...others }: RowDecisions, row: number): RowDecisions =>
  ({ ...others, excluded: [...new Set([...excluded, row])], included: included.filter((each) => each !== row) });

export const withRowIn = ({ excluded, included, ...others }: RowDecisions, row: number): RowDecisions =>
  ({ ...others, excluded: excluded.filter((each) => each !== row), included: [...new Set([...included, row])] });
