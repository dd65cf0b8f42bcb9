/** What is doubtful about the bids, before anyone scores them. */
import { isCui } from './cui';
import { pricesSealed } from './envelope';
import { priceCounts, priceObstacle, usableEstimate } from './evaluation/bid-prices';
import { foldText } from './fold-text';
import { finish, mapInSteps } from './in-steps';
import { pointerTo } from './json-pointer';
import { inOrder } from './position';
import type { Problem, Severity } from './problem';
import type { Bid, Bidder, Project } from './project';
import type { Id } from './values';

/** `bidder` is a name, `lot` a lot's number. */
export type BidProblemCode =
  | 'bid.missingLot' // data: {bidder}
  | 'bid.missingBidder' // data: {lot}
  | 'bid.duplicate' // data: {bidder, lot}
  | 'bid.noPrice' // data: {bidder, lot}
  | 'bid.priceNotPositive' // data: {bidder, lot}
  | 'bid.priceIncludesVat' // data: {bidder, lot}
  | 'bid.otherCurrency' // data: {bidder, lot, currency, expected}
  | 'bid.priceAbsurd' // data: {bidder, lot}: a hundred times more or less than the estimated value
  | 'bid.vatUnknown' // data: {bidder, lot}: counted as without VAT
  | 'bid.statusReasonMissing' // data: {bidder, lot, status}
  | 'bid.lotWithoutBids' // info; data: {lot}
  | 'bidder.unnamed' // data: {identifier}
  | 'bidder.identifierInvalid' // data: {bidder, identifier}: the check digit does not fit
  | 'bidder.identifierShared' // data: {bidder, other, identifier}
  | 'bidder.nameShared'; // data: {bidder}: two bidders of the same name

type BidProblem = Problem<BidProblemCode>;

const at = (severity: Severity, code: BidProblemCode, path: readonly string[], data: Problem['data'] = {}): BidProblem =>
  ({ severity, code, data, pointer: pointerTo(path) });

/** A price this many times above or below the estimated value is a slipped decimal mark, not a bid. */
const ABSURD_FACTOR = 100;

const PRICE_CODES = {
  noPrice: 'bid.noPrice',
  priceNotPositive: 'bid.priceNotPositive',
  priceIncludesVat: 'bid.priceIncludesVat',
  otherCurrency: 'bid.otherCurrency',
} as const;

type PriceObstacle = keyof typeof PRICE_CODES;

const isPriceObstacle = (reason: string): reason is PriceObstacle => Object.hasOwn(PRICE_CODES, reason);

const priceProblems = (bid: Bid, project: Project, data: { readonly bidder: string; readonly lot: string }): BidProblem[] => {
  // What nobody may see yet, nobody can doubt.
  if (pricesSealed(project, bid.lotId)) return [];
  const path = ['bids', bid.id, 'price'];
  const obstacle = priceObstacle(bid, project.currency);
  if (obstacle !== null && isPriceObstacle(obstacle)) {
    const currencies: Problem['data'] = obstacle === 'otherCurrency' ? { currency: bid.price?.currency ?? '', expected: project.currency } : {};
    return [at('error', PRICE_CODES[obstacle], obstacle === 'priceIncludesVat' ? ['bids', bid.id, 'vatIncluded'] : path, { ...data, ...currencies })];
  }
  const problems: BidProblem[] = [];
  if (bid.vatIncluded === null) problems.push(at('warning', 'bid.vatUnknown', ['bids', bid.id, 'vatIncluded'], data));
  const lot = project.lots[bid.lotId];
  const estimate = lot === undefined ? null : usableEstimate(lot, project.currency);
  const amount = bid.price?.amount ?? 0;
  if (estimate !== null && (amount > estimate * ABSURD_FACTOR || amount * ABSURD_FACTOR < estimate)) problems.push(at('warning', 'bid.priceAbsurd', path, data));
  return problems;
};

