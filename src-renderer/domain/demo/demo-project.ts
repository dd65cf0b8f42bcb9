/** A project full of believable data, opened with one click, built from the same parts as a person's own. */
import type { Inquiry } from '../admissibility/admission-fields';
import { ROMANIAN_CALENDAR } from '../calendar/romania';
import { workingDayFrom } from '../calendar/work-calendar';
import { addDays, utcDate } from '../civil-date';
import { criteriaTemplate } from '../criteria-template';
import { parseMoney } from '../money';
import type { Clock, IdSource } from '../ports/clock';
import { inOrder, positionBetween } from '../position';
import { newProject } from '../project-new';
import { scoreSheetId, type Bid, type Bidder, type Lot, type Project, type Score, type ScoreSheet } from '../project';
import type { CivilDate, Id, Position } from '../values';
import { DEMO_BIDDERS, DEMO_BIDS, type DemoBid, type DemoBidderKey, type DemoInquiry } from './demo-bids';
import { DEMO_BUYER, DEMO_DESCRIPTION, DEMO_EVALUATOR, DEMO_LOTS, DEMO_TITLE, type DemoLot } from './demo-call';
import { DEMO_NEEDS } from './demo-needs';
import { withDemoPlan } from './demo-plan';
import { demoChecks, demoKnockOuts } from './demo-knock-outs';
import { demoRisks } from './demo-risks';
import { demoSpecification } from './demo-specification';
import { DEMO_SHEETS } from './demo-scores';

const byId = <Item extends { readonly id: Id }>(items: readonly Item[]): Record<Id, Item> => Object.fromEntries(items.map((item) => [item.id, item]));

/** What the parts of the demo call one another by. */
const bidKey = (bidder: DemoBidderKey, lot: DemoLot): string => `${bidder} ${lot}`;

const known = <Item>(items: ReadonlyMap<string, Item>, key: string): Item => {
  const item = items.get(key);
  if (item === undefined) throw new Error(`The demo has no ${key}`);
  return item;
};

const makeLots = (ids: IdSource, currency: string): ReadonlyMap<string, Lot> => {
  let position: Position | null = null;
  return new Map(DEMO_LOTS.map(({ number, title, description, estimatedValue }): [string, Lot] => {
    position = positionBetween(position, null);
    return [number, { id: ids.next(), position, number, title, description, estimatedValue: parseMoney(estimatedValue, currency) }];
  }));
};

const makeBidders = (ids: IdSource): ReadonlyMap<string, Bidder> =>
  new Map(DEMO_BIDDERS.map(({ key, name, identifier, sme, email }) => [key, { id: ids.next(), name, identifier, country: 'RO', sme, email }]));

/** Asked on some day, to be answered on a working day a week later. */
const makeInquiry = ({ askedDaysAgo, answeredDaysAgo, ...inquiry }: DemoInquiry, today: CivilDate): Inquiry => {
  const askedOn = addDays(today, -askedDaysAgo);
  return { id: '1', ...inquiry, askedOn, dueOn: workingDayFrom(ROMANIAN_CALENDAR, addDays(askedOn, 7)), answeredOn: answeredDaysAgo === null ? null : addDays(today, -answeredDaysAgo) };
};

const makeBid = (id: Id, bidderId: Id, lotId: Id, currency: string, today: CivilDate, bid: DemoBid): Bid => ({
  id,
  bidderId,
  lotId,
  price: parseMoney(bid.price, currency),
  vatIncluded: false,
  receivedAt: addDays(today, -bid.daysAgo),
  durationDays: bid.durationDays,
  warrantyMonths: bid.warrantyMonths,
  notes: bid.notes,
  status: bid.status ?? 'valid',
  statusReason: bid.statusReason ?? '',
  importId: null,
  ...(bid.rejectionGround === undefined ? {} : { rejectionGround: bid.rejectionGround }),
  ...(bid.admittedDaysAgo === undefined ? {} : { admittedOn: addDays(today, -bid.admittedDaysAgo) }),
  ...(bid.inquiry === undefined ? {} : { inquiries: { '1': makeInquiry(bid.inquiry, today) } }),
});

const makeSheets = (evaluatorId: Id, qualityIds: readonly Id[], bids: ReadonlyMap<string, Bid>): ScoreSheet[] =>
  DEMO_SHEETS.map(({ bidder, lot, scores }) => {
    const bidId = known(bids, bidKey(bidder, lot)).id;
    const given = qualityIds.flatMap((id, index): [Id, Score][] => {
      const score = scores[index] ?? null;
      return score === null ? [] : [[id, { value: score[0], reason: score[1] }]];
    });
    return { id: scoreSheetId(evaluatorId, bidId), evaluatorId, bidId, scores: Object.fromEntries(given) };
  });

/**
 * The demo project: a call of two lots, five bidders, one bid withdrawn and one disqualified, one price to be
 * explained, and one score still missing. The same ids and clock give the same project.
 */
export const demoProject = (ids: IdSource, clock: Clock): Project => {
  const project = newProject(ids, clock, { title: DEMO_TITLE, description: DEMO_DESCRIPTION, buyer: DEMO_BUYER });
  const today = utcDate(project.createdAt);
  const lots = makeLots(ids, project.currency);
  const awardCriteria = byId(criteriaTemplate('ro', ids));
  const bidders = makeBidders(ids);
  const bids = new Map(DEMO_BIDS.map((bid): [string, Bid] => {
    const made = makeBid(ids.next(), known(bidders, bid.bidder).id, known(lots, bid.lot).id, project.currency, today, bid);
    return [bidKey(bid.bidder, bid.lot), made];
  }));
  const evaluators = byId(inOrder(project.evaluators).map((evaluator) => ({ ...evaluator, name: DEMO_EVALUATOR })));
  const qualityIds = inOrder(awardCriteria).filter(({ type }) => type === 'quality').map(({ id }) => id);
  const sheets = Object.keys(evaluators).flatMap((evaluatorId) => makeSheets(evaluatorId, qualityIds, bids));
  const knockOuts = demoKnockOuts(ids);
  const examined = DEMO_BIDS.map((bid): Bid => {
    const made = known(bids, bidKey(bid.bidder, bid.lot));
    return bid.admittedDaysAgo === undefined ? made : { ...made, knockOutChecks: demoChecks(bid.bidder, knockOuts) };
  });
  const called: Project = {
    ...project,
    lots: byId([...lots.values()]),
    awardCriteria,
    bidders: byId([...bidders.values()]),
    bids: byId(examined),
    evaluators,
    scoreSheets: byId(sheets),
    knockOuts,
  };
  const planned = withDemoPlan(called, ids, addDays(today, -Math.min(...DEMO_BIDS.map(({ daysAgo }) => daysAgo))));
  return { ...planned, ...demoSpecification(DEMO_NEEDS, inOrder(awardCriteria).map(({ id }) => id), ids), risks: demoRisks(ids) };
};
