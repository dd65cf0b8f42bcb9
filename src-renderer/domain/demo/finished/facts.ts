/**
 * What the finished procedure is made of, in numbers and names: the same in every language. People, places and
 * companies are invented; the fiscal codes lie outside the range in use.
 */
import type { BidRow } from '../../ports/import-kinds';
import type { Buyer } from '../../project';
import type { DecimalString } from '../../values';

export const FINISHED_BUYER: Buyer = { name: 'Orașul Izvoru Senin', identifier: '96142077', nutsCode: 'RO211' };

/** Lei without VAT. */
export const FINISHED_ESTIMATE: DecimalString = '640000.00';

/** What each level of the call's tree weighs: price, quality of the solution, the group of transformative potential. */
export const FINISHED_WEIGHTS = ['40', '20', '40'] as const;

export const SECRETARY = 'Sorina Fântânaru';
export const MAYOR = 'Petru Vadimescu';

/** Those who score and vote, the chair first. */
export const SCORERS = ['ilinca', 'tudor', 'anca'] as const;
export type Scorer = (typeof SCORERS)[number];
export const SCORER_NAMES: Readonly<Record<Scorer, string>> = { ilinca: 'Ilinca Văleanu', tudor: 'Tudor Crăciunel', anca: 'Anca Silvestrescu' };

export type FinishedBidder = 'hidrosens' | 'limpede' | 'picatura' | 'conducta';

type Registered = Pick<BidRow, 'identifier' | 'sme' | 'durationDays' | 'warrantyMonths' | 'email'> & { readonly name: string; readonly price: DecimalString };

export const FINISHED_BIDS: Readonly<Record<FinishedBidder, Registered>> = {
  hidrosens: { name: 'Hidrosens Analitic SRL', identifier: '96873158', price: '588400.00', sme: true, durationDays: 180, warrantyMonths: 60, email: 'oferte@hidrosens.example' },
  limpede: { name: 'Limpede Tehnologii SA', identifier: '97234403', price: '561250.00', sme: false, durationDays: 210, warrantyMonths: 48, email: 'licitatii@limpede.example' },
  picatura: { name: 'Picătura Digitală SRL', identifier: '97518626', price: '612900.00', sme: true, durationDays: 150, warrantyMonths: 60, email: 'birou@picaturadigitala.example' },
  conducta: { name: 'Conducta Zonală SRL', identifier: '97903184', price: '545000.00', sme: true, durationDays: 120, warrantyMonths: 24, email: 'contact@conductazonala.example' },
};

/** The bid that fails a condition of the call, and so is nobody's to score. */
export const REJECTED: FinishedBidder = 'conducta';

export type ScoredBidder = Exclude<FinishedBidder, typeof REJECTED>;

/** By criterion in the order of the call, the level each of `SCORERS` gave: solution, then the rubric from service change to learning. */
export const LEVELS: Readonly<Record<ScoredBidder, readonly (readonly [number, number, number])[]>> = {
  hidrosens: [[4, 4, 4], [5, 5, 4], [4, 4, 3], [4, 4, 4], [5, 4, 5], [4, 4, 4], [4, 3, 4]],
  limpede: [[4, 4, 3], [4, 3, 4], [3, 3, 3], [4, 3, 3], [3, 3, 3], [4, 4, 4], [3, 3, 2]],
  // Novelty is where the commission did not see the same thing.
  picatura: [[3, 3, 3], [4, 4, 5], [5, 5, 2], [3, 3, 4], [4, 4, 4], [3, 2, 3], [3, 3, 3]],
};

/** The score the commission talked over: of which bid, under which criterion of `LEVELS`, and what it agreed on. */
export const MODERATED = { bidder: 'picatura', criterion: 2, level: '4', against: 'anca' } as const satisfies { readonly bidder: ScoredBidder; readonly criterion: number; readonly level: string; readonly against: Scorer };

/** Days before the demo is opened on which things happened. */
export const DAYS_AGO = {
  created: 155, frozen: 141, deadline: 107, examined: 105, handedOut: 105, scored: 103, returned: 101, consensus: 98, opened: 97, decided: 94, approved: 93, communicated: 92,
  signed: 72, noticed: 66, piloted: 20, reviewed: 16,
} as const;

/** The months each phase of the contract takes, six together as the winning bid says; the first is over when the demo is opened. */
export const PHASE_MONTHS = [2, 3, 1] as const;

export const CONTRACT_NUMBER = '4127';
