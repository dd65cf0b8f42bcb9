/**
 * The sheet of one evaluator: the frozen call, the bids of some lots, the scores the person gave before, and nothing
 * else. Built from the fields named here, so that neither a price nor another person's score can come along.
 */
import type { Assignment } from './assignment';
import { bidsDeadline } from './bids-deadline';
import { isAdmitted } from './evaluation/admitted';
import { callHash, freezeInForce, frozenIntact, frozenPart } from './frozen-call';
import type { Handout } from './handout';
import { scoreSheetId, type Bid, type Bidder, type Evaluator, type Project, type ScoreSheet } from './project';
import type { Id } from './values';

const keyed = <Item extends { readonly id: Id }>(items: readonly Item[]): Record<Id, Item> => Object.fromEntries(items.map((item) => [item.id, item]));

/** What is scored: quality. The price scores itself, so it stays with whoever handed the sheet out, sealed or not. */
const bidOf = ({ id, bidderId, lotId, receivedAt, durationDays, warrantyMonths }: Bid): Bid => ({
  id, bidderId, lotId, receivedAt, durationDays, warrantyMonths,
  price: null, vatIncluded: null, notes: '', status: 'valid', statusReason: '', importId: null,
});

/** With the fiscal number, for a conflict of interest may hide behind a common name. */
const bidderOf = ({ id, name, identifier, country }: Bidder): Bidder => ({ id, name, identifier, country, sme: null, email: '' });

/** Valid bids of the lots. */
export const sheetBids = (project: Project, lotIds: Readonly<Record<Id, true>>): Bid[] =>
  Object.values(project.bids).filter((bid) => isAdmitted(bid) && lotIds[bid.lotId] === true);

const sheetsOf = (project: Project, evaluator: Evaluator, bids: readonly Bid[]): ScoreSheet[] =>
  bids.flatMap(({ id }) => project.scoreSheets[scoreSheetId(evaluator.id, id)] ?? []);

/** As they are, unknown fields too: the hash covers them. Of requirements, without what is the buyer's own. */
const frozenCall = (project: Project): Partial<Project> => {
  const part: Partial<Project> = frozenPart(project);
  const { requirements } = part;
  return requirements === undefined ? part
    : { ...part, requirements: Object.fromEntries(Object.entries(requirements).map(([id, requirement]) => [id, { ...requirement, notes: '', importId: null, needId: null }])) };
};

export type HandoutBasis = Pick<Handout, 'id' | 'evaluatorId' | 'lotIds' | 'callHash' | 'at'>;

/** The sheet as a project of its own, under the id of its handing out. */
export const sheetProject = (project: Project, evaluator: Evaluator, { id, lotIds, callHash: hash, at }: HandoutBasis): Project => {
  const bids = sheetBids(project, lotIds);
  const bidders = new Set(bids.map(({ bidderId }) => bidderId));
  const freeze = freezeInForce(project);
  const deadline = bidsDeadline(project);
  const assignment: Assignment = { projectId: project.id, evaluatorId: evaluator.id, lotIds, callHash: hash, handedOutAt: at, authority: project.buyer.name };
  return {
    ...frozenCall(project),
    id,
    title: project.title,
    description: project.description,
    buyer: { name: project.buyer.name, identifier: project.buyer.identifier, nutsCode: project.buyer.nutsCode },
    currency: project.currency,
    rulePackId: project.rulePackId,
    createdAt: project.createdAt,
    archivedAt: null,
    deletedAt: null,
    lots: project.lots,
    awardCriteria: project.awardCriteria,
    bidders: keyed(Object.values(project.bidders).filter((bidder) => bidders.has(bidder.id)).map(bidderOf)),
    bids: keyed(bids.map(bidOf)),
    evaluators: { [evaluator.id]: evaluator },
    scoreSheets: keyed(sheetsOf(project, evaluator, bids)),
    imports: {},
    ...(freeze === null ? {} : { freezes: { [freeze.id]: freeze } }),
    // Published with the call, and what the person's declaration has to come after.
    ...(deadline === null ? {} : { milestones: { deadline: { id: 'deadline', date: deadline } } }),
    assignment,
  };
};

/** Why no sheet can be handed out yet; null when one can. */
export type HandoutObstacle = 'notFrozen' | 'changedSinceFreeze' | 'noBids';

export type HandoutProblemCode = 'handout.notFrozen' | 'handout.changedSinceFreeze' | 'handout.noBids';

/** The sentence's code. */
export const handoutProblem = (obstacle: HandoutObstacle): HandoutProblemCode => `handout.${obstacle}`;

export const handoutObstacle = (project: Project, lotIds: Readonly<Record<Id, true>>): HandoutObstacle | null => {
  if (freezeInForce(project) === null) return 'notFrozen';
  if (!frozenIntact(project)) return 'changedSinceFreeze';
  return sheetBids(project, lotIds).length === 0 ? 'noBids' : null;
};

/** False when the call in a received sheet is not the one it says it was made under. */
export const callIntact = (sheet: Project): boolean => sheet.assignment === undefined || callHash(sheet) === sheet.assignment.callHash;
