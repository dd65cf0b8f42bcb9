/** A bid register as a town hall's Excel has it: title lines above the table, amounts as text, totals and signatures below. */
import { utils, write, type CellObject, type WorkSheet } from 'xlsx';
import { cuiCheckDigit } from '../../src-renderer/domain/cui';

export interface BidRegisterOptions {
  readonly format?: 'xlsx' | 'csv';
  /** How many bids. */
  readonly bids?: number;
  /** Lot numbers the bids go round; an empty list leaves the column out. */
  readonly lots?: readonly string[];
}

export interface BidRegister {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What a careful person reads out of it, in sheet order. */
  readonly bids: readonly RegisteredBid[];
  /** 1-based row of the headings. */
  readonly headerRow: number;
}

export interface RegisteredBid {
  readonly row: number;
  readonly bidder: string;
  readonly identifier: string;
  readonly lot: string | null;
  readonly amount: string;
  readonly receivedAt: string;
  readonly sme: boolean;
  readonly durationDays: number;
  readonly warrantyMonths: number;
  readonly email: string;
}

const FIRST = ['Înnoirea', 'Șantier', 'Târnava', 'Științific', 'Electro', 'Aqua', 'Soft', 'Verde', 'Dâmbovița', 'Țesătura', 'Ghețarul', 'Lumina'];
const SECOND = ['Digital', 'Construct', 'Instal', 'Consult', 'Mobil', 'Energie', 'Urban', 'Data', 'Proiect', 'Senzor'];
const FORMS = ['S.R.L.', 'S.A.', 'SRL', 'PFA'];

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const two = (number: number): string => String(number).padStart(2, '0');

const bidAt = (index: number, row: number, lots: readonly string[]): RegisteredBid => {
  const body = String(1_000_000 + index * 7919).slice(0, 8);
  const lei = 45_000 + ((index * 13_577) % 900_000);
  return {
    row,
    bidder: `${pick(FIRST, index)} ${pick(SECOND, Math.floor(index / FIRST.length))} ${index >= 120 ? `${index} ` : ''}${pick(FORMS, index)}`,
    identifier: body + cuiCheckDigit(body),
    lot: lots.length === 0 ? null : pick(lots, index),
    amount: `${lei}.${two((index * 37) % 100)}`,
    receivedAt: `2026-${two(3 + (index % 2))}-${two(1 + ((index * 5) % 28))}`,
    sme: index % 4 !== 3,
    durationDays: 60 + (index % 7) * 15,
    warrantyMonths: 12 * (1 + (index % 4)),
    email: `oferte${index + 1}@firma${index + 1}.example`,
  };
};

const HEADINGS = ['Nr. crt.', 'Denumire ofertant', 'CUI', 'Nr. lot', 'Preț ofertat fără TVA (lei)', 'Data depunerii', 'IMM', 'Durata de execuție (zile)', 'Garanție (luni)', 'Adresă e-mail', 'Observații'];
const HEADER_ROW = 5;

