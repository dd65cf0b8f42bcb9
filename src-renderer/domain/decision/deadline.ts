/** One period that runs after bids are in, and where it stands. */
import type { InquiryKind } from '../admissibility/admission-fields';
import type { CivilDate, Id } from '../values';

/** What has to be done, or must not be done before a day. */
export const DEADLINE_KINDS = ['report', 'communicate', 'tellCancellation', 'contest', 'sign', 'notice', 'answer', 'phase'] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/**
 * `waiting`: the day it counts from is not known. `running`: it ends in time to come. `today`: this is its last day.
 * `late`: it has passed and nothing was done. `done` and `doneLate`: it was done, in time or not. `over`: a period that
 * only runs out. `early`: done before it was allowed.
 */
export type DeadlineState = 'waiting' | 'running' | 'today' | 'late' | 'done' | 'doneLate' | 'over' | 'early';

export interface Deadline {
  readonly id: string;
  readonly kind: DeadlineKind;
  /** Null for what concerns the whole procedure. */
  readonly lotId: Id | null;
  /** The bidder asked, for answers. */
  readonly bidId: Id | null;
  readonly inquiry: InquiryKind | null;
  /** The phase of the contract, for phases. */
  readonly phaseId: Id | null;
  /** The rule of the pack that sets the period; null for a day people set themselves, and for phases. */
  readonly ruleId: string | null;
  readonly from: CivilDate | null;
  /** The last day for doing it; for `sign` the first day it may be done, for `contest` the last day others have. */
  readonly on: CivilDate | null;
  readonly doneOn: CivilDate | null;
  readonly state: DeadlineState;
}

/** Of what has to be done by a day. */
export const dueState = (on: CivilDate | null, doneOn: CivilDate | null, today: CivilDate): DeadlineState => {
  if (on === null) return doneOn === null ? 'waiting' : 'done';
  if (doneOn !== null) return doneOn <= on ? 'done' : 'doneLate';
  if (on === today) return 'today';
  return on < today ? 'late' : 'running';
};
