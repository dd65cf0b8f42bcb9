/** How a kind of table is recognised, read and checked. Each kind is one table of fields in a file of its own. */
import type { FieldOf, ImportField, ImportKind, ImportRow, NamedField, RowOf, RowSource } from '../../../domain/ports/import-kinds';
import type { ImportContext } from '../../../domain/ports/sheet-import';
import type { Severity } from '../../../domain/problem';
import { isBlank, refuseBroken, type Reading, type Remark } from '../field-reading';
import type { Heading } from '../heading';
import type { Cell } from '../sheet-source';
import type { FieldColumn, Price, ValueType } from './value-types';

/** The words registers use for a field, folded. Romanian first, then English. */
export interface FieldWords {
  /** Headings that mean exactly this field. */
  readonly names: readonly string[];
  /** Headings that may mean it, when the values below agree. */
  readonly hints?: readonly string[];
}

export interface FieldRule<Value = unknown> extends FieldWords {
  readonly value: ValueType<Value>;
  /** A value merged over several rows holds for each of them. A price merged over two bids does not. */
  readonly fillsDown?: boolean;
  /** False for a heading whose unit or remark rules the field out. */
  readonly fits?: (heading: Heading) => boolean;
  /** How much less likely the heading is than its words say, from 0 to 1. */
  readonly handicap?: (heading: Heading) => number;
  /** The values decide, even against a heading known by heart. */
  readonly valuesDecide?: boolean;
}

type Rules<Kind extends ImportKind> = { readonly [Field in FieldOf<Kind>]: FieldRule };
type ValueOf<Rule> = Rule extends FieldRule<infer Value> ? Value : never;

export interface FieldRemark extends Remark {
  readonly field: ImportField;
}

export type CellOf = (field: ImportField) => Cell | undefined;
export type Columns = Readonly<Partial<Record<ImportField, FieldColumn>>>;

const UNKNOWN_COLUMN: FieldColumn = { heading: { text: '', plain: '', bare: '', currency: null, vatIncluded: null, unit: null }, style: { mark: null, order: null } };

/** The cells of one row, and everything that is to be said about them. */
export class RowCells<Fields> {
  readonly remarks: FieldRemark[] = [];

  constructor(private readonly fields: Fields, private readonly cellOf: CellOf, readonly columns: Columns, readonly context: ImportContext) {}

  /** Null when the cell is blank or cannot be understood; the remarks say which. */
  read<Field extends keyof Fields & ImportField>(field: Field, column: FieldColumn = this.columns[field] ?? UNKNOWN_COLUMN): ValueOf<Fields[Field]> | null {
    const cell = this.cellOf(field);
    if (cell === undefined || isBlank(cell)) return null;
    const { value } = this.fields[field] as unknown as FieldRule<ValueOf<Fields[Field]>>;
    const reading: Reading<ValueOf<Fields[Field]>> = refuseBroken(cell) ?? value.read(cell, column, this.context);
    for (const remark of reading.remarks) this.remarks.push({ field, ...remark });
    return reading.value;
  }

  /** An amount where a column of its own says the currency of the row, or null; an amount that names another one is an error. */
  readIn(currency: string | null, field: keyof Fields & ImportField): Price | null {
    const column = this.columns[field] ?? UNKNOWN_COLUMN;
    const price = this.read(field, currency === null ? column : { ...column, heading: { ...column.heading, currency } }) as Price | null;
    if (price === null || currency === null || price.money.currency === currency) return price;
    this.say(field, { severity: 'error', code: 'cell.currenciesDiffer', data: { expected: currency } });
    return null;
  }

  isBlank(field: keyof Fields & ImportField): boolean {
    return isBlank(this.cellOf(field));
  }

  /** Where the project has one lot, a row that names none is for it. */
  lotOr(written: string | null): string | null {
    const { lotNumbers } = this.context;
    return written === null && lotNumbers.length === 1 && isBlank(this.cellOf('lot')) ? (lotNumbers[0] ?? null) : written;
  }

  say(field: ImportField, remark: Remark): void {
    this.remarks.push({ field, ...remark });
  }