/** 1234567.5 → `1.234.567,50`. */
const romanian = (amount: string): string => {
  const [whole = '0', fraction = '00'] = amount.split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${fraction}`;
};

const romanianDay = (date: string): string => date.split('-').reverse().join('.');
const serial = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569;

const text = (value: string): CellObject => ({ t: 's', v: value });

/** Prices are text with decimal commas, every third one a number; days are dates, every fifth one text. */
const cellsOf = (bid: RegisteredBid, index: number, withLot: boolean): CellObject[] => [
  { t: 'n', v: index + 1 },
  text(bid.bidder),
  index % 3 === 0 ? { t: 'n', v: Number(bid.identifier) } : text(index % 2 === 0 ? `RO ${bid.identifier}` : `RO${bid.identifier}`),
  ...(withLot ? [text(`Lot ${bid.lot ?? ''}`)] : []),
  index % 3 === 2 ? { t: 'n', v: Number(bid.amount), z: '#,##0.00' } : text(`${romanian(bid.amount)}${index % 3 === 1 ? ' lei' : ''}`),
  index % 5 === 4 ? text(romanianDay(bid.receivedAt)) : { t: 'n', v: serial(bid.receivedAt), z: 'dd.mm.yyyy' },
  text(bid.sme ? 'Da' : 'Nu'),
  { t: 'n', v: bid.durationDays },
  text(`${bid.warrantyMonths} luni`),
  text(bid.email),
  text(index % 6 === 0 ? 'Ofertă depusă în SEAP' : ''),
];

const workbookOf = (rows: readonly (readonly CellObject[])[], columns: number): Uint8Array => {
  const sheet: WorkSheet = {};
  rows.forEach((cells, row) => cells.forEach((cell, column) => {
    if (cell.v !== '') sheet[utils.encode_cell({ r: row, c: column })] = cell;
  }));
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: columns - 1 } });
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: columns - 1 } }, { s: { r: 1, c: 0 }, e: { r: 1, c: columns - 1 } }];
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, sheet, 'Registru oferte');
  return new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
};

/** Windows-1250 for the letters a Romanian register has; comma letters become the cedillas that page knows. */
const WINDOWS_1250: Readonly<Record<string, number>> = { ă: 0xe3, Ă: 0xc3, â: 0xe2, Â: 0xc2, î: 0xee, Î: 0xce, ș: 0xba, ş: 0xba, Ș: 0xaa, Ş: 0xaa, ț: 0xfe, ţ: 0xfe, Ț: 0xde, Ţ: 0xde };
export const windows1250 = (value: string): Uint8Array => Uint8Array.from(value, (letter) => WINDOWS_1250[letter] ?? letter.charCodeAt(0));

const shown = (cell: CellObject): string => {
  if (cell.z === 'dd.mm.yyyy') return romanianDay(new Date((Number(cell.v) - 25_569) * 86_400_000).toISOString().slice(0, 10));
  if (cell.z === '#,##0.00') return romanian(Number(cell.v).toFixed(2));
  return String(cell.v);
};

const csvField = (value: string): string => (/[";\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** Bids differ in bidder and lot, so that all of them can be imported. */
export const bidRegister = ({ format = 'xlsx', bids: count = 12, lots = ['1', '2'] }: BidRegisterOptions = {}): BidRegister => {
  const withLot = lots.length > 0;
  const bids = Array.from({ length: count }, (_, index) => bidAt(index, HEADER_ROW + 1 + index, lots));
  const headings = HEADINGS.filter((heading) => withLot || heading !== 'Nr. lot');
  const total = bids.reduce((sum, bid) => sum + Number(bid.amount.replace('.', '')), 0);
  const rows: CellObject[][] = [
    [text('UAT Comuna Exemplu, județul Ilfov')],
    [text('Registrul ofertelor primite')],
    [text('Procedura: parteneriat pentru inovare'), text(''), text(''), text('Nr. 1234/02.03.2026')],
    [],
    headings.map(text),
    ...bids.map((bid, index) => cellsOf(bid, index, withLot)),
    [text(''), text('TOTAL'), text(''), ...(withLot ? [text('')] : []), text(romanian(`${Math.floor(total / 100)}.${two(total % 100)}`))],
    [],
    [text(''), text('Întocmit,'), text(''), text(''), text(''), text('Președintele comisiei,')],
  ];
  const stem = 'registru-oferte';
  if (format === 'xlsx') return { name: `${stem}.xlsx`, bytes: workbookOf(rows, headings.length), bids, headerRow: HEADER_ROW };
  const lines = rows.map((cells) => cells.map((cell) => csvField(shown(cell))).join(';'));
  return { name: `${stem}.csv`, bytes: windows1250(lines.join('\r\n')), bids, headerRow: HEADER_ROW };
};
