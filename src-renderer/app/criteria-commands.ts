/** The tree of award criteria, the rules of the ranking, the conditions, and the freeze over all of them. */
import { isAmending, wasOpened, type FreezeProblemCode } from '../domain/call-guard';
import { callProblems } from '../domain/call-problems';
import { countedPrice } from '../domain/bid-correction';
import { rubricGroup } from '../domain/criteria-template';
import { outlineOf, type OutlineLine } from '../domain/criteria-tree';
import { priceObstacle } from '../domain/evaluation/bid-prices';
import { pricesSealed } from '../domain/envelope';
import { callHash, FREEZE_COVERS, freezeInForce } from '../domain/frozen-call';
import { compareMoney } from '../domain/money';
import { openErrata } from '../domain/open-errata';
import { inOrder, positionBetween } from '../domain/position';
import { fail, type Problem } from '../domain/problem';
import type { AwardCriterion, CostCriterion, Project } from '../domain/project';
import type { Id, Position } from '../domain/values';
import type { CriteriaCommands, CriterionMove } from './criteria-api';
import type { ProjectPorts } from './ports';
import type { Session } from './session';
import type { Workspace } from './workspace';

/** Where a criterion stands: in which group and at which place. */
interface Place {
  readonly parentId: Id | null;
  readonly position: Position;
}

const positionsIn = (lines: readonly OutlineLine[], parentId: Id | null): readonly OutlineLine[] => lines.filter((line) => line.parentId === parentId);

const atEnd = (lines: readonly OutlineLine[], parentId: Id | null): Place =>
  ({ parentId, position: positionBetween(positionsIn(lines, parentId).at(-1)?.criterion.position ?? null, null) });

const between = (before: OutlineLine | undefined, after: OutlineLine | undefined): Position => positionBetween(before?.criterion.position ?? null, after?.criterion.position ?? null);

/** Where a move leads; null where there is no such place. */
const destination = (criteria: Project['awardCriteria'], id: Id, how: CriterionMove): Place | null => {
  const lines = outlineOf(criteria);
  const line = lines.find(({ criterion }) => criterion.id === id);
  if (line === undefined) return null;
  const { parentId, index } = line;
  const siblings = positionsIn(lines, parentId);
  switch (how) {
    case 'up': return index === 0 ? null : { parentId, position: between(siblings[index - 2], siblings[index - 1]) };
    case 'down': return index === siblings.length - 1 ? null : { parentId, position: between(siblings[index + 1], siblings[index + 2]) };
    case 'into': {
      const before = siblings[index - 1]?.criterion;
      return before?.type === 'group' ? atEnd(lines, before.id) : null;
    }
    case 'outOf': {
      const parent = lines.find(({ criterion }) => criterion.id === parentId);
      if (parent === undefined) return null;
      const level = positionsIn(lines, parent.parentId);
      return { parentId: parent.parentId, position: between(parent, level[parent.index + 1]) };
    }
  }
};

const newCriterion = (id: Id, type: AwardCriterion['type'], { parentId, position }: Place): AwardCriterion => {
  const node = { id, position, name: '', description: '', weight: '0', ...(parentId === null ? {} : { parentId }) };
  switch (type) {
    case 'group': return { ...node, type };
    case 'quality': return { ...node, type, axis: 'transformativePotential', scale: { max: 5, anchors: {} }, evidence: '' };
    case 'price': return { ...node, type, axis: 'costEffectiveness', formula: 'lowestProportional', fullMarksAt: null };
    case 'cost': return { ...node, type, axis: 'costEffectiveness', formula: 'lowestProportional', fullMarksAt: null, horizonYears: 10, includesPrice: true, costItems: {} };
  }
};

