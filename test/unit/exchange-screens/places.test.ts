/** Where a problem or a difference is, in words. */
import { expect, test } from 'vitest';
import { diff } from '../../../src-renderer/domain/json-diff';
import { COLLECTIONS, LATER_COLLECTIONS, type Project } from '../../../src-renderer/domain/project';
import type { Json } from '../../../src-renderer/domain/values';
import { createTranslator } from '../../../src-renderer/i18n/translator';
import { createFormat } from '../../../src-renderer/ui/context/format';
import { differencesOf } from '../../../src-renderer/ui/screens/exchange/differences';
import { placeOfPath, placeOfPointer, type NamedProject } from '../../../src-renderer/ui/screens/exchange/places';
import { valueText } from '../../../src-renderer/ui/screens/exchange/value-text';

const ro = createTranslator('ro');

const project: Project = {
  id: 'p1', title: 'Iluminat', description: '', buyer: { name: 'Comuna Exemplu', identifier: '', nutsCode: '' }, currency: 'RON', rulePackId: 'ro-2026',
  createdAt: '2026-03-02T08:00:00.000Z', archivedAt: null, deletedAt: null,
  lots: { l2: { id: 'l2', position: 'a1', number: '2', title: 'Senzori', description: '', estimatedValue: { amount: 42000000, currency: 'RON' } } },
  awardCriteria: { c1: { id: 'c1', position: 'a1', name: 'Scalabilitate', description: '', weight: '25', axis: 'transformativePotential', type: 'quality', scale: { max: 5, anchors: {} }, evidence: '' } },
  bidders: { b1: { id: 'b1', name: 'Lumen Nord', identifier: '', country: '', sme: null, email: '' } },
  bids: { o1: { id: 'o1', bidderId: 'b1', lotId: 'l2', price: { amount: 100, currency: 'RON' }, vatIncluded: false, receivedAt: '2026-03-05', durationDays: null, warrantyMonths: null, notes: '', status: 'valid', statusReason: '', importId: null } },
  evaluators: { e1: { id: 'e1', position: 'a1', name: 'Ana' } },
  scoreSheets: { 'e1.o1': { id: 'e1.o1', evaluatorId: 'e1', bidId: 'o1', scores: { c1: { value: '3', reason: '' } } } },
  imports: {},
};

const named: NamedProject = { id: project.id, title: project.title, project };

test.each([
  ['/projects/0/lots/l2/estimatedValue', 'Iluminat: Lotul 2, valoarea estimată'],
  ['/projects/0/bids/o1/price', 'Iluminat: Oferta depusă de Lumen Nord la lotul 2, prețul'],
  ['/projects/0/scoreSheets/e1.o1/scores/c1/value', 'Iluminat: Fișa dată de Ana ofertei depuse de Lumen Nord, criteriul „Scalabilitate”: nota'],
  ['/projects/0', 'Iluminat: Proiectul'],
  ['/history/p1/3', 'Iluminat: Istoricul, modificarea 4'],
  ['/integrity/p1', 'Iluminat: Amprenta pachetului'],
  ['/digest', 'Amprenta pachetului'],
  ['/signature', 'Semnătura'],
  ['/producer/deviceId', 'Pachetul'],
  [undefined, 'Pachetul'],
  ['/projects/7/title', '/projects/7/title'],
])('pointer %s is told as a place', (pointer, place) => {
  expect(placeOfPointer(pointer, [named, { ...named, id: 'p2' }], ro)).toBe(place);
});

test('the only project of a package is not named at every place', () => {
  expect(placeOfPointer('/projects/0/lots/l2/estimatedValue', [named], ro)).toBe('Lotul 2, valoarea estimată');
  expect(placeOfPointer('/projects/0/title', [named], ro)).toBe('Proiectul, denumirea');
});

test('a project that is not at hand is told by its title', () => {
  const { id, title } = project;
  expect(placeOfPointer('/projects/0/lots/l2/estimatedValue', [{ id, title }, named], ro)).toBe('Iluminat: Proiectul');
});

test('a long name is shortened', () => {
  const long: Project = { ...project, lots: { l2: { ...project.lots['l2']!, number: 'x'.repeat(200) } } };
  expect(placeOfPath(['lots', 'l2'], long, ro)).toBe(`Lotul ${'x'.repeat(60)}…`);
});

test('a field of a later version is told by its own name', () => {
  expect(placeOfPath(['lots', 'l2', 'colour'], project, ro)).toBe('Lotul 2, colour');
});

