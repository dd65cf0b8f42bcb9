import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utils, write } from 'xlsx';
import { addDays } from '../../../src-renderer/domain/civil-date';
import type { ImportField } from '../../../src-renderer/domain/ports/import-kinds';
import { ProblemError } from '../../../src-renderer/domain/problem';
import { columnLetter } from '../../../src-renderer/domain/column-letter';
import { cellText } from '../../../src-renderer/spreadsheet/import/cell-text';
import { readDate, serialDate } from '../../../src-renderer/spreadsheet/import/date-text';
import { isBlank, readLine } from '../../../src-renderer/spreadsheet/import/field-reading';
import { cleanDouble, readNumber } from '../../../src-renderer/spreadsheet/import/number-text';
import { readZip, unpackPart } from '../../../src-renderer/spreadsheet/import/zip';
import { bidRegister } from '../../support/bid-register';
import { n, rawXlsx, sheetData, t } from './raw-xlsx';
import { CONTEXT, fields, NO_DECISIONS, openFile, readRegister, utf8 } from './read-register';

/** Whole bani, up to a hundred million lei. */
const bani = fc.integer({ min: 0, max: 10_000_000_000 });
const grouped = (whole: string, by: string): string => whole.replace(/\B(?=(\d{3})+$)/g, by);

/** Everything a clerk might do to 1234567.89; two decimals are always written, so nothing is ambiguous. */
const spelling = fc.record({
  marks: fc.constantFrom([',', '.'], ['.', ','], [',', ' '], [',', '\u00a0'], [',', '\u202f'], [',', ''], ['.', ''], ['.', "'"]),
  before: fc.constantFrom('', ' ', 'RON ', 'lei '),
  after: fc.constantFrom('', ' ', ' lei', 'lei', ' RON', ' Lei.', '\u00a0lei fără TVA', ' RON + TVA'),
}).map(({ marks: [mark = ',', group = ''], before, after }) => (amount: number): string => {
  const whole = String(Math.floor(amount / 100));
  return `${before}${grouped(whole, group)}${mark}${String(amount % 100).padStart(2, '0')}${before.trim() === '' ? after : ''}`;
});

const day = fc.integer({ min: 0, max: 40_000 }).map((offset) => addDays('1990-01-01', offset)).filter((date) => date <= '2099-12-31');

const MONTHS = ['ianuarie', 'februarie', 'martie', 'aprilie', 'mai', 'iunie', 'iulie', 'august', 'septembrie', 'octombrie', 'noiembrie', 'decembrie'];
const daySpelling = fc.constantFrom<(year: string, month: string, date: string) => string>(
  (y, m, d) => `${d}.${m}.${y}`, (y, m, d) => `${Number(d)}.${Number(m)}.${y}`, (y, m, d) => `${y}-${m}-${d}`, (y, m, d) => `${y}/${m}/${d}`,
  (y, m, d) => `${Number(d)} ${MONTHS[Number(m) - 1]} ${y}`, (y, m, d) => `${d}.${m}.${y} 09:30`, (y, m, d) => `${y}-${m}-${d}T23:59:59Z`, (y, m, d) => `${d}-${MONTHS[Number(m) - 1]?.slice(0, 3)}-${y}`,
);

