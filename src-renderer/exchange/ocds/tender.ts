/** What is bought and how bids are compared: the `planning` and `tender` sections. Nothing here comes from a bid. */
import { groupsAbove, leavesOf, scoredCriteria, type Leaf } from '../../domain/criteria-tree';
import { givesPoints, pointLeaves, rankingRuleOf } from '../../domain/evaluation/counted-criteria';
import { decimalOrNull, HUNDRED, sum, ZERO } from '../../domain/exact';
import { inOrder } from '../../domain/position';
import type { Need } from '../../domain/need';
import type { Lot, Project, ScoredCriterion } from '../../domain/project';
import type { Id } from '../../domain/values';
import { ocdsCriteria, type OcdsCriterion } from './criteria';
import { plannedDeliveries, type OcdsDelivery } from './delivery';
import { documentsOf, type OcdsDocument } from './documents';
import { itemsOf, type OcdsItem } from './items';
import { buyerReference, type OcdsReference } from './parties';
import { periodsOf, type OcdsMilestone, type OcdsPeriods } from './periods';
import { ocdsProcedure, type OcdsProcedure } from './procedure';
import { maybe, said } from './written';
import { ocdsSum, ocdsValue, type OcdsValue } from './value';

export interface OcdsPlanning {
  readonly rationale?: string;
  readonly budget?: { readonly amount: OcdsValue };
  readonly documents?: readonly OcdsDocument[];
}

/** Award criteria breakdown extension. */
export interface OcdsAwardCriterion {
  readonly type: ScoredCriterion['type'];
  readonly name?: string;
  readonly description?: string;
  readonly numbers?: readonly { readonly number: number; readonly weight: 'percentageExact' }[];
}

/** Lots extension. */
export interface OcdsLot {
  readonly id: string;
  readonly title?: string;
  readonly description?: string;
  readonly value?: OcdsValue;
  readonly awardCriteria?: { readonly criteria: readonly OcdsAwardCriterion[] };
}

/** A correction of the call: what bidders were told, not why. */
export interface OcdsAmendment {
  readonly id: string;
  readonly date: string;
  readonly description?: string;
}

export interface OcdsTender extends OcdsProcedure, Omit<OcdsPeriods, 'milestones'> {
  readonly id: string;
  readonly title?: string;
  readonly status: 'planning' | 'planned' | 'active' | 'complete' | 'cancelled' | 'unsuccessful';
  readonly procuringEntity: OcdsReference;
  readonly value?: OcdsValue;
  readonly awardCriteria?: 'priceOnly' | 'costOnly' | 'qualityOnly' | 'ratedCriteria';
  readonly items?: readonly OcdsItem[];
  readonly lots?: readonly OcdsLot[];
  /** Requirements extension. */
  readonly criteria?: readonly OcdsCriterion[];
  readonly milestones?: readonly (OcdsMilestone | OcdsDelivery)[];
  readonly documents?: readonly OcdsDocument[];
  readonly amendments?: readonly OcdsAmendment[];
  readonly numberOfTenderers?: number;
  readonly tenderers?: readonly OcdsReference[];
}

/** The sum of the lots' estimated values, when every lot has one in the project's currency. */
const estimatedTotal = ({ lots, currency }: Project): OcdsValue | null => ocdsSum(Object.values(lots).map(({ estimatedValue }) => estimatedValue), currency);

/** A published need in its own words: what does not work, and what should be otherwise. */
const needText = ({ title, problem, desiredOutcome }: Need): string => [title, problem, desiredOutcome].map(said).filter((part) => part !== '').join('\n');

/** What the project says of itself, and then every need it has published. */
const rationaleOf = ({ description, needs }: Project): string =>
  [said(description), ...inOrder(needs ?? {}).filter(({ state }) => state === 'published').map(needText)].filter((part) => part !== '').join('\n\n');

/** Why there is a procurement and what it may cost; null while neither is known. */
export const planningOf = (project: Project, language: string): OcdsPlanning | null => {
  const rationale = rationaleOf(project);
  const amount = estimatedTotal(project);
  const documents = documentsOf(project, 'planning', language);
  if (rationale === '' && amount === null && documents === null) return null;
  return { ...maybe('rationale', rationale), ...maybe('budget', amount === null ? null : { amount }), ...maybe('documents', documents) };
};

/** `percentageExact` means that the numbers add up to 100; weights that do not yet are left out. */
const weightsAreWhole = (leaves: readonly Leaf[]): boolean =>
  sum(leaves.map(({ weightText }) => decimalOrNull(weightText) ?? ZERO)).equals(HUNDRED);

