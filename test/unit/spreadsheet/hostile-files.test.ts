import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { CFB, utils, write } from 'xlsx';
import { n, rawParts, rawXlsx, sheetData, sheetXlsx, t, tableXlsx, tableXml, zipped } from './raw-xlsx';
import { openFile, problemOf, readRegister, utf8 } from './read-register';

const register = tableXlsx([['Ofertant', 'Preț'], ['Alfa', 100], ['Beta', 200]]);
const parts = rawParts({ sheets: [{ xml: tableXml([['Ofertant', 'Preț'], ['Alfa', 100]]) }] });

const signature = (bytes: Uint8Array, value: number, from = 0): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = from; at + 4 <= bytes.length; at += 1) if (view.getUint32(at, true) === value) return at;
  throw new Error('signature not found');
};

/** Calls `change` on a copy with a view over it. */
const changed = (bytes: Uint8Array, change: (view: DataView, copy: Uint8Array) => void): Uint8Array => {
  const copy = bytes.slice();
  change(new DataView(copy.buffer), copy);
  return copy;
};

/** One flipped bit inside the packed data of a part. */
const flippedIn = (name: string): Uint8Array => changed(register, (_, copy) => {
  const at = new TextDecoder('latin1').decode(copy).indexOf(name) + name.length + 40;
  copy[at] = (copy[at] ?? 0) ^ 0x10;
});

const repeated = (): Uint8Array => {
  const [first, second] = ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'];
  const bytes = zipped({ ...parts, [second]: parts[first] ?? '' });
  const text = new TextDecoder('latin1').decode(bytes).replaceAll(second, first);
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
};

const doctype = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>';
const cfb = (stream: string): Uint8Array => {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, `/${stream}`, strToU8('x'.repeat(5000)));
  return new Uint8Array(CFB.write(container, { type: 'array' }) as unknown as ArrayBuffer);
};

