/**
 * One import, from choosing the file to the report. Nothing of it reaches the project before `importNow`, which is one
 * change; leaving earlier only closes the file.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BidCommands } from '../../../app/caiet';
import { MAX_FILE_BYTES } from '../../../domain/attachment';
import { columnMapOf, mappedColumns, mappedRules, mappedSheet } from '../../../app/column-map';
import { rulesOf, saidBy } from '../../../domain/column-rules';
import { ACROSS, acrossField, namesAcross, reasonField, type AcrossField, type ReasonField } from '../../../domain/across-field';
import { IMPORT_FIELDS, type ImportField, type ImportKind } from '../../../domain/ports/import-kinds';
import type { ColumnSpan, ImportSession, PreviewRow, RowDecisions, ScoringFacts, TableGuess, WritingStyle } from '../../../domain/ports/sheet-import';
import type { Problem } from '../../../domain/problem';
import { problemOfThrown } from '../../context/thrown';
import { bestTable } from './best-table';
import { NO_DECISIONS, planOf, START, withColumn, withEdit, withoutReplacement, withoutStyle, withReplacement, withRowIn, withRowOut, type WizardState } from './wizard-state';

/** A table from its headings to its last row, in the columns given; `null`: and whatever continues it, and all columns. */
export interface TableChoice {
  readonly headerRow: number;
  readonly lastRow: number | null;
  readonly span: ColumnSpan | null;
}

export interface ImportWizard {
  /** What the tables are read as. */
  readonly kind: ImportKind;
  /** What a column can be: the fields of the kind, and of scores the names that may stand across. */
  readonly fields: readonly ImportField[];
  readonly store: StoreApi<WizardState>;
  readonly openFile: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Through the host's dialog. */
  readonly pickFile: () => Promise<void>;
  readonly refuseFile: (file: string, problem: Problem) => void;
  /** Stops reading or checking and returns to the first step; nothing is kept. */
  readonly stop: () => void;
  readonly chooseSheet: (sheet: number) => Promise<void>;
  readonly chooseHeader: (row: number) => Promise<void>;
  /** One of several tables on the sheet. */
  readonly chooseTable: (table: TableChoice) => Promise<void>;
  /** Saves which column is which field; where, or null when cancelled. */
  readonly saveMapping: (name: string) => Promise<string | null>;
  /** Lets the person pick a saved mapping and reads the table by it; its name, or null when nothing came of it. */
  readonly loadMapping: () => Promise<string | null>;
  readonly goTo: (step: 'file' | 'table' | 'check') => void;
  readonly setColumn: (column: number, field: ImportField | null) => void;
  readonly editCell: (row: number, field: ImportField, text: string) => void;
  /** The same correction for every cell of the column that reads alike. */
  readonly replaceInColumn: (field: ImportField, written: string, text: string) => void;
  /** Takes back what was said of a column: how it writes, or one of its corrections by the text it stands for. */
  readonly dropRule: (field: ImportField, written: string | null) => void;
  /** Says how a column writes its numbers or days; what is not said, its own cells decide. */
  readonly setStyle: (field: ImportField, style: Partial<WritingStyle>) => void;
  /** Whether rows hidden in the sheet come in. */
  readonly readHidden: (reads: boolean) => void;
  readonly keepSource: (keeps: boolean) => void;
  readonly excludeRow: (row: number) => void;
  readonly includeRow: (row: number) => void;
  readonly importNow: () => Promise<void>;
  readonly undoImport: () => Promise<void>;
  /** Frees the file. The wizard can be used again afterwards. */
  readonly reset: () => void;
}

/** Every criterion, evaluator and bidder of the project may head a column of scores, and one of reasons beside it. */
const fieldsAcross = (scoring: ScoringFacts | undefined): readonly (AcrossField | ReasonField)[] => {
  if (scoring === undefined) return [];
  const names = namesAcross(scoring);
  return [...ACROSS.flatMap((across) => names[across].map((name) => acrossField(across, name))), ...new Set(ACROSS.flatMap((across) => names[across].map(reasonField)))];
};

/** What the acts of the wizard share: its state, and the file that is open. */
interface Desk {
  readonly store: StoreApi<WizardState>;
  readonly get: () => WizardState;
  readonly set: (part: Partial<WizardState>) => void;
  readonly fileName: () => string;
  /** True until another file is opened or this one is put away. */
  readonly present: () => () => boolean;
  /** Does `work` with the open file; its failure is shown, unless the file has been put away meanwhile. */
  readonly guarded: (work: (session: ImportSession) => Promise<void>) => Promise<void>;
  /** The bytes of the open file, in a copy of its own: reading may give the others away. Null when too large to be kept. */
  readonly source: () => Uint8Array | null;
  readonly keep: (bytes: Uint8Array) => void;
  /** Puts the file away and starts anew; the signal stops what still reads it. */
  readonly clear: () => AbortSignal;
}

