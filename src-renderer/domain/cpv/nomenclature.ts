/** An imported CPV nomenclature: from rows as a file has them to entries that can be relied on, or one reason against the file. */
import { fail } from '../problem';
import { cpvDigits, OWN_CPV_LIST, type CpvEntry } from './cpv-list';

export type NomenclatureProblemCode =
  | 'nomenclature.tooLarge' // data: {size, limit} in bytes
  | 'nomenclature.notUtf8'
  | 'nomenclature.damaged' // data: {line}: no well-formed XML
  | 'nomenclature.doctype' // a document type, which such a list does not need and which can do harm
  | 'nomenclature.noCodes' // neither codes nor names could be recognised
  | 'nomenclature.tooMany' // data: {limit}
  | 'nomenclature.badCode' // data: {code}
  | 'nomenclature.unnamed' // data: {code}
  | 'nomenclature.twice' // data: {code}: twice, with different check digits
  | 'nomenclature.contradicts'; // data: {code, listed}: not the check digit known here

/** As read; empty where the file has nothing. */
export interface NomenclatureRow {
  readonly code: string;
  readonly ro: string;
  readonly en: string;
}

/** What is kept on this computer. */
export interface Nomenclature {
  readonly fileName: string;
  /** Day of the import. */
  readonly importedOn: string;
  readonly entries: readonly CpvEntry[];
}

/** The official list in all languages of the Union is about half of this. */
export const MAX_NOMENCLATURE_BYTES = 40_000_000;
/** The official list has about 9,450. */
export const MAX_NOMENCLATURE_CODES = 20_000;
const LONGEST_NAME = 400;
/** Shown of a text that is no code. */
const SHOWN = 40;

/** Codes of the supplementary vocabulary, `AA01-1`, which qualify others and are none themselves. */
const SUPPLEMENTARY = /^[A-Z]{1,2}\d{2,3}-\d$/;
/** A spreadsheet that took the code for a number has lost the nought it began with. */
const CODE = /^(\d{7,8})(-\d)?$/;

const named = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_NAME);

const entryOf = ({ code, ro, en }: NomenclatureRow): CpvEntry => {
  const [, digits, check] = CODE.exec(code.replaceAll(/\s+/g, '')) ?? [];
  if (digits === undefined) throw fail<NomenclatureProblemCode>('nomenclature.badCode', { code: code.slice(0, SHOWN) });
  const entry = { code: `${digits.padStart(8, '0')}${check ?? ''}`, ro: named(ro), en: named(en) };
  if (entry.ro === '' && entry.en === '') throw fail<NomenclatureProblemCode>('nomenclature.unnamed', { code: entry.code });
  const known = OWN_CPV_LIST.byDigits.get(cpvDigits(entry.code))?.code;
  if (known !== undefined && check !== undefined && known !== entry.code) throw fail<NomenclatureProblemCode>('nomenclature.contradicts', { code: entry.code, listed: known });
  return entry;
};

/** All or nothing. @throws ProblemError<NomenclatureProblemCode> */
export const nomenclatureEntries = (rows: readonly NomenclatureRow[]): readonly CpvEntry[] => {
  const byDigits = new Map<string, CpvEntry>();
  for (const row of rows) {
    if (SUPPLEMENTARY.test(row.code.trim())) continue;
    const entry = entryOf(row);
    const before = byDigits.get(cpvDigits(entry.code));
    if (before !== undefined && before.code !== entry.code) throw fail<NomenclatureProblemCode>('nomenclature.twice', { code: entry.code });
    byDigits.set(cpvDigits(entry.code), entry);
    if (byDigits.size > MAX_NOMENCLATURE_CODES) throw fail<NomenclatureProblemCode>('nomenclature.tooMany', { limit: MAX_NOMENCLATURE_CODES });
  }
  if (byDigits.size === 0) throw fail<NomenclatureProblemCode>('nomenclature.noCodes');
  return [...byDigits.values()];
};
