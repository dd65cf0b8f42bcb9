/** A procurement in two envelopes with an amount of its own planted in every place that can hold one, and a search for them. */
import { strFromU8, unzipSync } from 'fflate';
import type { AuditEntry } from '../../../src-renderer/domain/change';
import { sealEntry } from '../../../src-renderer/domain/audit';
import { sha256Hex } from '../../../src-renderer/domain/digest';
import { packSchedule } from '../../../src-renderer/domain/price-schedule/packed-schedule';
import type { Bid, Project } from '../../../src-renderer/domain/project';
import type { Json } from '../../../src-renderer/domain/values';
import { cost, price } from '../domain/fixtures';
import { committee, frozen } from './committee';

/** Where each amount is planted, in minor units; none ends in zero, so that every spelling keeps all digits. */
export const AMOUNTS = {
  price: 61_123_417, otherPrice: 61_223_519, thirdPrice: 61_323_613, scheduleUnit: 61_423_719, scheduleTotal: 61_523_811, lifeCycle: 61_623_913, correction: 61_724_019,
  newOffer: 61_824_113, laterField: 61_924_217, notes: 62_024_311, statusReason: 62_124_413, checked: 62_224_517, asked: 62_324_611, answered: 62_424_713, earlierPrice: 62_524_817,
  priceFile: 62_624_911, priceFileName: 62_725_013, conflictHere: 62_825_117, conflictThere: 62_925_219, bidFile: 63_025_311, setAside: 63_125_413, response: 63_225_517,
} as const;
export type Amount = keyof typeof AMOUNTS;

const lei = (amount: number) => ({ amount, currency: 'RON' });
/** `611234.17`, as decimals are written. */
const decimal = (amount: number): string => (amount / 100).toFixed(2);
/** `611.234,17 lei`, as a person writes it. */
const written = (amount: number): string => `${(amount / 100).toLocaleString('ro-RO', { minimumFractionDigits: 2 })} lei`;

/** A file of the outside that tells an amount. */
export const fileWith = (amount: number): Uint8Array => new TextEncoder().encode(`Total: ${decimal(amount).replace('.', ',')} lei`);

const fullBid = (bid: Bid): Bid => ({
  ...bid,
  price: lei(AMOUNTS.price), notes: `Cere ${written(AMOUNTS.notes)}`, statusReason: `Oferta de ${written(AMOUNTS.statusReason)}`,
  corrections: { 1: { id: '1', kind: 'arithmetic', correctedPrice: lei(AMOUNTS.correction), reason: decimal(AMOUNTS.correction), notifiedOn: null, accepted: null } },
  costs: { energy: lei(AMOUNTS.lifeCycle) },
  priceSchedule: packSchedule('import-1', 'RON', [{ item: '1', description: 'Stâlp', unit: 'buc', quantity: '2', unitPrice: decimal(AMOUNTS.scheduleUnit), total: decimal(AMOUNTS.scheduleTotal), row: 2 }]),
  newOffers: { 1: { id: '1', price: lei(AMOUNTS.newOffer), receivedOn: null } },
  knockOutChecks: { k1: { id: 'k1', outcome: 'met', evidence: written(AMOUNTS.checked), reason: '' } },
  requirementResponses: { r1: { id: 'r1', meets: true, text: `La ${written(AMOUNTS.response)}` } },
  inquiries: { 1: { id: '1', kind: 'clarification', question: `Din ce se compun ${written(AMOUNTS.asked)}?`, askedOn: null, dueOn: null, answeredOn: null, answer: written(AMOUNTS.answered), outcome: null, reason: '' } },
  laterField: { monthly: AMOUNTS.laterField },
});

const side = (change: string, amount: number) => ({ change, author: 'Ana', deviceId: 'd', at: '2026-05-20T08:00:00.000Z', value: lei(amount) as unknown as Json });