test('patches inside one amount are one difference with both amounts', () => {
  const there: Project = structuredClone(project);
  const bid = there.bids['o1'];
  if (bid === undefined) throw new Error('no bid');
  bid.price = { amount: 250, currency: 'EUR' };
  there.buyer.name = '';
  const differences = differencesOf(diff(project as Json, there as Json), project, there, COLLECTIONS);
  expect(differences.map(({ path }) => path.join('/'))).toEqual(['bids/o1/price', 'buyer/name']);
  const [price, buyer] = differences;
  const format = createFormat('ro-RO');
  expect(valueText(price?.path ?? [], price?.here, project, ro, format)).toBe(format.money({ amount: 100, currency: 'RON' }));
  expect(valueText(price?.path ?? [], price?.there, there, ro, format)).toBe(format.money({ amount: 250, currency: 'EUR' }));
  expect(valueText(buyer?.path ?? [], buyer?.there, there, ro, format)).toBe('gol');
});

test('where a document is filed is one difference, told as the list of documents tells it', () => {
  const filed = (filedUnder: NonNullable<Project['attachments']>[string]['filedUnder']): Project => ({
    ...project, attachments: { d: { id: 'd', position: 'a0', title: '', fileName: 'd.pdf', mediaType: '', size: 1, sha256: 'a'.repeat(64), addedAt: '2026-03-02T08:00:00.000Z', filedUnder } },
  });
  const [here, there] = [filed({ kind: 'lot', id: 'l2' }), filed({ kind: 'bid', id: 'o1', priceEnvelope: true })];
  const [difference, ...others] = differencesOf(diff(here as Json, there as Json), here, there, ['attachments']);
  expect([difference?.path.join('/'), others]).toEqual(['attachments/d/filedUnder', []]);
  const textOf = (whose: Project, value: Json | undefined) => valueText(difference?.path ?? [], value, whose, ro, createFormat('ro-RO'));
  expect([textOf(here, difference?.here), textOf(there, difference?.there)]).toEqual(['Lotul 2', ro.t('attachments.priceEnvelope', { bidder: 'Lumen Nord', number: '2' })]);
  expect(textOf(project, { kind: 'bid', id: 'gone' })).toBe('o ofertă');
});

test('a removed record is one difference that says it is absent', () => {
  const { bids: _bids, ...rest } = project;
  const there = { ...rest, bids: {} } as Project;
  const [gone] = differencesOf(diff(project as Json, there as Json), project, there, COLLECTIONS);
  expect(placeOfPath(gone?.path ?? [], project, ro)).toBe('Oferta depusă de Lumen Nord la lotul 2');
  expect(valueText(gone?.path ?? [], gone?.here, project, ro, createFormat('ro-RO'))).toBe('există');
  expect(valueText(gone?.path ?? [], gone?.there, there, ro, createFormat('ro-RO'))).toBe('lipsește');
});

test.each(['ro', 'en'] as const)('every collection has words of its own, in %s', (language) => {
  const words = createTranslator(language);
  for (const collection of [...COLLECTIONS, ...LATER_COLLECTIONS]) expect(placeOfPath([collection, 'x'], project, words), collection).not.toContain(collection);
});

test('what came later is named by what people call it', () => {
  const whole: Project = {
    ...project,
    decisions: { l2: { id: 'l2', outcome: 'award', winnerBidId: 'o1', reason: '', decidedAt: '2026-03-05T08:00:00.000Z', approvedBy: '', approvedOn: null, basisHash: 'a'.repeat(64) } },
    errata: { er1: { id: 'er1', position: 'a1', what: 'Termen nou', reason: '', effect: 'moreTime', publishedOn: null, deadlineBefore: null, deadlineAfter: null } },
  };
  const text = (path: readonly string[], value: string): string => valueText(path, value, whole, ro, createFormat('ro-RO'));
  expect(placeOfPath(['decisions', 'l2', 'reason'], whole, ro)).toBe('Decizia lotului 2, motivul');
  expect(placeOfPath(['milestones', 'deadline', 'date'], whole, ro)).toBe('Calendarul, „Termenul-limită pentru oferte”, ziua');
  expect(placeOfPath(['procedure', 'market'], whole, ro)).toBe('Procedura, ce există pe piață');
  expect(text(['decisions', 'l2', 'outcome'], 'award')).toBe(ro.t('decision.outcome.award'));
  expect(text(['decisions', 'l2', 'winnerBidId'], 'o1')).toBe('Lumen Nord');
  expect(text(['freezes', '1', 'erratumId'], 'er1')).toBe('Termen nou');
  expect(text(['decisions', 'l2', 'basisHash'], `abcd${'0'.repeat(56)}1234`)).toBe('abcd…1234');
  const [difference] = differencesOf([{ path: ['procedure', 'market'], after: 'absent' }], whole, { ...whole, procedure: { market: 'absent' } }, COLLECTIONS);
  expect(difference?.path).toEqual(['procedure', 'market']);
});
