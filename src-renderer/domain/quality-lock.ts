/**
 * The lock on the quality scores of a lot. It fixes, under one hash, what the commission said before it knew the
 * prices; the envelopes with the prices are opened only after it (Norms HG 395/2016 art. 60).
 */
import { changedRecords, lotsOfChangedScores } from './changed-records';
import { canonicalJson, sha256Hex } from './digest';
import type { Envelope } from './envelope';
import { pointerTo } from './json-pointer';
import type { Problem } from './problem';
import type { Project } from './project';
import type { Id } from './values';

const ofBids = <Item extends { readonly bidId: Id }>(items: Readonly<Record<Id, Item>> | undefined, bidIds: ReadonlySet<Id>): Record<Id, Item> =>
  Object.fromEntries(Object.entries(items ?? {}).filter(([, { bidId }]) => bidIds.has(bidId)));

/** SHA-256 over the RFC 8785 form of the lot's score sheets and agreed scores. */
export const qualityHash = ({ bids, scoreSheets, moderations }: Project, lotId: Id): string => {
  const bidIds = new Set(Object.values(bids).flatMap((bid) => (bid.lotId === lotId ? [bid.id] : [])));
  return sha256Hex(canonicalJson({ scoreSheets: ofBids(scoreSheets, bidIds), moderations: ofBids(moderations, bidIds) }));
};

export const envelopeOf = ({ envelopes }: Project, lotId: Id): Envelope | null => envelopes?.[lotId] ?? null;

/** True when the scores of the lot must stay as they are. */
export const qualityLocked = (project: Project, lotId: Id): boolean => (envelopeOf(project, lotId)?.qualityLockedAt ?? null) !== null;

/** The same, of the lot a bid is for. */
export const bidLocked = (project: Project, bidId: Id): boolean => qualityLocked(project, project.bids[bidId]?.lotId ?? '');

/** Lots of which the change may alter what `qualityHash` covers: a score, or which bids are for the lot. */
const lotsToHash = (before: Project, after: Project): ReadonlySet<Id> => {
  const lots = lotsOfChangedScores(before, after);
  for (const [was, is] of changedRecords(before.bids, after.bids)) {
    if (was?.lotId === is?.lotId) continue;
    for (const bid of [was, is]) if (bid !== undefined) lots.add(bid.lotId);
  }
  return lots;
};

/** The lot whose locked scores a change would alter without taking the lock off; null when there is none. */
export const lockedScoresChanged = (before: Project, after: Project): Id | null => {
  const locked = Object.values(before.envelopes ?? {}).filter(({ id, qualityHash: hash }) => hash !== null && after.envelopes?.[id]?.qualityHash === hash);
  if (locked.length === 0) return null;
  const touched = lotsToHash(before, after);
  return locked.find(({ id, qualityHash: hash }) => touched.has(id) && qualityHash(after, id) !== hash && qualityHash(before, id) === hash)?.id ?? null;
};

export type EnvelopeProblemCode =
  | 'envelope.scoresChanged' // data: {lot}: the scores are not the ones that were locked
  | 'envelope.openedUnlocked'; // data: {lot}: prices were opened before the scores were locked

/** What the locks of a project do not hold. */
export const envelopeProblems = (project: Project): Problem<EnvelopeProblemCode>[] => Object.values(project.envelopes ?? {}).flatMap((envelope) => {
  const at = (code: EnvelopeProblemCode): Problem<EnvelopeProblemCode> =>
    ({ severity: 'error', code, data: { lot: project.lots[envelope.id]?.number ?? '' }, pointer: pointerTo(['envelopes', envelope.id]) });
  const changed = envelope.qualityLockedAt !== null && envelope.qualityHash !== qualityHash(project, envelope.id);
  return [
    ...(changed ? [at('envelope.scoresChanged')] : []),
    ...(envelope.pricesOpenedAt !== null && envelope.qualityLockedAt === null ? [at('envelope.openedUnlocked')] : []),
  ];
});
