/** What is bought and how bids are compared: the `planning` and `tender` sections. Nothing here comes from a bid. */
import { decimalOrNull, HUNDRED, sum, ZERO } from '../../domain/exact';
import { inOrder } from '../../domain/position';
import type { AwardCriterion, Lot, Project } from '../../domain/project';
import { buyerReference, type OcdsReference } from './parties';
import { maybe, said } from './written';
import { ocdsSum, ocdsValue, type OcdsValue } from './value';

export interface OcdsPlanning {
  readonly rationale?: string;
  readonly budget?: { readonly amount: OcdsValue };
}

/** Award criteria breakdown extension. */
export interface OcdsAwardCriterion {
  readonly type: 'price' | 'quality';
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

export interface OcdsTender {
  readonly id: string;
  readonly title?: string;
  readonly status: 'planning' | 'planned' | 'active';
  readonly procuringEntity: OcdsReference;
  readonly value?: OcdsValue;
  readonly awardCriteria?: 'priceOnly' | 'qualityOnly' | 'ratedCriteria';
  readonly lots?: readonly OcdsLot[];
  readonly numberOfTenderers?: number;
  readonly tenderers?: readonly OcdsReference[];
}

/** The sum of the lots' estimated values, when every lot has one in the project's currency. */
const estimatedTotal = ({ lots, currency }: Project): OcdsValue | null => ocdsSum(Object.values(lots).map(({ estimatedValue }) => estimatedValue), currency);

/** Why there is a procurement and what it may cost; null while neither is known. */
export const planningOf = (project: Project): OcdsPlanning | null => {
  const rationale = said(project.description);
  const amount = estimatedTotal(project);
  return rationale === '' && amount === null ? null : { ...maybe('rationale', rationale), ...maybe('budget', amount === null ? null : { amount }) };
};

/** `percentageExact` means that the numbers add up to 100; weights that do not yet are left out. */
const weightsAreWhole = (criteria: readonly AwardCriterion[]): boolean =>
  sum(criteria.map(({ weight }) => decimalOrNull(weight) ?? ZERO)).equals(HUNDRED);

const criterionOf = (criterion: AwardCriterion, weighted: boolean): OcdsAwardCriterion => {
  const evidence = criterion.type === 'quality' ? said(criterion.evidence) : '';
  const description = [said(criterion.description), evidence].filter((part) => part !== '').join('\n\n');
  return {
    type: criterion.type,
    ...maybe('name', said(criterion.name)),
    ...maybe('description', description),
    ...maybe('numbers', weighted ? [{ number: Number(criterion.weight), weight: 'percentageExact' as const }] : null),
  };
};

/** People tell lots by their number, which the extension has no field for. */
const lotTitle = ({ number, title }: Lot): string => [said(number), said(title)].filter((part) => part !== '').join('. ');

const lotOf = (lot: Lot, criteria: readonly OcdsAwardCriterion[]): OcdsLot => ({
  id: lot.id,
  ...maybe('title', lotTitle(lot)),
  ...maybe('description', said(lot.description)),
  ...maybe('value', lot.estimatedValue === null ? null : ocdsValue(lot.estimatedValue)),
  // Every lot of a project is compared by the same criteria.
  ...maybe('awardCriteria', criteria.length === 0 ? null : { criteria }),
});

const awardCriteriaCode = (criteria: readonly AwardCriterion[]): OcdsTender['awardCriteria'] | null => {
  const types = new Set(criteria.map(({ type }) => type));
  if (types.size === 0) return null;
  if (types.size === 2) return 'ratedCriteria';
  return types.has('price') ? 'priceOnly' : 'qualityOnly';
};

/** The call. Procedure, submission and periods are not recorded in Caiet, so nothing is said of them. */
export const tenderOf = (project: Project, status: OcdsTender['status']): OcdsTender => {
  const criteria = inOrder(project.awardCriteria);
  const written = criteria.map((criterion) => criterionOf(criterion, weightsAreWhole(criteria)));
  const lots = inOrder(project.lots).map((lot) => lotOf(lot, written));
  return {
    id: project.id,
    ...maybe('title', said(project.title)),
    status,
    procuringEntity: buyerReference(project.buyer),
    ...maybe('value', estimatedTotal(project)),
    ...maybe('awardCriteria', awardCriteriaCode(criteria)),
    ...maybe('lots', lots.length === 0 ? null : lots),
  };
};
