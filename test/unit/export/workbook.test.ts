import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { evaluate } from '../../../src-renderer/domain/evaluation/evaluate';
import { callHash } from '../../../src-renderer/domain/frozen-call';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import type { Project } from '../../../src-renderer/domain/project';
import { tableSheet } from '../../../src-renderer/spreadsheet/export/table-sheet';
import { demo, HOSTILE_TEXTS, hostileProject, workbookOf, type HostileText } from './workbook-fixture';

const readSheetJs = (bytes: Uint8Array) => XLSX.read(bytes, { type: 'array', cellDates: true, UTC: true, cellFormula: true, cellNF: true });
const readExcelJs = async (bytes: Uint8Array) => {
  const workbook = new ExcelJS.Workbook();
  // exceljs declares its own Buffer.
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  return workbook;
};
/** Line ends become one kind; everything else comes back as it went. */
const expectedText = (text: string) => text.replace(/\r\n?/g, '\n');

const headings = (sheet: ExcelJS.Worksheet): string[] => {
  const titles: string[] = [];
  sheet.getRow(1).eachCell((cell) => titles.push(cell.text));
  return titles;
};

describe('the workbook of the demo project', () => {
  const project = demo();
  let excel: ExcelJS.Workbook;
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await workbookOf(project);
    excel = await readExcelJs(bytes);
  });
  const sheet = (name: string) => excel.getWorksheet(name)!;
  const rowsOf = (name: string) => {
    const titles = headings(sheet(name));
    return Array.from({ length: sheet(name).rowCount - 1 }, (_, index) => Object.fromEntries(titles.map((title, column) => [title, sheet(name).getRow(index + 2).getCell(column + 1)])));
  };

  it('has its seven sheets in the reader\'s language', async () => {
    expect(excel.worksheets.map(({ name }) => name)).toEqual(['Privire de ansamblu', 'Loturi', 'Criterii', 'Oferte', 'Note', 'Clasament', 'Calcul']);
    expect(readSheetJs(await workbookOf(project, 'en')).SheetNames).toEqual(['Overview', 'Lots', 'Criteria', 'Bids', 'Scores', 'Ranking', 'Calculation']);
  });

  it('names the freeze it was made under, with its hash and whether the call still is what was frozen', async () => {
    const frozen: Project = { ...project, freezes: { 1: { id: '1', at: '2026-02-01T08:00:00.000Z', hash: callHash(project), rulePackId: project.rulePackId, erratumId: null } } };
    const textOf = async (of: Project) => JSON.stringify((await readExcelJs(await workbookOf(of))).getWorksheet('Privire de ansamblu')!.getSheetValues());
    expect(await textOf(frozen)).toContain(callHash(project));
    expect(await textOf(frozen)).toContain('Nr. 1; apelul este exact cel înghețat');
    expect(await textOf({ ...frozen, currency: 'EUR' })).toContain('apelul nu mai este cel înghețat');
  });

  it('keeps headings in view, wide enough and filterable', () => {
    for (const { name } of excel.worksheets.slice(1)) {
      expect(sheet(name).views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
      expect(sheet(name).autoFilter).toBeTruthy();
      sheet(name).columns.forEach((column) => expect(column.width).toBeGreaterThanOrEqual(6));
      expect(sheet(name).getRow(1).getCell(1).font.bold).toBe(true);
    }
  });

  it('writes amounts, points and days as such', () => {
    const bids = rowsOf('Oferte');
    const [first] = Object.values(project.bids);
    const row = bids.find((each) => each['Ofertant']!.value === project.bidders[first!.bidderId]!.name)!;
    expect(row['Preț']!.value).toBe(first!.price!.amount / 100);
    expect(row['Preț']!.numFmt).toBe('#,##0.00');
    expect(row['Data depunerii']!.value).toEqual(new Date(`${first!.receivedAt}T00:00:00.000Z`));
    expect(row['Data depunerii']!.numFmt).toContain('yyyy');
    expect(row['Cod de identificare']!.type).toBe(ExcelJS.ValueType.String);
  });

  it('ranks exactly as the evaluation does, on both axes and for each criterion', () => {
    const result = evaluate(project, RO_2026);
    const expected = result.lots.flatMap(({ lotId, ranking }) => ranking.map((bid) => [
      project.lots[lotId]!.number, bid.rank, project.bidders[project.bids[bid.bidId]!.bidderId]!.name,
      ...[bid.total, bid.costEffectiveness, bid.transformativePotential, ...bid.criteria.map(({ points }) => points)].map((points) => (points === null ? null : Number(points))),
    ]));
    const written = rowsOf('Clasament')
      .filter((row) => row['Total puncte']!.value !== null || row['Mențiuni']!.text.includes('incompletă'))
      .map((row) => Object.values(row).map((cell) => cell.value))
      .map((row) => [row[0], row[1], row[2], ...row.slice(4, -1)]);
    expect(written).toEqual(expected);
  });

  it('works out every number of the ranking in words that a pocket calculator confirms', () => {
    const decimal = (text: string) => Number(text.replaceAll('.', '').replace(',', '.'));
    let counted = 0;
    for (const row of rowsOf('Calcul')) {
      const match = /^(\S+) × (\S+) \/ (\S+) = .*?(\S+)$/.exec(row['Calcul']!.text);
      if (match === null) continue;
      const [weight, above, below, points] = match.slice(1).map(decimal) as [number, number, number, number];
      expect(Math.abs((weight * above) / below - points)).toBeLessThanOrEqual(0.005_000_1);
      expect(row['Puncte']!.value).toBe(points);
      counted += 1;
    }
    expect(counted).toBeGreaterThan(40);
  });

  it('says what every level of a scale means', () => {
    const criteria = rowsOf('Criterii');
    const quality = Object.values(project.awardCriteria).filter((criterion) => criterion.type === 'quality');
    for (const { name, scale } of quality) {
      const levels = criteria.find((row) => row['Criteriu de atribuire']!.value === name)!['Ce înseamnă fiecare notă']!.text;
      for (const [level, anchor] of Object.entries(scale.anchors)) expect(levels).toContain(`${level}: ${anchor}`);
    }
  });

  it('is the same file on any day', async () => {
    expect(Buffer.from(await workbookOf(project)).equals(Buffer.from(bytes))).toBe(true);
  });

  it('has no formula anywhere', () => {
    const workbook = readSheetJs(bytes);
    for (const name of workbook.SheetNames) {
      for (const [address, cell] of Object.entries(workbook.Sheets[name]!)) {
        if (!address.startsWith('!')) expect((cell as XLSX.CellObject).f, `${name} ${address}`).toBeUndefined();
      }
    }
  });
});