describe('values read back exactly', () => {
  it('amounts in every spelling', () => {
    fc.assert(fc.property(bani, spelling, (amount, spell) => {
      const reading = readNumber(spell(amount));
      expect(reading.kind).toBe('number');
      const value = reading.kind === 'number' ? reading.value : '';
      const [whole = '', fraction = ''] = value.split('.');
      expect(BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'))).toBe(BigInt(amount));
    }), { numRuns: 500 });
  });

  it('amounts as numbers of a sheet, without binary noise', () => {
    fc.assert(fc.property(bani, (amount) => {
      const [whole = '', fraction = ''] = cleanDouble(amount / 100).split('.');
      expect(BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'))).toBe(BigInt(amount));
    }), { numRuns: 500 });
  });

  it('days in every spelling, and as serials', () => {
    fc.assert(fc.property(day, daySpelling, (date, spell) => {
      const [year = '', month = '', dayOfMonth = ''] = date.split('-');
      expect(readDate(spell(year, month, dayOfMonth))).toMatchObject({ kind: 'date', date });
      const serial = (Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
      expect(serialDate(serial)).toBe(date);
      expect(serialDate(serial + 0.9999)).toBe(date);
    }), { numRuns: 500 });
  });

  it('texts, composed and without what nobody sees', () => {
    const letter = fc.constantFrom('a', 'Z', '~', ' ', '  ', '\t', '\n', '\r', '\0', '\u001f', '\u007f', '\u0080', '\u009f', '\u00a0', '\u00ad', '\u02ff', 's\u0326', 's', '\u0326', 'ș', '\u200b', '\ufeff', '\u2028', '😀');
    const isUnseen = (code: number): boolean => (code < 0x20 && code !== 0x09 && code !== 0x0a) || (code >= 0x7f && code < 0xa0) || code === 0x200b || code === 0xfeff;
    fc.assert(fc.property(fc.array(letter, { maxLength: 8 }), (letters) => {
      const composed = letters.join('').replace(/\r\n?/g, '\n').normalize('NFC');
      const seen = Array.from(composed).filter((each) => !isUnseen(each.codePointAt(0) ?? 0)).join('').trim();
      expect(cellText({ kind: 'text', text: letters.join('') })).toBe(seen);
      const line = readLine({ kind: 'text', text: letters.join('') }).value;
      expect(line).toBe(seen === '' ? null : seen.replace(/\s+/g, ' '));
    }), { numRuns: 3000 });
  });

  it('signs that say there is nothing, in any case and between blanks', () => {
    for (const sign of ['', '-', '–', '—', '--', '.', 'n/a', 'N.A.', 'Nu e cazul', 'NU ESTE CAZUL', 'none']) {
      expect(isBlank({ kind: 'text', text: ` ${sign}\u00a0` })).toBe(true);
      expect(isBlank({ kind: 'text', text: `${sign}1` })).toBe(false);
    }
  });

  it('columns by their letters', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 16_383 }), (index) => {
      const back = Array.from(columnLetter(index)).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      expect(back).toBe(index);
    }));
  });

  it('whole registers, whichever cells are text and which are numbers', async () => {
    const row = fc.record({ amount: bani, asText: fc.boolean(), spell: spelling, date: day });
    await fc.assert(fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
      const cells = rows.map(({ amount, asText, spell, date }, index) => {
        const at = index + 2;
        return t(`A${at}`, `Firma ${at}`) + (asText ? t(`B${at}`, spell(amount)) : n(`B${at}`, String(amount / 100))) + t(`C${at}`, date.split('-').reverse().join('.'));
      });
      const register = await readRegister(rawXlsx({ sheets: [{ xml: sheetData(t('A1', 'Ofertant') + t('B1', 'Preț') + t('C1', 'Data depunerii'), ...cells) }] }));
      expect(fields(register, 'price', 'receivedAt')).toEqual(rows.map(({ amount, date }) => [`${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')} RON`, date]));
    }), { numRuns: 40 });
  });
});

/** Reads as the wizard would; an expected refusal is an answer too, anything else fails the test. */
const survives = async (bytes: Uint8Array, name: string): Promise<'read' | 'refused'> => {
  try {
    const session = await openFile(bytes, name);
    for (const sheet of session.info.sheets.filter(({ rows }) => rows > 0)) {
      const guess = await session.guess(sheet.index, CONTEXT);
      const columns: Record<number, ImportField> = Object.keys(guess.plan.columns).length === 0 ? { 0: 'bidder' } : guess.plan.columns;
      const summary = await session.check({ ...guess.plan, columns }, CONTEXT, NO_DECISIONS);
      expect(summary.rowsRead).toBe(summary.accepted + summary.withErrors + summary.excluded);
      expect(summary.rowsRead).toBeLessThanOrEqual(sheet.rows);
    }
    return 'read';
  } catch (error) {
    if (error instanceof ProblemError) return 'refused';
    throw error;
  }
};

const workbook = bidRegister({ bids: 6 }).bytes;
const text = bidRegister({ bids: 6, format: 'csv' }).bytes;

const mutation = fc.array(fc.record({ at: fc.double({ min: 0, max: 0.999_999, noNaN: true }), value: fc.integer({ min: 0, max: 255 }) }), { minLength: 1, maxLength: 8 });
const mutated = (bytes: Uint8Array, changes: readonly { readonly at: number; readonly value: number }[], keep: number): Uint8Array => {
  const copy = bytes.slice(0, Math.ceil(bytes.length * keep));
  for (const { at, value } of changes) copy[Math.floor(at * copy.length)] = value;
  return copy;
};

