/** The worker's side of an import: one file, its cells and everything computed from them stay here. */
import { expose } from 'comlink';
import type { ImportKind, ImportRow } from '../../domain/ports/import-kinds';
import type { FirstRows, ImportContext, ImportSession, Progress, RowDecisions, TableGuess, TablePlan, WorkbookInfo, PreviewSummary, CellNote, CellProblem, ColumnSpan, MarkedCopyWords, PreviewRow, TextChangeCount } from '../../domain/ports/sheet-import';
import { fail, ProblemError, type Problem } from '../../domain/problem';
import type { ReturnedSheet } from '../../domain/sheet-return';
import { createSheetImporter } from './importer';
import { readScoreSheet } from './score-sheet-workbook';

/** Errors lose their fields on the way between threads, so an expected failure travels as a value. */
export type Answer<T> = { readonly value: T } | { readonly problem: Problem };

export type OnProgress = (progress: Progress) => void;
export type OnFirstRows = (first: FirstRows) => void;
type Page = Awaited<ReturnType<ImportSession['rows']>>;

export interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

/** Taken over by the window within a few milliseconds. */
const PAGE = 500;

/** Worked out when its first page is asked for, and held while the others are. */
const inPages = <Item>() => {
  let held: readonly Item[] = [];
  return async (from: number, items: () => Promise<readonly Item[]>): Promise<PageOf<Item>> => {
    if (from === 0) held = await items();
    const page = held.slice(from, from + PAGE);
    const total = held.length;
    if (from + PAGE >= total) held = [];
    return { items: page, total };
  };
};

const acceptedPages = inPages<ImportRow>();
const problemPages = inPages<CellProblem>();

export interface ImportWorker {
  open(fileName: string, bytes: Uint8Array, onProgress: OnProgress, onFirstRows: OnFirstRows): Promise<Answer<WorkbookInfo>>;
  guess(sheet: number, context: ImportContext, headerRow?: number, span?: ColumnSpan): Promise<Answer<TableGuess>>;
  check(plan: TablePlan, context: ImportContext, decisions: RowDecisions, onProgress: OnProgress): Promise<Answer<PreviewSummary>>;
  rows(from: number, to: number, options: { readonly onlyProblems: boolean; readonly errorsFirst: boolean }): Promise<Answer<Page>>;
  /** Large answers leave in pages, so that the window can draw between any two of them. */
  accepted(kind: ImportKind, from: number): Promise<Answer<PageOf<ImportRow>>>;
  problems(from: number): Promise<Answer<PageOf<CellProblem>>>;
  textChanges(): Promise<Answer<readonly TextChangeCount[]>>;
  rowsAt(rows: readonly number[]): Promise<Answer<readonly PreviewRow[]>>;
  markedCopy(notes: readonly CellNote[], words: MarkedCopyWords): Promise<Answer<Uint8Array>>;
  /** A score sheet that came back; it is read at once and needs no session. */
  scoreSheet(fileName: string, bytes: Uint8Array): Promise<Answer<ReturnedSheet>>;
}

/** Enough for a smooth bar; more would only keep the window busy. */
const PROGRESS_EVERY_MS = 100;

const throttled = (report: OnProgress): OnProgress => {
  let last = 0;
  return (progress) => {
    const now = performance.now();
    if (progress.fraction < 1 && now - last < PROGRESS_EVERY_MS) return;
    last = now;
    report(progress);
  };
};

const answer = async <T>(work: () => Promise<T>): Promise<Answer<T>> => {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof ProblemError) return { problem: error.problem };
    throw error;
  }
};

let opened: ImportSession | null = null;

const session = (): ImportSession => {
  if (opened === null) throw fail('file.cancelled');
  return opened;
};

const worker: ImportWorker = {
  open: (fileName, bytes, onProgress, onFirstRows) =>
    answer(async () => {
      opened = await createSheetImporter().open(fileName, bytes, { onProgress: throttled(onProgress), onFirstRows });
      return opened.info;
    }),
  guess: (...parameters) => answer(() => session().guess(...parameters)),
  check: (plan, context, decisions, onProgress) => answer(() => session().check(plan, context, decisions, throttled(onProgress))),
  rows: (...parameters) => answer(() => session().rows(...parameters)),
  accepted: (kind, from) => answer(() => acceptedPages(from, () => session().accepted(kind))),
  problems: (from) => answer(() => problemPages(from, () => session().problems())),
  textChanges: () => answer(() => session().textChanges()),
  rowsAt: (rows) => answer(() => session().rowsAt(rows)),
  markedCopy: (...parameters) => answer(() => session().markedCopy(...parameters)),
  scoreSheet: (fileName, bytes) => answer(() => readScoreSheet(fileName, bytes)),
};

expose(worker);
