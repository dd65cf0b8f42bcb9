/** A lot with its bids and result, looked up the way letters and reports need them. Never shows a price that is sealed. */
import { countedPrice } from '../domain/bid-correction';
import { firstPlaces } from '../domain/decision/decision-obstacles';
import { pricesSealed } from '../domain/envelope';
import { evaluate } from '../domain/evaluation/evaluate';
import type { EvaluationResult, LotResult, RankedBid } from '../domain/evaluation/result';
import { decisionOf, type LotDecision } from '../domain/lot-decision';
import { inOrder } from '../domain/position';
import type { AwardCriterion, Bid, Lot, Project } from '../domain/project';
import type { RulePack } from '../domain/rule-pack';
import type { Money } from '../domain/values';
import type { DocumentContext } from './document-context';

/** One evaluation for all documents of a version of a project. */
const results = new WeakMap<Project, { readonly rulePack: RulePack; readonly result: EvaluationResult }>();

const evaluated = ({ project, rulePack }: Pick<DocumentContext, 'project' | 'rulePack'>): EvaluationResult => {
  const known = results.get(project);
  if (known?.rulePack === rulePack) return known.result;
  const result = evaluate(project, rulePack);
  results.set(project, { rulePack, result });
  return result;
};

export interface LotOfDocument {
  readonly lot: Lot;
  readonly decision: LotDecision | null;
  /** In the order of the ranking, then those that were not compared. */
  readonly bids: readonly Bid[];
  readonly result: LotResult | undefined;
  readonly criteria: readonly AwardCriterion[];
}

export const lotOfDocument = (context: DocumentContext, lot: Lot): LotOfDocument => {
  const { project } = context;
  const result = evaluated(context).lots.find(({ lotId }) => lotId === lot.id);
  const order = [...firstPlaces(project, result).order, ...(result?.ranking ?? []).filter(({ rank }) => rank === null).map(({ bidId }) => bidId), ...(result?.excluded ?? []).map(({ bidId }) => bidId)];
  return {
    lot, result, decision: decisionOf(project, lot.id),
    bids: order.flatMap((id) => project.bids[id] ?? []),
    criteria: inOrder(project.awardCriteria).filter(({ id }) => result?.ranking.some(({ criteria }) => criteria.some(({ criterionId }) => criterionId === id)) ?? false),
  };
};

export const rankedOf = ({ result }: LotOfDocument, bid: Bid): RankedBid | undefined => result?.ranking.find(({ bidId }) => bidId === bid.id);

export const bidderName = ({ project, words: { t } }: DocumentContext, bid: Bid): string => {
  const name = project.bidders[bid.bidderId]?.name ?? '';
  return name.trim() === '' ? t('bids.unnamed') : name;
};

/** The price that counts, as money; a word in its place while it is sealed or missing. */
export const priceText = ({ project, words: { t }, format }: DocumentContext, bid: Bid, price: Money | null = countedPrice(bid)): string => {
  if (pricesSealed(project, bid.lotId)) return t('letters.price.sealed');
  return price === null ? t('letters.price.none') : format.money(price);
};