const refusals: readonly { what: string; bytes: () => Uint8Array; name?: string; code: string; data?: Record<string, unknown> }[] = [
  { what: 'nothing at all', bytes: () => new Uint8Array(), code: 'file.empty' },
  { what: 'blank text', bytes: () => utf8('  \r\n\r\n'), code: 'file.empty' },
  { what: 'a workbook without cells', bytes: () => sheetXlsx('<sheetData/>'), code: 'file.noTable' },
  { what: 'a file above the size limit', bytes: () => new Uint8Array(64_000_001), code: 'file.tooLarge', data: { limit: 64_000_000 } },
  { what: 'the lock file Excel leaves beside an open workbook', bytes: () => utf8('\u0005Ioana'), name: '~$registru.xlsx', code: 'file.unknownType', data: { looksLike: 'lockFile' } },
  { what: 'a PDF named xlsx', bytes: () => utf8('%PDF-1.7\n1 0 obj'), code: 'file.unknownType', data: { looksLike: 'pdf' } },
  { what: 'a web page named xls', bytes: () => utf8('<html><meta charset="utf-8"><table><tr><td>Preț</td></tr></table></html>'), name: 'export.xls', code: 'file.unknownType', data: { looksLike: 'html' } },
  { what: 'a web page in UTF-16', bytes: () => Uint8Array.from(Buffer.from('\ufeff<HTML><body>', 'utf16le')), name: 'export.xls', code: 'file.unknownType', data: { looksLike: 'html' } },
  { what: 'any other XML named xls', bytes: () => utf8('<?xml version="1.0"?><factura xmlns="urn:x"><Workbook/></factura>'), name: 'export.xls', code: 'file.unknownType', data: { looksLike: 'xml' } },
  { what: 'half of an Excel 2003 XML file', bytes: () => utf8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row>'), code: 'file.truncated' },
  { what: 'entities in an Excel 2003 XML file', bytes: () => utf8('<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "lol">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'), code: 'file.hostile', data: { what: 'doctype' } },
  { what: 'an Excel 2003 XML file with a cell beyond every sheet', bytes: () => utf8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table><Row ss:Index="99999999"><Cell><Data ss:Type="Number">1</Data></Cell></Row></Table></Worksheet></Workbook>'), code: 'file.damaged' },
  { what: 'an Excel 2003 XML file with an entity of its own', bytes: () => utf8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table><Row><Cell><Data ss:Type="String">&lol;</Data></Cell></Row></Table></Worksheet></Workbook>'), code: 'file.damaged' },
  { what: 'rich text', bytes: () => utf8('{\\rtf1\\ansi hello}'), code: 'file.unknownType', data: { looksLike: 'rtf' } },
  { what: 'a picture', bytes: () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0), code: 'file.unknownType', data: { looksLike: 'image' } },
  { what: 'JSON', bytes: () => utf8('[{"a": 1}]'), code: 'file.unknownType', data: { looksLike: 'json' } },
  { what: 'a program', bytes: () => Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 3, 0, 62, 0), code: 'file.unknownType', data: { looksLike: 'binary' } },
  { what: 'a Word document', bytes: () => zipSync({ '[Content_Types].xml': strToU8('<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>') }), code: 'file.unknownType', data: { looksLike: 'docx' } },
  { what: 'a LibreOffice text', bytes: () => zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }), code: 'file.unknownType', data: { looksLike: 'odt' } },
  { what: 'any other zip', bytes: () => zipSync({ 'readme.txt': strToU8('hello') }), code: 'file.unknownType', data: { looksLike: 'zip' } },
  { what: 'an old Word file', bytes: () => cfb('WordDocument'), code: 'file.unknownType', data: { looksLike: 'doc' } },
  { what: 'a workbook with a password', bytes: () => cfb('EncryptedPackage'), code: 'file.passwordProtected' },
  { what: 'a zip whose parts have a password', bytes: () => changed(register, (view) => view.setUint16(signature(register, 0x02014b50) + 8, 1, true)), code: 'file.passwordProtected' },
  { what: 'a truncated workbook', bytes: () => register.subarray(0, register.length - 300), code: 'file.truncated' },
  { what: 'half a workbook', bytes: () => register.subarray(0, register.length / 2), code: 'file.truncated' },
  { what: 'a flipped bit in a sheet', bytes: () => flippedIn('xl/worksheets/sheet1.xml'), code: 'file.damaged' },
  { what: 'a flipped bit in the styles', bytes: () => flippedIn('xl/styles.xml'), code: 'file.damaged' },
  { what: 'a part that claims another size', bytes: () => changed(register, (view) => view.setUint32(signature(register, 0x02014b50) + 24, 0xfff0, true)), code: 'file.damaged' },
  { what: 'a directory that points into nowhere', bytes: () => changed(register, (view) => view.setUint32(signature(register, 0x02014b50) + 42, 0x7fffffff, true)), code: 'file.damaged' },
  { what: 'a part twice', bytes: repeated, code: 'file.hostile', data: { what: 'repeatedPart' } },
  { what: 'entities in the sheet', bytes: () => rawXlsx({ sheets: [{ part: `${doctype}<worksheet/>` }] }), code: 'file.hostile', data: { what: 'doctype' } },
  { what: 'entities behind a comment', bytes: () => rawXlsx({ sheets: [{ part: `<?xml version="1.0"?><!-- x --> ${doctype.slice(21)}<worksheet/>` }] }), code: 'file.hostile', data: { what: 'doctype' } },
  { what: 'a part that unpacks a thousandfold', bytes: () => zipped({ ...parts, 'xl/worksheets/sheet1.xml': new Uint8Array(40 * 1024 * 1024).fill(32) }), code: 'file.hostile', data: { what: 'zipBomb' } },
  { what: 'ten thousand parts', bytes: () => zipped({ ...parts, ...Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`xl/x${index}.xml`, ''])) }), code: 'file.hostile', data: { what: 'tooManyParts' } },
  { what: 'an ods sheet that repeats a value over everything', bytes: () => zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }], 'content.xml': strToU8('<?xml version="1.0"?><office:document-content><office:body><office:spreadsheet><table:table table:name="x"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>') }), code: 'file.hostile', data: { what: 'zipBomb' } },
  { what: 'half of a flat OpenDocument file', bytes: () => utf8('<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body>'), name: 'r.fods', code: 'file.truncated' },
  { what: 'entities in a flat OpenDocument file', bytes: () => utf8('<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "lol">]><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"/>'), name: 'r.fods', code: 'file.hostile', data: { what: 'doctype' } },
  { what: 'a flat OpenDocument file that repeats a value over everything', bytes: () => utf8('<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document>'), name: 'r.fods', code: 'file.hostile', data: { what: 'zipBomb' } },
  { what: 'a quote that never closes', bytes: () => utf8('a;b\r\n1;2\r\n"alfa;1\r\n2;3\r\n'), name: 'r.csv', code: 'file.unclosedQuote', data: { row: 3 } },
  { what: 'more columns than any register', bytes: () => utf8(`${Array.from({ length: 501 }, (_, index) => `c${index}`).join(';')}\n`), name: 'r.csv', code: 'file.tooManyColumns', data: { limit: 500 } },
  { what: 'more rows than any register', bytes: () => utf8(`Ofertant;Preț\n${'a;1\n'.repeat(501_500)}`), name: 'r.csv', code: 'file.tooManyRows', data: { limit: 500000 } },
];

describe('files that are refused', () => {
  for (const { what, bytes, name, code, data } of refusals) {
    it(what, async () => {
      const problem = await problemOf(openFile(bytes(), name));
      expect(problem).toMatchObject({ severity: 'error', code, ...(data === undefined ? {} : { data }) });
    });
  }

  it('a file the person cancelled', async () => {
    const { createSheetImporter } = await import('../../../src-renderer/spreadsheet/import/importer');
    expect(await problemOf(createSheetImporter().open('r.xlsx', register, { signal: AbortSignal.abort() }))).toMatchObject({ code: 'file.cancelled' });
  });

  it('any call after closing', async () => {
    const { session, guess } = await readRegister(register);
    session.close();
    expect(await problemOf(session.rows(0, 10, { onlyProblems: false, errorsFirst: false }))).toMatchObject({ code: 'file.cancelled' });
    expect(await problemOf(session.check(guess.plan, { kind: 'bids', currency: 'RON', lotNumbers: [], presentRows: [], remembered: {} }, { edits: {}, excluded: [], included: [] }))).toMatchObject({ code: 'file.cancelled' });
  });
});

