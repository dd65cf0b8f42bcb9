/** What a bid of the demo must meet to be compared at all, and where the admitted ones show it. */
import type { KnockOutCheck } from '../admissibility/admission-fields';
import type { IdSource } from '../ports/clock';
import { positionBetween } from '../position';
import type { KnockOut } from '../knock-out';
import type { Id, Position } from '../values';
import type { DemoBidderKey } from './demo-bids';

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

/** By condition, in the order of the call. A bid is found admissible only after each of them was looked at. */
const SHOWN: Readonly<Partial<Record<DemoBidderKey, readonly string[]>>> = {
  felinar: ['Raportul de încercare nr. 2214, anexa 1, pag. 4-7: IP66.', 'Autorizația ANRE tip C1A, anexa 3, valabilă la data ofertei.'],
  licurici: ['Raportul de încercare din anexa 2, pag. 2: IP67.', 'Autorizația ANRE tip C1A a subcontractantului, anexa 4, cu acordul de subcontractare.'],
  senzorium: ['Raportul de încercare din anexa 3, pag. 11: IP66.', 'Autorizația ANRE tip C1A, anexa 6, pag. 1-2.'],
};

/** The checks of a bidder's admitted bid; none for those nobody has come to yet. */
export const demoChecks = (bidder: DemoBidderKey, knockOuts: Readonly<Record<Id, KnockOut>>): Record<Id, KnockOutCheck> =>
  Object.fromEntries(Object.keys(knockOuts).flatMap((id, index): [Id, KnockOutCheck][] => {
    const evidence = SHOWN[bidder]?.[index];
    return evidence === undefined ? [] : [[id, { id, outcome: 'met', evidence, reason: '' }]];
  }));