  /** Tells that a value is missing, unless an error has said why there is none. */
  require(field: ImportField, value: unknown, severity: 'error' | 'warning'): void {
    if (value !== null || this.remarks.some((remark) => remark.field === field && remark.severity === 'error')) return;
    this.remarks.push({ field, severity, code: 'cell.required', data: {} });
  }
}

/** Whose row it is: the fiscal number by which the same party is known under another name. */
export interface Party {
  readonly identifier: string;
  readonly country: string | null;
  readonly name: string;
}

interface Definition<Kind extends ImportKind, Fields extends Rules<Kind>> {
  readonly kind: Kind;
  readonly fields: Fields;
  /** Headings that look like one of the fields and are not: mapping them would put a wrong value into the project. */
  readonly others: readonly string[];
  /** Columns by which totals and signatures are told from rows: where names stand, where amounts do, what only a true row has. */
  readonly marks: {
    readonly name: keyof Fields & ImportField;
    readonly amounts: readonly (keyof Fields & ImportField)[];
    readonly proof?: keyof Fields & ImportField;
    /** What else its sums are called, folded; only where the proof is mapped and missing. */
    readonly sums?: RegExp;
  };
  readonly read: (cells: RowCells<Fields>, source: RowSource) => RowOf[Kind];
  /** Rows with the same key say the same thing twice; null: cannot be told. */
  readonly key: (row: RowOf[Kind]) => string | null;
  /** What a second row of the same key is: `error` keeps it out. */
  readonly repeated: Exclude<Severity, 'info'>;
  readonly party?: (row: RowOf[Kind]) => Party | null;
  /** True for a row that only names those below it. */
  readonly isSection?: (row: RowOf[Kind], columns: Columns) => boolean;
}

export interface RowReading {
  readonly value: ImportRow;
  readonly remarks: readonly FieldRemark[];
  /** What the row is by what it says, when it is none of the table. */
  readonly special: 'row.section' | 'row.heading' | null;
}

/** A kind as the rest of the import knows it, whichever it is. */
export interface ImportKindRule {
  readonly kind: ImportKind;
  readonly fields: Readonly<Partial<Record<ImportField, FieldRule>>>;
  /** In the order in which they are offered; of a score matrix also its own columns. */
  readonly fieldNames: readonly ImportField[];
  /** Those a heading may be recognised as. */
  readonly named: readonly NamedField[];
  readonly others: readonly string[];
  readonly marks: { readonly name: ImportField; readonly amounts: readonly ImportField[]; readonly proof?: ImportField; readonly sums?: RegExp };
  /** `cellOf` gives the cell of a field in the row at `source`. Values that cannot be understood are null with an error. */
  readonly read: (source: RowSource, cellOf: CellOf, columns: Columns, context: ImportContext) => RowReading;
  readonly key: (row: ImportRow) => string | null;
  readonly repeated: 'error' | 'warning';
  readonly party: (row: ImportRow) => Party | null;
  /** The rows that one row of the sheet comes in as; itself when left out. */
  readonly rowsOf?: (row: ImportRow) => readonly ImportRow[];
}

/** Closes a definition over its own row type, so that nothing else has to know it. */
export const defineKind = <Kind extends ImportKind, Fields extends Rules<Kind>>(definition: Definition<Kind, Fields>): ImportKindRule => {
  const { kind, fields, others, marks, read, key, repeated, party, isSection } = definition;
  return {
    kind, others, marks, repeated,
    fields: fields as ImportKindRule['fields'],
    fieldNames: Object.keys(fields) as NamedField[],
    named: Object.keys(fields) as NamedField[],
    read: (source, cellOf, columns, context) => {
      const cells = new RowCells(fields, cellOf, columns, context);
      const value = read(cells, source);
      return { value, remarks: cells.remarks, special: isSection?.(value, columns) === true ? 'row.section' : null };
    },
    key: (row) => key(row as RowOf[Kind]),
    party: (row) => party?.(row as RowOf[Kind]) ?? null,
  };
};