describe('anything may be opened', () => {
  it('random bytes, with and without a signature of a known format', async () => {
    const start = fc.constantFrom<number[]>([], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], [0xff, 0xfe], [0xef, 0xbb, 0xbf]);
    await fc.assert(fc.asyncProperty(start, fc.uint8Array({ maxLength: 2000 }), async (head, tail) => {
      await survives(Uint8Array.from([...head, ...tail]), 'x.xlsx');
    }), { numRuns: 200 });
  });

  it('random text', async () => {
    const line = fc.string({ unit: fc.constantFrom(...Array.from('ab1.,;"\t|=-/ țŞ\u00a0€')), maxLength: 30 });
    await fc.assert(fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (lines) => {
      await survives(utf8(lines.join('\n')), 'x.csv');
    }), { numRuns: 200 });
  });

  it('workbooks and text tables with bytes changed and cut off', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(workbook, text), mutation, fc.constantFrom(1, 1, 1, 0.9, 0.5), async (original, changes, keep) => {
      await survives(mutated(original, changes, keep), 'x.xlsx');
    }), { numRuns: 150 });
  });

  const BOOK = utils.book_new();
  utils.book_append_sheet(BOOK, utils.aoa_to_sheet([['Ofertant', 'Preț', 'Data depunerii'], ['Alfa', 5, '03.04.2026'], ['Beta', 6.5, '04.04.2026']]), 'x');
  it.each(['biff8', 'biff5', 'xlsb', 'ods', 'fods', 'xlml'] as const)('files saved as %s with bytes changed and cut off', async (bookType) => {
    const whole = new Uint8Array(write(BOOK, { type: 'array', bookType }) as ArrayBuffer);
    expect(await survives(whole, 'x')).toBe('read');
    await fc.assert(fc.asyncProperty(mutation, fc.constantFrom(1, 1, 0.7), async (changes, keep) => {
      await survives(mutated(whole, changes, keep), 'x');
    }), { numRuns: 80 });
  });

  it('sheets in one XML file with pieces of markup changed, taken out and doubled', async () => {
    const files = (['fods', 'xlml'] as const).map((bookType) => new TextDecoder().decode(new Uint8Array(write(BOOK, { type: 'array', bookType }) as ArrayBuffer)));
    const piece = fc.constantFrom('', '<', '>', '</', '/>', '"', "'", '&', '&#0;', '&#x110000;', '<![CDATA[', ']]>', '<!--', ' ss:Index="7"', ' ss:MergeDown="99999"', ' table:number-rows-repeated="9"', '<Cell>', '</Row>', '</Table>', '\u0000');
    await fc.assert(fc.asyncProperty(fc.constantFrom(...files), fc.array(fc.tuple(fc.double({ min: 0, max: 0.999_999, noNaN: true }), piece, fc.integer({ min: 0, max: 30 })), { minLength: 1, maxLength: 3 }), async (original, changes) => {
      let xml = original;
      for (const [place, put, drop] of changes) {
        const at = Math.floor(place * xml.length);
        xml = xml.slice(0, at) + put + xml.slice(at + drop);
      }
      await survives(utf8(xml), 'x.xls');
    }), { numRuns: 150 });
  });

  it('a part of a workbook with any bit changed is never unpacked as if nothing had happened', async () => {
    const part = readZip(workbook.slice()).get('xl/worksheets/sheet1.xml');
    if (part === undefined) throw new Error('no sheet');
    const whole = await unpackPart(part);
    await fc.assert(fc.asyncProperty(fc.nat(part.packed.length - 1), fc.nat(7), async (at, bit) => {
      const packed = part.packed.slice();
      packed[at] = (packed[at] ?? 0) ^ (1 << bit);
      const outcome = await unpackPart({ ...part, packed }).catch((error: unknown) => error);
      // A few bits of deflate mean nothing; then the content is the same.
      if (outcome instanceof Uint8Array) expect(Buffer.compare(outcome, whole)).toBe(0);
      else expect(outcome).toMatchObject({ problem: { code: 'file.damaged' } });
    }), { numRuns: 150 });
  });
});