describe('text people typed', () => {
  let notesSheetJs: string[];
  let excel: ExcelJS.Workbook;
  const long = 'ș'.repeat(20_000);
  beforeAll(async () => {
    const bytes = await workbookOf(hostileProject({ controls: 'a\u0000b\u0007c\u001fd\ufffe', lone: 'half \ud83d pair', long }));
    const table = XLSX.utils.sheet_to_json<string[]>(readSheetJs(bytes).Sheets['Oferte']!, { header: 1, raw: true });
    notesSheetJs = table.map((row) => row[table[0]!.indexOf('Observații')] ?? '');
    excel = await readExcelJs(bytes);
  });

  it.each(Object.keys(HOSTILE_TEXTS) as HostileText[])('%s comes back as text, letter by letter', (key) => {
    const text = expectedText(HOSTILE_TEXTS[key]);
    expect(notesSheetJs).toContain(text);
    const sheet = excel.getWorksheet('Oferte')!;
    const column = headings(sheet).indexOf('Observații') + 1;
    const cells = Array.from({ length: sheet.rowCount }, (_, index) => sheet.getRow(index + 1).getCell(column));
    // exceljs does not undo the format's own escaping of `_x0041_`.
    const cell = cells.find((each) => each.text.replaceAll('_x005F_', '_') === text);
    expect(cell?.type).toBe(ExcelJS.ValueType.String);
    if (/^[=+\-@]/.test(text)) expect(cell?.numFmt).toBe('@');
  });

  it('loses what XML cannot hold, and nothing else', () => {
    expect(notesSheetJs).toContain('abcd');
    expect(notesSheetJs).toContain('half  pair');
    expect(notesSheetJs).toContain(long);
  });

  it('keeps its leading noughts', () => {
    const sheet = excel.getWorksheet('Oferte')!;
    const column = headings(sheet).indexOf('Cod de identificare') + 1;
    expect(sheet.getColumn(column).values).toContain('00123');
  });

  it('too long for one cell is cut there and says so', async () => {
    const project = demo();
    const criterion = Object.values(project.awardCriteria).find(({ type }) => type === 'quality')!;
    const anchors = Object.fromEntries(['0', '1', '2', '3', '4', '5'].map((level) => [level, '👩‍🚒'.repeat(1800)]));
    const bytes = await workbookOf({ ...project, awardCriteria: { ...project.awardCriteria, [criterion.id]: { ...criterion, scale: { max: 5, anchors } } as typeof criterion } });
    const texts = Object.values(readSheetJs(bytes).Sheets['Criterii']!).map((cell) => String((cell as XLSX.CellObject).v ?? ''));
    const cut = texts.find((text) => text.includes('👩'))!;
    expect(cut.length).toBeLessThanOrEqual(32_767);
    expect(cut).toMatch(/ … \[textul continuă în Caiet\]$/);
    expect(cut).not.toMatch(/\p{Cs}/u);
  });
});

