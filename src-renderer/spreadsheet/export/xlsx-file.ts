/**
 * An xlsx file (ECMA-376) out of sheets. Written here because the libraries either start a worker from a blob, which
 * our content security policy refuses, or write no styles; what is needed is a page of XML.
 */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { Turns } from '../../turns/turns';
import { sheetNames } from './sheet-names';
import { filterRange, sheetXml, type Cell, type Sheet } from './xlsx-sheet';
import { stylesXml } from './xlsx-styles';
import { xmlText } from './xlsx-text';

export interface WorkbookProperties {
  readonly title: string;
  readonly cutMark: string;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The earliest moment a zip entry can carry: the same content makes the same file on any day. */
const NO_MOMENT = new Date(1980, 0, 1);

const contentTypes = (sheets: number): string => {
  const override = (part: string, type: string): string => `<Override PartName="${part}" ContentType="${type}"/>`;
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">`
    + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    + '<Default Extension="xml" ContentType="application/xml"/>'
    + override('/xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`)
    + override('/xl/styles.xml', `${SPREADSHEET}.styles+xml`)
    + override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')
    + Array.from({ length: sheets }, (_, index) => override(`/xl/worksheets/sheet${index + 1}.xml`, `${SPREADSHEET}.worksheet+xml`)).join('')
    + '</Types>';
};

const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">`
  + targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`).join('')
  + '</Relationships>';

const coreProperties = (title: string): string =>
  `${DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">`
  + `<dc:title>${xmlText(title)}</dc:title><dc:creator>Caiet</dc:creator></cp:coreProperties>`;

/** `$A$1:$F$20` out of `A1:F20`. */
const absolute = (range: string): string => range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');

const quotedName = (name: string): string => `'${xmlText(name.replaceAll("'", "''"))}'`;

/** What Excel itself writes beside a filter and beside rows repeated in print. */
const definedNames = (sheets: readonly Sheet[]): string => {
  const names = sheets.flatMap((sheet, index) => {
    const filter = filterRange(sheet);
    const at = quotedName(sheet.name);
    return [
      ...(filter === null ? [] : [`<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${at}!${absolute(filter)}</definedName>`]),
      ...(sheet.frozenRows === 0 ? [] : [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${at}!$1:$${sheet.frozenRows}</definedName>`]),
    ];
  });
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
};

const sheetEntry = ({ name, state }: Sheet, index: number): string =>
  `<sheet name="${xmlText(name)}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`;

const workbookXml = (sheets: readonly Sheet[]): string =>
  `${DECLARATION}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}">`
  + '<bookViews><workbookView activeTab="0"/></bookViews>'
  + `<sheets>${sheets.map(sheetEntry).join('')}</sheets>`
  + `${definedNames(sheets)}</workbook>`;

const joined = (chunks: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
};

/** The file's parts by name, each piece by piece, in the order they are stored. */
function* partsOf(sheets: readonly Sheet[], { title, cutMark }: WorkbookProperties): Generator<readonly [name: string, pieces: Iterable<string>]> {
  yield ['[Content_Types].xml', [contentTypes(sheets.length)]];
  yield ['_rels/.rels', [relationships([[`${OFFICE}/officeDocument`, 'xl/workbook.xml'], [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml']])]];
  yield ['docProps/core.xml', [coreProperties(title)]];
  yield ['xl/workbook.xml', [workbookXml(sheets)]];
  yield ['xl/_rels/workbook.xml.rels', [relationships([
    ...sheets.map((_, index) => [`${OFFICE}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const),
    [`${OFFICE}/styles`, 'styles.xml'],
  ])]];
  yield ['xl/styles.xml', [stylesXml()]];
  for (const [index, sheet] of sheets.entries()) {
    yield [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, { cutMark, footer: `${title} · ${sheet.name}`, first: index === 0 })];
  }
}

/** Text is compressed in pieces of about this many UTF-16 units; a fixed size, so that the bytes do not depend on time. */
const PIECE = 64 * 1024;

const compressed = async (entry: ZipDeflate, pieces: Iterable<string>, afterPiece: () => Promise<void>): Promise<void> => {
  let waiting = '';
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < PIECE) continue;
    entry.push(strToU8(waiting));
    waiting = '';
    await afterPiece();
  }
  entry.push(strToU8(waiting), true);
};

/** The sheets with a look at each row as it is written: `onRow` hears how many of all have been. */
const watched = (sheets: readonly Sheet[], onRow: (written: number) => void): Sheet[] => {
  let written = 0;
  function* told(rows: Sheet['rows']): Generator<readonly Cell[]> {
    for (const row of rows) {
      onRow((written += 1));
      yield row;
    }
  }
  return sheets.map((sheet) => ({ ...sheet, rows: told(sheet.rows) }));
};

/**
 * The bytes of the workbook. Sheet names are made legal and distinct here. Others have their turn while it is made.
 * @param onProgress hears the share of all rows that is written, from 0 to 1.
 */
export const xlsxFile = async (wanted: readonly Sheet[], properties: WorkbookProperties, onProgress: (fraction: number) => void = () => undefined): Promise<Uint8Array> => {
  const names = sheetNames(wanted.map(({ name }) => name));
  let written = 0;
  const sheets = watched(wanted.map((sheet, index) => ({ ...sheet, name: names[index] ?? sheet.name })), (rows) => { written = rows; });
  const all = Math.max(1, wanted.reduce((rows, { rowCount }) => rows + rowCount, 0));
  const turns = new Turns();
  const afterPiece = (): Promise<void> => {
    onProgress(written / all);
    return turns.take();
  };
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk);
  });
  for (const [name, pieces] of partsOf(sheets, properties)) {
    const entry = new ZipDeflate(name, { level: 3 });
    entry.mtime = NO_MOMENT;
    zip.add(entry);
    await compressed(entry, pieces, afterPiece);
  }
  zip.end();
  return joined(chunks);
};