export const criteriaCommands = (ports: ProjectPorts, workspace: Workspace, session: Session): CriteriaCommands => {
  const found = <Item>(item: Item | undefined, id: Id): Item => {
    if (item === undefined) throw fail('store.notFound', { id });
    return item;
  };
  const criterion = (id: Id): AwardCriterion => found(session.project().awardCriteria[id], id);
  const refuse = (problem: Problem<FreezeProblemCode>): void => workspace.notify({ tone: 'error', code: 'problem', problem });
  const editCosts = (id: Id, change: (items: CostCriterion['costItems']) => void): void => {
    session.edit({ code: 'criterionEdited', data: { name: criterion(id).name } }, (draft) => {
      const edited = draft.awardCriteria[id];
      if (edited?.type === 'cost') change(edited.costItems);
    });
  };

  return {
    add: (type, parentId) => {
      const id = ports.ids.next();
      const made = newCriterion(id, type, atEnd(outlineOf(session.project().awardCriteria), parentId));
      session.edit({ code: 'criterionAdded', data: {} }, (draft) => {
        draft.awardCriteria[id] = made;
      });
      return id;
    },
    move: (id, how) => {
      const place = destination(session.project().awardCriteria, id, how);
      if (place === null) return;
      session.edit({ code: 'criterionMoved', data: { name: criterion(id).name } }, (draft) => {
        Object.assign(draft.awardCriteria[id] ?? {}, place);
      });
    },
    addRubric: (locale) => {
      const { position } = atEnd(outlineOf(session.project().awardCriteria), null);
      const made = rubricGroup(locale, ports.ids, position);
      session.edit({ code: 'criteriaFromTemplate', data: { count: made.length } }, (draft) => {
        for (const each of made) draft.awardCriteria[each.id] = each;
      });
    },
    addCostItem: (criterionId) => {
      const id = ports.ids.next();
      editCosts(criterionId, (items) => {
        items[id] = { id, position: positionBetween(inOrder(items).at(-1)?.position ?? null, null), name: '', timing: 'yearly' };
      });
      return id;
    },
    editCostItem: (criterionId, itemId, fields) => {
      editCosts(criterionId, (items) => {
        Object.assign(items[itemId] ?? {}, fields);
      });
    },
    removeCostItem: (criterionId, itemId) => {
      editCosts(criterionId, (items) => {
        delete items[itemId];
      });
    },
    setRules: (fields) => {
      session.edit({ code: 'callRulesEdited', data: {} }, (draft) => {
        const rules = { ...draft.callRules, ...fields };
        // An absent rule and one set to nothing are the same; only absence is written.
        draft.callRules = Object.fromEntries(Object.entries(rules).filter(([, value]) => value !== undefined && value !== ''));
      });
    },
    addKnockOut: (kind) => {
      const id = ports.ids.next();
      session.edit({ code: 'knockOutAdded', data: {} }, (draft) => {
        const position = positionBetween(inOrder(session.project().knockOuts ?? {}).at(-1)?.position ?? null, null);
        draft.knockOuts = { ...draft.knockOuts, [id]: { id, position, kind, title: '', description: '', evidence: '' } };
      });
      return id;
    },
    editKnockOut: (id, fields) => {
      const { title } = found(session.project().knockOuts?.[id], id);
      session.edit({ code: 'knockOutEdited', data: { title: fields.title ?? title } }, (draft) => {
        Object.assign(draft.knockOuts?.[id] ?? {}, fields);
      });
    },
    removeKnockOut: (id) => {
      const { title } = found(session.project().knockOuts?.[id], id);
      const done = session.edit({ code: 'knockOutRemoved', data: { title } }, (draft) => {
        if (draft.knockOuts !== undefined) delete draft.knockOuts[id];
      });
      if (done) workspace.notify({ tone: 'info', code: 'knockOutRemoved', data: { title }, undoable: true });
    },
    freeze: () => {
      const project = session.project();
      const count = callProblems(project, ports.rulePack).filter(({ severity }) => severity === 'error').length;
      if (count > 0) {
        refuse(fail<FreezeProblemCode>('call.freezeNotReady', { count }).problem);
        return;
      }
      const id = String(Number(freezeInForce(project)?.id ?? '0') + 1);
      const record = { id, at: ports.clock.now(), hash: callHash(project, FREEZE_COVERS), covers: FREEZE_COVERS, rulePackId: project.rulePackId, erratumId: project.amendment?.erratumId ?? null };
      session.edit({ code: 'callFrozen', data: { freeze: id } }, (draft) => {
        draft.freezes = { ...draft.freezes, [id]: record };
        if (isAmending(project)) delete draft.amendment;
      });
    },
    amend: (erratumId) => {
      const project = session.project();
      if (!openErrata(project).some(({ id }) => id === erratumId)) throw fail('store.notFound', { id: erratumId });
      if (wasOpened(project, session.log())) {
        refuse(fail<FreezeProblemCode>('call.amendmentRefused').problem);
        return;
      }
      session.edit({ code: 'callAmended', data: {} }, (draft) => {
        draft.amendment = { erratumId, openedAt: ports.clock.now() };
      });
    },
    pastPrices: async (projectId) => {
      const { project } = await session.whole(projectId);
      return Object.values(project.bids)
        .filter(({ lotId }) => !pricesSealed(project, lotId))
        .flatMap((bid) => {
          const price = countedPrice(bid);
          return price === null || priceObstacle(bid, project.currency) !== null ? [] : [{ bidder: project.bidders[bid.bidderId]?.name ?? '', lot: project.lots[bid.lotId]?.number ?? '', price }];
        })
        .toSorted((left, right) => compareMoney(left.price, right.price));
    },
  };
};
