/** The demo's bidders and bids. The companies are invented and their fiscal codes lie outside the range in use. */
import type { Inquiry } from '../admissibility/admission-fields';
import type { RejectionGround } from '../admissibility/grounds';
import type { BidStatus } from '../project';
import type { DecimalString } from '../values';
import type { DemoLot } from './demo-call';

export type DemoBidderKey = 'felinar' | 'licurici' | 'meridian' | 'senzorium' | 'valahia';

export interface DemoBidder {
  readonly key: DemoBidderKey;
  readonly name: string;
  readonly identifier: string;
  readonly sme: boolean;
  readonly email: string;
}

export const DEMO_BIDDERS: readonly DemoBidder[] = [
  { key: 'felinar', name: 'Felinar Sistem SA', identifier: '91273063', sme: false, email: 'oferte@felinar.example' },
  { key: 'licurici', name: 'Licurici Energie SRL', identifier: '92504182', sme: true, email: 'contact@licurici.example' },
  { key: 'meridian', name: 'Meridian Lux Servicii SRL', identifier: '93188622', sme: true, email: 'birou@meridianlux.example' },
  { key: 'senzorium', name: 'Senzorium Urban SRL', identifier: '94460953', sme: true, email: 'licitatii@senzorium.example' },
  { key: 'valahia', name: 'Rețele Valahia SRL', identifier: '95731406', sme: false, email: 'ofertare@retelevalahia.example' },
];

export interface DemoInquiry extends Pick<Inquiry, 'kind' | 'question' | 'answer' | 'outcome' | 'reason'> {
  readonly askedDaysAgo: number;
  readonly answeredDaysAgo: number | null;
}

export interface DemoBid {
  readonly bidder: DemoBidderKey;
  readonly lot: DemoLot;
  /** Lei without VAT. */
  readonly price: DecimalString;
  /** Received so many days before the demo is opened. */
  readonly daysAgo: number;
  readonly durationDays: number;
  readonly warrantyMonths: number;
  readonly notes: string;
  readonly status?: BidStatus;
  readonly statusReason?: string;
  readonly rejectionGround?: RejectionGround;
  /** Found admissible so many days before the demo is opened. */
  readonly admittedDaysAgo?: number;
  /** One question put to the bidder. */
  readonly inquiry?: DemoInquiry;
}

export const DEMO_BIDS: readonly DemoBid[] = [
  { bidder: 'felinar', lot: '1', price: '1598750.50', daysAgo: 13, durationDays: 150, warrantyMonths: 60, notes: 'Corpuri asamblate în țară; stoc de rezervă de 2 %.', admittedDaysAgo: 4 },
  { bidder: 'licurici', lot: '1', price: '1742300.00', daysAgo: 12, durationDays: 120, warrantyMonths: 84, notes: 'Propune o probă de 30 de zile pe strada Școlii.', admittedDaysAgo: 4 },
  {
    bidder: 'meridian', lot: '1', price: '1655400.00', daysAgo: 12, durationDays: 140, warrantyMonths: 60, notes: '',
    status: 'disqualified', rejectionGround: 'specificationNotMet',
    statusReason: 'Ofertă neconformă: corpurile propuse au gradul de protecție IP54, iar caietul de sarcini cere cel puțin IP66 (cap. 3.2). Răspunsul la solicitarea de clarificări nu a schimbat produsul oferit.',
    inquiry: {
      kind: 'clarification', askedDaysAgo: 9, answeredDaysAgo: 6,
      question: 'Fișa tehnică de la pag. 14 arată gradul de protecție IP54, iar caietul de sarcini cere cel puțin IP66 (cap. 3.2). Vă rugăm să arătați unde dovedește oferta gradul cerut.',
      answer: 'Ofertantul arată că produsul este IP54 și că ar putea furniza, la cerere, un model IP66.', outcome: 'insufficient', reason: 'Un alt model ar schimba oferta după depunere.',
    },
  },
  { bidder: 'senzorium', lot: '1', price: '1811900.00', daysAgo: 11, durationDays: 135, warrantyMonths: 72, notes: 'Telegestiune cu interfețe deschise; datele rămân ale comunei.', admittedDaysAgo: 4 },
  {
    bidder: 'valahia', lot: '1', price: '1429000.00', daysAgo: 11, durationDays: 180, warrantyMonths: 36, notes: 'Preț sub 80 % din valoarea estimată: se cere justificarea prețului.',
    inquiry: {
      kind: 'lowPrice', askedDaysAgo: 3, answeredDaysAgo: null,
      question: 'Vă rugăm să arătați prețul de achiziție al corpurilor, manopera prevăzută pentru montaj și costul celor 36 de luni de garanție, cu documente ale furnizorilor.',
      answer: '', outcome: null, reason: '',
    },
  },
  { bidder: 'licurici', lot: '2', price: '402150.00', daysAgo: 12, durationDays: 90, warrantyMonths: 60, notes: '' },
  {
    bidder: 'meridian', lot: '2', price: '398900.00', daysAgo: 12, durationDays: 100, warrantyMonths: 48, notes: '',
    status: 'withdrawn',
    statusReason: 'Retrasă de ofertant prin adresă scrisă, înainte de termenul-limită de depunere a ofertelor.',
  },
  { bidder: 'senzorium', lot: '2', price: '389600.00', daysAgo: 11, durationDays: 80, warrantyMonths: 60, notes: 'Portal cu licență deschisă, găzduit la alegerea comunei.' },
  { bidder: 'valahia', lot: '2', price: '371480.00', daysAgo: 11, durationDays: 110, warrantyMonths: 36, notes: '' },
];
