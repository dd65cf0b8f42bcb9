/** What the window is measured with: packages and registers on the disk, made once. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { demoProject } from '../../../src-renderer/domain/demo/demo-project';
import { packSchedule } from '../../../src-renderer/domain/price-schedule/packed-schedule';
import type { ScheduleLine } from '../../../src-renderer/domain/price-schedule/schedule-line';
import { newProject } from '../../../src-renderer/domain/project-new';
import type { Bid, Lot, Project } from '../../../src-renderer/domain/project';
import { writePackage } from '../../../src-renderer/exchange/write-package';
import { largeRegister } from '../import-file';
import { AT, HEAD, ids, largeProjects, withHistory } from '../large-projects';
import { lotProject } from '../robustness';

const IMPORTED = 'import-1';

const lotOf = (number: string): Lot => ({ id: `lot-${number}`, position: `a${number}`, number, title: `Lotul ${number}`, description: '', estimatedValue: null });

const empty = (title: string, lots: readonly string[]): Project => ({
  ...newProject(ids, { now: () => AT }, { title }), lots: Object.fromEntries(lots.map(lotOf).map((lot) => [lot.id, lot])),
});

const lineOf = (bidder: number, row: number): ScheduleLine => {
  const price = 10 + ((row * 7919 + bidder * 104_729) % 9000) / 10;
  const quantity = 1 + (row % 40);
  // One line in fifty is added up wrongly.
  const total = price * quantity + ((row + bidder) % 50 === 0 ? 1 : 0);
  return { item: `ART-${String(row).padStart(6, '0')}`, description: `Articol de deviz numărul ${row}, cu montaj și probe`, unit: row % 3 === 0 ? 'buc' : 'm²', quantity: String(quantity), unitPrice: price.toFixed(2), total: total.toFixed(2), row: row + 2 };
};

/** Price schedules of so many bidders, each of so many lines. */
const withSchedules = (title: string, bidders: number, lines: number): Project => {
  const project = empty(title, ['1']);
  const bids = Array.from({ length: bidders }, (_, index): Bid => ({
    id: `bid-${index}`, bidderId: `firm-${index}`, lotId: 'lot-1', price: { amount: 9_000_000 + index, currency: project.currency }, vatIncluded: false, receivedAt: null, durationDays: null, warrantyMonths: null, notes: '',
    status: 'valid', statusReason: '', importId: null, priceSchedule: packSchedule(IMPORTED, project.currency, Array.from({ length: lines }, (__, row) => lineOf(index, row))),
  }));
  const record = { id: IMPORTED, kind: 'price-schedule', fileName: 'devize.xlsx', sha256: '0'.repeat(64), sheet: 'Devize', importedAt: AT, rowsRead: bidders * lines, rowsAccepted: bidders * lines, rowsExcluded: 0, warnings: 0, cellsCorrected: 0 } as const;
  return {
    ...project, imports: { [IMPORTED]: record }, bids: Object.fromEntries(bids.map((bid) => [bid.id, bid])),
    bidders: Object.fromEntries(bids.map(({ bidderId }, index) => [bidderId, { id: bidderId, name: `Constructor ${index + 1} SRL`, identifier: '', country: '', sme: null, email: '' }])),
  };
};

/** The bids that the ways out are measured with: as many as a project takes. */
export const LEAVING = 10_000;

/** A project of so many bids that a publication, a workbook or a document of it is work. */
const withBids = (title: string): Project => {
  const demo = demoProject(ids, { now: () => AT });
  const [sample] = Object.values(demo.bids);
  if (sample === undefined) throw new Error('the demo has no bid');
  const each = Array.from({ length: LEAVING - Object.keys(demo.bids).length }, (_, index) => index);
  return {
    ...demo, title,
    bids: { ...demo.bids, ...Object.fromEntries(each.map((index) => [`bid-${index}`, { ...sample, id: `bid-${index}`, bidderId: `firm-${index}`, price: { amount: 1_000_000 + index * 37, currency: demo.currency } }])) },
    bidders: { ...demo.bidders, ...Object.fromEntries(each.map((index) => [`firm-${index}`, { id: `firm-${index}`, name: `Firma ${index} SRL`, identifier: '', country: 'RO', sme: true, email: 'oferte@exemplu.ro' }])) },
  };
};

export const TITLES = { register: 'Registru mare', many: 'Devize: 10 ofertanți', long: 'Devize: liste lungi', scores: 'Note multe', leaving: 'Multe oferte care pleacă' } as const;

export interface WindowFiles {
  /** The projects named in `TITLES`. */
  readonly seed: string;
  /** A thousand projects. */
  readonly projects: string;
  readonly register: (rows: number) => string;
  /** Bytes of the package of a thousand. */
  readonly bytes: number;
}

export const PROJECTS = 1_000;

export const makeFiles = (folder: string): WindowFiles => {
  const put = (name: string, bytes: Uint8Array): string => {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    return file;
  };
  const seeds = [empty(TITLES.register, ['1', '2', '3']), withSchedules(TITLES.many, 10, 10_000), withSchedules(TITLES.long, 2, 100_000), { ...lotProject(), id: ids.next(), title: TITLES.scores }, withBids(TITLES.leaving)];
  const projects = writePackage({ ...HEAD, id: 'bench-thousand', projects: largeProjects(PROJECTS, 100_000_000) });
  return {
    seed: put('inceput.caiet.json', writePackage({ ...HEAD, id: 'bench-seed', projects: seeds.map(withHistory) })),
    projects: put('o-mie.caiet.json', projects),
    register: (rows) => put(`registru-${rows}.xlsx`, largeRegister(rows)),
    bytes: projects.length,
  };
};