const createDesk = (): Desk => {
  const store = createStore<WizardState>(() => START);
  const get = store.getState;
  const set: Desk['set'] = (part) => store.setState(part);
  let generation = 0;
  let work = new AbortController();
  let source: Uint8Array | null = null;
  const fileName = (): string => get().session?.info.fileName ?? get().reading?.file ?? '';
  const present = (): (() => boolean) => {
    const mine = generation;
    return () => mine === generation;
  };
  return {
    store, get, set, fileName, present,
    source: () => source,
    keep: (bytes) => {
      source = bytes.length > MAX_FILE_BYTES ? null : bytes.slice();
    },
    guarded: async (act) => {
      const { session } = get();
      const isPresent = present();
      if (session === null) return;
      try {
        await act(session);
      } catch (thrown) {
        if (isPresent()) set({ failure: { file: fileName(), problem: problemOfThrown(thrown) }, looking: false, checking: null, importing: false });
      }
    },
    clear: () => {
      generation += 1;
      work.abort();
      work = new AbortController();
      source = null;
      get().session?.close();
      store.setState(START, true);
      return work.signal;
    },
  };
};

/** `onTemplate`: the file is a form of ours, so there is nothing to ask about its table. */
const openingActs = ({ get, set, guarded, present, clear, keep }: Desk, bids: BidCommands, onTemplate: () => void) => {
  const take = (sheet: number, guess: TableGuess | null): void =>
{
    const { kind, rememberedRules = {} } = bids.importContext();
    const signature = guess?.signature ?? '';
    const { styles, replacements } = saidBy(Object.hasOwn(rememberedRules, signature) ? rememberedRules[signature] : undefined, kind);
    set({ sheet, guess, looking: false, columns: guess?.plan.columns ?? {}, styles, decisions: { ...NO_DECISIONS, replacements }, check: null });
  };

  const openFile = async (name: string, bytes: Uint8Array): Promise<void> => {
    const signal = clear();
    keep(bytes);
    const isPresent = present();
    set({ reading: { file: name, progress: null, first: null } });
    try {
      const told = (part: Partial<NonNullable<WizardState['reading']>>): void => {
        const { reading } = get();
        if (isPresent() && reading !== null) set({ reading: { ...reading, ...part } });
      };
      const session = await bids.openFile(name, bytes, { signal, onProgress: (progress) => told({ progress }), onFirstRows: (first) => told({ first }) });
      if (!isPresent()) {
        session.close();
        return;
      }
      set({ reading: null, session, earlier: bids.earlierImport(session.info.sha256) ?? null, step: 'table', looking: true });
    } catch (thrown) {
      if (isPresent()) set({ reading: null, failure: { file: name, problem: problemOfThrown(thrown) } });
      return;
    }
    await guarded(async (session) => {
      const found = await bestTable(session, bids.importContext());
      if (!isPresent()) return;
      take(found.sheet, found.guess);
      if (found.guess?.isTemplate === true) onTemplate();
    });
  };

  const pickFile = async (): Promise<void> => {
    try {
      const file = await bids.pickFile();
      if (file !== null) await openFile(file.name, file.bytes);
    } catch (thrown) {
      set({ failure: { file: '', problem: problemOfThrown(thrown) } });
    }
  };

  const look = (sheet: number, table: Partial<TableChoice> = {}): Promise<void> => guarded(async (session) => {
    const isPresent = present();
    const { headerRow, lastRow = null, span = null } = table;
    set({ sheet, looking: true, failure: null });
    try {
      const guess = await session.guess(sheet, bids.importContext(), headerRow, span ?? undefined);
      if (isPresent() && get().sheet === sheet) take(sheet, lastRow === null ? guess : { ...guess, plan: { ...guess.plan, lastRow } });
    } catch (thrown) {
      if (isPresent() && get().sheet === sheet) take(sheet, null);
      throw thrown;
    }
  });
  return { openFile, pickFile, look };
};

/** Mappings out to a file and in from one. */
const mappingActs = ({ get, set, guarded }: Desk, bids: BidCommands, kind: ImportKind) => ({
  saveMapping: async (name: string): Promise<string | null> => {
    const { session, sheet, guess } = get();
    const plan = planOf(get());
    const title = session?.info.sheets.find((each) => each.index === sheet)?.name;
    return guess === null || plan === null || title === undefined ? null : bids.saveMapping(name, columnMapOf(title, plan, guess.columns, rulesOf(plan, get().decisions)));
  },
  loadMapping: async (): Promise<string | null> => {
    let used: string | null = null;
    await guarded(async (session) => {
      const picked = await bids.pickMapping();
      if (picked === null) return;
      const sheet = mappedSheet(picked.map, session.info.sheets)?.index ?? get().sheet;
      const guess = await session.guess(sheet, bids.importContext(), picked.map.headerRow);
      const columns = picked.map.columns === undefined ? guess.plan.columns : mappedColumns(kind, picked.map.columns, guess.columns);
      const { styles, replacements } = saidBy(mappedRules(kind, picked.map), kind);
      set({ sheet, guess, columns, styles, decisions: { ...NO_DECISIONS, replacements }, check: null, failure: null });
      used = picked.name;
    });
    return used;
  },
});

