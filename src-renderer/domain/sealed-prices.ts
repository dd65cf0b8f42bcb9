/**
 * Prices that are still in their envelope. What is shown, computed or written into a file is made from the project as
 * this leaves it: of a bid in a sealed lot only fields named here remain, so that a price a later version keeps
 * somewhere else in the bid stays sealed until somebody has decided otherwise.
 */
import { pricesSealed } from './envelope';
import { isPlainObject } from './json-equal';
import { conflictsOf, withConflicts, type ConflictSide, type MergeConflict } from './merge-conflict';
import { inOrder } from './position';
import type { Bid, Lot, Project } from './project';
import { withoutSealedDocuments } from './sealed-documents';
import type { Json } from './values';

/** The lots whose prices nobody may see yet. */
export const sealedLots = (project: Project): Lot[] => inOrder(project.lots).filter(({ id }) => pricesSealed(project, id));

export const anySealed = (project: Project): boolean => project.callRules?.twoEnvelopes === true && sealedLots(project).length > 0;

/** Fields of a bid that remain in the window. */
const KEPT = [
  'id', 'bidderId', 'lotId', 'receivedAt', 'durationDays', 'warrantyMonths', 'notes', 'status', 'statusReason', 'importId',
  'rejectionGround', 'admittedOn', 'knockOutChecks', 'requirementResponses', 'inquiries',
] as const satisfies readonly (keyof Bid)[];

/** Of those, free text about a bid, which may quote its price. */
const PROSE = ['notes', 'statusReason', 'knockOutChecks', 'requirementResponses', 'inquiries'] as const satisfies readonly (typeof KEPT)[number][];

/** What of a bid remains in a file that leaves this computer. */
const LEAVING = KEPT.filter((field) => !PROSE.some((prose) => prose === field));

type Kept = readonly (typeof KEPT)[number][];

/** What every bid has, as it stands once it is taken out. */
const TAKEN_OUT = { price: null, vatIncluded: null, notes: '', statusReason: '' } as const;

const without = (bid: Bid, kept: Kept): Bid =>
  ({ ...TAKEN_OUT, ...Object.fromEntries(kept.flatMap((field) => (bid[field] === undefined ? [] : [[field, bid[field]]]))) as Pick<Bid, (typeof LEAVING)[number]> });

const isHidden = (project: Project, bidId: string, field: string, kept: Kept): boolean => {
  const bid = project.bids[bidId];
  return (bid === undefined ? anySealed(project) : pricesSealed(project, bid.lotId)) && !kept.some((name) => name === field);
};

/** True for a place in the project whose value the envelopes hide: a field of a sealed bid that does not remain. */
export const isSealedPlace = (project: Project, [collection, id, field]: readonly string[]): boolean =>
  collection === 'bids' && id !== undefined && field !== undefined && isHidden(project, id, field, KEPT);

/** A value as a conflict keeps it: of one field of a bid, or of a bid that one side removed. */
const maskedValue = (project: Project, [collection, id, field]: readonly string[], value: Json | undefined, kept: Kept): Json | undefined => {
  if (collection !== 'bids' || id === undefined || value === undefined) return value;
  if (field !== undefined) return isHidden(project, id, field, kept) ? null : value;
  const bid = isPlainObject(value) ? value as unknown as Bid : null;
  return bid !== null && pricesSealed(project, bid.lotId) ? without(bid, kept) as unknown as Json : value;
};

interface SetAside {
  readonly path: readonly string[];
  readonly value?: Json;
}

/** A locked part keeps a list of {path, value} instead of one value. */
const maskedSide = (project: Project, { kind, path }: MergeConflict, { value, ...side }: ConflictSide, kept: Kept): ConflictSide => {
  const masked = (place: readonly string[], given: Json | undefined) => {
    const left = maskedValue(project, place, given, kept);
    return left === undefined ? {} : { value: left };
  };
  if (kind !== 'locked' || !Array.isArray(value)) return { ...side, ...masked(path, value) };
  const changes = value as unknown as readonly SetAside[];
  return { ...side, value: changes.map((change) => ({ path: change.path, ...masked(change.path, change.value) })) as unknown as Json };
};

/** Conflicts of a project, without what the envelopes hide in them. */
export const withoutSealedSides = (project: Project, conflict: MergeConflict, kept: Kept = KEPT): MergeConflict =>
  ({ ...conflict, sides: conflict.sides.map((side) => maskedSide(project, conflict, side, kept)) });

const masked = (project: Project, kept: Kept): Project => withConflicts({
  ...project,
  bids: Object.fromEntries(Object.entries(project.bids).map(([id, bid]) => [id, pricesSealed(project, bid.lotId) ? without(bid, kept) : bid])),
}, Object.fromEntries(Object.entries(conflictsOf(project)).map(([id, conflict]) => [id, withoutSealedSides(project, conflict, kept)])));

/** Projects are immutable, so each version is worked out once and stays the same object for whoever asks again. */
const known = new WeakMap<Project, Project>();

/** The project without what is sealed; the very same object when nothing is. */
export const withoutSealedPrices = (project: Project): Project => {
  if (!anySealed(project)) return project;
  const before = known.get(project);
  if (before !== undefined) return before;
  const made = masked(project, KEPT);
  known.set(project, made);
  known.set(made, made);
  return made;
};

/**
 * The same for a file that leaves this computer: also without the commission's prose about a sealed bid and without
 * the documents filed under it.
 */
export const forLeaving = (project: Project): Project => (anySealed(project) ? withoutSealedDocuments(masked(project, LEAVING)) : project);
