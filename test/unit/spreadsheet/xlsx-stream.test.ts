/** What our reader of xlsx does that SheetJS does not, what it leaves to it, and where it stops. */
import { describe, expect, it } from 'vitest';
import { createSheetImporter } from '../../../src-renderer/spreadsheet/import/importer';
import type { Cell } from '../../../src-renderer/spreadsheet/import/sheet-source';
import { CellStore } from '../../../src-renderer/spreadsheet/import/xlsx-stream/cell-store';
import { readXlsx } from '../../../src-renderer/spreadsheet/import/xlsx-stream/read-xlsx';
import { RowReader } from '../../../src-renderer/spreadsheet/import/xlsx-stream/row-reader';
import { TextPool } from '../../../src-renderer/spreadsheet/import/xlsx-stream/text-pool';
import { UNFAMILIAR_THINGS, UnfamiliarWorkbook, type UnfamiliarThing } from '../../../src-renderer/spreadsheet/import/xlsx-stream/unfamiliar';
import { readZip } from '../../../src-renderer/spreadsheet/import/zip';
import { bidRegister } from '../../support/bid-register';
import { n, rawParts, rawXlsx, sheetData, sheetXlsx, t, zipped } from './raw-xlsx';
import { problemOf } from './read-register';
import { bySheetJs, byStream, expectSameReading, type SheetDump } from './two-readers';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const strings = (...items: readonly string[]): string => `<sst xmlns="${MAIN}" count="${items.length}" uniqueCount="${items.length}">${items.join('')}</sst>`;
const cells = (...xml: readonly string[]): string => `<sheetData><row r="1">${xml.join('')}</row></sheetData>`;
const shared = (...items: readonly string[]): Uint8Array =>
  rawXlsx({ sheets: [{ xml: cells(...items.map((_, index) => `<c t="s"><v>${index}</v></c>`)) }], sharedStrings: strings(...items) });

const text = (value: string): Cell => ({ kind: 'text', text: value });
const number = (value: number, format = 'General'): Cell => ({ kind: 'number', value, format });

const own = async (bytes: Uint8Array): Promise<SheetDump> => {
  const outcome = await byStream(bytes);
  if (!('sheets' in outcome) || outcome.sheets[0] === undefined) throw new Error(JSON.stringify(outcome));
  return outcome.sheets[0];
};
const firstRow = ({ cells: found }: SheetDump): Cell[] => Object.values(found);

/** Ways of writing that no register test happens to use; both readers understand them. */
const NASTY: Readonly<Record<string, { readonly bytes: Uint8Array; readonly row: readonly Cell[] }>> = {
  'numbers in every spelling': {
    bytes: sheetXlsx(cells(...['0', '-0.5', '1234567890.12', '1E5', '1.5e-7', '0.1', '123456789012345678', '4.35', '.5', '7.'].map((written) => `<c><v>${written}</v></c>`))),
    row: [0, -0.5, 1_234_567_890.12, 1e5, 1.5e-7, 0.1, 123_456_789_012_345_680, 4.35, 0.5, 7].map((value) => number(value)),
  },
  'every type of cell': {
    bytes: sheetXlsx(cells('<c t="n"><v>1</v></c>', '<c t="str"><f>A1</f><v>x &lt; y</v></c>', '<c t="b"><v>0</v></c>', '<c t="e"><v>#REF!</v></c>', '<c t="d" s="1"><v>2026-01-15T12:00:00</v></c>', '<c><f>1+1</f></c>', '<c t="inlineStr"><is><t>în rând</t></is></c>', '<c s="1"><v>46023</v></c>')),
    row: [number(1), text('x < y'), { kind: 'boolean', value: false }, { kind: 'error', text: '#REF!' }, { kind: 'date', serial: 46_037.5 }, { kind: 'uncalculated' }, text('în rând'), { kind: 'date', serial: 46_023 }],
  },
  'cells that hold nothing': {
    bytes: sheetXlsx(cells('<c s="3"/>', '<c t="s"/>', '<c t="inlineStr"><is><t> \u00a0 </t></is></c>', '<c t="str"><v>&#32;</v></c>', '<c t="str"><v>_x0020_</v></c>', '<c><v></v></c>', '<c><v/></c>', '<c t="inlineStr"><is/></c>', '<c><v>5</v></c>')),
    row: [number(5)],
  },
  'white space between tags, kept inside them': {
    bytes: sheetXlsx('\n <sheetData>\r\n\t<row r="1">\n<c r="A1" t="inlineStr">\n<is>\n<t xml:space="preserve"> a\tb\nc </t>\n</is>\n</c>\n</row>\n</sheetData>\n'),
    row: [text(' a\tb\nc ')],
  },
  'gaps between cells': { bytes: sheetXlsx(cells('<c r="B1"><v>1</v></c>', '<c><v>2</v></c>', '<c r="XFD1"><v>3</v></c>')), row: [number(1), number(2), number(3)] },
  'rich text, hints above the line and references in shared strings': {
    bytes: shared('<si><r><rPr><b/><sz val="9"/></rPr><t xml:space="preserve">Ofertă </t></r><r><t>&amp; preț</t></r><rPh sb="0" eb="1"><t>x</t></rPh><phoneticPr fontId="1"/></si>', '<si><t>&#x218;i &#539;ară _x0041__x000D_\n</t></si>', '<si><t/></si>', '<si></si>', '<si><t>😀</t></si>'),
    row: [text('Ofertă & preț'), text('Și țară A\n'), text('😀')],
  },
  'formulas written once for several cells': {
    bytes: sheetXlsx(cells('<c><f t="shared" ref="A1:C1" si="0">1+1</f><v>2</v></c>', '<c><f t="shared" si="0"/></c>', '<c><f t="shared" si="0"/><v>4</v></c>', '<c><f t="array" ref="D1">SUM(A1:C1)</f><v>6</v></c>')),
    row: [number(2), { kind: 'uncalculated' }, number(4), number(6)],
  },
};

