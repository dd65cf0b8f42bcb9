/** Workbooks written by hand, so that a test can put anything into them that no program would write. */
import { strToU8, zipSync, type Zippable } from 'fflate';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OPEN_XML = 'http://schemas.openxmlformats.org';
const MAIN = `${OPEN_XML}/spreadsheetml/2006/main`;
const RELATIONSHIPS = `${OPEN_XML}/officeDocument/2006/relationships`;

export interface RawSheet {
  readonly name?: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** What stands inside `<worksheet>`. */
  readonly xml?: string;
  /** The whole part, instead of `xml`. */
  readonly part?: string;
}

export interface RawWorkbook {
  readonly sheets: readonly RawSheet[];
  readonly date1904?: boolean;
  readonly sharedStrings?: string;
}

/** Styles by number: 0 none, 1 date, 2 eight digits, 3 lei, 4 text, 5 time, 6 euro, 7 percent. */
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="00000000"/><numFmt numFmtId="165" formatCode="#,##0.00\\ &quot;lei&quot;"/><numFmt numFmtId="166" formatCode="#,##0.00\\ [$€-407]"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="8"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="49"/><xf numFmtId="21"/><xf numFmtId="166"/><xf numFmtId="10"/></cellXfs></styleSheet>`;

export const rawParts = ({ sheets, date1904 = false, sharedStrings }: RawWorkbook): Record<string, string> => {
  const override = (part: string, type: string): string => `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const relation = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`;
  const numbered = sheets.map((sheet, index) => ({ ...sheet, number: index + 1, name: sheet.name ?? `Foaie${index + 1}` }));
  return {
    '[Content_Types].xml': `${XML}<Types xmlns="${OPEN_XML}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}${numbered.map(({ number }) => override(`/xl/worksheets/sheet${number}.xml`, 'worksheet')).join('')}${override('/xl/styles.xml', 'styles')}${sharedStrings === undefined ? '' : override('/xl/sharedStrings.xml', 'sharedStrings')}</Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${OPEN_XML}/package/2006/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${numbered.map(({ name, number, state }) => `<sheet name="${name}" sheetId="${number}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${number}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${OPEN_XML}/package/2006/relationships">${numbered.map(({ number }) => relation(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`)).join('')}${relation('rId98', 'styles', 'styles.xml')}${sharedStrings === undefined ? '' : relation('rId99', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ...Object.fromEntries(numbered.map(({ number, xml, part }) => [`xl/worksheets/sheet${number}.xml`, part ?? `${XML}<worksheet xmlns="${MAIN}">${xml ?? ''}</worksheet>`])),
    'xl/styles.xml': XML + STYLES,
    ...(sharedStrings === undefined ? {} : { 'xl/sharedStrings.xml': XML + sharedStrings }),
  };
};

export const zipped = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array => {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts)) files[name] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(files, { mtime: new Date(2026, 0, 1) });
};

export const rawXlsx = (workbook: RawWorkbook): Uint8Array => zipped(rawParts(workbook));

/** One sheet from its inner XML. */
export const sheetXlsx = (xml: string): Uint8Array => rawXlsx({ sheets: [{ xml }] });

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const styled = (style: number): string => (style === 0 ? '' : ` s="${style}"`);

/** An inline text cell and a number cell; `cell('B2')`, with an optional style. */
export const t = (address: string, text: string, style = 0): string => `<c r="${address}"${styled(style)} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
export const n = (address: string, value: number | string, style = 0): string => `<c r="${address}"${styled(style)}><v>${value}</v></c>`;

/** Rows of cells; each row's number is the one in its first cell's address. */
export const sheetData = (...rows: readonly string[]): string =>
  `<sheetData>${rows.map((cells, index) => `<row r="${/ r="[A-Z]+(\d+)"/.exec(cells)?.[1] ?? index + 1}">${cells}</row>`).join('')}</sheetData>`;

const letter = (column: number): string => String.fromCharCode(65 + column);

/** A sheet from plain values: strings as text, numbers as numbers, null as nothing. */
export const tableXml = (rows: readonly (readonly (string | number | null)[])[], firstRow = 1): string =>
  sheetData(...rows.map((cells, row) => cells.map((value, column) => {
    const address = `${letter(column)}${row + firstRow}`;
    return value === null ? '' : typeof value === 'number' ? n(address, value) : t(address, value);
  }).join('')));

export const tableXlsx = (rows: readonly (readonly (string | number | null)[])[]): Uint8Array => sheetXlsx(tableXml(rows));
