/** Which bids take part: only those the commission has not rejected and the bidder has not withdrawn. */
import type { Bid } from '../project';

export const isAdmitted = ({ status }: Pick<Bid, 'status'>): boolean => status === 'valid';
