/** The risks of a contract: added, worded, put in order, taken off. */
import { lastPosition, movedPosition } from '../domain/position';
import { fail } from '../domain/problem';
import type { Risk } from '../domain/risk';
import type { PlanCommands } from './plan-api';
import type { ProjectPorts } from './ports';
import type { Session } from './session';

type RiskCommands = Pick<PlanCommands, 'addRisk' | 'editRisk' | 'moveRisk' | 'removeRisk'>;

/** Part of the plan's commands. Each throws `store.notFound` for a risk that is gone. */
export const riskCommands = (ports: ProjectPorts, session: Session): RiskCommands => {
  const risks = (): Readonly<Record<string, Risk>> => session.project().risks ?? {};
  const named = (id: string): string => {
    const risk = risks()[id];
    if (risk === undefined) throw fail('store.notFound', { id });
    return risk.description;
  };
  return {
    addRisk: () => {
      const id = ports.ids.next();
      const risk: Risk = { id, position: lastPosition(risks()), description: '', category: null, allocation: null, measures: '' };
      session.edit({ code: 'riskAdded', data: {} }, (draft) => {
        draft.risks = { ...draft.risks, [id]: risk };
      });
      return id;
    },
    editRisk: (id, fields) => {
      const name = named(id);
      session.edit({ code: 'riskEdited', data: { name: fields.description ?? name } }, (draft) => {
        Object.assign(draft.risks?.[id] ?? {}, fields);
      });
    },
    moveRisk: (id, toIndex) => {
      const name = named(id);
      const position = movedPosition(risks(), id, toIndex);
      session.edit({ code: 'riskMoved', data: { name } }, (draft) => {
        Object.assign(draft.risks?.[id] ?? {}, { position });
      });
    },
    removeRisk: (id) => {
      const name = named(id);
      session.edit({ code: 'riskRemoved', data: { name } }, (draft) => {
        delete draft.risks?.[id];
      });
    },
  };
};
