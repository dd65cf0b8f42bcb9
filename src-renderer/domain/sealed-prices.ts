/**
 * Prices that are still in their envelope. What is shown, computed or written into a file is made from the project as
 * this leaves it: of a bid in a sealed lot only fields named here remain, so that a price a later version keeps
 * somewhere else in the bid stays sealed until somebody has decided otherwise.
 */
import { pricesSealed } from './envelope';
import { inOrder } from './position';
import type { Bid, Lot, Project } from './project';

/** The lots whose prices nobody may see yet. */
export const sealedLots = (project: Project): Lot[] => inOrder(project.lots).filter(({ id }) => pricesSealed(project, id));

export const anySealed = (project: Project): boolean => project.callRules?.twoEnvelopes === true && sealedLots(project).length > 0;

const KEPT = [
  'id', 'bidderId', 'lotId', 'receivedAt', 'durationDays', 'warrantyMonths', 'notes', 'status', 'statusReason', 'importId',
  'rejectionGround', 'admittedOn', 'knockOutChecks', 'inquiries',
] as const satisfies readonly (keyof Bid)[];

const sealed = (bid: Bid): Bid => ({ ...(Object.fromEntries(KEPT.flatMap((field) => (bid[field] === undefined ? [] : [[field, bid[field]]]))) as Pick<Bid, (typeof KEPT)[number]>), price: null, vatIncluded: null });

/** Projects are immutable, so each version is worked out once and stays the same object for whoever asks again. */
const known = new WeakMap<Project, Project>();

const work = (project: Project): Project => ({
  ...project,
  bids: Object.fromEntries(Object.entries(project.bids).map(([id, bid]) => [id, pricesSealed(project, bid.lotId) ? sealed(bid) : bid])),
});

/** The project without what is sealed; the very same object when nothing is. */
export const withoutSealedPrices = (project: Project): Project => {
  if (!anySealed(project)) return project;
  const before = known.get(project);
  if (before !== undefined) return before;
  const made = work(project);
  known.set(project, made);
  known.set(made, made);
  return made;
};

const withoutProse = ({ inquiries: _questions, knockOutChecks: _checks, ...bid }: Bid): Bid => ({ ...bid, notes: '', statusReason: '' });

/**
 * The same for a file that leaves this computer. Notes, reasons, questions and remarks are free text about
 * a bid and may quote its price.
 */
export const forLeaving = (project: Project): Project => {
  if (!anySealed(project)) return project;
  const masked = withoutSealedPrices(project);
  return {
    ...masked,
    bids: Object.fromEntries(Object.entries(masked.bids).map(([id, bid]) => [id, pricesSealed(project, bid.lotId) ? withoutProse(bid) : bid])),
  };
};

/** True for a place in the project whose value the envelopes hide: a field of a sealed bid that does not remain. */
export const isSealedPlace = (project: Project, [collection, id, field]: readonly string[]): boolean => {
  if (collection !== 'bids' || id === undefined || field === undefined) return false;
  const bid = project.bids[id];
  return (bid === undefined ? anySealed(project) : pricesSealed(project, bid.lotId)) && !KEPT.some((kept) => kept === field);
};
