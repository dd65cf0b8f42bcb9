/**
 * A CPV nomenclature in XML, in the forms it is published in: genericode (a `Row` of `Value ColumnRef="code"`), one
 * element a code with its names by language (`<CPV CODE="03000000-1"><TEXT LANG="RO">`), or plain elements called
 * `code`, `ro`, `en`. The file is not trusted: no document type, so no entities; bounded size, depth and number.
 */
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { MAX_NOMENCLATURE_BYTES, MAX_NOMENCLATURE_CODES, type NomenclatureProblemCode, type NomenclatureRow } from '../../domain/cpv/nomenclature';
import { fail } from '../../domain/problem';
import { decodeUtf8 } from '../utf8';

const DEEPEST = 32;
/** Beside the names, a file may repeat itself; more rows than this are no nomenclature. */
const MOST_ROWS = 2 * MAX_NOMENCLATURE_CODES;

type Field = keyof NomenclatureRow;

/** What a column, a language or an element is called; null for what is none of ours. */
const fieldNamed = (name: string): Field | null => {
  const plain = name.toLowerCase().replaceAll(/[^a-z]+/g, ' ').trim().replace(/^(?:name|label|description) | (?:name|label|description)$/, '');
  if (plain === 'code' || plain === 'cod' || plain === 'cpv code') return 'code';
  if (plain === 'ro' || plain === 'ron' || plain === 'rum' || plain === 'ro ro') return 'ro';
  return plain === 'en' || plain === 'eng' || plain === 'en gb' ? 'en' : null;
};

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

interface Open {
  /** What its text is; null for an element that holds others. */
  readonly field: Field | null;
  readonly row: { code: string; ro: string; en: string };
  text: string;
}

const attribute = ({ attributes }: SaxesTagPlain, wanted: string): string | null => {
  const found = Object.entries(attributes).find(([name]) => localName(name).toLowerCase() === wanted);
  return found === undefined ? null : found[1];
};

class NomenclatureReader {
  readonly rows: NomenclatureRow[] = [];
  private readonly parser = new SaxesParser();
  private readonly path: Open[] = [];

  constructor() {
    this.parser.on('error', () => { throw fail<NomenclatureProblemCode>('nomenclature.damaged', { line: this.parser.line }); });
    this.parser.on('doctype', () => { throw fail<NomenclatureProblemCode>('nomenclature.doctype'); });
    this.parser.on('opentag', (tag) => this.open(tag));
    this.parser.on('text', (text) => this.hear(text));
    this.parser.on('cdata', (text) => this.hear(text));
    this.parser.on('closetag', () => this.close());
  }

  read(text: string): readonly NomenclatureRow[] {
    this.parser.write(text).close();
    return this.rows;
  }

  private open(tag: SaxesTagPlain): void {
    const parent = this.path.at(-1);
    if (this.path.length >= DEEPEST) throw fail<NomenclatureProblemCode>('nomenclature.damaged', { line: this.parser.line });
    const named = attribute(tag, 'columnref') ?? attribute(tag, 'lang') ?? localName(tag.name);
    // `<Value ColumnRef="code"><SimpleValue>`: the text is the inner one's, its meaning the outer one's.
    const field = localName(tag.name) === 'SimpleValue' ? (parent?.field ?? null) : fieldNamed(named);
    this.path.push({ field, row: { code: attribute(tag, 'code') ?? '', ro: '', en: '' }, text: '' });
  }

  private hear(text: string): void {
    const open = this.path.at(-1);
    if (open !== undefined && open.field !== null) open.text += text;
  }

  private close(): void {
    const closed = this.path.pop();
    if (closed === undefined) return;
    const text = closed.text.trim();
    const holder = this.path.findLast(({ field }) => field === null);
    if (closed.field !== null && text !== '' && holder !== undefined) holder.row[closed.field] = text;
    // A name tells a row from the columns' own descriptions, which have a code of another kind.
    if (closed.field === null && closed.row.code !== '' && `${closed.row.ro}${closed.row.en}` !== '') this.rows.push(closed.row);
    if (this.rows.length > MOST_ROWS) throw fail<NomenclatureProblemCode>('nomenclature.tooMany', { limit: MAX_NOMENCLATURE_CODES });
  }
}

const decoded = (bytes: Uint8Array): string => {
  try {
    return decodeUtf8(bytes);
  } catch (error) {
    throw Object.assign(fail<NomenclatureProblemCode>('nomenclature.notUtf8'), { cause: error });
  }
};

/** @throws ProblemError<NomenclatureProblemCode> */
export const readNomenclatureXml = (bytes: Uint8Array): readonly NomenclatureRow[] => {
  if (bytes.length > MAX_NOMENCLATURE_BYTES) throw fail<NomenclatureProblemCode>('nomenclature.tooLarge', { size: bytes.length, limit: MAX_NOMENCLATURE_BYTES });
  return new NomenclatureReader().read(decoded(bytes));
};
