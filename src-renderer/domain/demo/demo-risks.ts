/** The risks of the demo's contract and who bears each. */
import type { IdSource } from '../ports/clock';
import { positionBetween } from '../position';
import type { Risk } from '../risk';
import type { Id, Position } from '../values';

const DEMO_RISKS: readonly Pick<Risk, 'description' | 'category' | 'allocation' | 'measures'>[] = [
  {
    description: 'Telegestiunea nu se leagă de tabloul electric existent.', category: 'interoperability', allocation: 'privateParty',
    measures: 'Probă pe o stradă înainte de montarea celorlalte corpuri; furnizorul stăpânește protocolul, deci poartă și adaptarea.',
  },
  {
    description: 'Portalul de date deschise rămâne nefolosit.', category: 'adoption', allocation: 'publicAuthority',
    measures: 'Două întâlniri cu locuitorii și un responsabil numit la primărie; folosirea ține de comună, nu de furnizor.',
  },
];

/** By fresh ids, in order. */
export const demoRisks = (ids: IdSource): Record<Id, Risk> => {
  let position: Position | null = null;
  return Object.fromEntries(DEMO_RISKS.map((risk): [Id, Risk] => {
    position = positionBetween(position, null);
    const id = ids.next();
    return [id, { id, position, ...risk }];
  }));
};
