/** The importer from outside, as the wizard uses it: open, guess, check, and what came out in a form tests can compare. */
import { expect } from 'vitest';
import { createSheetImporter } from '../../../src-renderer/spreadsheet/import/importer';
import type { BidRow, ImportKind, RowOf } from '../../../src-renderer/domain/ports/import-kinds';
import type { CellProblem, ImportContext, ImportSession, PreviewSummary, RowDecisions, TableGuess } from '../../../src-renderer/domain/ports/sheet-import';
import { ProblemError, type Problem } from '../../../src-renderer/domain/problem';
import { expectAgreement, isXlsx } from './two-readers';

export const CONTEXT: ImportContext = { kind: 'bids', currency: 'RON', lotNumbers: [], presentRows: [], remembered: {} };
export const NO_DECISIONS: RowDecisions = { edits: {}, excluded: [], included: [] };

export interface ReadOptions {
  readonly name?: string;
  readonly sheet?: number;
  readonly headerRow?: number;
  readonly context?: Partial<ImportContext>;
  readonly decisions?: Partial<RowDecisions>;
}

export interface Register {
  readonly session: ImportSession;
  readonly guess: TableGuess;
  readonly summary: PreviewSummary;
  readonly bids: readonly BidRow[];
  readonly problems: readonly CellProblem[];
  /** `B3 error cell.notADate` for each problem. */
  readonly marks: readonly string[];
}

/** Opens as the product does. Whatever xlsx a test makes up is also held against the second reader, cell by cell. */
export const openFile = async (bytes: Uint8Array, name = 'registru.xlsx'): Promise<ImportSession> => {
  const session = await createSheetImporter().open(name, bytes);
  if (await isXlsx(bytes)) await expectAgreement(bytes);
  return session;
};

export const readRegister = async (bytes: Uint8Array, { name, sheet = 0, headerRow, context, decisions }: ReadOptions = {}): Promise<Register> => {
  const session = await openFile(bytes, name);
  const facts = { ...CONTEXT, ...context };
  const guess = await session.guess(sheet, facts, headerRow);
  const summary = await session.check(guess.plan, facts, { ...NO_DECISIONS, ...decisions });
  const problems = await session.problems();
  return { session, guess, summary, bids: await session.accepted('bids'), problems, marks: problems.map(({ column, row, severity, code }) => `${column}${row} ${severity} ${code}`) };
};

/** The accepted rows reduced to the fields a test is about. */
export const fields = (register: Register, ...names: readonly Exclude<keyof BidRow, 'source'>[]): unknown[][] =>
  register.bids.map((bid) => names.map((name) => {
    const value = bid[name];
    return typeof value === 'object' && value !== null ? `${value.amount} ${value.currency}` : value;
  }));

export const problemOf = async (work: Promise<unknown>): Promise<Problem> => {
  try {
    await work;
  } catch (error) {
    expect(error).toBeInstanceOf(ProblemError);
    return (error as ProblemError).problem;
  }
  throw new Error('Nothing was refused.');
};

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export interface ReadTable<Kind extends ImportKind> {
  readonly columns: TableGuess['plan']['columns'];
  readonly rows: readonly RowOf[Kind][];
  /** `B3 error cell.notADate` for each problem. */
  readonly marks: readonly string[];
}

/** A table of any kind, as the terminal door reads it. */
export const readTable = async <Kind extends ImportKind>(kind: Kind, bytes: Uint8Array, context: Partial<ImportContext> = {}): Promise<ReadTable<Kind>> => {
  const session = await openFile(bytes, 'tabel.xlsx');
  const facts: ImportContext = { ...CONTEXT, currency: '', ...context, kind };
  const { plan } = await session.guess(0, facts);
  await session.check(plan, facts, NO_DECISIONS);
  const problems = await session.problems();
  return { columns: plan.columns, rows: await session.accepted(kind), marks: problems.map(({ column, row, severity, code }) => `${column}${row} ${severity} ${code}`) };
};
