/** Where a bid stands between opening and decision, derived from what is recorded about it. */
import type { Bid } from '../project';
import { inOrderOfNumber } from './numbered';
import { rejectionGround, type RejectionGround, type RejectionKind } from './grounds';
import type { Inquiry, InquiryKind } from './admission-fields';

/** `rejected`: without a ground of the law, as registers and older projects have it. */
export type Verdict = 'examined' | 'admissible' | 'rejected' | RejectionKind | 'withdrawn';

/** The one reading of status, ground and day of admission; nothing of it is stored twice. */
export const verdictOf = ({ status, rejectionGround: ground, admittedOn }: Pick<Bid, 'status' | 'rejectionGround' | 'admittedOn'>): Verdict => {
  if (status === 'withdrawn') return 'withdrawn';
  if (status === 'disqualified') return ground === undefined ? 'rejected' : rejectionGround(ground).kind;
  return (admittedOn ?? null) === null ? 'examined' : 'admissible';
};

/** The ground a rejection rests on; null when the bid is not rejected, or on no ground of the list. */
export const groundOf = ({ status, rejectionGround: ground }: Pick<Bid, 'status' | 'rejectionGround'>): RejectionGround | null =>
  (status === 'disqualified' ? (ground ?? null) : null);

/** Questions put to the bidder, oldest first. */
export const inquiriesOf = ({ inquiries }: Pick<Bid, 'inquiries'>, kind?: InquiryKind): readonly Inquiry[] =>
  inOrderOfNumber(inquiries).filter((inquiry) => kind === undefined || inquiry.kind === kind);

/** How an apparently abnormally low price stands: nobody asked yet, asked, justified or not. */
export type LowPriceState = 'notAsked' | 'asked' | 'justified' | 'unjustified';

export const lowPriceState = (bid: Pick<Bid, 'inquiries'>): LowPriceState => {
  const last = inquiriesOf(bid, 'lowPrice').at(-1);
  if (last === undefined || last.askedOn === null) return 'notAsked';
  if (last.outcome === null) return 'asked';
  return last.outcome === 'sufficient' ? 'justified' : 'unjustified';
};