describe('ways of writing that both readers understand', () => {
  for (const [what, { bytes, row }] of Object.entries(NASTY)) {
    it(what, async () => {
      const [sheet] = await expectSameReading(bytes);
      expect(sheet === undefined ? [] : firstRow(sheet)).toEqual(row);
    });
  }

  it('a prefix on every tag, single quotes, and a sheet without rows', async () => {
    const part = `<?xml version='1.0'?><x:worksheet xmlns:x='${MAIN}'><x:cols><x:col min='2' max='2' hidden='1'/></x:cols><x:sheetData><x:row r='3' hidden='true'><x:c r='A3' s='3'><x:f>1</x:f><x:v>5</x:v></x:c></x:row></x:sheetData><x:mergeCells count='1'><x:mergeCell ref='A3:B4'/></x:mergeCells></x:worksheet>`;
    const [first, second] = await expectSameReading(rawXlsx({ sheets: [{ part }, { xml: '<sheetData/>' }] }));
    expect(first).toMatchObject({ rows: [3], hiddenRows: [3], hiddenColumns: [1], merges: [{ top: 3, bottom: 4, left: 0, right: 1 }] });
    expect(second).toMatchObject({ rows: [], columns: [] });
  });

  it('rows that do not fit into one chunk of the inflater', async () => {
    const long = 'ă'.repeat(32_000);
    const [sheet] = await expectSameReading(sheetXlsx(sheetData(...Array.from({ length: 40 }, (_, index) => t(`A${index + 1}`, `${long}${index}`) + n(`B${index + 1}`, index)))));
    expect(sheet?.cells['40:0']).toEqual(text(`${long}39`));
  });
});

/** Both are asked, and ours is right: what the other says is only here to show that the difference is known. */
const BETTER: Readonly<Record<string, { readonly bytes: Uint8Array; readonly ours: readonly Cell[] }>> = {
  'an empty shared string moves none of those after it': { bytes: shared('<si/>', '<si><t>a</t></si>', '<si><t>b</t></si>'), ours: [text('a'), text('b')] },
  'a reference to a character beyond the first 65,536': { bytes: sheetXlsx(cells('<c t="inlineStr"><is><t>&#128512;</t></is></c>')), ours: [text('😀')] },
  'a formula\'s text is unescaped once': { bytes: sheetXlsx(cells('<c t="str"><v>&amp;lt;</v></c>')), ours: [text('&lt;')] },
  'a reference in a formula\'s text is a character': { bytes: sheetXlsx(cells('<c t="str"><v>&#537;i</v></c>')), ours: [text('și')] },
  'newer error values keep their names': { bytes: sheetXlsx(cells('<c t="e"><v>#SPILL!</v></c>')), ours: [{ kind: 'error', text: '#SPILL!' }] },
  'an ISO day is a day whatever its style': { bytes: sheetXlsx(cells('<c t="d"><v>2026-01-15</v></c>')), ours: [{ kind: 'date', serial: 46_037 }] },
  'what is commented out is not there': { bytes: sheetXlsx(cells('<!-- <c><v>1</v></c> -->', '<c><v>2</v></c>')), ours: [number(2)] },
  'CDATA in a run': { bytes: shared('<si><r><t><![CDATA[a & <b>]]></t></r></si>'), ours: [text('a & <b>')] },
  'a cell whose attributes begin on the next line': { bytes: sheetXlsx(cells('<c\nr="A1"><v>1</v></c>')), ours: [number(1)] },
};

