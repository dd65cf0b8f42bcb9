/** Random valid projects with their audit trail, for properties of packages and workbooks. */
import fc from 'fast-check';
import { sealEntry } from '../../../src-renderer/domain/audit';
import type { AuditEntry, Patch } from '../../../src-renderer/domain/change';
import { diff } from '../../../src-renderer/domain/json-diff';
import { positionBetween } from '../../../src-renderer/domain/position';
import { AXES, BID_STATUSES, PRICE_FORMULAS, projectSchema, scoreSheetId, type AwardCriterion, type Bid, type Project } from '../../../src-renderer/domain/project';
import type { Json } from '../../../src-renderer/domain/values';

const id = fc.uuid({ version: 7 });
/** Text as people and hostile files have it: any Unicode but halves of surrogate pairs. */
const text = (maxLength: number) => fc.oneof(fc.string({ maxLength, unit: 'grapheme' }), fc.string({ maxLength, unit: 'binary' })).map((value) => value.slice(0, maxLength).replace(/\p{Cs}/gu, '?'));
const money = fc.record({ amount: fc.integer({ min: 0, max: 99_999_999_999_999 }), currency: fc.constant('RON') });
const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }).map((date) => date.toISOString());
const day = instant.map((value) => value.slice(0, 10));

const positions = (count: number): string[] => {
  const places: string[] = [];
  for (let index = 0; index < count; index += 1) places.push(positionBetween(places.at(-1) ?? null, null));
  return places;
};

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): Record<string, Item> => Object.fromEntries(items.map((item) => [item.id, item]));

const criterion = fc.oneof(
  fc.record({ id, name: text(40), description: text(80), weight: fc.constantFrom('20', '33.3', '12.5'), axis: fc.constantFrom(...AXES), type: fc.constant('price' as const), formula: fc.constantFrom(...PRICE_FORMULAS), fullMarksAt: fc.option(fc.constantFrom('60', '75.5')) }),
  fc.record({ id, name: text(40), description: text(80), weight: fc.constantFrom('10', '0.5', '40'), axis: fc.constantFrom(...AXES), type: fc.constant('quality' as const), evidence: text(40), scale: fc.record({ max: fc.constant(5), anchors: fc.dictionary(fc.constantFrom('0', '1', '2', '3', '4', '5'), text(60)) }) }),
);

const ofLot = fc.record({ id, number: fc.nat({ max: 99 }).map(String), title: text(60), description: text(200), estimatedValue: fc.option(money) });
const ofBidder = fc.record({ id, name: text(60), identifier: text(12), country: fc.constantFrom('', 'RO', 'DE'), sme: fc.option(fc.boolean()), email: text(30) });

/** A bid as a choice of lot and bidder, resolved when those are known. */
const ofBid = fc.record({
  id, lot: fc.nat(), bidder: fc.nat(), price: fc.option(money), vatIncluded: fc.option(fc.boolean()), receivedAt: fc.option(day), durationDays: fc.option(fc.nat()),
  warrantyMonths: fc.option(fc.nat({ max: 600 })), notes: text(100), status: fc.constantFrom(...BID_STATUSES), statusReason: text(40),
  scores: fc.array(fc.record({ value: fc.option(fc.constantFrom('0', '1', '3', '5')), reason: text(60) }), { maxLength: 4 }),
});

const parts = fc.record({
  id, title: text(80), description: text(400), buyer: fc.record({ name: text(60), identifier: text(12), nutsCode: text(5) }),
  createdAt: instant, deletedAt: fc.option(instant), unknown: fc.option(fc.jsonValue({ maxDepth: 3 })),
  lots: fc.uniqueArray(ofLot, { minLength: 1, maxLength: 3, selector: ({ number }) => number }),
  criteria: fc.array(criterion, { maxLength: 4 }), bidders: fc.array(ofBidder, { minLength: 1, maxLength: 4 }), bids: fc.array(ofBid, { maxLength: 6 }), evaluator: id,
});

const FORBIDDEN = /__proto__|constructor|prototype/;

/** A project of the domain's schema whose references all lead somewhere. */
export const arbitraryProject: fc.Arbitrary<Project> = parts.map(({ lots, criteria, bidders, bids, evaluator, unknown, ...rest }) => {
  const lotPlaces = positions(lots.length);
  const criterionPlaces = positions(criteria.length);
  const awardCriteria = criteria.map((each, index) => ({ ...each, position: criterionPlaces[index] ?? 'a0' }) as AwardCriterion);
  const allBids: Bid[] = bids.map(({ lot, bidder, scores: _scores, ...bid }) => ({
    ...bid, lotId: lots[lot % lots.length]?.id ?? '', bidderId: bidders[bidder % bidders.length]?.id ?? '', importId: null,
  }));
  const sheets = bids.map((bid) => ({
    id: scoreSheetId(evaluator, bid.id), evaluatorId: evaluator, bidId: bid.id,
    scores: Object.fromEntries(bid.scores.flatMap((score, index) => (criteria[index] === undefined ? [] : [[criteria[index].id, score]]))),
  }));
  return projectSchema.parse({
    ...rest, currency: 'RON', rulePackId: 'ro-2026', archivedAt: null,
    lots: byId(lots.map((lot, index) => ({ ...lot, position: lotPlaces[index] }))),
    awardCriteria: byId(awardCriteria), bidders: byId(bidders), bids: byId(allBids),
    evaluators: byId([{ id: evaluator, position: 'a0', name: 'Ana' }]), scoreSheets: byId(sheets), imports: {},
    // A field of a later version, whatever a file may hold: JSON knows no zero below zero.
    ...(unknown === null || FORBIDDEN.test(JSON.stringify(unknown)) ? {} : { laterField: JSON.parse(JSON.stringify(unknown)) as unknown }),
  });
});

/** The trail of a project made at once and then renamed into what it is. */
export const historyOf = (project: Project): AuditEntry[] => {
  const before = { ...project, title: 'Draft' };
  const change = (seq: number, code: AuditEntry['label']['code'], patches: readonly Patch[]) =>
    ({ id: `change-${seq}`, projectId: project.id, label: { code, data: {} }, at: '2026-03-02T08:15:00.000Z', author: 'Ana', deviceId: 'device-1', patches });
  const created = sealEntry(change(1, 'projectCreated', [{ path: [], after: before as Json }]), null);
  return [created, sealEntry(change(2, 'projectRenamed', diff(before as Json, project as Json)), created)];
};
