/** What became of the phases of a contract: recorded, corrected, taken off. */
import { isUnderContract } from '../domain/contract-phases';
import { blankReview, type PhaseReview } from '../domain/phase-review';
import { fail } from '../domain/problem';
import type { PhaseCommands } from './phase-api';
import type { Session } from './session';

export type PhaseCommandCode = 'phaseReview.notSigned'; // data: {lot}: there is no contract to carry the phase out

export const phaseCommands = (session: Session): PhaseCommands => {
  const labelOf = ({ lotId, phaseId }: Pick<PhaseReview, 'lotId' | 'phaseId'>): Readonly<Record<'lot' | 'phase', string>> => {
    const { lots, phases = {} } = session.project();
    return { lot: lots[lotId]?.number ?? '', phase: phases[phaseId]?.name ?? '' };
  };
  return {
    review: (lotId, phaseId, fields) => {
      const project = session.project();
      const label = labelOf({ lotId, phaseId });
      if (project.phases?.[phaseId] === undefined) throw fail('store.notFound', { id: phaseId });
      if (!isUnderContract(project, lotId)) throw fail<PhaseCommandCode>('phaseReview.notSigned', { lot: label.lot });
      const { id, ...blank } = blankReview(lotId, phaseId);
      session.edit({ code: 'phaseReviewed', data: label }, (draft) => {
        const reviews = (draft.phaseReviews ??= {});
        reviews[id] = { id, ...blank, ...reviews[id], ...fields };
      });
    },
    removeReview: (id) => {
      const review = session.project().phaseReviews?.[id];
      if (review === undefined) throw fail('store.notFound', { id });
      session.edit({ code: 'phaseReviewRemoved', data: labelOf(review) }, (draft) => {
        delete draft.phaseReviews?.[id];
      });
    },
  };
};
