/** Where a phase of a contract stands, as one word. */
import type { ContractPhase } from '../../../domain/contract-phases';
import type { Phase } from '../../../domain/phase';
import type { PhaseStatus } from '../../../domain/phase-review';
import type { CivilDate } from '../../../domain/values';
import type { Translator } from '../../../i18n/translator';

/** `late`: due, and nobody has judged it. `stopped`: one before it ended the contract. */
export type PhaseState = PhaseStatus | 'scheduled' | 'late' | 'stopped';

export const phaseState = ({ review, dueOn, isStopped }: ContractPhase, today: CivilDate): PhaseState => {
  if (review !== null && review.status !== null) return review.status;
  if (isStopped) return 'stopped';
  return dueOn !== null && dueOn < today ? 'late' : 'scheduled';
};

/** Its name, or its place while it has none. */
export const phaseName = ({ name }: Phase, index: number, t: Translator['t']): string => (name.trim() === '' ? t('phaseReview.unnamed', { number: index + 1 }) : name.trim());
