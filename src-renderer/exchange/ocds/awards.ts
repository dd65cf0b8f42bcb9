/** How each decided lot ended, and the contract once it is signed. Written only after the report is published. */
import { countedPrice } from '../../domain/bid-correction';
import { contractPhases, stopOf } from '../../domain/contract-phases';
import { dayAfterDecision } from '../../domain/decision/after-decision';
import { decisionOf, type LotDecision } from '../../domain/lot-decision';
import { inOrder } from '../../domain/position';
import type { Bid, Lot, Project } from '../../domain/project';
import type { Risk } from '../../domain/risk';
import type { CivilDate, Instant } from '../../domain/values';
import { deliveriesOf, type OcdsDelivery } from './delivery';
import { documentsOf, type OcdsDocument } from './documents';
import { itemsOf, type OcdsItem } from './items';
import { tendererReference, type OcdsReference } from './parties';
import { lotTitle } from './tender';
import { ocdsValue, type OcdsValue } from './value';
import { maybe, said } from './written';

/** `status` is of `awardStatus.csv`. */
export interface OcdsAward {
  readonly id: string;
  readonly title?: string;
  readonly status: 'active' | 'cancelled' | 'unsuccessful';
  readonly date: string;
  readonly value?: OcdsValue;
  readonly suppliers?: readonly OcdsReference[];
  readonly items?: readonly OcdsItem[];
  readonly documents?: readonly OcdsDocument[];
  readonly relatedLots: readonly [string];
}

/** Risk allocation extension; `allocation` is of its closed list, which has no word for a shared risk. */
export interface OcdsRisk {
  readonly id: string;
  readonly category?: string;
  readonly description?: string;
  readonly allocation?: 'publicAuthority' | 'privateParty' | 'undefined';
  readonly notes?: string;
}

/** `status` is of `contractStatus.csv`. */
export interface OcdsContract {
  readonly id: string;
  readonly awardID: string;
  readonly title?: string;
  readonly status: 'active' | 'terminated';
  readonly period: { readonly startDate: string; readonly endDate?: string };
  readonly value?: OcdsValue;
  readonly items?: readonly OcdsItem[];
  readonly dateSigned: string;
  readonly documents?: readonly OcdsDocument[];
  readonly implementation?: { readonly milestones: readonly OcdsDelivery[] };
  readonly riskAllocation?: readonly OcdsRisk[];
}

interface DecidedLot {
  readonly lot: Lot;
  readonly decision: LotDecision;
  /** Null where the lot was cancelled. */
  readonly winner: Bid | null;
}

/** Lots that are decided, in order. An award whose bid is gone says nothing that could be published. */
const decidedLots = (project: Project): DecidedLot[] => inOrder(project.lots).flatMap((lot): DecidedLot[] => {
  const decision = decisionOf(project, lot.id);
  if (decision === null) return [];
  if (decision.outcome === 'cancel') return [{ lot, decision, winner: null }];
  const winner = project.bids[decision.winnerBidId ?? ''];
  return winner === undefined ? [] : [{ lot, decision, winner }];
});

/** The bids a contract is, or may be, made with. */
export const winningBidders = (project: Project): ReadonlySet<string> => new Set(decidedLots(project).flatMap(({ winner }) => winner?.bidderId ?? []));

/** No bid that could win: the award was unsuccessful; every other ground cancels it. */
export const awardStatus = ({ outcome, cancellationGround }: LotDecision): OcdsAward['status'] => {
  if (outcome === 'award') return 'active';
  return cancellationGround === 'noBids' || cancellationGround === 'noAdmissibleBids' ? 'unsuccessful' : 'cancelled';
};

/** Accepted corrections count; a price known to include VAT would pass for a higher one. */
const valueOf = (bid: Bid | null): OcdsValue | null => {
  const price = bid === null || bid.vatIncluded === true ? null : countedPrice(bid);
  return price === null ? null : ocdsValue(price);
};

const suppliersOf = ({ bidders }: Project, winner: Bid | null): OcdsReference[] | null => {
  const bidder = bidders[winner?.bidderId ?? ''];
  return bidder === undefined ? null : [tendererReference(bidder)];
};

const itemsOfLot = (project: Project, lotId: string): OcdsItem[] | null => {
  const items = (itemsOf(project) ?? []).filter(({ relatedLot }) => relatedLot === lotId);
  return items.length === 0 ? null : items;
};

/** One a decided lot. */
export const awardsOf = (project: Project, language: string): OcdsAward[] => decidedLots(project).map(({ lot, decision, winner }) => ({
  id: `award-${lot.id}`,
  ...maybe('title', lotTitle(lot)),
  status: awardStatus(decision),
  date: decision.decidedAt,
  ...maybe('value', valueOf(winner)),
  ...maybe('suppliers', suppliersOf(project, winner)),
  ...maybe('items', itemsOfLot(project, lot.id)),
  ...maybe('documents', documentsOf(project, 'award', language, lot.id)),
  relatedLots: [lot.id],
}));

/** What a decision that was opened again leaves of its award. */
export const withdrawnAward = ({ lots }: Project, lotId: string, date: Instant): OcdsAward[] => {
  const lot = lots[lotId];
  return lot === undefined ? [] : [{ id: `award-${lotId}`, ...maybe('title', lotTitle(lot)), status: 'cancelled', date, relatedLots: [lotId] }];
};

const riskOf = ({ id, description, category, allocation, measures }: Risk): OcdsRisk => ({
  id,
  ...maybe('category', category),
  ...maybe('description', said(description)),
  ...maybe('allocation', allocation === 'shared' ? 'undefined' as const : allocation),
  ...maybe('notes', said(measures)),
});

const periodOf = (project: Project, lotId: string, signedOn: CivilDate): OcdsContract['period'] => {
  const endsOn = dayAfterDecision(project, lotId, 'contractEndsOn');
  return { startDate: `${signedOn}T00:00:00Z`, ...maybe('endDate', endsOn === null || endsOn < signedOn ? null : `${endsOn}T23:59:59Z`) };
};

/** One a lot whose contract is signed, with the phases of its delivery and who bears which risk. */
export const contractsOf = (project: Project, language: string): OcdsContract[] => decidedLots(project).flatMap(({ lot, winner }): OcdsContract[] => {
  const signedOn = dayAfterDecision(project, lot.id, 'signedOn');
  if (winner === null || signedOn === null) return [];
  const [deliveries, risks] = [deliveriesOf(project, lot.id, signedOn), inOrder(project.risks ?? {}).map(riskOf)];
  return [{
    id: `contract-${lot.id}`,
    awardID: `award-${lot.id}`,
    ...maybe('title', said(project.afterDecisions?.[lot.id]?.contractNumber ?? '')),
    status: stopOf(contractPhases(project, lot.id)) === null ? 'active' : 'terminated',
    period: periodOf(project, lot.id, signedOn),
    ...maybe('value', valueOf(winner)),
    ...maybe('items', itemsOfLot(project, lot.id)),
    dateSigned: `${signedOn}T00:00:00Z`,
    ...maybe('documents', documentsOf(project, 'contract', language, lot.id)),
    ...maybe('implementation', deliveries.length === 0 ? null : { milestones: deliveries }),
    ...maybe('riskAllocation', risks.length === 0 ? null : risks),
  }];
});
