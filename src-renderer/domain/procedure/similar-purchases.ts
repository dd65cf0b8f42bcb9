/**
 * What a buyer bought of the same kind shortly before: the sum a control body makes when it looks for a purchase that
 * was split. The law forbids splitting (Law 98/2016 art. 11 par. 2) and has the buyer look at everything meant for
 * identical or similar uses (Norms HG 395/2016 art. 17 par. 2); twelve months is its own measure for what comes back
 * regularly (Law 98/2016 art. 20). Taking the first three digits of the CPV code for "similar" is ours: a sign, no proof.
 */
import { addMonths, utcDate } from '../civil-date';
import { foldText } from '../fold-text';
import type { Project } from '../project';
import { ruleOn, type Rule, type RulePack } from '../rule-pack';
import { plannedDate } from '../timeline/milestone';
import type { CivilDate, Id, Money } from '../values';
import { procedureOf } from './procedure';

export const SPLITTING_RULE = 'splitting.window';

/** A CPV group: the first three digits of a code. */
const GROUP_DIGITS = 3;
const groupOf = (cpv: string): string => cpv.slice(0, GROUP_DIGITS);

/** A project as one purchase. */
export interface PurchaseLine {
  /** The day of publication, or of the project's beginning while none is planned. */
  readonly on: CivilDate;
  readonly buyerName: string;
  /** Fiscal code; empty when not given. */
  readonly buyerIdentifier: string;
  readonly currency: string;
  /** CPV group → the lots' estimates in it together, in minor units. */
  readonly amounts: Readonly<Record<string, number>>;
}

const amountsOf = ({ lots, currency }: Pick<Project, 'lots' | 'currency'>): Record<string, number> => {
  const amounts: Record<string, number> = {};
  for (const { cpv, estimatedValue } of Object.values(lots)) {
    if (cpv === undefined || cpv === null || estimatedValue === null || estimatedValue.currency !== currency) continue;
    amounts[groupOf(cpv)] = (amounts[groupOf(cpv)] ?? 0) + estimatedValue.amount;
  }
  return amounts;
};

/** What a project counts as beside others; it needs neither bids nor scores. */
export const purchaseLine = (project: Pick<Project, 'lots' | 'currency' | 'buyer' | 'milestones' | 'createdAt'>): PurchaseLine => ({
  on: plannedDate(project, 'publication') ?? utcDate(project.createdAt),
  buyerName: project.buyer.name, buyerIdentifier: project.buyer.identifier, currency: project.currency, amounts: amountsOf(project),
});

/** Another project of the same computer or of the same packages. */
export interface OtherPurchase extends PurchaseLine {
  readonly id: Id;
  readonly title: string;
}

/** One earlier purchase that counts; `projectId` is null for one that was noted by hand. */
export interface SimilarPurchase {
  readonly id: Id;
  readonly projectId: Id | null;
  readonly what: string;
  readonly on: CivilDate;
  readonly value: Money;
  readonly groups: readonly string[];
}

export interface SimilarPurchases {
  /** The window that was looked at, with its rule. */
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly rule: Rule;
  /** CPV groups of this project's lots. */
  readonly groups: readonly string[];
  /** Numbers of lots without a CPV code, which nothing can be compared with. */
  readonly lotsWithoutCpv: readonly string[];
  /** Oldest first. */
  readonly purchases: readonly SimilarPurchase[];
  /** Of the purchases, in the project's currency. */
  readonly sum: Money;
}

type Buyer = Pick<PurchaseLine, 'buyerName' | 'buyerIdentifier'>;

const isSameBuyer = (left: Buyer, right: Buyer): boolean =>
  (left.buyerIdentifier !== '' && right.buyerIdentifier !== '' ? left.buyerIdentifier === right.buyerIdentifier : foldText(left.buyerName) === foldText(right.buyerName));

/** Null when the pack has no such rule. `others` may hold purchases of any buyer and age. */
export const similarPurchases = (project: Project, others: readonly OtherPurchase[], pack: RulePack): SimilarPurchases | null => {
  const own = purchaseLine(project);
  const rule = ruleOn(pack, SPLITTING_RULE, own.on);
  if (rule === null) return null;
  const from = addMonths(own.on, -Number(rule.value));
  const counts = (on: CivilDate): boolean => on > from && on <= own.on;
  const groups = Object.values(project.lots).flatMap(({ cpv }) => (cpv === undefined || cpv === null ? [] : [groupOf(cpv)]));
  const inCaiet = others.flatMap((other): SimilarPurchase[] => {
    const shared = Object.keys(other.amounts).filter((group) => groups.includes(group));
    if (other.id === project.id || shared.length === 0 || !counts(other.on) || other.currency !== project.currency || !isSameBuyer(own, other)) return [];
    const amount = shared.reduce((total, group) => total + (other.amounts[group] ?? 0), 0);
    return [{ id: other.id, projectId: other.id, what: other.title, on: other.on, value: { amount, currency: other.currency }, groups: shared }];
  });
  const byHand = Object.values(procedureOf(project).otherPurchases ?? {}).flatMap(({ id, what, on, value }): SimilarPurchase[] =>
    (on === null || value === null || value.currency !== project.currency || !counts(on) ? [] : [{ id, projectId: null, what, on, value, groups: [] }]));
  const purchases = [...inCaiet, ...byHand].toSorted((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0));
  return {
    from, until: own.on, rule, groups: [...new Set(groups)].toSorted(), purchases,
    lotsWithoutCpv: Object.values(project.lots).filter(({ cpv }) => cpv === undefined || cpv === null).map(({ number }) => number),
    sum: { amount: purchases.reduce((total, { value }) => total + value.amount, 0), currency: project.currency },
  };
};
