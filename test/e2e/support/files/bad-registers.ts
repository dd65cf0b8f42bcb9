/** Files a person chooses as a bid register by mistake, after a bad copy, or from somebody with bad intentions. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { CFB, utils, write } from 'xlsx';
import { bidRegister } from '../../../support/bid-register';
import type { ProblemData } from '../pages/told';
import type { FileToOpen } from '../pages/imports';

export interface BadFile extends FileToOpen {
  readonly what: string;
  /** Code and data of the one problem it is refused with. */
  readonly code: string;
  readonly data?: ProblemData;
}

const REGISTER = bidRegister({ bids: 6, lots: ['1', '2'] }).bytes;
const SHEET = 'xl/worksheets/sheet1.xml';
const LARGEST = 64_000_000;

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

const wordDocument = (): Uint8Array => zipSync({
  '[Content_Types].xml': strToU8('<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'),
  'word/document.xml': strToU8('<w:document/>'),
});

/** As Excel saves a workbook with a password: not a zip but an old container around the encrypted one (MS-OFFCRYPTO 2.3.1). */
const withPassword = (): Uint8Array => {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/EncryptionInfo', new Uint8Array(248));
  CFB.utils.cfb_add(container, '/EncryptedPackage', new Uint8Array(5000).fill(0x5a));
  return new Uint8Array(CFB.write(container, { type: 'array' }) as unknown as ArrayBuffer);
};

/** A few kilobytes that would unpack to forty megabytes. */
const bomb = (): Uint8Array => zipSync({ ...unzipSync(REGISTER), [SHEET]: new Uint8Array(40 * 1024 * 1024).fill(0x20) });

/** One byte turned over inside the packed data of the sheet. */
const flipped = (): Uint8Array => {
  const copy = REGISTER.slice();
  const at = new TextDecoder('latin1').decode(copy).indexOf(SHEET) + SHEET.length + 200;
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
};

export const BAD_REGISTERS: readonly BadFile[] = [
  { what: 'a PDF', name: 'registru.pdf', bytes: text('%PDF-1.7\n1 0 obj'), code: 'file.unknownType', data: { looksLike: 'pdf' } },
  { what: 'a web page named xls', name: 'export.xls', bytes: text('<html><body><table><tr><td>Preț</td></tr></table></body></html>'), code: 'file.unknownType', data: { looksLike: 'html' } },
  { what: 'a Word document named xlsx', name: 'oferte.xlsx', bytes: wordDocument(), code: 'file.unknownType', data: { looksLike: 'docx' } },
  { what: 'a truncated workbook', name: 'descărcat.xlsx', bytes: REGISTER.subarray(0, REGISTER.length / 2), code: 'file.truncated' },
  { what: 'an empty file', name: 'gol.xlsx', bytes: new Uint8Array(), code: 'file.empty' },
  { what: 'a workbook with a password', name: 'cu parolă.xlsx', bytes: withPassword(), code: 'file.passwordProtected' },
  { what: 'a file above the limit', name: 'mare.xlsx', bytes: new Uint8Array(LARGEST + 1), code: 'file.tooLarge', data: { size: LARGEST + 1, limit: LARGEST } },
  { what: 'a zip bomb', name: 'bombă.xlsx', bytes: bomb(), code: 'file.hostile', data: { what: 'zipBomb' } },
  { what: 'a flipped byte in the sheet', name: 'copiat prost.xlsx', bytes: flipped(), code: 'file.damaged' },
];

export const FORMULA = '=cmd|\'/c calc\'!A0';

/** Names that are special to JavaScript or to a spreadsheet, where people write headings, bidders and lots. */
export const hostileTexts = (): FileToOpen => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([
    ['Denumire ofertant', 'Lot', 'Preț fără TVA', '__proto__', 'constructor'],
    [FORMULA, '1', 1_500_000, 'a', 'b'],
    ['__proto__', '1', 1_600_000, '{"polluted":1}', 'd'],
    ['constructor', 'constructor', 1_700_000, 'e', 'f'],
  ]), '__proto__');
  return { name: 'ostil.xlsx', bytes: new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer) };
};
