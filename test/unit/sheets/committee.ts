/** A frozen call, two lots, three bidders, a commission of three and an expert: what the sheets of these tests are of. */
import { sha256Hex, canonicalJson } from '../../../src-renderer/domain/digest';
import type { Declaration } from '../../../src-renderer/domain/commission';
import { callHash } from '../../../src-renderer/domain/frozen-call';
import type { Evaluator, Project } from '../../../src-renderer/domain/project';
import { writePackage } from '../../../src-renderer/exchange/write-package';
import { bid, bidder, lei, lot, price, projectOf, quality } from '../domain/fixtures';

export const declaration = (fields: Partial<Declaration> = {}): Declaration =>
  ({ signedOn: '2026-05-19', confidentiality: true, impartiality: true, conflicts: { kinship: false, shares: false, employment: false }, note: '', ...fields });

/** A price nobody else would write: its digits are looked for in every file. */
export const SECRET = 98_765_431;

export const frozen = (project: Project): Project =>
  ({ ...project, freezes: { 1: { id: '1', at: '2026-05-10T08:00:00.000Z', hash: callHash(project), rulePackId: 'ro-2026', erratumId: null } } });

const PEOPLE: readonly Partial<Evaluator>[] = [{ role: 'chair' }, { role: 'member' }, { role: 'member' }, { role: 'expert', votes: false }];

export const committee = (fields: Partial<Project> = {}): Project => {
  const project = projectOf({
    lots: [lot('L1', { position: 'a0', number: '1', estimatedValue: lei(2_000_000) }), lot('L2', { position: 'a1', number: '2' })],
    criteria: [
      price('price', { weight: '40' }),
      quality('impact', { name: 'Impact', weight: '40', position: 'a1', scale: { max: 5, anchors: { 0: 'Nimic', 5: 'Dovedit' } }, evidence: 'Raport de pilot' }),
      quality('team', { name: 'Echipa', weight: '20', position: 'a2', scale: { max: 10, anchors: {} } }),
    ],
    bids: [
      bid('b1', { bidderId: 'o1', lotId: 'L1', price: { amount: SECRET, currency: 'RON' }, receivedAt: '2026-05-18', notes: `oferta ${SECRET}` }),
      bid('b2', { bidderId: 'o2', lotId: 'L1', price: { amount: SECRET + 1_000_000, currency: 'RON' }, receivedAt: '2026-05-17' }),
      bid('b3', { bidderId: 'o3', lotId: 'L2', price: { amount: SECRET + 2_000_000, currency: 'RON' }, receivedAt: '2026-05-18' }),
    ],
    bidders: [bidder('o1', { name: 'Felinar SRL' }), bidder('o2', { name: 'Licurici SA' }), bidder('o3', { name: 'Valahia SRL' })],
    evaluators: ['e1', 'e2', 'e3', 'e4'],
  });
  const evaluators = Object.fromEntries(Object.values(project.evaluators).map((person, index) => [person.id, { ...person, ...PEOPLE[index] }]));
  return frozen({ ...project, id: 'procurement', evaluators, ...fields });
};

/** The project as a package the window can take in; as a safety copy it keeps sealed prices. */
export const packageOf = (project: Project, kind: 'full' | 'backup' = 'full'): Uint8Array => writePackage({
  id: `test-${sha256Hex(canonicalJson(project)).slice(0, 8)}`, kind, createdAt: '2026-05-20T08:00:00.000Z',
  producer: { app: 'Caiet', version: 'test', deviceId: 'test', authority: 'Comuna' }, rulePack: null, projects: [{ project, history: [] }],
});
