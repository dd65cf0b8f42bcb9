/** Excel 2003 XML, as Excel and accounting programs write it under the name xls. */
import { expect, it } from 'vitest';
import { fields, openFile, readRegister, utf8 } from './read-register';

const HEAD = '<?xml version="1.0"?>\r\n<?mso-application progid="Excel.Sheet"?>\r\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">';
const STYLES = '<Styles><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="z"><NumberFormat ss:Format="00000000"/></Style><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style></Styles>';
const cell = (type: string, text: string, attributes = ''): string => `<Cell${attributes}><Data ss:Type="${type}">${text}</Data></Cell>`;
const book = (rows: string, { before = '', after = '' } = {}): string =>
  `${HEAD}${before}${STYLES}<Worksheet ss:Name="Oferte &amp; altele"><Table ss:ExpandedColumnCount="9" ss:ExpandedRowCount="99999999">${rows}</Table></Worksheet>${after}</Workbook>\r\n`;
const HEADINGS = `<Row ss:Index="3">${cell('String', 'Ofertant')}${cell('String', 'CUI')}${cell('String', 'Preț', ' ss:Index="4"')}${cell('String', 'Data depunerii')}</Row>`;
const row = (bidder: string, code: string, price: string, day: string, attributes = ''): string => `<Row${attributes}>${bidder}${code}${price}${day}</Row>`;

it('keeps addresses, text as written, formats, days, merged and hidden cells', async () => {
  const bytes = utf8(book(`<Column ss:Index="2" ss:Hidden="1"/>${HEADINGS}${[
    row(cell('String', 'A &amp; B&#10;rând  '), cell('String', '00123'), cell('String', '1.234,56', ' ss:Index="4"'), cell('DateTime', '2026-01-01T00:00:00.000', ' ss:StyleID="d"')),
    row('<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>Gros</B> SRL</ss:Data><Comment ss:Author="x"><ss:Data xmlns="http://www.w3.org/TR/REC-html40">o notă</ss:Data></Comment></Cell>', cell('Number', '123456', ' ss:StyleID="z"'), cell('Number', '7.5', ' ss:Index="4"'), cell('DateTime', '2026-03-29T23:30:00.000', ' ss:StyleID="d"'), ' ss:Hidden="1"'),
    row(cell('String', '<![CDATA[C & <D>]]>'), '<Cell/>', cell('Error', '#N/A', ' ss:Index="4"'), cell('Number', '46023', ' ss:StyleID="d"')),
    row(cell('String', 'E'), '<Cell/>', '<Cell ss:Index="4" ss:Formula="=1+1"/>', cell('String', '1,5')),
    row(cell('String', 'F'), '<Cell/>', cell('Number', '0.19', ' ss:StyleID="p" ss:Index="4"'), '<Cell/>'),
  ].join('<!-- <Row><Cell><Data>x</Data></Cell></Row> -->')}`));
  const register = await readRegister(bytes, { name: 'export.xls' });
  expect(register.session.info).toMatchObject({ format: 'xml', sheets: [{ name: 'Oferte & altele', hiddenRows: 1, hiddenColumns: 1, rows: 6 }] });
  expect(fields(register, 'bidder', 'identifier', 'price', 'receivedAt')).toEqual([['A & B rând', '00123', '1234.56 RON', '2026-01-01'], ['Gros SRL', '00123456', '7.50 RON', '2026-03-29']]);
  expect(register.marks.filter((mark) => mark.includes('error'))).toEqual(['D6 error cell.errorValue', 'D7 error cell.formulaWithoutValue', 'E7 error cell.notADate', 'D8 error cell.notANumber']);
});

it('counts days of the 1904 calendar, and tells hidden sheets', async () => {
  const bytes = utf8(book(HEADINGS + row(cell('String', 'A'), '<Cell/>', '<Cell ss:Index="4"/>', cell('Number', '44561', ' ss:StyleID="d"')), {
    before: '<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><Date1904/></ExcelWorkbook>',
    after: `<Worksheet ss:Name="ascuns"><Table><Row>${cell('Number', '1')}</Row></Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetVeryHidden</Visible></WorksheetOptions></Worksheet>`,
  }));
  const register = await readRegister(bytes, { name: 'export.xls' });
  expect(register.session.info.sheets.map(({ hidden }) => hidden)).toEqual([false, true]);
  expect(fields(register, 'receivedAt')).toEqual([['2026-01-01']]);
});

it('is read in the encoding it names, with prefixes and single quotes', async () => {
  const text = `<?xml version='1.0' encoding='windows-1250'?><ss:Workbook xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'><ss:Worksheet ss:Name='F'><ss:Table><ss:Row><ss:Cell><ss:Data ss:Type='String'>Ofertant</ss:Data></ss:Cell></ss:Row><ss:Row><ss:Cell><ss:Data ss:Type='String'>\xaaerban</ss:Data></ss:Cell></ss:Row></ss:Table></ss:Worksheet></ss:Workbook>`;
  expect(fields(await readRegister(Uint8Array.from(text, (letter) => letter.charCodeAt(0)), { name: 'x.xls' }), 'bidder')).toEqual([['Şerban']]);
  const utf16 = Uint8Array.from(Buffer.from(`\ufeff${book(HEADINGS + row(cell('String', 'Țepeș'), '<Cell/>', '<Cell/>', '<Cell/>'))}`, 'utf16le'));
  expect(fields(await readRegister(utf16, { name: 'x.xls' }), 'bidder')).toEqual([['Țepeș']]);
});

it('is read quickly however many rows it has', async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => row(cell('String', `Firma ${index}`), cell('String', '1'), cell('Number', String(index), ' ss:Index="4"'), '<Cell/>')).join('\n');
  const session = await openFile(utf8(book(HEADINGS + rows)), 'mare.xls');
  expect(session.info.sheets[0]).toMatchObject({ rows: 20_001, columns: 4 });
});