/** The extension knows no groups: a criterion carries the names of its groups before its own. */
const nameOf = (project: Project, criterion: ScoredCriterion): string =>
  [...(groupsAbove(project.awardCriteria, criterion) ?? []), criterion].map(({ name }) => said(name)).filter((name) => name !== '').join(': ');

const criterionOf = (project: Project, { criterion, weightText }: Leaf, weighted: boolean): OcdsAwardCriterion => {
  const evidence = criterion.type === 'quality' ? said(criterion.evidence) : '';
  const description = [said(criterion.description), evidence].filter((part) => part !== '').join('\n\n');
  const isWeighed = weighted && givesPoints(rankingRuleOf(project), criterion.type);
  return {
    type: criterion.type,
    ...maybe('name', nameOf(project, criterion)),
    ...maybe('description', description),
    ...maybe('numbers', isWeighed ? [{ number: Number(weightText), weight: 'percentageExact' as const }] : null),
  };
};

/** The criteria of one lot, each with what it weighs in that lot's total. */
const criteriaOf = (project: Project, lotId: Id): OcdsAwardCriterion[] => {
  const leaves = leavesOf(project.awardCriteria, lotId);
  const weighted = weightsAreWhole(pointLeaves(project, lotId));
  return leaves.map((leaf) => criterionOf(project, leaf, weighted));
};

/** People tell lots by their number, which the extension has no field for. */
export const lotTitle = ({ number, title }: Lot): string => [said(number), said(title)].filter((part) => part !== '').join('. ');

const lotOf = (project: Project, lot: Lot): OcdsLot => {
  const criteria = criteriaOf(project, lot.id);
  return {
    id: lot.id,
    ...maybe('title', lotTitle(lot)),
    ...maybe('description', said(lot.description)),
    ...maybe('value', lot.estimatedValue === null ? null : ocdsValue(lot.estimatedValue)),
    ...maybe('awardCriteria', criteria.length === 0 ? null : { criteria }),
  };
};

/** OCDS 1.1 code list `awardCriteria`, which is open; `costOnly` is of it too. */
const awardCriteriaCode = (project: Project): OcdsTender['awardCriteria'] | null => {
  const types = new Set(scoredCriteria(project.awardCriteria).map(({ type }) => type));
  if (types.size === 0) return null;
  const isRated = types.size > 1 || rankingRuleOf(project) !== 'weightedPoints';
  if (isRated) return 'ratedCriteria';
  return types.has('price') ? 'priceOnly' : types.has('cost') ? 'costOnly' : 'qualityOnly';
};

/** Errata that were carried out by a freeze, or that needed none and are published. */
const amendmentsOf = ({ errata = {}, freezes = {} }: Project): OcdsAmendment[] => {
  const carriedOut = new Map(Object.values(freezes).map(({ erratumId, at }) => [erratumId, at]));
  return inOrder(errata).flatMap(({ id, what, effect, publishedOn }): OcdsAmendment[] => {
    const date = publishedOn === null ? carriedOut.get(id) : `${publishedOn}T00:00:00Z`;
    return date === undefined || effect === 'cancels' ? [] : [{ id, date, ...maybe('description', said(what)) }];
  });
};

/** All that is said of a procurement while nobody is called to bid: that it is being planned. */
export const plannedTender = (project: Project): OcdsTender =>
  ({ id: project.id, ...maybe('title', said(project.title)), status: 'planning', procuringEntity: buyerReference(project.buyer) });

/** The call. How bids are handed in is not recorded in Caiet, so nothing is said of it. */
export const tenderOf = (project: Project, status: OcdsTender['status'], language: string): OcdsTender => {
  const { milestones: days = [], ...periods } = periodsOf(project);
  const milestones = [...days, ...plannedDeliveries(project)];
  const lots = inOrder(project.lots).map((lot) => lotOf(project, lot));
  const amendments = amendmentsOf(project);
  return {
    id: project.id,
    ...maybe('title', said(project.title)),
    status,
    procuringEntity: buyerReference(project.buyer),
    ...maybe('value', estimatedTotal(project)),
    ...ocdsProcedure(project),
    ...maybe('awardCriteria', awardCriteriaCode(project)),
    ...periods,
    ...maybe('milestones', milestones.length === 0 ? null : milestones),
    ...maybe('documents', documentsOf(project, 'tender', language)),
    ...maybe('amendments', amendments.length === 0 ? null : amendments),
    ...maybe('criteria', ocdsCriteria(project)),
    ...maybe('items', itemsOf(project)),
    ...maybe('lots', lots.length === 0 ? null : lots),
  };
};