describe('where our reader is right and SheetJS is not', () => {
  for (const [what, { bytes, ours }] of Object.entries(BETTER)) {
    it(what, async () => {
      const sheet = await own(bytes);
      expect(firstRow(sheet)).toEqual(ours);
      expect(await bySheetJs(bytes)).not.toEqual({ sheets: [sheet] });
    });
  }
});

const parts = rawParts({ sheets: [{ xml: cells('<c t="s"><v>0</v></c>') }], sharedStrings: strings('<si><t>a</t></si>') });
const changed = (name: string, from: string, to: string): Uint8Array => {
  const xml = parts[name] ?? '';
  if (!xml.includes(from)) throw new Error(`${name} has no ${from}`);
  return zipped({ ...parts, [name]: xml.replace(from, to) });
};
const SHEET = 'xl/worksheets/sheet1.xml';

const UNFAMILIAR: Readonly<Record<UnfamiliarThing, readonly Uint8Array[]>> = {
  markup: [changed(SHEET, '</row>', '</rox>'), changed(SHEET, '</sheetData>', ''), changed(SHEET, '<c ', '<c s=0 '), changed('xl/workbook.xml', '</sheets>', ''), sheetXlsx('')],
  encoding: [changed(SHEET, 'UTF-8', 'ISO-8859-2')],
  entity: [changed('xl/sharedStrings.xml', '<t>a', '<t>&nbsp;'), changed('xl/sharedStrings.xml', '<t>a', '<t>&#xD800;'), changed('xl/sharedStrings.xml', '<t>a', '<t>a & b')],
  package: [changed('xl/_rels/workbook.xml.rels', '/worksheet"', '/chartsheet"'), changed('xl/_rels/workbook.xml.rels', 'sheet1.xml', 'sheet9.xml'), changed('[Content_Types].xml', 'sharedStrings+xml', 'x+xml')],
  namespace: [changed('xl/workbook.xml', MAIN, 'http://schemas.microsoft.com/office/excel/2006/main')],
  address: [changed(SHEET, '<c ', '<c r="A2" '), changed(SHEET, '<c ', '<c r="$A$1" '), changed(SHEET, '<c ', '<c r="XFE1" ')],
  order: [sheetXlsx(cells('<c r="B1"><v>1</v></c>', '<c r="A1"><v>1</v></c>')), sheetXlsx('<sheetData><row r="2"/><row r="1"/></sheetData>')],
  cellType: [changed(SHEET, 't="s"', 't="z"')],
  cellValue: [changed(SHEET, '<v>0', '<v>1'), sheetXlsx(cells('<c><v>1,5</v></c>')), sheetXlsx(cells('<c t="b"><v>da</v></c>')), sheetXlsx(cells('<c t="d"><v>15.01.2026</v></c>')), sheetXlsx(cells('<c t="e"/>'))],
  cellPart: [changed(SHEET, '<v>', '<extLst/><v>'), sheetXlsx(cells('<c><f t="dataTable" ref="A1"/><v>1</v></c>'))],
  stringItem: [changed('xl/sharedStrings.xml', '<t>a</t>', '<t>a</t><t>b</t>'), changed('xl/sharedStrings.xml', '<t>a</t>', '<x/>')],
  numberFormat: [changed('xl/styles.xml', 'numFmtId="14"', 'numFmtId="x"'), changed('xl/styles.xml', '<xf numFmtId="0"/><xf numFmtId="14"/>', '<xf numFmtId="14"/>')],
  mergedRange: [sheetXlsx(`${cells('<c><v>1</v></c>')}<mergeCells><mergeCell ref="B1:A1"/></mergeCells>`)],
  hiddenColumns: [sheetXlsx(`<cols><col min="x" max="2"/></cols>${cells('<c><v>1</v></c>')}`)],
};