const oneBidProblems = (bid: Bid, project: Project, priceNeeded: boolean): BidProblem[] => {
  const path = ['bids', bid.id];
  const lot = project.lots[bid.lotId];
  const bidder = project.bidders[bid.bidderId];
  const data = { bidder: bidder?.name ?? '', lot: lot?.number ?? '' };
  const problems: BidProblem[] = [];
  if (lot === undefined) problems.push(at('error', 'bid.missingLot', [...path, 'lotId'], { bidder: data.bidder }));
  if (bidder === undefined) problems.push(at('error', 'bid.missingBidder', [...path, 'bidderId'], { lot: data.lot }));
  if (bid.status === 'valid') return priceNeeded || bid.price !== null ? [...problems, ...priceProblems(bid, project, data)] : problems;
  if (bid.statusReason.trim() === '') problems.push(at('warning', 'bid.statusReasonMissing', [...path, 'statusReason'], { ...data, status: bid.status }));
  return problems;
};

/** A bidder has one bid for a lot; a withdrawn one may be followed by another. */
const duplicateProblems = (project: Project): BidProblem[] => {
  const seen = new Set<string>();
  return Object.values(project.bids).flatMap((bid) => {
    const key = `${bid.bidderId} ${bid.lotId}`;
    if (bid.status === 'withdrawn' || !seen.has(key)) {
      if (bid.status !== 'withdrawn') seen.add(key);
      return [];
    }
    const data = { bidder: project.bidders[bid.bidderId]?.name ?? '', lot: project.lots[bid.lotId]?.number ?? '' };
    return [at('error', 'bid.duplicate', ['bids', bid.id], data)];
  });
};

const isRomanian = ({ country }: Bidder): boolean => country === '' || country === 'RO';

/** A number with letters is some other country's and is not judged here. */
const hasWrongCheckDigit = (bidder: Bidder): boolean => isRomanian(bidder) && /^\d+$/.test(bidder.identifier) && !isCui(bidder.identifier);

function* bidderProblems(project: Project): Generator<number, BidProblem[]> {
  const byIdentifier = new Map<string, Bidder>();
  const names = new Set<string>();
  const found = yield* mapInSteps(Object.values(project.bidders), (bidder) => {
    const path = ['bidders', bidder.id];
    const { name, identifier } = bidder;
    const problems: BidProblem[] = [];
    const folded = foldText(name);
    if (folded === '') problems.push(at('error', 'bidder.unnamed', [...path, 'name'], { identifier }));
    else if (names.has(folded)) problems.push(at('warning', 'bidder.nameShared', [...path, 'name'], { bidder: name }));
    names.add(folded);
    if (hasWrongCheckDigit(bidder)) problems.push(at('warning', 'bidder.identifierInvalid', [...path, 'identifier'], { bidder: name, identifier }));
    const other = identifier === '' ? undefined : byIdentifier.get(`${bidder.country} ${identifier}`);
    if (other !== undefined) problems.push(at('warning', 'bidder.identifierShared', [...path, 'identifier'], { bidder: name, other: other.name, identifier }));
    byIdentifier.set(`${bidder.country} ${identifier}`, other ?? bidder);
    return problems;
  });
  return found.flat();
}

const emptyLotProblems = (project: Project): BidProblem[] => {
  const withBids = new Set<Id>(Object.values(project.bids).map(({ lotId }) => lotId));
  return inOrder(project.lots)
    .filter(({ id }) => !withBids.has(id))
    .map(({ id, number }) => at('info', 'bid.lotWithoutBids', ['lots', id], { lot: number }));
};

/** Everything doubtful about bids and bidders, with stops. Errors must be mended before the ranking can be relied on; the rest asks to be looked at. */
export function* findingBidProblems(project: Project): Generator<number, BidProblem[]> {
  const priceNeeded = priceCounts(project);
  const ofBids = yield* mapInSteps(Object.values(project.bids), (bid) => oneBidProblems(bid, project, priceNeeded));
  yield ofBids.length;
  const doubled = duplicateProblems(project);
  yield ofBids.length;
  const ofBidders = yield* bidderProblems(project);
  yield ofBids.length;
  return [...ofBids.flat(), ...doubled, ...ofBidders, ...emptyLotProblems(project)];
}

/** The same without stops. */
export const bidProblems = (project: Project): BidProblem[] => finish(findingBidProblems(project));
