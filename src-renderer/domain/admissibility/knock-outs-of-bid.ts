/** The conditions a bid is held against, one by one, with what was found. */
import type { KnockOut } from '../knock-out';
import { inOrder } from '../position';
import type { Bid, Project } from '../project';
import type { KnockOutCheck } from './admission-fields';

const holdsFor = ({ lotIds }: KnockOut, lotId: string): boolean => lotIds === undefined || Object.keys(lotIds).length === 0 || lotIds[lotId] === true;

/** The conditions that hold for a lot, in their order. */
export const knockOutsOfLot = ({ knockOuts }: Pick<Project, 'knockOuts'>, lotId: string): readonly KnockOut[] =>
  inOrder(knockOuts ?? {}).filter((knockOut) => holdsFor(knockOut, lotId));

export interface CheckedKnockOut {
  readonly knockOut: KnockOut;
  readonly check: KnockOutCheck | null;
}

export const knockOutsOfBid = (project: Pick<Project, 'knockOuts'>, bid: Pick<Bid, 'lotId' | 'knockOutChecks'>): readonly CheckedKnockOut[] =>
  knockOutsOfLot(project, bid.lotId).map((knockOut) => ({ knockOut, check: bid.knockOutChecks?.[knockOut.id] ?? null }));
