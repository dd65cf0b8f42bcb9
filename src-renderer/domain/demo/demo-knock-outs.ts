/** What a bid of the demo must meet to be compared at all. */
import type { IdSource } from '../ports/clock';
import { positionBetween } from '../position';
import type { KnockOut } from '../knock-out';
import type { Position } from '../values';

const DEMO_KNOCK_OUTS: readonly Pick<KnockOut, 'kind' | 'title' | 'description' | 'evidence'>[] = [
  {
    kind: 'requirement',
    title: 'Grad de protecție cel puțin IP66 pentru corpurile de iluminat',
    description: 'Caietul de sarcini, cap. 3.2. Corpurile stau în ploaie și praf; sub IP66 se defectează în primii ani.',
    evidence: 'Raport de încercare de la un laborator acreditat, pentru modelul ofertat.',
  },
  {
    kind: 'qualification',
    title: 'Autorizație ANRE pentru lucrări la rețeaua de joasă tensiune',
    description: 'Lucrările se fac pe stâlpii rețelei de distribuție.',
    evidence: 'Copia autorizației, valabilă la data depunerii ofertei.',
  },
];

/** Both conditions, under fresh ids. */
export const demoKnockOuts = (ids: IdSource): Record<string, KnockOut> => {
  let position: Position | null = null;
  return Object.fromEntries(DEMO_KNOCK_OUTS.map((fields): [string, KnockOut] => {
    position = positionBetween(position, null);
    const id = ids.next();
    return [id, { id, position, ...fields }];
  }));
};
