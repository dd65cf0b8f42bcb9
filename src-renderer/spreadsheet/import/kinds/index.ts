/** Every kind of table that can be imported. */
import type { ImportKind } from '../../../domain/ports/import-kinds';
import { BIDS } from './bids';
import { COSTS } from './costs';
import { CPV } from './cpv';
import type { ImportKindRule } from './import-kind';
import { NEEDS } from './needs';
import { PRICE_SCHEDULE } from './price-schedule';
import { REQUIREMENTS } from './requirements';
import { SCORES } from './scores';

export const KINDS: Readonly<Record<ImportKind, ImportKindRule>> = { bids: BIDS, 'price-schedule': PRICE_SCHEDULE, needs: NEEDS, requirements: REQUIREMENTS, scores: SCORES, costs: COSTS, cpv: CPV };