/** One check at a time; whatever was changed meanwhile is checked in one more. */
const checkingAct = ({ get, set, guarded, present }: Desk, bids: BidCommands): (() => Promise<void>) => {
  let isRunning = false;
  let isWanted = false;
  let version = 0;
  const once = (): Promise<void> => guarded(async (session) => {
    const plan = planOf(get());
    const isPresent = present();
    if (plan === null) return;
    set({ checking: { phase: 'checking', fraction: 0, rows: 0 }, failure: null });
    const summary = await session.check(plan, bids.importContext(), get().decisions, (progress) => {
      if (isPresent()) set({ checking: progress });
    });
    const problems = await session.problems();
    if (!isPresent()) return;
    version += 1;
    set({ check: { version, summary, problems } });
  });
  return async () => {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    while (isWanted) {
      isWanted = false;
      await once();
    }
    isRunning = false;
    set({ checking: null });
  };
};

/** Few enough that taking them over takes less than a frame. */
const OUTSIDE_PAGE = 250;

/** Rows of the last check that would not come in. */
const rowsOutside = async (session: ImportSession): Promise<PreviewRow[]> => {
  const outside: PreviewRow[] = [];
  for (let from = 0, total = Infinity; from < total; from += OUTSIDE_PAGE) {
    const page = await session.rows(from, from + OUTSIDE_PAGE, { onlyProblems: false, errorsFirst: false });
    total = page.total;
    outside.push(...page.rows.filter((row) => row.state === 'error' || row.state === 'excluded'));
  }
  return outside;
};

const importingAct = ({ get, set, guarded, source }: Desk, bids: BidCommands) => (): Promise<void> => guarded(async (session) => {
  const { check, checking, guess, decisions, importing, keepsSource } = get();
  const plan = planOf(get());
  if (importing || checking !== null || check === null || guess === null || plan === null) return;
  set({ importing: true, failure: null });
  const outside = await rowsOutside(session);
  const changes = await session.textChanges();
  const record = await bids.importRows(session, plan, guess.signature, decisions, check.summary, keepsSource ? source() : null);
  set({ step: 'report', importing: false, outcome: { record, summary: check.summary, changes, outside, undone: null } });
});

export const createImportWizard = (bids: BidCommands): ImportWizard => {
  const { kind, scoring } = bids.importContext();
  const desk = createDesk();
  const { store, get, set, clear } = desk;
  const recheck = checkingAct(desk, bids);
  const goTo: ImportWizard['goTo'] = (step) => {
    set({ step, failure: null });
    if (step === 'check') void recheck();
  };
  const { openFile, pickFile, look } = openingActs(desk, bids, () => goTo('check'));
  const decide = (decisions: RowDecisions): void => {
    set({ decisions });
    void recheck();
  };
  const start = (failure: WizardState['failure']): void => {
    clear();
    set({ failure });
  };
  return {
    kind, fields: [...IMPORT_FIELDS[kind], ...fieldsAcross(scoring)], store, openFile, pickFile,
    refuseFile: (file, problem) => start({ file, problem }),
    stop: () => start({ file: desk.fileName(), problem: { severity: 'info', code: 'file.cancelled', data: {} } }),
    ...mappingActs(desk, bids, kind),
    chooseSheet: (sheet) => look(sheet),
    chooseHeader: (headerRow) => look(get().sheet, { headerRow, span: get().guess?.plan.span ?? null }),
    chooseTable: (table) => look(get().sheet, table),
    goTo,
    setColumn: (column, field) => {
      set({ columns: withColumn(get().columns, column, field) });
      void recheck();
    },
    editCell: (row, field, text) => decide(withEdit(get().decisions, row, field, text)),
    replaceInColumn: (field, written, text) => decide(withReplacement(get().decisions, field, written, text)),
    setStyle: (field, style) => {
      const { styles } = get();
      set({ styles: { ...styles, [field]: { mark: null, order: null, ...styles[field], ...style } } });
      void recheck();
    },
    dropRule: (field, written) => {
      const { styles, decisions } = get();
      set(written === null ? { styles: withoutStyle(styles, field) } : { decisions: withoutReplacement(decisions, field, written) });
      void recheck();
    },
    readHidden: (reads) => decide({ ...get().decisions, skipsHidden: !reads }),
    keepSource: (keepsSource) => set({ keepsSource }),
    excludeRow: (row) => decide(withRowOut(get().decisions, row)),
    includeRow: (row) => decide(withRowIn(get().decisions, row)),
    importNow: importingAct(desk, bids),
    undoImport: async () => {
      const { outcome } = get();
      if (outcome === null || outcome.undone !== null) return;
      const undone = await bids.undoImport(outcome.record.id);
      if (get().outcome === outcome) set({ outcome: { ...outcome, undone } });
    },
    reset: () => {
      clear();
    },
  };
};