describe('markup made to be looked through again and again', () => {
  const EXCEL = '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">';
  const FLAT = '<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet">';
  const long = (piece: string): string => piece.repeat(Math.ceil(3_000_000 / piece.length));
  it.each([
    ['unclosed quotes', `${EXCEL}${long('<Cell a="')}</Workbook>`], ['unclosed comments', `${EXCEL}${long('<!-- ')}</Workbook>`], ['unclosed sections', `${EXCEL}${long('<![CDATA[')}</Workbook>`],
    ['texts in texts', `${EXCEL}<Worksheet><Table><Row><Cell>${long('<Data>')}</Data></Cell></Row></Table></Worksheet></Workbook>`],
    ['tags without end', `${EXCEL}<Worksheet><Table><Row><Cell><Data>${long('<')}</Data></Cell></Row></Table></Worksheet></Workbook>`],
    ['unclosed quotes in a flat OpenDocument sheet', `${FLAT}${long('<table:table-cell a="')}</office:document>`],
    ['unclosed styles in a flat OpenDocument sheet', `${FLAT}${long('<style:map ')}</office:document>`],
  ])('%s end in a sentence within seconds', async (_what, xml) => {
    expect((await problemOf(openFile(utf8(xml), 'x.xls'))).code).toMatch(/^file\./);
  }, 10_000);
});

describe('sheets that lie about their size', () => {
  it('a dimension over the whole sheet counts for nothing', async () => {
    const { bids } = await readRegister(sheetXlsx(`<dimension ref="A1:XFD1048576"/>${tableXml([['Ofertant', 'Preț'], ['Alfa', 100]])}`));
    expect(bids).toHaveLength(1);
  });

  it('cells in the far corner are read at their address', async () => {
    const { session, summary } = await readRegister(sheetXlsx(sheetData(t('A1', 'Ofertant') + t('B1', 'Preț'), t('A2', 'Alfa') + n('B2', 1), n('XFD1048576', 1))));
    expect(session.info.sheets[0]).toMatchObject({ rows: 3, columns: 3 });
    expect(summary).toMatchObject({ rowsRead: 2, accepted: 1, excluded: 1, byCode: { 'row.empty': 1 } });
  });

  it('thousands of styled empty rows are no rows', async () => {
    const blank = Array.from({ length: 20_000 }, (_, index) => `<row r="${index + 3}"><c r="A${index + 3}" s="3"/></row>`).join('');
    const { session } = await readRegister(sheetXlsx(tableXml([['Ofertant', 'Preț'], ['Alfa', 100]]).replace('</sheetData>', `${blank}</sheetData>`)));
    expect(session.info.sheets[0]).toMatchObject({ rows: 2, columns: 2 });
  });
});

describe('names that are special to JavaScript', () => {
  it('as headings and sheet names', async () => {
    const bytes = rawXlsx({ sheets: [{ name: '__proto__', xml: tableXml([['Ofertant', '__proto__', 'constructor', 'toString'], ['__proto__', 'p', 'c', 't']]) }] });
    const { session, guess, bids } = await readRegister(bytes);
    expect(session.info.sheets[0]?.name).toBe('__proto__');
    expect(guess.columns.map(({ header, field }) => [header, field])).toEqual([['Ofertant', 'bidder'], ['__proto__', null], ['constructor', null], ['toString', null]]);
    expect(bids[0]?.bidder).toBe('__proto__');
    expect(({} as Record<string, unknown>)['p']).toBeUndefined();
  });
});

describe('formats of SheetJS', () => {
  for (const bookType of ['xlsx', 'xlsm', 'xlsb', 'biff8', 'ods', 'fods', 'xlml'] as const) {
    it(`reads ${bookType} and names it`, async () => {
      const book = utils.book_new();
      utils.book_append_sheet(book, utils.aoa_to_sheet([['Ofertant', 'Preț', 'Data depunerii'], ['Șoimul', 1234.5, '03.04.2026']]), 'Oferte');
      const { session, bids } = await readRegister(new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer));
      expect(session.info.format).toBe({ xlsx: 'xlsx', xlsm: 'xlsx', xlsb: 'xlsb', biff8: 'xls', ods: 'ods', fods: 'ods', xlml: 'xml' }[bookType]);
      expect(bids).toMatchObject([{ bidder: 'Șoimul', price: { amount: '1234.50', currency: 'RON' }, receivedAt: '2026-04-03', source: { sheet: 'Oferte', row: 2 } }]);
    });
  }
});
