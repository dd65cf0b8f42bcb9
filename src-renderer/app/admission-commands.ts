/** Examining bids: conditions, verdicts, corrections, questions and new offers. */
import type { Draft } from 'immer';
import { nextNumber } from '../domain/admissibility/numbered';
import { fail } from '../domain/problem';
import type { Bid } from '../domain/project';
import type { ChangeCode } from '../domain/change';
import type { Id } from '../domain/values';
import type { AdmissionCommands } from './admission-door';
import type { Session } from './session';
import type { Workspace } from './workspace';

export type RefusalProblemCode =
  | 'bid.rejectionUnfounded'; // data: {bidder}

/** Back to a bid that nobody has judged. */
export const dropVerdict = (bid: Draft<Bid>): void => {
  delete bid.rejectionGround;
  delete bid.admittedOn;
};

export const admissionCommands = (workspace: Workspace, session: Session): AdmissionCommands => {
  const bidOf = (id: Id): Bid => {
    const found = session.project().bids[id];
    if (found === undefined) throw fail('store.notFound', { id });
    return found;
  };
  const bidderOf = (bid: Bid): string => session.project().bidders[bid.bidderId]?.name ?? '';
  const edit = (bidId: Id, code: ChangeCode, recipe: (bid: Draft<Bid>) => void): boolean =>
    session.edit({ code, data: { bidder: bidderOf(bidOf(bidId)) } }, (draft) => {
      const bid = draft.bids[bidId];
      if (bid !== undefined) recipe(bid);
    });

  return {
    check: (bidId, conditionId, fields) => {
      edit(bidId, 'bidChecked', (bid) => {
        const checks = (bid.knockOutChecks ??= {});
        checks[conditionId] = { id: conditionId, outcome: null, evidence: '', reason: '', ...checks[conditionId], ...fields };
      });
    },
    respond: (bidId, requirementId, fields) => {
      edit(bidId, 'bidEdited', (bid) => {
        const responses = (bid.requirementResponses ??= {});
        responses[requirementId] = { id: requirementId, meets: null, text: '', ...responses[requirementId], ...fields };
      });
    },
    admit: (bidId, on) => {
      edit(bidId, 'bidAdmitted', (bid) => {
        dropVerdict(bid);
        Object.assign(bid, { status: 'valid', statusReason: '', admittedOn: on });
      });
    },
    reject: (bidId, ground, reason) => {
      if (reason.trim() === '') {
        workspace.notify({ tone: 'error', code: 'problem', problem: fail<RefusalProblemCode>('bid.rejectionUnfounded', { bidder: bidderOf(bidOf(bidId)) }).problem });
        return false;
      }
      return edit(bidId, 'bidRejected', (bid) => {
        dropVerdict(bid);
        Object.assign(bid, { status: 'disqualified', statusReason: reason, rejectionGround: ground });
      });
    },
    examineAgain: (bidId) => {
      edit(bidId, 'bidReexamined', (bid) => {
        dropVerdict(bid);
        Object.assign(bid, { status: 'valid', statusReason: '' });
      });
    },
    addCorrection: (bidId, fields) => {
      const id = nextNumber(bidOf(bidId).corrections);
      edit(bidId, 'correctionEdited', (bid) => {
        (bid.corrections ??= {})[id] = { id, notifiedOn: null, accepted: null, ...fields };
      });
      return id;
    },
    editCorrection: (bidId, correctionId, fields) => {
      edit(bidId, 'correctionEdited', (bid) => {
        Object.assign(bid.corrections?.[correctionId] ?? {}, fields);
      });
    },
    removeCorrection: (bidId, correctionId) => {
      edit(bidId, 'correctionEdited', (bid) => {
        delete bid.corrections?.[correctionId];
      });
    },
    addInquiry: (bidId, kind, question) => {
      const id = nextNumber(bidOf(bidId).inquiries);
      edit(bidId, 'inquiryEdited', (bid) => {
        (bid.inquiries ??= {})[id] = { id, kind, question, askedOn: null, dueOn: null, answeredOn: null, answer: '', outcome: null, reason: '' };
      });
      return id;
    },
    editInquiry: (bidId, inquiryId, fields) => {
      edit(bidId, 'inquiryEdited', (bid) => {
        Object.assign(bid.inquiries?.[inquiryId] ?? {}, fields);
      });
    },
    removeInquiry: (bidId, inquiryId) => {
      edit(bidId, 'inquiryEdited', (bid) => {
        delete bid.inquiries?.[inquiryId];
      });
    },
    setExtraFunds: (bidId, document) => {
      edit(bidId, 'extraFundsEdited', (bid) => {
        if (document.trim() === '') delete bid.extraFunds;
        else bid.extraFunds = document;
      });
    },
    setOffer: (bidId, round, offer) => {
      edit(bidId, 'priceOfferEdited', (bid) => {
        if (offer === null) delete bid.newOffers?.[round];
        else (bid.newOffers ??= {})[round] = { id: round, ...offer };
      });
    },
  };
};
