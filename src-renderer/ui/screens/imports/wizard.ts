/**
 * One import, from choosing the file to the report. Nothing of it reaches the project before `importNow`, which is one
 * change; leaving earlier only closes the file.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BidCommands } from '../../../app/caiet';
import type {
  BidField, CellProblem, ImportSession, PreviewRow, PreviewSummary, Progress, RowDecisions, TableGuess, TablePlan,
} from '../../../domain/ports/sheet-import';
import type { Problem } from '../../../domain/problem';
import type { ImportRecord } from '../../../domain/project';
import { problemOfThrown } from '../../problem-text';
import { bestTable } from './best-table';

export const STEPS = ['file', 'table', 'check', 'report'] as const;
export type Step = (typeof STEPS)[number];

/** The last finished check and what it found. `version` grows with each, so that the preview knows to read again. */
export interface CheckResult {
  readonly version: number;
  readonly summary: PreviewSummary;
  readonly problems: readonly CellProblem[];
}

export interface ImportOutcome {
  readonly record: ImportRecord;
  readonly summary: PreviewSummary;
  readonly corrected: number;
  /** Rows that did not come in, in sheet order. */
  readonly outside: readonly PreviewRow[];
  readonly undone: { readonly removed: number; readonly kept: number } | null;
}

export interface WizardState {
  readonly step: Step;
  readonly reading: { readonly file: string; readonly progress: Progress | null } | null;
  readonly session: ImportSession | null;
  /** An earlier import of the very same file. */
  readonly earlier: ImportRecord | null;
  readonly sheet: number;
  /** Null while looking, and when the sheet has no table. */
  readonly guess: TableGuess | null;
  readonly looking: boolean;
  readonly columns: TablePlan['columns'];
  readonly decisions: RowDecisions;
  readonly checking: Progress | null;
  readonly check: CheckResult | null;
  readonly importing: boolean;
  readonly outcome: ImportOutcome | null;
  /** What stopped the last act, with the file it was about. */
  readonly failure: { readonly file: string; readonly problem: Problem } | null;
}

export interface ImportWizard {
  readonly store: StoreApi<WizardState>;
  readonly openFile: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Through the host's dialog. */
  readonly pickFile: () => Promise<void>;
  readonly refuseFile: (file: string, problem: Problem) => void;
  /** Stops reading or checking and returns to the first step; nothing is kept. */
  readonly stop: () => void;
  readonly chooseSheet: (sheet: number) => Promise<void>;
  readonly chooseHeader: (row: number) => Promise<void>;
  readonly goTo: (step: 'file' | 'table' | 'check') => void;
  readonly setColumn: (column: number, field: BidField | null) => void;
  readonly editCell: (row: number, field: BidField, text: string) => void;
  readonly excludeRow: (row: number) => void;
  readonly includeRow: (row: number) => void;
  readonly importNow: () => Promise<void>;
  readonly undoImport: () => void;
  /** Frees the file. The wizard can be used again afterwards. */
  readonly reset: () => void;
}

const NO_DECISIONS: RowDecisions = { edits: {}, excluded: [], included: [] };

const START: WizardState = {
  step: 'file', reading: null, session: null, earlier: null, sheet: 0, guess: null, looking: false, columns: {}, decisions: NO_DECISIONS,
  checking: null, check: null, importing: false, outcome: null, failure: null,
};

/** The fields without which a row is not a bid. */
export const REQUIRED_FIELDS = ['bidder', 'lot', 'price'] as const satisfies readonly BidField[];

/** Each field at most once: giving it to a column takes it from the one that had it. */
export const withColumn = (columns: TablePlan['columns'], column: number, field: BidField | null): TablePlan['columns'] => {
  const others = Object.entries(columns).filter(([index, taken]) => Number(index) !== column && taken !== field);
  return Object.fromEntries(field === null ? others : [...others, [column, field]]);
};

const OUTSIDE_PAGE = 1000;

const rowsOutside = async (session: ImportSession): Promise<PreviewRow[]> => {
  const outside: PreviewRow[] = [];
  for (let from = 0, total = Infinity; from < total; from += OUTSIDE_PAGE) {
    const page = await session.rows(from, from + OUTSIDE_PAGE, { onlyProblems: false, errorsFirst: false });
    total = page.total;
    outside.push(...page.rows.filter((row) => row.state === 'error' || row.state === 'excluded'));
  }
  return outside;
};

