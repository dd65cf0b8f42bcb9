/**
 * How far evaluators agree on the order of bids: Kendall's coefficient of concordance W, from 0 (no agreement) to 1
 * (the same order). Each evaluator's scores are turned into ranks, equal ones sharing the mean rank, and
 *
 *   W = (12 Σ Rᵢ² − 3 m² n (n+1)²) / (m² n (n² − 1) − m Σ T)
 *
 * with m evaluators, n bids, Rᵢ a bid's sum of ranks and T = Σ (t³ − t) over an evaluator's groups of t equal scores
 * (M. G. Kendall, "Rank Correlation Methods", chapter 6). Everything is whole numbers until the last division.
 * Agreement informs and never ranks; scores the commission agreed on are left out, for they are nobody's own.
 */
import { isQuality } from '../criteria-tree';
import { pointLeaves } from '../evaluation/counted-criteria';
import { fractionOf, type Fraction } from '../evaluation/fraction';
import type { LotResult } from '../evaluation/result';
import { levelOf } from '../evaluation/score-points';
import { ownValue } from '../json-equal';
import { inOrder } from '../position';
import { scoreSheetId, type Project } from '../project';
import type { DecimalString, Id } from '../values';

/** Words for W as practice uses them; no law sets them. */
export type Agreement = 'strong' | 'moderate' | 'weak' | 'little';

export interface Concordance {
  /** Two decimals. */
  readonly w: DecimalString;
  readonly agreement: Agreement;
  readonly evaluators: number;
  readonly bids: number;
}

/** Why W says nothing: fewer than two evaluators or bids that everyone scored, or nobody makes any difference. */
export type NoConcordance = 'tooFew' | 'noDifference';

const STEPS: readonly (readonly [least: number, agreement: Agreement])[] = [[70, 'strong'], [50, 'moderate'], [30, 'weak'], [0, 'little']];

/** Twice the ranks of the values, the highest first, so that shared ranks stay whole; and the ties' T. */
const doubledRanks = (values: readonly bigint[]): { readonly ranks: readonly number[]; readonly ties: number } => {
  const sorted = values.toSorted((left, right) => (left > right ? -1 : left < right ? 1 : 0));
  const ranks = values.map((value) => {
    const first = sorted.indexOf(value);
    const last = sorted.lastIndexOf(value);
    return first + last + 2;
  });
  const groups = new Map<bigint, number>();
  for (const value of values) groups.set(value, (groups.get(value) ?? 0) + 1);
  return { ranks, ties: [...groups.values()].reduce((sum, t) => sum + t ** 3 - t, 0) };
};

/** One row of values for each evaluator, one value for each bid. */
export const concordanceOf = (rows: readonly (readonly bigint[])[]): Concordance | NoConcordance => {
  const m = rows.length;
  const n = rows[0]?.length ?? 0;
  if (m < 2 || n < 2) return 'tooFew';
  const ranked = rows.map(doubledRanks);
  const sums = Array.from({ length: n }, (_, bid) => ranked.reduce((sum, { ranks }) => sum + (ranks[bid] ?? 0), 0));
  // Ranks are doubled, so their squares are four times as large.
  const top = 3 * sums.reduce((sum, each) => sum + each ** 2, 0) - 3 * m ** 2 * n * (n + 1) ** 2;
  const bottom = m ** 2 * n * (n ** 2 - 1) - m * ranked.reduce((sum, { ties }) => sum + ties, 0);
  if (bottom === 0) return 'noDifference';
  const hundredths = Math.floor((200 * top + bottom) / (2 * bottom));
  const agreement = STEPS.find(([least]) => hundredths >= least)?.[1] ?? 'little';
  return { w: (hundredths / 100).toFixed(2), agreement, evaluators: m, bids: n };
};

export interface LotAgreement {
  /** On each evaluator's own total of weighted scores. */
  readonly overall: Concordance | NoConcordance;
  readonly criteria: readonly { readonly criterionId: Id; readonly concordance: Concordance | NoConcordance }[];
}

const SCALE = 10n ** 12n;

/** A weighted score as a whole number fine enough to tell different ones apart. */
const weighted = (level: number, max: number, { numerator, denominator }: Fraction): bigint => (BigInt(level) * numerator * SCALE) / (BigInt(max) * denominator);

/** Over the admitted bids of a lot that every evaluator scored on every criterion. */
export const agreementOf = (project: Project, lot: LotResult): LotAgreement => {
  const leaves = pointLeaves(project, lot.lotId).filter(isQuality);
  const people = inOrder(project.evaluators).map(({ id }) => id);
  const levelAt = (evaluatorId: Id, bidId: Id, criterionId: Id, max: number): number | null => {
    const value = ownValue(project.scoreSheets[scoreSheetId(evaluatorId, bidId)]?.scores ?? {}, criterionId)?.value ?? null;
    return value === null ? null : levelOf(value, max);
  };
  const bids = lot.ranking.map(({ bidId }) => bidId).filter((bidId) =>
    people.every((person) => leaves.every(({ criterion }) => levelAt(person, bidId, criterion.id, criterion.scale.max) !== null)));
  const none = fractionOf('0') ?? { numerator: 0n, denominator: 1n };
  const valueOf = (person: Id, bidId: Id, { criterion, weight }: (typeof leaves)[number]): bigint =>
    weighted(levelAt(person, bidId, criterion.id, criterion.scale.max) ?? 0, criterion.scale.max, weight ?? none);
  return {
    overall: concordanceOf(people.map((person) => bids.map((bidId) => leaves.reduce((sum, leaf) => sum + valueOf(person, bidId, leaf), 0n)))),
    criteria: leaves.map((leaf) => ({ criterionId: leaf.criterion.id, concordance: concordanceOf(people.map((person) => bids.map((bidId) => valueOf(person, bidId, leaf)))) })),
  };
};
