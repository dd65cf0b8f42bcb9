/** Needs and the requirements that answer them: by hand, in from spreadsheets, and taken back. */
import { needsFromRows, presentNeedKeys, presentRequirementKeys, requirementsFromRows } from './rows-to-needs';
import { afterStop } from '../domain/in-steps';
import type { Need } from '../domain/need';
import type { ImportContext, ImportSession } from '../domain/ports/sheet-import';
import { lastPosition, movedPosition } from '../domain/position';
import { fail } from '../domain/problem';
import type { ImportRecord, Project } from '../domain/project';
import type { Requirement } from '../domain/requirement';
import { nameOfNeed, nameOfRequirement } from '../domain/specification-problems';
import type { Id } from '../domain/values';
import type { BidCommands, Caiet, NeedCommands } from './caiet';
import { earlierImportOf, importRecordOf, storeImport } from './import-record';
import { withSource } from './import-source';
import { takingBackSpecification } from './import-undo';
import type { SpecificationKind } from './need-door';
import type { CaietPorts } from './ports';
import type { Session } from './session';
import { takeBackInSlices } from './take-back';
import type { Workspace } from './workspace';

const found = <Item>(item: Item | undefined, id: Id): Item => {
  if (item === undefined) throw fail('store.notFound', { id });
  return item;
};

/** Takes the accepted rows of a checked table into a project. */
const acceptedInto = async (kind: SpecificationKind, opened: ImportSession, { ids }: CaietPorts): Promise<(project: Project, record: ImportRecord) => Project> => {
  if (kind === 'needs') {
    const rows = await opened.accepted('needs');
    return (project, record) => needsFromRows(project, rows, record, ids);
  }
  const rows = await opened.accepted('requirements');
  return (project, record) => requirementsFromRows(project, rows, record, ids);
};

export const needCommands = (ports: CaietPorts, workspace: Workspace, session: Session, bids: BidCommands, changeSettings: Caiet['changeSettings']): NeedCommands => {
  const need = (id: Id): Need => found(session.project().needs?.[id], id);
  const requirement = (id: Id): Requirement => found(session.project().requirements?.[id], id);

  const undoImport: NeedCommands['undoImport'] = async (kind, importId) => {
    const { removed, kept, isDone } = await takeBackInSlices(session, `${kind}Undone`, importId, (now, log) => takingBackSpecification(now, log, kind, importId));
    workspace.notify({ tone: 'info', code: 'specificationUndone', data: { removed, kept }, undoable: isDone });
    return { removed, kept };
  };

  return {
    addNeed: () => {
      const id = ports.ids.next();
      const made: Need = {
        id, position: lastPosition(session.project().needs ?? {}), title: '', problem: '', affected: '', desiredOutcome: '', baseline: '', target: '', unit: '', department: '',
        source: null, priority: null, state: 'identified', notes: '', importId: null,
      };
      session.edit({ code: 'needAdded', data: {} }, (draft) => {
        draft.needs = { ...draft.needs, [id]: made };
      });
      return id;
    },
    editNeed: (id, fields) => {
      const name = nameOfNeed({ ...need(id), ...fields });
      session.edit({ code: 'needEdited', data: { name } }, (draft) => {
        Object.assign(draft.needs?.[id] ?? {}, fields);
      });
    },
    removeNeed: (id) => {
      const name = nameOfNeed(need(id));
      const done = session.edit({ code: 'needRemoved', data: { name } }, (draft) => {
        delete draft.needs?.[id];
        for (const each of Object.values(draft.requirements ?? {})) if (each.needId === id) each.needId = null;
      });
      if (done) workspace.notify({ tone: 'info', code: 'needRemoved', data: { name }, undoable: true });
    },
    moveNeed: (id, toIndex) => {
      const position = movedPosition(session.project().needs ?? {}, id, toIndex);
      session.edit({ code: 'needMoved', data: { name: nameOfNeed(need(id)) } }, (draft) => {
        Object.assign(draft.needs?.[id] ?? {}, { position });
      });
    },
    addRequirement: (needId) => {
      const id = ports.ids.next();
      const made: Requirement = {
        id, position: lastPosition(session.project().requirements ?? {}), code: '', section: '', text: '', kind: 'mandatory', aspect: null, verification: '',
        needId: needId ?? null, criterionId: null, notes: '', importId: null,
      };
      session.edit({ code: 'requirementAdded', data: {} }, (draft) => {
        draft.requirements = { ...draft.requirements, [id]: made };
      });
      return id;
    },
    editRequirement: (id, fields) => {
      const name = nameOfRequirement({ ...requirement(id), ...fields });
      session.edit({ code: 'requirementEdited', data: { name } }, (draft) => {
        Object.assign(draft.requirements?.[id] ?? {}, fields);
      });
    },
    removeRequirement: (id) => {
      const name = nameOfRequirement(requirement(id));
      const done = session.edit({ code: 'requirementRemoved', data: { name } }, (draft) => {
        delete draft.requirements?.[id];
      });
      if (done) workspace.notify({ tone: 'info', code: 'requirementRemoved', data: { name }, undoable: true });
    },
    moveRequirement: (id, toIndex) => {
      const position = movedPosition(session.project().requirements ?? {}, id, toIndex);
      session.edit({ code: 'requirementMoved', data: { name: nameOfRequirement(requirement(id)) } }, (draft) => {
        Object.assign(draft.requirements?.[id] ?? {}, { position });
      });
    },
    importing: (kind) => ({
      ...bids,
      importContext: (): ImportContext => {
        const project = session.project();
        const { importMappings, importRules = {} } = workspace.state().settings;
        return {
          kind, currency: project.currency, lotNumbers: [], presentRows: kind === 'needs' ? presentNeedKeys(project) : presentRequirementKeys(project),
          remembered: importMappings, rememberedRules: importRules,
        };
      },
      earlierImport: (sha256) => earlierImportOf(session.project(), kind, sha256),
      importRows: async (opened, plan, signature, decisions, summary, source = null) => {
        const made = importRecordOf(ports, { kind, opened, plan, summary, accepted: summary.accepted });
        const into = await acceptedInto(kind, opened, ports);
        const record = await withSource(ports, session.project(), made, source);
        return storeImport({ workspace, session, changeSettings }, `${kind}Imported`, record, (now) => afterStop(() => into(now, record)), { signature, plan, decisions });
      },
      undoImport: (id) => undoImport(kind, id),
    }),
    undoImport,
  };
};
