/** What the window can do with a bid between opening and decision. */
import type { Inquiry, InquiryKind, KnockOutCheck, PriceOffer, RequirementResponse } from '../domain/admissibility/admission-fields';
import type { RejectionGround } from '../domain/admissibility/grounds';
import type { BidCorrection } from '../domain/bid-correction';
import type { CivilDate, Id } from '../domain/values';

/** What is recorded about a bid between opening and decision. Every command is one undoable change. */
export interface AdmissionCommands {
  check(bidId: Id, conditionId: Id, fields: Partial<Pick<KnockOutCheck, 'outcome' | 'evidence' | 'reason'>>): void;
  /** What the bid says to a requirement of the specification. */
  respond(bidId: Id, requirementId: Id, fields: Partial<Pick<RequirementResponse, 'meets' | 'text'>>): void;
  /** Found admissible on a day. */
  admit(bidId: Id, on: CivilDate): void;
  /** `reason`: the concrete facts. Without one the rejection is refused with a problem notice. */
  reject(bidId: Id, ground: RejectionGround, reason: string): boolean;
  /** Takes back an admission or a rejection. */
  examineAgain(bidId: Id): void;
  addCorrection(bidId: Id, fields: Pick<BidCorrection, 'kind' | 'correctedPrice' | 'reason'>): Id;
  editCorrection(bidId: Id, correctionId: Id, fields: Partial<Pick<BidCorrection, 'correctedPrice' | 'reason' | 'notifiedOn' | 'answeredOn' | 'accepted'>>): void;
  removeCorrection(bidId: Id, correctionId: Id): void;
  addInquiry(bidId: Id, kind: InquiryKind, question: string): Id;
  editInquiry(bidId: Id, inquiryId: Id, fields: Partial<Pick<Inquiry, 'question' | 'askedOn' | 'dueOn' | 'answeredOn' | 'answer' | 'outcome' | 'reason'>>): void;
  removeInquiry(bidId: Id, inquiryId: Id): void;
  setExtraFunds(bidId: Id, document: string): void;
  /** A new offer of a bid that shares the first place; null takes it back. */
  setOffer(bidId: Id, round: Id, offer: Pick<PriceOffer, 'price' | 'receivedOn'> | null): void;
}
