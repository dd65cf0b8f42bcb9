import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bidRegister } from '../../support/bid-register';
import { randomSheet, writtenByExceljs, writtenByExport, writtenBySheetJs } from './random-workbooks';
import { rawParts, zipped } from './raw-xlsx';
import { expectAgreement, expectSameReading } from './two-readers';

const sheets = fc.array(randomSheet, { minLength: 1, maxLength: 3 });
const LONG = 60_000;

describe('our reader and SheetJS agree to the cell', () => {
  it('on random workbooks of SheetJS', async () => {
    await fc.assert(fc.asyncProperty(sheets, fc.boolean(), fc.boolean(), async (book, date1904, bookSST) => {
      await expectSameReading(writtenBySheetJs(book, { date1904, bookSST }));
    }), { numRuns: 30 });
  }, LONG);

  it('on random workbooks of exceljs', async () => {
    await fc.assert(fc.asyncProperty(sheets, fc.boolean(), async (book, date1904) => {
      await expectSameReading(await writtenByExceljs(book, { date1904 }));
    }), { numRuns: 30 });
  }, LONG);

  it('on random workbooks of our own export', async () => {
    await fc.assert(fc.asyncProperty(sheets, async (book) => {
      await expectSameReading(await writtenByExport(book));
    }), { numRuns: 20 });
  }, LONG);

  it('on a register of a few thousand rows', async () => {
    const [sheet] = await expectSameReading(bidRegister({ bids: 3_000 }).bytes);
    expect(sheet?.rows.length).toBe(3_006);
  }, LONG);
});

/** A bit of everything, small enough that a random change hits something that matters. */
const STRINGS = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="3" uniqueCount="3"><si><t>Ofertant</t></si><si><r><rPr><b/></rPr><t>Preț </t></r><r><t xml:space="preserve">fără TVA</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t>A &amp; B_x000D_</t></si></sst>';
const SHEET = '<sheetViews><sheetView workbookViewId="0"/></sheetViews><cols><col min="2" max="3" width="9" hidden="1"/></cols><sheetData><row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Zi</t></is></c></row><row r="2" hidden="1"><c r="A2" t="s"><v>2</v></c><c r="B2" s="3"><f>1+1</f><v>1234.5</v></c><c r="C2" s="1"><v>46023.25</v></c></row><row r="4"><c r="A4" t="str"><f t="shared" ref="A4:A5" si="0">A1</f><v>Beta</v></c><c r="B4" t="e"><v>#N/A</v></c><c r="C4" t="b"><v>1</v></c></row><row r="5"><c r="A5"><f t="shared" si="0"/></c><c r="B5" s="2"><v>-1.5E3</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A4:B4"/></mergeCells>';
const PARTS = rawParts({ sheets: [{ name: 'Oferte', xml: SHEET }, { name: 'ascuns', state: 'hidden', xml: '<sheetData><row><c><v>7</v></c></row></sheetData>' }], sharedStrings: STRINGS });
const CHANGED = ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', '[Content_Types].xml'] as const;

describe('our reader and SheetJS agree on parts with a valid checksum and', () => {
  const at = fc.double({ min: 0, max: 0.999_999, noNaN: true });
  const character = fc.constantFrom(...Array.from('<>/="\' abcrstv019&;:_-x!\u0000\u0001é'), '');
  const part = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(CHANGED[0]) }, { weight: 2, arbitrary: fc.constantFrom(CHANGED[1]) }, { weight: 3, arbitrary: fc.constantFrom(...CHANGED) });

  it('nothing changed, which our reader reads by itself', async () => {
    expect(await expectSameReading(zipped(PARTS))).toMatchObject([{ rows: [1, 2, 4, 5], hiddenRows: [2], hiddenColumns: [1, 2] }, { hidden: true }]);
  });

  it('characters changed, taken out or put in', async () => {
    await fc.assert(fc.asyncProperty(part, fc.array(fc.tuple(at, character, fc.integer({ min: 0, max: 2 })), { minLength: 1, maxLength: 2 }), async (name, changes) => {
      let xml = PARTS[name] ?? '';
      for (const [place, put, drop] of changes) {
        const index = Math.floor(place * xml.length);
        xml = xml.slice(0, index) + put + xml.slice(index + drop);
      }
      await expectAgreement(zipped({ ...PARTS, [name]: xml }));
    }), { numRuns: 250 });
  }, LONG);

  it('a whole stretch cut out or doubled', async () => {
    await fc.assert(fc.asyncProperty(part, at, fc.integer({ min: 1, max: 80 }), fc.boolean(), async (name, place, length, doubled) => {
      const xml = PARTS[name] ?? '';
      const index = Math.floor(place * xml.length);
      const stretch = doubled ? xml.slice(index, index + length).repeat(2) : '';
      await expectAgreement(zipped({ ...PARTS, [name]: xml.slice(0, index) + stretch + xml.slice(index + length) }));
    }), { numRuns: 120 });
  }, LONG);

  it('parts of another program left out', async () => {
    const parts = unzipSync(await writtenByExceljs([{ hidden: false, cells: [{ row: 1, column: 0, value: { kind: 'text', text: 'Alfa' } }], hiddenRows: [], hiddenColumns: [], merge: null }]));
    for (const name of Object.keys(parts)) await expectAgreement(zipped(Object.fromEntries(Object.entries(parts).filter(([each]) => each !== name))));
  });
});
