/** The plan of a call: procedure, days, phases, risks, questions and errata. */
import type { Draft } from 'immer';
import type { Clarification } from '../domain/clarification';
import type { Erratum } from '../domain/erratum';
import type { Phase } from '../domain/phase';
import { inOrder, lastPosition, movedPosition } from '../domain/position';
import { fail } from '../domain/problem';
import type { Project } from '../domain/project';
import { answeredAlone } from '../domain/public-questions';
import { plannedDate } from '../domain/timeline/milestone';
import type { Id } from '../domain/values';
import type { PlanCommands } from './plan-api';
import type { ProjectPorts } from './ports';
import { riskCommands } from './risk-commands';
import type { Session } from './session';

const found = <Item>(item: Item | undefined, id: Id): Item => {
  if (item === undefined) throw fail('store.notFound', { id });
  return item;
};

/** The number people know a record by: its place in the list, from 1. */
const numberOf = (ordered: readonly { readonly id: Id }[], id: Id): number => ordered.findIndex((each) => each.id === id) + 1;

const questionNumber = (project: Project, id: Id): number => numberOf(answeredAlone(project), project.clarifications?.[id]?.mergedInto ?? id);

export const planCommands = (ports: ProjectPorts, session: Session): PlanCommands => {
  const erratumNumber = (id: Id): number => numberOf(inOrder(session.project().errata ?? {}), id);
  return {
    ...riskCommands(ports, session),
    editProcedure: (fields) => {
      session.edit({ code: 'procedureEdited', data: {} }, (draft) => {
        draft.procedure = { ...draft.procedure, ...fields };
      });
    },
    addNotedPurchase: () => {
      const id = ports.ids.next();
      session.edit({ code: 'procedureEdited', data: {} }, (draft) => {
        draft.procedure ??= {};
        draft.procedure.otherPurchases ??= {};
        draft.procedure.otherPurchases[id] = { id, what: '', on: null, value: null };
      });
      return id;
    },
    editNotedPurchase: (id, fields) => {
      found(session.project().procedure?.otherPurchases?.[id], id);
      session.edit({ code: 'procedureEdited', data: {} }, (draft) => {
        Object.assign(draft.procedure?.otherPurchases?.[id] ?? {}, fields);
      });
    },
    removeNotedPurchase: (id) => {
      found(session.project().procedure?.otherPurchases?.[id], id);
      session.edit({ code: 'procedureEdited', data: {} }, (draft) => {
        delete draft.procedure?.otherPurchases?.[id];
      });
    },
    movePhase: (id, toIndex) => {
      const { name } = found(session.project().phases?.[id], id);
      const position = movedPosition(session.project().phases ?? {}, id, toIndex);
      session.edit({ code: 'phaseMoved', data: { name } }, (draft) => {
        Object.assign(draft.phases?.[id] ?? {}, { position });
      });
    },
    setDates: (dates) => {
      session.edit({ code: 'milestonesEdited', data: {} }, (draft) => {
        draft.milestones ??= {};
        for (const [id, date] of Object.entries(dates)) draft.milestones[id] = { ...draft.milestones[id], id, date: date ?? null };
      });
    },
    addPhase: () => {
      const id = ports.ids.next();
      const phase: Phase = { id, position: lastPosition(session.project().phases ?? {}), name: '', suppliers: null, capPerSupplier: null, budget: null, months: null, result: '' };
      session.edit({ code: 'phaseAdded', data: {} }, (draft) => {
        draft.phases = { ...draft.phases, [id]: phase };
      });
      return id;
    },
    editPhase: (id, fields) => {
      const { name } = found(session.project().phases?.[id], id);
      session.edit({ code: 'phaseEdited', data: { name: fields.name ?? name } }, (draft) => {
        Object.assign(draft.phases?.[id] ?? {}, fields);
      });
    },
    removePhase: (id) => {
      const { name } = found(session.project().phases?.[id], id);
      session.edit({ code: 'phaseRemoved', data: { name } }, (draft) => {
        delete draft.phases?.[id];
        for (const review of Object.values(draft.phaseReviews ?? {})) if (review.phaseId === id) delete draft.phaseReviews?.[review.id];
      });
    },
    addClarification: () => {
      const id = ports.ids.next();
      const made: Clarification = {
        id, position: lastPosition(session.project().clarifications ?? {}), receivedOn: null, asker: '', question: '', publicQuestion: '', answer: '', publishedOn: null, mergedInto: null,
      };
      session.edit({ code: 'clarificationAdded', data: {} }, (draft) => {
        draft.clarifications = { ...draft.clarifications, [id]: made };
      });
      return id;
    },
    editClarification: (id, fields) => {
      found(session.project().clarifications?.[id], id);
      session.edit({ code: 'clarificationEdited', data: { number: questionNumber(session.project(), id) } }, (draft) => {
        Object.assign(draft.clarifications?.[id] ?? {}, fields);
      });
    },
    removeClarification: (id) => {
      found(session.project().clarifications?.[id], id);
      session.edit({ code: 'clarificationRemoved', data: { number: questionNumber(session.project(), id) } }, (draft: Draft<Project>) => {
        delete draft.clarifications?.[id];
        for (const other of Object.values(draft.clarifications ?? {})) if (other.mergedInto === id) other.mergedInto = null;
      });
    },
    addErratum: () => {
      const id = ports.ids.next();
      const project = session.project();
      const made: Erratum = {
        id, position: lastPosition(project.errata ?? {}), what: '', reason: '', effect: null, publishedOn: null, deadlineBefore: plannedDate(project, 'deadline'), deadlineAfter: null,
      };
      session.edit({ code: 'erratumAdded', data: {} }, (draft) => {
        draft.errata = { ...draft.errata, [id]: made };
      });
      return id;
    },
    editErratum: (id, fields) => {
      found(session.project().errata?.[id], id);
      session.edit({ code: 'erratumEdited', data: { number: erratumNumber(id) } }, (draft) => {
        Object.assign(draft.errata?.[id] ?? {}, fields);
      });
    },
    removeErratum: (id) => {
      found(session.project().errata?.[id], id);
      session.edit({ code: 'erratumRemoved', data: { number: erratumNumber(id) } }, (draft) => {
        delete draft.errata?.[id];
      });
    },
  };
};
