/** The consensus round, the lock on the quality scores, and the opening of the envelopes with the prices. */
import { agreementObstacle, agreementProblem, consensusCells, isOpen } from '../domain/consensus';
import { evaluationProblems } from '../domain/evaluation-problems';
import { moderationId, type Moderation } from '../domain/moderation';
import { fail } from '../domain/problem';
import type { Project } from '../domain/project';
import { bidLocked, envelopeOf, qualityHash } from '../domain/quality-lock';
import type { Id } from '../domain/values';
import type { ConsensusCommands } from './several-evaluators';
import type { ProjectPorts } from './ports';
import type { Session } from './session';

const newModeration = (bidId: Id, criterionId: Id): Moderation => ({ id: moderationId(bidId, criterionId), bidId, criterionId, value: null, reason: '', agreedAt: null, votes: {}, dissents: {} });

export const consensusCommands = (ports: ProjectPorts, session: Session): ConsensusCommands => {
  const about = (project: Project, bidId: Id, criterionId: Id): { bidder: string; criterion: string } => ({
    bidder: project.bidders[project.bids[bidId]?.bidderId ?? '']?.name ?? '', criterion: project.awardCriteria[criterionId]?.name ?? '',
  });
  const lotNumber = (lotId: Id): string => session.project().lots[lotId]?.number ?? '';
  const refuseLocked = (bidId: Id): void => {
    const project = session.project();
    if (bidLocked(project, bidId)) throw fail('score.locked', { lot: project.lots[project.bids[bidId]?.lotId ?? '']?.number ?? '' });
  };
  const edit = (code: 'scoreModerated' | 'scoreAgreed' | 'agreementReopened', bidId: Id, criterionId: Id, fields: Partial<Moderation>): void => {
    refuseLocked(bidId);
    const id = moderationId(bidId, criterionId);
    session.edit({ code, data: about(session.project(), bidId, criterionId) }, (draft) => {
      draft.moderations = { ...draft.moderations, [id]: { ...(draft.moderations?.[id] ?? newModeration(bidId, criterionId)), ...fields } };
    });
  };

  return {
    moderate: (bidId, criterionId, fields) => edit('scoreModerated', bidId, criterionId, fields),
    agree: (bidId, criterionId) => {
      const project = session.project();
      const moderation = project.moderations?.[moderationId(bidId, criterionId)];
      const criterion = project.awardCriteria[criterionId];
      if (moderation === undefined || criterion?.type !== 'quality') throw fail('consensus.noScore');
      const obstacle = agreementObstacle(project, moderation, criterion.scale.max, ports.rulePack);
      if (obstacle !== null) throw fail(agreementProblem(obstacle));
      edit('scoreAgreed', bidId, criterionId, { agreedAt: ports.clock.now() });
    },
    reopen: (bidId, criterionId) => edit('agreementReopened', bidId, criterionId, { agreedAt: null }),
    lockQuality: (lotId) => {
      const project = session.project();
      const bidIds = new Set(Object.values(project.bids).flatMap((bid) => (bid.lotId === lotId ? [bid.id] : [])));
      const missing = evaluationProblems({ ...project, bids: Object.fromEntries(Object.entries(project.bids).filter(([id]) => bidIds.has(id))) }).filter(({ severity }) => severity === 'error');
      if (missing.length > 0) throw fail('envelope.scoresMissing', { lot: lotNumber(lotId) });
      const open = consensusCells(project, lotId, ports.rulePack).filter(isOpen).length;
      if (open > 0) throw fail('envelope.consensusOpen', { lot: lotNumber(lotId), count: open });
      session.edit({ code: 'qualityLocked', data: { number: lotNumber(lotId) } }, (draft) => {
        draft.envelopes = { ...draft.envelopes, [lotId]: { ...draft.envelopes?.[lotId], id: lotId, qualityLockedAt: ports.clock.now(), qualityHash: qualityHash(project, lotId), pricesOpenedAt: null } };
      });
    },
    unlockQuality: (lotId) => {
      const envelope = envelopeOf(session.project(), lotId);
      if (envelope === null) return;
      if (envelope.pricesOpenedAt !== null) throw fail('envelope.pricesOpened', { lot: lotNumber(lotId) });
      session.edit({ code: 'qualityUnlocked', data: { number: lotNumber(lotId) } }, (draft) => {
        draft.envelopes = { ...draft.envelopes, [lotId]: { ...envelope, qualityLockedAt: null, qualityHash: null } };
      });
    },
    openPrices: (lotId) => {
      const project = session.project();
      const envelope = envelopeOf(project, lotId);
      if (envelope === null || envelope.qualityLockedAt === null) throw fail('envelope.notLocked', { lot: lotNumber(lotId) });
      if (envelope.qualityHash !== qualityHash(project, lotId)) throw fail('envelope.scoresChanged', { lot: lotNumber(lotId) });
      session.edit({ code: 'pricesOpened', data: { number: lotNumber(lotId) } }, (draft) => {
        draft.envelopes = { ...draft.envelopes, [lotId]: { ...envelope, pricesOpenedAt: ports.clock.now() } };
      });
    },
  };
};
