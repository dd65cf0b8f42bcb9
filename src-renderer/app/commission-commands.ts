/** The commission: who belongs to it, as what, and what they declared. */
import type { Declaration } from '../domain/commission';
import { handoutsOf } from '../domain/handout';
import { lastPosition } from '../domain/position';
import { fail } from '../domain/problem';
import type { Evaluator } from '../domain/project';
import type { Id } from '../domain/values';
import type { CommissionCommands, MemberFields } from './several-evaluators';
import type { ProjectPorts } from './ports';
import type { Session } from './session';

export const commissionCommands = (ports: ProjectPorts, session: Session): CommissionCommands => {
  const person = (id: Id): Evaluator => {
    const found = session.project().evaluators[id];
    if (found === undefined) throw fail('store.notFound', { id });
    return found;
  };

  return {
    add: (fields: MemberFields) => {
      const id = ports.ids.next();
      const position = lastPosition(session.project().evaluators);
      session.edit({ code: 'memberAdded', data: { name: fields.name } }, (draft) => {
        draft.evaluators[id] = { ...fields, id, position };
      });
      return id;
    },
    edit: (id, fields) => {
      session.edit({ code: 'memberEdited', data: { name: fields.name } }, (draft) => {
        Object.assign(draft.evaluators[id] ?? {}, fields);
      });
    },
    remove: (id) => {
      const project = session.project();
      const { name } = person(id);
      // The register of sheets would name somebody who is not there.
      if (handoutsOf(project, id).length > 0) throw fail('commission.hasSheet', { evaluator: name });
      session.edit({ code: 'memberRemoved', data: { name } }, (draft) => {
        delete draft.evaluators[id];
        for (const sheet of Object.values(draft.scoreSheets)) if (sheet.evaluatorId === id) delete draft.scoreSheets[sheet.id];
      });
    },
    declare: (id, declaration: Declaration) => {
      session.edit({ code: 'declarationMade', data: { name: person(id).name } }, (draft) => {
        Object.assign(draft.evaluators[id] ?? {}, { declaration });
      });
    },
  };
};