/** Scores are missing, so that the envelopes are closed; criteria are frozen, as they are before an opening. */
export const sealedProject = (): Project => {
  const project = committee();
  const imported = { id: 'import-1', kind: 'price-schedule' as const, fileName: 'p.xlsx', sha256: sha256Hex(fileWith(AMOUNTS.priceFile)), sheet: 'P', importedAt: '2026-05-19T08:00:00.000Z', rowsRead: 1, rowsAccepted: 1, rowsExcluded: 0, warnings: 0, cellsCorrected: 0 };
  const { b1, b2, b3 } = project.bids as { readonly b1: Bid; readonly b2: Bid; readonly b3: Bid };
  const criteria = [
    price('price', { weight: '20' }),
    cost('whole', { weight: '20', position: 'a01', costItems: { energy: { id: 'energy', position: 'a0', name: 'Energie', timing: 'yearly' } } }),
    ...Object.values(project.awardCriteria).filter(({ type }) => type === 'quality'),
  ];
  return frozen({
    ...project,
    callRules: { twoEnvelopes: true, discountRate: '4' },
    awardCriteria: Object.fromEntries(criteria.map((criterion) => [criterion.id, criterion])),
    knockOuts: { k1: { id: 'k1', position: 'a0', kind: 'requirement', title: 'Certificare', description: '', evidence: '' } },
    imports: { 'import-1': imported },
    bids: { b1: fullBid(b1), b2: { ...b2, price: lei(AMOUNTS.otherPrice), notes: '', costs: { energy: lei(AMOUNTS.lifeCycle) } }, b3: { ...b3, price: lei(AMOUNTS.thirdPrice), costs: { energy: lei(AMOUNTS.lifeCycle) } } },
    conflicts: {
      'conflict-1': { id: 'conflict-1', kind: 'value', path: ['bids', 'b1', 'price'], standing: 'c1', sides: [side('c1', AMOUNTS.conflictHere), side('c2', AMOUNTS.conflictThere)] },
      'conflict-2': { id: 'conflict-2', kind: 'locked', path: ['decision', 'L1'], lock: 'decision', standing: null, sides: [{ ...side('c3', 0), value: [{ path: ['bids', 'b2', 'price', 'amount'], value: AMOUNTS.setAside }] }] },
    },
  });
};

/** A trail that leads to the project by way of an earlier price. */
export const sealedHistory = (project: Project): readonly AuditEntry[] => {
  const common = { projectId: project.id, at: '2026-05-19T08:00:00.000Z', author: 'Ana', deviceId: 'd' };
  const earlier = lei(AMOUNTS.earlierPrice);
  const [first, now] = [{ ...project, bids: { ...project.bids, b1: { ...project.bids['b1'], price: earlier } } }, project.bids['b1']?.price] as const;
  const created = sealEntry({ ...common, id: 'change-1', label: { code: 'projectCreated', data: { title: project.title } }, patches: [{ path: [], after: first as unknown as Json }] }, null);
  return [created, sealEntry({ ...common, id: 'change-2', label: { code: 'bidEdited', data: { bidder: 'Felinar SRL' } }, patches: [{ path: ['bids', 'b1', 'price'], before: earlier, after: (now ?? null) as unknown as Json }] }, created)];
};

const startsWith = (bytes: Uint8Array, mark: string): boolean => strFromU8(bytes.subarray(0, mark.length), true) === mark;

/** Everything readable in a file: its zipped parts too, and the files in those. */
const everyText = (bytes: Uint8Array): string => (startsWith(bytes, 'PK') ? Object.values(unzipSync(bytes)).map(everyText).join('\n') : strFromU8(bytes));

/** Digits in a row, whatever separates their groups: points, commas, spaces of any kind. */
const digitsOf = (text: string): string => text.replaceAll(/(?<=\d)[.,'\s]+(?=\d)/gu, '');

/** The planted amounts a file tells, in whatever way it writes them. */
export const amountsIn = (file: Uint8Array | string): readonly Amount[] => {
  const digits = digitsOf(typeof file === 'string' ? file : everyText(file));
  return (Object.keys(AMOUNTS) as Amount[]).filter((name) => digits.includes(String(AMOUNTS[name])));
};
