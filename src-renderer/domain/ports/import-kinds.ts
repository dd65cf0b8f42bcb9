/** What a table can be imported as, and what its rows then say. The names are those the terminal door prints. */
import { acrossField, acrossOf, reasonField, reasonOf, type AcrossField, type ReasonField } from '../across-field';
import type { CivilDate, DecimalString } from '../values';

export const IMPORT_KINDS = ['bids', 'price-schedule', 'needs', 'requirements', 'scores', 'costs', 'cpv'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What a column of each kind can be, in the order in which it is printed and offered. `currency` says what the amounts of its row are in. */
export const IMPORT_FIELDS = {
  bids: ['bidder', 'identifier', 'country', 'lot', 'price', 'currency', 'vatIncluded', 'receivedAt', 'sme', 'durationDays', 'warrantyMonths', 'email', 'notes'],
  'price-schedule': ['bidder', 'lot', 'item', 'description', 'unit', 'quantity', 'unitPrice', 'total', 'currency'],
  needs: ['title', 'problem', 'affected', 'desiredOutcome', 'baseline', 'target', 'unit', 'department', 'priority'],
  requirements: ['code', 'section', 'text', 'kind', 'priority', 'need', 'verification'],
  scores: ['evaluator', 'bidder', 'lot', 'criterion', 'score', 'justification'],
  costs: ['bidder', 'lot', 'cost', 'timing', 'amount', 'currency'],
  cpv: ['code', 'nameRo', 'nameEn'],
} as const satisfies Readonly<Record<ImportKind, readonly string[]>>;

export type FieldOf<Kind extends ImportKind> = (typeof IMPORT_FIELDS)[Kind][number];
/** A field every table of some kind may have; the same name means the same thing in each. */
export type NamedField = FieldOf<ImportKind>;
/** A field of any kind, or a column of a score matrix. */
export type ImportField = NamedField | AcrossField | ReasonField;

/** The field of that name; null where the kind has none. Only scores have columns that carry a name of their own. */
export const fieldOf = (kind: ImportKind, name: string): ImportField | null => {
  const named = (IMPORT_FIELDS[kind] as readonly NamedField[]).find((field) => field === name);
  if (named !== undefined) return named;
  if (kind !== 'scores') return null;
  const [across, reason] = [acrossOf(name), reasonOf(name)];
  return across !== null ? acrossField(across.across, across.name) : reason === null ? null : reasonField(reason);
};

/** Fields that go into others and are none of the row's own. */
export type HelpingField = 'currency';
export const isHelpingField = (field: ImportField): field is HelpingField => field === 'currency';

/** Money as read from a sheet: decimal text and an ISO 4217 code. */
export interface SheetMoney {
  readonly amount: DecimalString;
  readonly currency: string;
}

/** Where a row stands in the file: sheet name and 1-based row; the column's letter where one row of a sheet holds several. */
export interface RowSource {
  readonly sheet: string;
  readonly row: number;
  readonly column?: string;
}

/** Every row: `null` where the sheet had nothing. */
export interface BidRow {
  readonly bidder: string | null;
  readonly identifier: string | null;
  readonly country: string | null;
  readonly lot: string | null;
  readonly price: SheetMoney | null;
  readonly vatIncluded: boolean | null;
  readonly receivedAt: CivilDate | null;
  readonly sme: boolean | null;
  readonly durationDays: number | null;
  readonly warrantyMonths: number | null;
  readonly email: string | null;
  readonly notes: string | null;
  readonly source: RowSource;
}

/** One line of a price schedule. */
export interface PriceLineRow {
  readonly bidder: string | null;
  readonly lot: string | null;
  /** Its number or code, as written. */
  readonly item: string | null;
  readonly description: string | null;
  readonly unit: string | null;
  readonly quantity: DecimalString | null;
  readonly unitPrice: SheetMoney | null;
  readonly total: SheetMoney | null;
  readonly source: RowSource;
}

export interface NeedRow {
  readonly title: string | null;
  readonly problem: string | null;
  readonly affected: string | null;
  readonly desiredOutcome: string | null;
  /** A decimal where one is written, else the words. */
  readonly baseline: string | null;
  readonly target: string | null;
  readonly unit: string | null;
  readonly department: string | null;
  readonly priority: string | null;
  readonly source: RowSource;
}

export interface RequirementRow {
  readonly code: string | null;
  readonly section: string | null;
  readonly text: string | null;
  readonly kind: string | null;
  readonly priority: string | null;
  /** Code or title of the need it answers, as written. */
  readonly need: string | null;
  readonly verification: string | null;
  readonly source: RowSource;
}

export interface ScoreRow {
  readonly evaluator: string | null;
  readonly bidder: string | null;
  readonly lot: string | null;
  readonly criterion: string | null;
  readonly score: DecimalString | null;
  readonly justification: string | null;
  readonly source: RowSource;
}

/** One life-cycle cost of one bid. */
export interface CostRow {
  readonly bidder: string | null;
  readonly lot: string | null;
  /** Named as the call names it. */
  readonly cost: string | null;
  /** When it is paid, as written; what the call says counts. */
  readonly timing: string | null;
  readonly amount: SheetMoney | null;
  readonly source: RowSource;
}

/** One code of the CPV nomenclature. */
export interface CpvRow {
  readonly code: string | null;
  readonly nameRo: string | null;
  readonly nameEn: string | null;
  readonly source: RowSource;
}

export interface RowOf {
  bids: BidRow;
  'price-schedule': PriceLineRow;
  needs: NeedRow;
  requirements: RequirementRow;
  scores: ScoreRow;
  costs: CostRow;
  cpv: CpvRow;
}
export type ImportRow = RowOf[ImportKind];

/** What a row says in a field; null where it says nothing, or the kind has no such field. */
export const fieldValue = (row: ImportRow, field: ImportField): unknown => (row as unknown as Readonly<Record<string, unknown>>)[field] ?? null;