describe('numbers a spreadsheet would change', () => {
  it('stay text: more than fifteen digits, and days before 1900', async () => {
    const project = hostileProject();
    const bid = project.bids['o-plus']!;
    const changed = { ...project, bids: { ...project.bids, 'o-plus': { ...bid, price: { amount: 9_007_199_254_740_991, currency: 'RON' }, receivedAt: '1899-12-31' } } };
    const cells = Object.values(readSheetJs(await workbookOf(changed)).Sheets['Oferte']!) as XLSX.CellObject[];
    expect(cells.find(({ v }) => v === '90071992547409.91')?.t).toBe('s');
    expect(cells.find(({ v }) => v === '1899-12-31')?.t).toBe('s');
  });
});

describe('a large workbook', () => {
  const withBids = (count: number): Project => {
    const project = demo();
    const [bid] = Object.values(project.bids);
    return { ...project, bids: Object.fromEntries(Array.from({ length: count }, (_, index) => [`n-${index}`, { ...bid!, id: `n-${index}` }])) };
  };

  it('is made in slices that let others run, to the same bytes every time', async () => {
    const project = withBids(2000);
    let turns = 0;
    const count = () => { turns += 1; };
    const timer = setInterval(count, 0);
    const bytes = await workbookOf(project);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
    expect(Buffer.from(await workbookOf(project)).equals(Buffer.from(bytes))).toBe(true);
    expect(XLSX.read(bytes, { type: 'array' }).Sheets['Oferte']?.['!ref']).toMatch(/:P2001$/);
  });

  it('beyond what Excel takes is refused by name', () => {
    const sheetOf = (length: number) => tableSheet('Calcul', 0, [{ title: 'a', width: 10, cell: () => null }], Array.from({ length }));
    expect(sheetOf(1_048_575).rowCount).toBe(1_048_576);
    const problem = { severity: 'error', code: 'workbook.tooManyRows', data: { sheet: 'Calcul', count: 1_048_577, limit: 1_048_576 } };
    expect(() => sheetOf(1_048_576)).toThrow(expect.objectContaining({ problem }));
  });
});
