/**
 * What every reader hands on, whatever the file format was: sheets of cells at their true addresses. The rest of the
 * import knows only this, so a reader can be replaced without touching it.
 */
import type { FileFormat, IgnoredPart } from '../../domain/ports/sheet-import';

/** One non-empty cell. Dates are serial days of the 1900 system, whatever epoch the file used. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; /** Excel number format, `General` when none. */ readonly format: string }
  | { readonly kind: 'date'; readonly serial: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `#N/A`, `#DIV/0!`… as the sheet shows it. */
  | { readonly kind: 'error'; readonly text: string }
  /** A formula whose result was never stored in the file. */
  | { readonly kind: 'uncalculated' };

/** A merged range; rows 1-based, columns 0-based, both ends included. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface SheetGrid {
  readonly name: string;
  readonly hidden: boolean;
  /** 1-based numbers of the rows that hold something, ascending. */
  readonly rows: readonly number[];
  /** 0-based columns that hold something, ascending. */
  readonly columns: readonly number[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly merges: readonly Merge[];
  cell(row: number, column: number): Cell | undefined;
}

export interface SheetSource {
  readonly format: FileFormat;
  /** For text files: how they were read. */
  readonly text: { readonly encoding: string; readonly separator: string } | null;
  readonly sheets: readonly SheetGrid[];
  /** Parts of the file that are none of a table; none when left out. */
  readonly ignored?: readonly IgnoredPart[];
}
