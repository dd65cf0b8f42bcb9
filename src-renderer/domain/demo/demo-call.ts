/** The demo's buyer and call: street lighting that reports on itself, in a commune that does not exist. */
import type { Buyer } from '../project';
import type { DecimalString } from '../values';

export const DEMO_TITLE = 'Iluminat public inteligent';

export const DEMO_DESCRIPTION =
  'Locuitorii din satele Valea Luminii și Poiana Nouă reclamă de trei ani străzi întunecate și defecte reparate târziu. ' +
  'Astăzi un stâlp defect rămâne stins în medie 9 zile, iar primăria află din telefoanele oamenilor. ' +
  'Ținta este de cel mult 24 de ore de la defectare la reparare și o factură de energie cu 55 % mai mică, ' +
  'cu date publice despre starea fiecărei străzi.';

export const DEMO_BUYER: Buyer = { name: 'Comuna Valea Luminii', identifier: '91042719', nutsCode: 'RO322' };

export const DEMO_EVALUATOR = 'ing. Ioana Marinescu';

export type DemoLot = '1' | '2';

export interface DemoLotData {
  readonly number: DemoLot;
  readonly title: string;
  readonly description: string;
  /** Lei without VAT. */
  readonly estimatedValue: DecimalString;
}

export const DEMO_LOTS: readonly DemoLotData[] = [
  {
    number: '1',
    title: 'Corpuri de iluminat și telegestiune',
    description:
      'Înlocuirea a 620 de corpuri cu sodiu și un sistem de telegestiune care reglează fluxul luminos și anunță singur defectele. ' +
      'Cerință de rezultat: defectul este semnalat în cel mult 15 minute și reparat în cel mult 24 de ore.',
    estimatedValue: '1860000.00',
  },
  {
    number: '2',
    title: 'Sistem de monitorizare și date deschise',
    description:
      'Senzori de trafic, zgomot și calitate a aerului pe 40 de stâlpi și un portal public cu date deschise, ' +
      'actualizat cel puțin o dată pe oră, în formate pe care le poate folosi oricine.',
    estimatedValue: '420000.00',
  },
];
