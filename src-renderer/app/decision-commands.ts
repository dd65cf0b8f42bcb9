/** Deciding lots, opening decisions again, and what follows a decision. */
import { nextNumber } from '../domain/admissibility/numbered';
import { calendarFile } from '../domain/decision/calendar-file';
import { decisionObstacles } from '../domain/decision/decision-obstacles';
import { lotBasisHash } from '../domain/decision/lot-basis';
import { mayReturn, nextReopeningId } from '../domain/decision/reopening';
import { evaluate } from '../domain/evaluation/evaluate';
import { decisionOf } from '../domain/lot-decision';
import { fail, type Problem } from '../domain/problem';
import type { Id } from '../domain/values';
import type { DecisionCommands } from './caiet';
import { exportFileName } from './export-file-name';
import type { ProjectPorts } from './ports';
import type { Session } from './session';
import type { Workspace } from './workspace';

export type ReopeningProblemCode =
  | 'decision.notMade' // data: {lot}
  | 'decision.returnedOnce' // data: {lot}
  | 'decision.orderMissing'; // data: {lot}: who ordered it, and why

export const decisionCommands = (ports: ProjectPorts, workspace: Workspace, session: Session): DecisionCommands => {
  const numberOf = (lotId: Id): string => session.project().lots[lotId]?.number ?? '';
  const refuse = (problem: Problem): false => {
    workspace.notify({ tone: 'error', code: 'problem', problem });
    return false;
  };
  const reopeningRefusal = (lotId: Id, order: Parameters<DecisionCommands['reopen']>[1]): Problem | null => {
    const names = { lot: numberOf(lotId) };
    const refusal = (code: ReopeningProblemCode, data: Problem['data']): Problem => fail<ReopeningProblemCode>(code, data).problem;
    if (decisionOf(session.project(), lotId) === null) return refusal('decision.notMade', names);
    if (order.kind === 'returned' && !mayReturn(session.project(), lotId)) return refusal('decision.returnedOnce', names);
    return order.reason.trim() === '' || order.orderedBy.trim() === '' ? refusal('decision.orderMissing', names) : null;
  };

  return {
    decide: (lotId, choice) => {
      const project = session.project();
      const result = evaluate(project, ports.rulePack).lots.find((lot) => lot.lotId === lotId);
      const obstacle = decisionObstacles(project, lotId, result, choice).find(({ severity }) => severity === 'error');
      if (obstacle !== undefined) return refuse(obstacle);
      const basisHash = lotBasisHash(project, lotId, ports.rulePack);
      return session.edit({ code: 'decisionMade', data: { lot: numberOf(lotId) } }, (draft) => {
        (draft.decisions ??= {})[lotId] = {
          id: lotId, outcome: choice.outcome, winnerBidId: choice.outcome === 'award' ? choice.winnerBidId : null, reason: choice.reason,
          decidedAt: ports.clock.now(), approvedBy: '', approvedOn: null, basisHash,
          ...(choice.outcome === 'cancel' && choice.cancellationGround !== undefined ? { cancellationGround: choice.cancellationGround } : {}),
          ...(choice.outcome === 'award' && choice.secondPlace !== undefined ? { secondPlace: choice.secondPlace } : {}),
        };
      });
    },
    approve: (lotId, fields) => {
      session.edit({ code: 'decisionApproved', data: { lot: numberOf(lotId) } }, (draft) => {
        Object.assign(draft.decisions?.[lotId] ?? {}, fields);
      });
    },
    reopen: (lotId, order) => {
      const refusal = reopeningRefusal(lotId, order);
      if (refusal !== null) return refuse(refusal);
      const id = nextReopeningId(session.project(), lotId);
      return session.edit({ code: 'decisionReopened', data: { lot: numberOf(lotId) } }, (draft) => {
        const decision = draft.decisions?.[lotId];
        if (decision === undefined) return;
        (draft.reopenings ??= {})[id] = { id, lotId, ...order, at: ports.clock.now(), decision };
        delete draft.decisions?.[lotId];
      });
    },
    editAfter: (lotId, fields) => {
      session.edit({ code: 'afterDecisionEdited', data: { lot: numberOf(lotId) } }, (draft) => {
        const records = (draft.afterDecisions ??= {});
        records[lotId] = { ...records[lotId], id: lotId, ...fields };
      });
    },
    editTerms: (fields) => {
      session.edit({ code: 'awardTermsEdited', data: {} }, (draft) => {
        draft.awardTerms = { ...draft.awardTerms, ...fields };
      });
    },
    addSession: () => {
      const id = nextNumber(session.project().sessions);
      session.edit({ code: 'sessionEdited', data: { number: id } }, (draft) => {
        (draft.sessions ??= {})[id] = { id, kind: 'technical', heldOn: null, present: {}, decided: '' };
      });
      return id;
    },
    editSession: (id, fields) => {
      session.edit({ code: 'sessionEdited', data: { number: id } }, (draft) => {
        Object.assign(draft.sessions?.[id] ?? {}, fields);
      });
    },
    removeSession: (id) => {
      session.edit({ code: 'sessionEdited', data: { number: id } }, (draft) => {
        delete draft.sessions?.[id];
      });
    },
    exportCalendar: async (title, days) => {
      const bytes = new TextEncoder().encode(calendarFile(days, ports.clock.now()));
      const saved = await ports.files.save('calendar', exportFileName(`${session.project().title} – ${title}`, ports.clock.now(), 'ics'), bytes);
      if (saved === null) return null;
      workspace.notify({ tone: 'success', code: 'exported', data: { location: saved.location } });
      return saved.location;
    },
  };
};
