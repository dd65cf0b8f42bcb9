/** The call: lots and award criteria. */
import { balanceWeights } from '../domain/balance-weights';
import { criteriaTemplate } from '../domain/criteria-template';
import { childrenOf, withDescendants } from '../domain/criteria-tree';
import { givesPoints, rankingRuleOf } from '../domain/evaluation/counted-criteria';
import { inOrder, lastPosition, movedPosition, positionBetween } from '../domain/position';
import { fail } from '../domain/problem';
import type { AwardCriterion, Lot } from '../domain/project';
import type { Id } from '../domain/values';
import type { CallCommands } from './caiet';
import { dropIdleBidders } from './idle-bidders';
import type { CaietPorts } from './ports';
import type { Session } from './session';
import type { Workspace } from './workspace';

/** One more than the highest whole number in use, so that a removed lot's number is not silently given to another. */
const nextLotNumber = (lots: Readonly<Record<Id, Lot>>): string => {
  const numbers = Object.values(lots).map((lot) => Number.parseInt(lot.number, 10));
  return String(Math.max(0, ...numbers.filter((number) => Number.isSafeInteger(number))) + 1);
};

export const callCommands = (ports: CaietPorts, workspace: Workspace, session: Session): CallCommands => {
  const lot = (id: Id): Lot => {
    const found = session.project().lots[id];
    if (found === undefined) throw fail('store.notFound', { id });
    return found;
  };
  const criterion = (id: Id): AwardCriterion => {
    const found = session.project().awardCriteria[id];
    if (found === undefined) throw fail('store.notFound', { id });
    return found;
  };

  return {
    addLot: () => {
      const { lots } = session.project();
      const id = ports.ids.next();
      const made: Lot = { id, position: lastPosition(lots), number: nextLotNumber(lots), title: '', description: '', estimatedValue: null };
      session.edit({ code: 'lotAdded', data: { number: made.number } }, (draft) => {
        draft.lots[id] = made;
      });
      return id;
    },
    editLot: (id, fields) => {
      session.edit({ code: 'lotEdited', data: { number: fields.number ?? lot(id).number } }, (draft) => {
        Object.assign(draft.lots[id] ?? {}, fields);
      });
    },
    removeLot: (id) => {
      const { number } = lot(id);
      const bids = Object.values(session.project().bids).filter((bid) => bid.lotId === id);
      const gone = new Set(bids.map((bid) => bid.id));
      const done = session.edit({ code: 'lotRemoved', data: { number } }, (draft) => {
        delete draft.lots[id];
        for (const review of Object.values(draft.phaseReviews ?? {})) if (review.lotId === id) delete draft.phaseReviews?.[review.id];
        for (const bidId of gone) delete draft.bids[bidId];
        for (const sheet of Object.values(draft.scoreSheets)) if (gone.has(sheet.bidId)) delete draft.scoreSheets[sheet.id];
        dropIdleBidders(draft, new Set(bids.map(({ bidderId }) => bidderId)));
      });
      if (done) workspace.notify({ tone: 'info', code: 'lotRemoved', data: { number, bids: gone.size }, undoable: true });
    },
    moveLot: (id, toIndex) => {
      const position = movedPosition(session.project().lots, id, toIndex);
      session.edit({ code: 'lotMoved', data: { number: lot(id).number } }, (draft) => {
        Object.assign(draft.lots[id] ?? {}, { position });
      });
    },
    editCriterion: (id, fields) => {
      session.edit({ code: 'criterionEdited', data: { name: fields.name ?? criterion(id).name } }, (draft) => {
        Object.assign(draft.awardCriteria[id] ?? {}, fields);
      });
    },
    removeCriterion: (id) => {
      const { name } = criterion(id);
      const done = session.edit({ code: 'criterionRemoved', data: { name } }, (draft) => {
        for (const goneId of withDescendants(session.project().awardCriteria, id)) {
          delete draft.awardCriteria[goneId];
          for (const requirement of Object.values(draft.requirements ?? {})) if (requirement.criterionId === goneId) requirement.criterionId = null;
          for (const sheet of Object.values(draft.scoreSheets)) delete sheet.scores[goneId];
        }
      });
      if (done) workspace.notify({ tone: 'info', code: 'criterionRemoved', data: { name }, undoable: true });
    },
    useTemplate: (locale) => {
      const made = criteriaTemplate(locale, ports.ids);
      session.edit({ code: 'criteriaFromTemplate', data: { count: made.length } }, (draft) => {
        let position = inOrder(session.project().awardCriteria).at(-1)?.position ?? null;
        for (const next of made) {
          position = positionBetween(position, null);
          draft.awardCriteria[next.id] = { ...next, position };
        }
      });
    },
    balanceWeights: () => {
      const project = session.project();
      const rule = rankingRuleOf(project);
      const levels = [...childrenOf(project.awardCriteria).values()].map((level) => level.filter(({ type }) => type === 'group' || givesPoints(rule, type)));
      session.edit({ code: 'weightsBalanced', data: {} }, (draft) => {
        for (const level of levels) {
          const weights = balanceWeights(level.map((each) => each.weight));
          for (const [index, each] of level.entries()) Object.assign(draft.awardCriteria[each.id] ?? {}, { weight: weights[index] });
        }
      });
    },
    sealPrices: (isOn) => {
      session.edit({ code: 'envelopesChosen', data: {} }, (draft) => {
        draft.callRules = { ...draft.callRules, twoEnvelopes: isOn };
      });
    },
  };
};
