/** The order in which a lot's bids stand under the call's ranking rule. */
import { comparerOf } from '../evaluation/comparison';
import { rankingRuleOf } from '../evaluation/counted-criteria';
import { markLot } from '../evaluation/lot-marks';
import type { Project } from '../project';
import type { Id } from '../values';
import { amountOrder } from './amount-order';
import { BY_POINTS, type Order } from './order';

/** Among complete bids of the lot; contenders stand in the order of `bidIds`. */
export const orderOf = (project: Project, lotId: Id, bidIds: readonly Id[]): Order => {
  const rule = rankingRuleOf(project);
  const lot = project.lots[lotId];
  if (rule === 'weightedPoints' || lot === undefined) return BY_POINTS;
  const { field, sealed } = markLot(project, lot, Object.values(project.bids).filter((bid) => bid.lotId === lotId));
  const compare = comparerOf(project, lotId, field, sealed);
  const bids = bidIds.flatMap((id) => project.bids[id] ?? []);
  return compare === null ? BY_POINTS : amountOrder(rule, bids.map((bid) => (hundredths) => compare(bid, hundredths)));
};
