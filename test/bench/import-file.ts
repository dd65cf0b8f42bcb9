/** Makes the measured file: a register of 15 columns with shared strings, numbers and dates, as Excel writes it. */
import { strToU8, zipSync } from 'fflate';
import { cuiCheckDigit } from '../../src-renderer/domain/cui';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OPEN_XML = 'http://schemas.openxmlformats.org';
const MAIN = `${OPEN_XML}/spreadsheetml/2006/main`;
const HEADINGS = ['Nr. crt.', 'Ofertant', 'CUI', 'Nr. lot', 'Preț fără TVA (lei)', 'Data depunerii', 'IMM', 'Durata (zile)', 'Garanție (luni)', 'E-mail', 'Observații', 'Telefon', 'Adresa', 'Localitate', 'Județ'];

/** Which columns are shared strings, numbers and dates. */
const VALUES: readonly ((row: number, text: (value: string) => string) => string)[] = [
  (row) => `<v>${row}</v>`,
  (row, text) => text(`Firma ${row} SRL`),
  (row, text) => text(`RO${1_000_000 + row}${cuiCheckDigit(String(1_000_000 + row))}`),
  (row) => `<v>${1 + (row % 3)}</v>`,
  (row) => `<v>${10_000 + ((row * 7919) % 900_000)}.${10 + (row % 90)}</v>`,
  (row) => `<v>${46_000 + (row % 60)}</v>`,
  (row, text) => text(row % 2 === 0 ? 'Da' : 'Nu'),
  (row) => `<v>${30 + (row % 90)}</v>`,
  (row) => `<v>${12 + (row % 4) * 12}</v>`,
  (row, text) => text(`oferte@firma${row}.example`),
  (row, text) => text(row % 5 === 0 ? 'Depusă în SEAP' : 'Fără observații'),
  (row, text) => text(`07${String(20_000_000 + row)}`),
  (row, text) => text(`Str. Principală nr. ${row % 400}`),
  (row, text) => text(`Comuna ${row % 300}`),
  (row, text) => text(`Județul ${row % 41}`),
];
const DATE_COLUMN = 5;

const letter = (column: number): string => String.fromCharCode(65 + column);

/** `rows` bids below one row of headings. */
export const largeRegister = (rows: number): Uint8Array => {
  const strings = new Map<string, number>();
  const shared = (value: string): number => {
    const index = strings.get(value) ?? strings.size;
    strings.set(value, index);
    return index;
  };
  const lines = [`<row r="1">${HEADINGS.map((heading, column) => `<c r="${letter(column)}1" t="s"><v>${shared(heading)}</v></c>`).join('')}</row>`];
  for (let row = 2; row <= rows + 1; row += 1) {
    const cells = VALUES.map((value, column) => {
      let type = column === DATE_COLUMN ? ' s="1"' : '';
      const inner = value(row - 1, (text) => {
        type = ' t="s"';
        return `<v>${shared(text)}</v>`;
      });
      return `<c r="${letter(column)}${row}"${type}>${inner}</c>`;
    });
    lines.push(`<row r="${row}">${cells.join('')}</row>`);
  }
  const type = (part: string, name: string): string => `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml"/>`;
  const relation = (id: number, kind: string, target: string): string => `<Relationship Id="rId${id}" Type="${OPEN_XML}/officeDocument/2006/relationships/${kind}" Target="${target}.xml"/>`;
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${OPEN_XML}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('workbook', 'sheet.main')}${type('worksheets/sheet1', 'worksheet')}${type('styles', 'styles')}${type('sharedStrings', 'sharedStrings')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${OPEN_XML}/package/2006/relationships">${relation(1, 'officeDocument', 'xl/workbook')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OPEN_XML}/officeDocument/2006/relationships"><sheets><sheet name="Oferte" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${OPEN_XML}/package/2006/relationships">${relation(1, 'worksheet', 'worksheets/sheet1')}${relation(2, 'styles', 'styles')}${relation(3, 'sharedStrings', 'sharedStrings')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}" count="${strings.size}" uniqueCount="${strings.size}">${[...strings.keys()].map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(XML + xml)])), { level: 6 });
};