describe('what our reader leaves to SheetJS', () => {
  for (const thing of UNFAMILIAR_THINGS) {
    it(thing, async () => {
      for (const bytes of UNFAMILIAR[thing]) {
        expect(await byStream(bytes)).toEqual({ leftFor: thing });
        // The product answers as the other reader does.
        const opened = createSheetImporter().open('r.xlsx', bytes).then(({ info }) => info.sheets.map(({ name }) => name));
        const other = await bySheetJs(bytes);
        if ('sheets' in other && other.sheets.some(({ rows }) => rows.length > 0)) expect(await opened).toEqual(other.sheets.map(({ name }) => name));
        else expect(await problemOf(opened)).toMatchObject({ severity: 'error' });
      }
    });
  }
});

it('texts that are unpacked in many pieces', async () => {
  const texts = Array.from({ length: 5_000 }, (_, index) => `Localitatea ${index}${'ă'.repeat(index % 40)}`);
  expect(firstRow(await own(shared(...texts.map((each) => `<si><t>${each}</t></si>`))))).toEqual(texts.map(text));
});

describe('cells at the end of what has been unpacked', () => {
  const xml = '<row r="1"><c r="A1"><v>5</v></c><c r="B1" s="0"><v>-6.5</v></c></row>';
  for (const behind of ['', ' ', '<row r="', '<c r="C1" s="0"><v>7</v></c></row>', '"><v>12</v></c>']) {
    for (const length of [xml.length, xml.length - '</row>'.length]) {
      it(`${length} bytes before ${JSON.stringify(behind)}`, () => {
        const context = { sharedStrings: new TextPool(), ownStrings: new TextPool(), formats: [] };
        const store = new CellStore(context, false, 10);
        const reader = new RowReader(store, context, false);
        reader.begin('', '');
        const read = (): number => reader.read(new TextEncoder().encode(xml.slice(0, length) + behind), 0, length);
        if (length < xml.length) expect(read).toThrow(UnfamiliarWorkbook);
        else expect(read()).toBe(-1);
        expect([store.cell(1, 0), store.cell(1, 1), store.count]).toEqual(length < xml.length ? [undefined, undefined, 2] : [number(5), number(-6.5), 2]);
      });
    }
  }
});

describe('limits, progress and stopping', () => {
  const register = bidRegister({ bids: 4_000 }).bytes;

  it('columns beyond the last are refused instead of unfolded', async () => {
    expect(await byStream(sheetXlsx(`<cols><col min="1" max="4000000" hidden="1"/></cols>${cells('<c><v>1</v></c>')}`))).toEqual({ refused: 'file.damaged' });
  });

  it('too many rows are refused while they are read, unless the sheet is hidden', async () => {
    const long = `<sheetData>${'<row><c><v>1</v></c></row>'.repeat(501_001)}</sheetData>`;
    expect(await byStream(rawXlsx({ sheets: [{ xml: long }] }))).toEqual({ refused: 'file.tooManyRows' });
    expect(await own(rawXlsx({ sheets: [{ xml: long, state: 'hidden' }] }))).toMatchObject({ hidden: true, columns: [0] });
  });

  it('progress grows byte by byte and ends at one', async () => {
    const fractions: number[] = [];
    await readXlsx(readZip(register.slice()), undefined, { onProgress: (fraction) => fractions.push(fraction), onFirstRows: () => undefined });
    expect(fractions.length).toBeGreaterThan(5);
    expect(fractions).toEqual([...fractions].sort((left, right) => left - right));
    expect(fractions.at(-1)).toBeCloseTo(1, 3);
  });

  it('stops between two chunks', async () => {
    const controller = new AbortController();
    let heard = 0;
    const reading = readXlsx(readZip(register.slice()), controller.signal, { onProgress: () => {
      heard += 1;
      if (heard === 6) controller.abort();
    }, onFirstRows: () => undefined });
    expect(await problemOf(reading)).toMatchObject({ code: 'file.cancelled' });
    expect(heard).toBe(6);
  });
});
