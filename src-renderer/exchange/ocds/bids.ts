/** The `bids` section (bids extension 1.1.5), written only after the report is published. No score, no note, no reason. */
import { compareMoney } from '../../domain/money';
import { inOrder } from '../../domain/position';
import type { Bid, Project } from '../../domain/project';
import type { Money } from '../../domain/values';
import { tendererReference, type OcdsReference } from './parties';
import { mandatoryRequirements, requirementId } from './criteria';
import { maybe, said } from './written';
import { ocdsValue, type OcdsValue } from './value';

export interface OcdsBid {
  readonly id: string;
  readonly date?: string;
  readonly status: Bid['status'];
  readonly tenderers?: readonly OcdsReference[];
  readonly value?: OcdsValue;
  readonly relatedLots: readonly string[];
  readonly requirementResponses?: readonly OcdsResponse[];
}

/** Requirements extension: whether the bid says that it meets a requirement of the call. */
export interface OcdsResponse {
  readonly id: string;
  readonly value: boolean;
  readonly requirement: { readonly id: string; readonly title?: string };
  readonly relatedTenderer?: OcdsReference;
}

/** `measure` is of the extension's `bidStatistics.csv`. */
export interface OcdsStatistic {
  readonly id: string;
  readonly measure: 'bids' | 'validBids' | 'bidders' | 'smeBids' | 'lowestValidBidValue' | 'highestValidBidValue';
  readonly value: number;
  readonly currency?: string;
  readonly relatedLot?: string;
}

export interface OcdsBids {
  readonly statistics: readonly OcdsStatistic[];
  readonly details: readonly OcdsBid[];
}

const byId = (left: Bid, right: Bid): number => (left.id < right.id ? -1 : 1);

/** OCDS amounts of bids are without VAT here; a price known to include it would pass for a higher one. */
export const publishedPrice = ({ price, vatIncluded }: Bid): Money | null => (vatIncluded === true ? null : price);

/** A day has no hour: OCDS takes the first second of it. */
const dateOf = ({ receivedAt }: Bid): string | null => (receivedAt === null ? null : `${receivedAt}T00:00:00Z`);

/** To requirements the call publishes, yes or no. The words are the bidder's technical proposal, and stay inside. */
const responsesOf = ({ id, requirementResponses = {}, bidderId }: Bid, project: Project): OcdsResponse[] => mandatoryRequirements(project).flatMap((requirement): OcdsResponse[] => {
  const meets = requirementResponses[requirement.id]?.meets ?? null;
  const bidder = project.bidders[bidderId];
  if (meets === null) return [];
  return [{
    id: `${id}-${requirement.id}`, value: meets, requirement: { id: requirementId(requirement), ...maybe('title', said(requirement.code)) },
    ...maybe('relatedTenderer', bidder === undefined ? null : tendererReference(bidder)),
  }];
});

const detailOf = (bid: Bid, project: Project): OcdsBid => {
  const bidder = project.bidders[bid.bidderId];
  const responses = responsesOf(bid, project);
  const price = publishedPrice(bid);
  return {
    id: bid.id,
    ...maybe('date', dateOf(bid)),
    status: bid.status,
    ...maybe('tenderers', bidder === undefined ? null : [tendererReference(bidder)]),
    ...maybe('value', price === null ? null : ocdsValue(price)),
    relatedLots: [bid.lotId],
    ...maybe('requirementResponses', responses.length === 0 ? null : responses),
  };
};

const countStatistics = (bids: readonly Bid[], { bidders }: Project): OcdsStatistic[] => {
  const sizes = bids.map(({ bidderId }) => bidders[bidderId]?.sme ?? null);
  const count = (measure: OcdsStatistic['measure'], value: number): OcdsStatistic => ({ id: measure, measure, value });
  return [
    count('bids', bids.length),
    count('validBids', bids.filter(({ status }) => status === 'valid').length),
    count('bidders', new Set(bids.map(({ bidderId }) => bidderId)).size),
    // One size that is not known would make the count a wrong one.
    ...(sizes.includes(null) ? [] : [count('smeBids', sizes.filter((sme) => sme === true).length)]),
  ];
};

/** Lowest and highest valid price of each lot, in the project's currency. */
const priceStatistics = (bids: readonly Bid[], { lots, currency }: Project): OcdsStatistic[] => inOrder(lots).flatMap(({ id: relatedLot }) => {
  const prices = bids
    .filter(({ lotId, status }) => lotId === relatedLot && status === 'valid')
    .flatMap((bid) => publishedPrice(bid) ?? [])
    .filter((price) => price.currency === currency)
    .toSorted(compareMoney);
  const statistic = (measure: OcdsStatistic['measure'], price: Money | undefined): OcdsStatistic[] => {
    const value = price === undefined ? null : ocdsValue(price);
    return value === null ? [] : [{ id: `${measure}-${relatedLot}`, measure, value: value.amount, currency: value.currency, relatedLot }];
  };
  return [...statistic('lowestValidBidValue', prices[0]), ...statistic('highestValidBidValue', prices.at(-1))];
});

/** Every bid of the project, and what can be counted in them; null when there is none. */
export const bidsOf = (project: Project): OcdsBids | null => {
  const bids = Object.values(project.bids).toSorted(byId);
  if (bids.length === 0) return null;
  return {
    statistics: [...countStatistics(bids, project), ...priceStatistics(bids, project)],
    details: bids.map((bid) => detailOf(bid, project)),
  };
};
