/**
 * What may still happen to a frozen call. Nothing the freeze covers changes any more, except under a recorded erratum
 * (Norms HG 395/2016 art. 55), which opens the call until it is frozen again. Once something was opened (a bid is
 * recorded, a score given, a lot decided) neither an erratum nor undoing the freeze changes the rules: what was seen
 * cannot be unseen, so a bid that was recorded and removed again since the freeze counts too.
 */
import type { Freeze } from './call-freeze';
import type { Change } from './change';
import { coversRequirements, FREEZE_COVERS, FROZEN_FIELDS, freezeInForce, frozenIntact, frozenPart, isSameFreeze } from './frozen-call';
import { equalJson } from './json-equal';
import type { Project } from './project';

/** `freeze` is the freeze's number. */
export type FreezeProblemCode =
  | 'call.frozen' // data: {freeze}
  | 'call.thawRefused' // data: {freeze}: undoing the freeze after something was opened
  | 'call.amendmentRefused' // an erratum after something was opened
  | 'call.freezeNotReady' // data: {count}: errors of the call
  | 'call.freezeReplaced'; // data: {title}: a package that would undo the freeze, or change what it covers

/** Parts of a project that exist only once bids are opened. */
const OPENED_PARTS = ['bids', 'scoreSheets', 'moderations', 'decisions'] as const;

const isOpenedNow = (project: Project): boolean => OPENED_PARTS.some((part) => Object.keys(project[part] ?? {}).length > 0);

/** The changes since the freeze in force, newest last; all of them when its own change is not in the log. */
const sinceFreeze = (log: readonly Change[]): readonly Change[] => log.slice(log.findLastIndex(({ label }) => label.code === 'callFrozen') + 1);

const opens = ({ patches }: Change): boolean => patches.some(({ path: [part] }) => OPENED_PARTS.some((each) => each === part));

/** True once bids or scores are there, or were there at any time since the freeze. */
export const wasOpened = (project: Project, log: readonly Change[]): boolean => isOpenedNow(project) || sinceFreeze(log).some(opens);

/** True while an erratum keeps the call open to changes. */
export const isAmending = ({ amendment }: Pick<Project, 'amendment'>): boolean => amendment !== undefined && amendment !== null;

/**
 * Why the rules of a call are read and no longer written: `erratum`, frozen and only an erratum opens them; `opened`,
 * frozen and not even that, since bids or scores are there; `decided`, a decided lot holds what all lots share.
 */
export type CallLock = 'erratum' | 'opened' | 'decided';

/** As far as the project itself tells, without its history; null while the call may be written. */
export const callLock = (project: Project): CallLock | null => {
  if (Object.keys(project.decisions ?? {}).length > 0) return 'decided';
  if (freezeInForce(project) === null || isAmending(project)) return null;
  return isOpenedNow(project) ? 'opened' : 'erratum';
};

/** Of what the freeze in force before covers. */
const coversChange = (before: Project, after: Project): boolean =>
  FROZEN_FIELDS.some((field) => before[field] !== after[field] && !equalJson(before[field], after[field]))
  || (before.requirements !== after.requirements && coversRequirements(before) && !equalJson(frozenPart(before, FREEZE_COVERS)['requirements'], frozenPart(after, FREEZE_COVERS)['requirements']));

/** Another whole freeze in the place of this one, as a person takes it over from a package; the freeze could be undone as well. */
const takesAnother = (freeze: Freeze, after: Project): boolean => frozenIntact(after) && !isSameFreeze(freezeInForce(after) ?? undefined, freeze);

/** Why a change may not be made to a frozen call; null when it may. */
export const guardRefusal = (before: Project, after: Project, log: readonly Change[]): Extract<FreezeProblemCode, 'call.frozen' | 'call.thawRefused'> | null => {
  const freeze = freezeInForce(before);
  if (freeze === null) return null;
  if (takesAnother(freeze, after) && !isAmending(before) && !wasOpened(before, log)) return null;
  const kept = after.freezes?.[freeze.id];
  if (kept === undefined) return wasOpened(before, log) ? 'call.thawRefused' : null;
  if (!equalJson(kept, freeze)) return 'call.frozen';
  return !isAmending(before) && coversChange(before, after) ? 'call.frozen' : null;
};

/** True when what a package brings would undo the freeze in force here, or change what it covers without a new one. */
export const losesFreeze = (here: Project, next: Project): boolean => {
  const freeze = freezeInForce(here);
  if (freeze === null) return false;
  if (!isSameFreeze(next.freezes?.[freeze.id], freeze)) return true;
  const isNewlyFrozen = freezeInForce(next)?.id !== freeze.id && frozenIntact(next);
  return coversChange(here, next) && !isAmending(next) && !isNewlyFrozen;
};

/** The same for the requirements of the specification, which only a freeze of today locks. */
export const requirementsLock = (project: Project): CallLock | null => (coversRequirements(project) ? callLock(project) : null);