export const createImportWizard = (bids: BidCommands): ImportWizard => {
  const store = createStore<WizardState>(() => START);
  const get = store.getState;
  const set = (part: Partial<WizardState>): void => store.setState(part);
  /** Grows with every file, so that what an abandoned one still answers is not heard. */
  let generation = 0;
  let reading: AbortController | null = null;
  let checkRuns = false;
  let checkAgain = false;
  let version = 0;

  const reset = (): void => {
    generation += 1;
    reading?.abort();
    reading = null;
    get().session?.close();
    store.setState(START, true);
  };

  const fileName = (): string => get().session?.info.fileName ?? get().reading?.file ?? '';

  /** Does `work` for the present file; a failure is shown, and nothing is shown for a file that is no longer there. */
  const guarded = async (work: (session: ImportSession) => Promise<void>): Promise<void> => {
    const { session } = get();
    const mine = generation;
    if (session === null) return;
    try {
      await work(session);
    } catch (thrown) {
      if (mine === generation) set({ failure: { file: fileName(), problem: problemOfThrown(thrown) }, looking: false, checking: null, importing: false });
    }
  };

  const takeGuess = (sheet: number, guess: TableGuess | null): void =>
    set({ sheet, guess, looking: false, columns: guess?.plan.columns ?? {}, decisions: NO_DECISIONS, check: null });

  const openFile = async (name: string, bytes: Uint8Array): Promise<void> => {
    reset();
    const mine = generation;
    const abort = new AbortController();
    reading = abort;
    set({ reading: { file: name, progress: null } });
    try {
      const session = await bids.openFile(name, bytes, abort.signal, (progress) => {
        if (mine === generation) set({ reading: { file: name, progress } });
      });
      if (mine !== generation) {
        session.close();
        return;
      }
      set({ reading: null, session, earlier: bids.earlierImport(session.info.sha256) ?? null, step: 'table', looking: true });
      await guarded(async () => {
        const found = await bestTable(session, bids.importContext());
        if (mine === generation) takeGuess(found.sheet, found.guess);
      });
    } catch (thrown) {
      if (mine === generation) set({ reading: null, failure: { file: name, problem: problemOfThrown(thrown) } });
    }
  };

  const look = (sheet: number, headerRow?: number): Promise<void> => guarded(async (session) => {
    set({ sheet, looking: true, failure: null });
    const guess = await session.guess(sheet, bids.importContext(), headerRow).catch((thrown: unknown) => {
      takeGuess(sheet, null);
      throw thrown;
    });
    if (get().session === session && get().sheet === sheet) takeGuess(sheet, guess);
  });

  const plan = (): TablePlan | null => {
    const { guess, sheet, columns } = get();
    return guess === null ? null : { sheet, headerRow: guess.plan.headerRow, columns };
  };

  const checkOnce = (): Promise<void> => guarded(async (session) => {
    const now = plan();
    if (now === null) return;
    set({ checking: { phase: 'checking', fraction: 0, rows: 0 }, failure: null });
    const summary = await session.check(now, bids.importContext(), get().decisions, (progress) => {
      if (get().session === session) set({ checking: progress });
    });
    const problems = await session.problems();
    if (get().session !== session) return;
    version += 1;
    set({ check: { version, summary, problems } });
  });

  /** One check at a time; what was changed meanwhile is checked in one more. */
  const recheck = async (): Promise<void> => {
    checkAgain = true;
    if (checkRuns) return;
    checkRuns = true;
    while (checkAgain) {
      checkAgain = false;
      await checkOnce();
    }
    checkRuns = false;
    set({ checking: null });
  };

  const decide = (change: (decisions: RowDecisions) => RowDecisions): void => {
    set({ decisions: change(get().decisions) });
    void recheck();
  };

  return {
    store,
    openFile,
    pickFile: async () => {
      try {
        const file = await bids.pickFile();
        if (file !== null) await openFile(file.name, file.bytes);
      } catch (thrown) {
        set({ failure: { file: '', problem: problemOfThrown(thrown) } });
      }
    },
    refuseFile: (file, problem) => {
      reset();
      set({ failure: { file, problem } });
    },
    stop: () => {
      const file = fileName();
      reset();
      set({ failure: { file, problem: { severity: 'info', code: 'file.cancelled', data: {} } } });
    },
    chooseSheet: (sheet) => look(sheet),
    chooseHeader: (row) => look(get().sheet, row),
    goTo: (step) => {
      set({ step, failure: null });
      if (step === 'check') void recheck();
    },
    setColumn: (column, field) => {
      set({ columns: withColumn(get().columns, column, field) });
      void recheck();
    },
    editCell: (row, field, text) => decide((decisions) => ({ ...decisions, edits: { ...decisions.edits, [`${row}:${field}`]: text } })),
    excludeRow: (row) => decide(({ edits, excluded, included }) => ({ edits, excluded: [...new Set([...excluded, row])], included: included.filter((each) => each !== row) })),
    includeRow: (row) => decide(({ edits, excluded, included }) => ({ edits, excluded: excluded.filter((each) => each !== row), included: [...new Set([...included, row])] })),
    importNow: () => guarded(async (session) => {
      const { check, guess, decisions, importing } = get();
      const now = plan();
      if (importing || check === null || guess === null || now === null) return;
      set({ importing: true, failure: null });
      const outside = await rowsOutside(session);
      const record = await bids.importRows(session, now, guess.signature, decisions, check.summary);
      set({ step: 'report', importing: false, outcome: { record, summary: check.summary, corrected: Object.keys(decisions.edits).length, outside, undone: null } });
    }),
    undoImport: () => {
      const { outcome } = get();
      if (outcome !== null && outcome.undone === null) set({ outcome: { ...outcome, undone: bids.undoImport(outcome.record.id) } });
    },
    reset,
  };
};
