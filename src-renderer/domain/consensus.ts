/**
 * The consensus round: where the evaluators' scores lie far apart, what the commission agreed on, and whether enough
 * of those who vote carried it (Norms HG 395/2016 art. 131). Original scores are never changed by it.
 */
import { utcDate } from './civil-date';
import { hasVote, scoresBids } from './commission';
import { isAdmitted } from './evaluation/admitted';
import { levelOf } from './evaluation/score-points';
import { decimal } from './exact';
import { ownValue } from './json-equal';
import { moderationId, type Moderation } from './moderation';
import { inOrder } from './position';
import { scoreSheetId, type Bid, type Evaluator, type Project, type QualityCriterion } from './project';
import { qualityCriteria } from './quality-criteria';
import { ruleValue, type RulePack } from './rule-pack';
import type { Id } from './values';

export const SPREAD_RULE = 'committee.scoreSpread';
export const MAJORITY_RULE = 'committee.decisionShare';

/** One bid under one criterion, as everybody scored it. */
export interface Cell {
  readonly bid: Bid;
  readonly criterion: QualityCriterion;
  /** In the order of the commission; `level` null where the person has not scored. */
  readonly scores: readonly { readonly evaluator: Evaluator; readonly level: number | null; readonly reason: string }[];
  /** Highest less lowest level of those whose scores count; null below two scores. */
  readonly spread: number | null;
  /** The scores lie so far apart that the law wants them discussed again. */
  readonly flagged: boolean;
  readonly moderation: Moderation | null;
}

/** The share of a scale from which a spread is flagged, in per cent; null when the pack has no such rule. */
const spreadShare = (project: Project, rulePack: RulePack): string | null => ruleValue(rulePack, SPREAD_RULE, utcDate(project.createdAt));

const isWide = (spread: number, max: number, share: string): boolean => decimal(String(spread)).times(100).greaterThanOrEqualTo(decimal(share).times(max));

const cellOf = (project: Project, bid: Bid, criterion: QualityCriterion, people: readonly Evaluator[], share: string | null): Cell => {
  const scores = people.map((evaluator) => {
    const score = ownValue(project.scoreSheets[scoreSheetId(evaluator.id, bid.id)]?.scores ?? {}, criterion.id);
    return { evaluator, level: score === undefined || score.value === null ? null : levelOf(score.value, criterion.scale.max), reason: score?.reason ?? '' };
  });
  const counted = scores.flatMap(({ evaluator, level }) => (hasVote(evaluator) && level !== null ? [level] : []));
  const spread = counted.length < 2 ? null : Math.max(...counted) - Math.min(...counted);
  return {
    bid, criterion, scores, spread,
    flagged: spread !== null && spread > 0 && share !== null && isWide(spread, criterion.scale.max, share),
    moderation: ownValue(project.moderations ?? {}, moderationId(bid.id, criterion.id)) ?? null,
  };
};

/** Every cell of a lot: its valid bids in the order of `bids`, under each quality criterion. */
export const consensusCells = (project: Project, lotId: Id, rulePack: RulePack): Cell[] => {
  const people = inOrder(project.evaluators).filter(scoresBids);
  const criteria = qualityCriteria(project, lotId);
  const share = spreadShare(project, rulePack);
  return Object.values(project.bids)
    .filter((bid) => bid.lotId === lotId && isAdmitted(bid))
    .flatMap((bid) => criteria.map((criterion) => cellOf(project, bid, criterion, people, share)));
};

/** Still to be discussed: flagged, and no score agreed. */
export const isOpen = ({ flagged, moderation }: Cell): boolean => flagged && (moderation?.agreedAt ?? null) === null;

/** Those who vote on an agreed score. */
export const voters = (project: Project): Evaluator[] => inOrder(project.evaluators).filter(hasVote);

/** A thousandth of a vote makes up for a share the pack has to cut, as two thirds. */
const CUT = decimal('0.001');

/** Votes that carry a score: two thirds of those who vote, rounded up. */
export const votesNeeded = (project: Project, rulePack: RulePack): number => {
  const share = ruleValue(rulePack, MAJORITY_RULE, utcDate(project.createdAt)) ?? '1';
  return decimal(share).times(voters(project).length).minus(CUT).ceil().toNumber();
};

export interface Tally {
  readonly for: number;
  readonly against: number;
  readonly voters: number;
  readonly needed: number;
  /** `twoThirds` carries at once, `majority` only after the bid was read again together; null: not carried. */
  readonly carriedBy: 'twoThirds' | 'majority' | null;
}

export const tally = (project: Project, moderation: Moderation, rulePack: RulePack): Tally => {
  const people = voters(project);
  const count = (vote: 'for' | 'against'): number => people.filter(({ id }) => ownValue(moderation.votes, id) === vote).length;
  const votesFor = count('for');
  const needed = votesNeeded(project, rulePack);
  const reanalysed = (moderation.reanalysedOn ?? null) !== null;
  const carriedBy = votesFor > 0 && votesFor >= needed ? 'twoThirds' : reanalysed && votesFor * 2 > people.length ? 'majority' : null;
  return { for: votesFor, against: count('against'), voters: people.length, needed, carriedBy };
};

/** Why a score cannot be agreed yet; null when it can. */
export type AgreementObstacle = 'noScore' | 'noReason' | 'notCarried' | 'noteMissing';

export type AgreementProblemCode = 'consensus.noScore' | 'consensus.noReason' | 'consensus.notCarried' | 'consensus.noteMissing';

/** The sentence's code. */
export const agreementProblem = (obstacle: AgreementObstacle): AgreementProblemCode => `consensus.${obstacle}`;

export const agreementObstacle = (project: Project, moderation: Moderation, max: number, rulePack: RulePack): AgreementObstacle | null => {
  if (moderation.value === null || levelOf(moderation.value, max) === null) return 'noScore';
  if (moderation.reason.trim() === '') return 'noReason';
  if (tally(project, moderation, rulePack).carriedBy === null) return 'notCarried';
  const against = voters(project).filter(({ id }) => ownValue(moderation.votes, id) === 'against');
  return against.some(({ id }) => (ownValue(moderation.dissents, id) ?? '').trim() === '') ? 'noteMissing' : null;
};
