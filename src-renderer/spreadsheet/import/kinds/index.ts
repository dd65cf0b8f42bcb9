/** Every kind of table that can be imported. */
import type { ImportField, ImportKind } from '../../../domain/ports/import-kinds';
import { BIDS } from './bids';
import { COSTS } from './costs';
import { CPV } from './cpv';
import type { ImportKindRule } from './import-kind';
import { NEEDS } from './needs';
import { PRICE_SCHEDULE } from './price-schedule';
import { REQUIREMENTS } from './requirements';
import { scoresRule } from './score-matrix';
import { SCORES } from './scores';

export const KINDS: Readonly<Record<ImportKind, ImportKindRule>> = { bids: BIDS, 'price-schedule': PRICE_SCHEDULE, needs: NEEDS, requirements: REQUIREMENTS, scores: SCORES, costs: COSTS, cpv: CPV };

/** How a table of the kind is read with these columns. */
export const ruleFor = (kind: ImportKind, columns: Readonly<Record<number, ImportField>>): ImportKindRule => (kind === 'scores' ? scoresRule(columns) : KINDS[kind]);
