/**
 * Everything the decision on a lot rests on: the call and its freeze, the bids with their corrections, checks and
 * answers, the scores and what the commission agreed, and the ranking that follows. Its hash locks the decision.
 */
import { canonicalJson, sha256Hex } from '../digest';
import { evaluate } from '../evaluation/evaluate';
import type { LotResult } from '../evaluation/result';
import { freezeInForce, frozenPart } from '../frozen-call';
import type { Project } from '../project';
import type { RulePack } from '../rule-pack';
import type { Id } from '../values';

const ofBids = <Item extends { readonly bidId: Id }>(records: Readonly<Record<Id, Item>> | undefined, bids: ReadonlySet<Id>): Readonly<Record<Id, Item>> =>
  Object.fromEntries(Object.entries(records ?? {}).filter(([, { bidId }]) => bids.has(bidId)));

/** The records under a lot's decision, without the result that follows from them. The other lots are free to go on. */
export const basisRecords = (project: Project, lotId: Id): Readonly<Record<string, unknown>> => {
  const bids = Object.values(project.bids).filter((bid) => bid.lotId === lotId);
  const bidIds = new Set(bids.map(({ id }) => id));
  const bidders = new Set(bids.map(({ bidderId }) => bidderId));
  return {
    call: Object.fromEntries(Object.entries(frozenPart(project)).filter(([field]) => field !== 'lots')),
    lot: project.lots[lotId] ?? null,
    freeze: freezeInForce(project)?.hash ?? null,
    envelope: project.envelopes?.[lotId] ?? null,
    bids: Object.fromEntries(bids.map((bid) => [bid.id, bid])),
    // Addresses may be put right after the decision; who bid may not.
    bidders: Object.fromEntries(Object.values(project.bidders).filter(({ id }) => bidders.has(id)).map(({ id, name, identifier, country }) => [id, { name, identifier, country }])),
    evaluators: project.evaluators,
    scoreSheets: ofBids(project.scoreSheets, bidIds),
    moderations: ofBids(project.moderations, bidIds),
  };
};

/** The ranking as far as it is decided on: places, sums and points. Explanations may be worded better later. */
const rankingOf = (lot: LotResult | undefined): readonly unknown[] =>
  (lot?.ranking ?? []).map(({ bidId, rank, total, costEffectiveness, transformativePotential, criteria }) => ({
    bidId, rank, total, costEffectiveness, transformativePotential,
    criteria: Object.fromEntries(criteria.map(({ criterionId, points }) => [criterionId, points])),
  }));

/** What `basisHash` covers. `results`: of all lots, where they have been computed already. */
export const lotBasis = (project: Project, lotId: Id, rulePack: RulePack, results = evaluate(project, rulePack).lots): Readonly<Record<string, unknown>> => ({
  ...basisRecords(project, lotId),
  ranking: rankingOf(results.find((lot) => lot.lotId === lotId)),
});

export const lotBasisHash = (project: Project, lotId: Id, rulePack: RulePack, results?: readonly LotResult[]): string => sha256Hex(canonicalJson(lotBasis(project, lotId, rulePack, results)));
