/** A demo whose procedure is over: one lot awarded and signed, one cancelled, with phases, a risk and documents. */
import type { LotDecision } from '../../../src-renderer/domain/lot-decision';
import { inOrder } from '../../../src-renderer/domain/position';
import type { Project } from '../../../src-renderer/domain/project';
import { demo } from '../export/workbook-fixture';

export const [LOT_1, LOT_2] = inOrder(demo().lots).map(({ id }) => id) as [string, string];
export const WINNER = Object.values(demo().bids).find(({ lotId, status, price }) => lotId === LOT_1 && status === 'valid' && price !== null)!;

export const decision = (id: string, fields: Partial<LotDecision> = {}): LotDecision => ({
  id, outcome: 'award', winnerBidId: WINNER.id, reason: 'MOTIVUL', decidedAt: '2026-11-02T10:00:00.000Z', approvedBy: 'PRIMARUL', approvedOn: null, basisHash: 'a'.repeat(64), ...fields,
});

/** The first lot awarded and signed, the second cancelled; two phases, of which the second has no known length. */
export const decided = (): Project => ({
  ...demo(),
  decisions: { [LOT_1]: decision(LOT_1), [LOT_2]: decision(LOT_2, { outcome: 'cancel', winnerBidId: null, cancellationGround: 'noAdmissibleBids' }) },
  afterDecisions: { [LOT_1]: { id: LOT_1, communicatedOn: '2026-11-03', signedOn: '2026-11-30', contractNumber: '17 din 2026', contractEndsOn: '2027-11-29' } },
  phases: {
    p1: { id: 'p1', position: 'a0', name: 'Prototip', suppliers: null, capPerSupplier: null, budget: null, months: 3, result: 'Zece stâlpi în funcțiune' },
    p2: { id: 'p2', position: 'a1', name: 'Extindere', suppliers: null, capPerSupplier: null, budget: null, months: null, result: '' },
  },
  risks: { r: { id: 'r', position: 'a0', description: 'Senzorii nu rezistă iarna', category: 'technology', allocation: 'shared', measures: 'Probă de iarnă' } },
});
