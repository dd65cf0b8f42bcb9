/** Rows of a table of costs become the life-cycle costs of bids, each under the item the call asks for. */
import { costsAsked, type AskedCost } from '../domain/cost-items';
import type { Change } from '../domain/change';
import { foldText } from '../domain/fold-text';
import { equalJson } from '../domain/json-equal';
import { COST_TIMINGS, type CostTiming } from '../domain/life-cycle';
import { parseMoney } from '../domain/money';
import type { CostRow } from '../domain/ports/import-kinds';
import { fail } from '../domain/problem';
import type { Bid, ImportRecord, Project } from '../domain/project';
import type { Id, Money } from '../domain/values';
import { bidsOfRows } from './bids-of-rows';
import type { CostTarget } from './caiet';
import type { TakenBack } from './taken-back';

export type CostProblemCode =
  | 'costs.unknown' // data: {cost, lot, row, known}: the call asks for no such cost in the lot
  | 'costs.unclear' // data: {cost, lot, row}: the call asks for two of that name
  | 'costs.twice' // data: {bidder, cost, row}
  | 'costs.otherTiming'; // data: {cost, timing, row}: the row says it is paid otherwise than the call does

/** How tables say when a cost is paid, folded. What is none of these says nothing. */
const TIMING_WORDS: Readonly<Record<CostTiming, readonly string[]>> = {
  once: ['o data, la inceput', 'la inceput', 'o singura data, la inceput', 'initial', 'once, at the start', 'at the start', 'initially'],
  yearly: ['in fiecare an', 'pe an', 'anual', 'anuala', 'every year', 'each year', 'per year', 'yearly', 'annual', 'annually'],
  atEnd: ['o data, la sfarsit', 'la sfarsit', 'final', 'once, at the end', 'at the end'],
};

/** An amount for another time is another amount: it is asked about, never taken for what the call asks. */
const refuseOtherTiming = ({ name, timing }: AskedCost, row: CostRow): void => {
  const written = foldText(row.timing ?? '');
  const said = COST_TIMINGS.find((each) => TIMING_WORDS[each].some((words) => foldText(words) === written));
  if (said !== undefined && said !== timing) throw fail<CostProblemCode>('costs.otherTiming', { cost: name, timing: row.timing ?? '', row: row.source.row });
};

const itemOf = (project: Project, { lotId }: Bid, row: CostRow): AskedCost => {
  const asked = costsAsked(project, lotId);
  const about = { cost: row.cost ?? '', lot: project.lots[lotId]?.number ?? '', row: row.source.row };
  const [item, another] = asked.filter(({ name }) => foldText(name) === foldText(row.cost ?? ''));
  if (item === undefined) throw fail<CostProblemCode>('costs.unknown', { ...about, known: asked.map(({ name }) => name).join(', ') });
  if (another !== undefined) throw fail<CostProblemCode>('costs.unclear', about);
  return item;
};

/**
 * The project with the costs of the import; an amount that was there before is replaced, one the table does not name stays.
 * @throws ProblemError<CostProblemCode | RowBidProblemCode> when a row cannot be given to a bid or a cost: nothing is taken in then.
 */
export const costsFromRows = (project: Project, rows: readonly CostRow[], target: CostTarget, record: ImportRecord): Project => {
  const bids = { ...project.bids };
  const given = new Set<string>();
  const chosen = target.kind === 'bid' ? bids[target.bidId] : undefined;
  if (target.kind === 'bid' && chosen === undefined) throw fail('store.notFound', { id: target.bidId });
  const assigned = chosen === undefined ? bidsOfRows(project, rows) : rows.map((row) => [chosen, row] as const);
  for (const [{ id }, row] of assigned) {
    const bid = bids[id];
    if (bid === undefined || row.amount === null) continue;
    const item = itemOf(project, bid, row);
    refuseOtherTiming(item, row);
    if (given.has(`${id} ${item.id}`)) throw fail<CostProblemCode>('costs.twice', { bidder: project.bidders[bid.bidderId]?.name ?? '', cost: item.name, row: row.source.row });
    given.add(`${id} ${item.id}`);
    bids[id] = { ...bid, costs: { ...bid.costs, [item.id]: parseMoney(row.amount.amount, row.amount.currency) } };
  }
  return { ...project, bids, imports: { ...project.imports, [record.id]: record } };
};

type Costs = Readonly<Record<Id, Money>>;

/** What a change said of the costs of each bid, before and after. */
const costsIn = ({ patches }: Change): readonly { readonly bidId: Id; readonly before: Costs; readonly after: Costs }[] =>
  patches.flatMap(({ path: [collection, bidId, field, itemId], before, after }) => {
    if (collection !== 'bids' || bidId === undefined || field !== 'costs') return [];
    const whole = (value: unknown): Costs => (value === undefined ? {} : itemId === undefined ? value as Costs : { [itemId]: value as Money });
    return [{ bidId, before: whole(before), after: whole(after) }];
  });

/** The project without the amounts an import brought, where they are still as imported; others stay and are counted. */
export const withoutCosts = (project: Project, importId: Id, imported: Change | undefined): TakenBack => {
  const bids = { ...project.bids };
  let removed = 0;
  let kept = 0;
  for (const { bidId, before, after } of imported === undefined ? [] : costsIn(imported)) {
    const bid = bids[bidId];
    if (bid === undefined) continue;
    const costs: Record<Id, Money> = { ...bid.costs };
    for (const [itemId, amount] of Object.entries(after)) {
      const earlier = before[itemId];
      if (equalJson(earlier, amount)) continue;
      if (!equalJson(costs[itemId], amount)) {
        kept += 1;
        continue;
      }
      removed += 1;
      if (earlier === undefined) delete costs[itemId];
      else costs[itemId] = earlier;
    }
    const { costs: _costs, ...bare } = bid;
    bids[bidId] = Object.keys(costs).length === 0 ? bare : { ...bid, costs };
  }
  const { [importId]: _gone, ...imports } = project.imports;
  return { project: { ...project, bids, imports }, removed, kept };
};
