/**
 * The mark a template carries on a hidden sheet: which table it is and which column is what, so that a filled-in
 * template is imported without a question. It is a convenience and no proof: every cell is checked like any other.
 */
import { IMPORT_FIELDS, IMPORT_KINDS, type ImportField, type ImportKind } from '../domain/ports/import-kinds';

/** The hidden sheet's name. */
export const TEMPLATE_SHEET = 'caiet-formular';

const FORMAT = 'caiet-template';
const VERSION = '1';

export interface TemplateMark {
  readonly kind: ImportKind;
  /** Name of the sheet to fill in. */
  readonly sheet: string;
  /** 1-based. */
  readonly headerRow: number;
  /** Field of each column, from the first. */
  readonly fields: readonly ImportField[];
  /** The project the template was made in; empty when it was made outside one. */
  readonly projectId: string;
}

/** The rows of the hidden sheet: a name and a value each. */
export const markRows = ({ kind, sheet, headerRow, fields, projectId }: TemplateMark): readonly (readonly [string, string])[] => [
  ['format', FORMAT], ['version', VERSION], ['kind', kind], ['sheet', sheet], ['headerRow', String(headerRow)], ['fields', fields.join(' ')], ['projectId', projectId],
];

const isKind = (text: string): text is ImportKind => IMPORT_KINDS.some((kind) => kind === text);

/** The mark out of the rows of a sheet called `TEMPLATE_SHEET`; null when it is not one this version knows. */
export const readMark = (rows: readonly (readonly string[])[]): TemplateMark | null => {
  const values = new Map(rows.slice(0, 20).map(([name = '', value = '']) => [name, value]));
  const kind = values.get('kind') ?? '';
  const headerRow = Number(values.get('headerRow'));
  if (values.get('format') !== FORMAT || values.get('version') !== VERSION || !isKind(kind) || !Number.isInteger(headerRow) || headerRow < 1) return null;
  const known: readonly string[] = IMPORT_FIELDS[kind];
  const fields = (values.get('fields') ?? '').split(' ');
  if (fields.some((field) => !known.includes(field)) || new Set(fields).size !== fields.length) return null;
  return { kind, sheet: values.get('sheet') ?? '', headerRow, fields: fields as ImportField[], projectId: values.get('projectId') ?? '' };
};
