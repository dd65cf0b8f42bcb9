/**
 * Rows of a bid register become bidders and bids of a project. One bidder is recognised again by its fiscal number or,
 * where there is none to tell it apart, by its name: exactly, never by likeness.
 */
import { foldText } from '../domain/fold-text';
import { finish } from '../domain/in-steps';
import { moneyText, parseMoney } from '../domain/money';
import type { IdSource } from '../domain/ports/clock';
import type { BidRow } from '../domain/ports/import-kinds';
import { inOrder, positionBetween } from '../domain/position';
import { fail } from '../domain/problem';
import type { Bid, Bidder, ImportRecord, Lot, Project } from '../domain/project';
import { withoutSealedPrices } from '../domain/sealed-prices';
import type { DecimalString, Id } from '../domain/values';

/** Empty means not known, so it contradicts nothing. */
const agree = (left: string, right: string): boolean => left === '' || right === '' || left === right;

/** What the row says of its bidder; fields the bidder already has are never overwritten. */
const completed = (bidder: Bidder, row: BidRow): Bidder => ({
  ...bidder,
  identifier: bidder.identifier === '' ? row.identifier ?? '' : bidder.identifier,
  country: bidder.country === '' ? row.country ?? '' : bidder.country,
  sme: bidder.sme ?? row.sme,
  email: bidder.email === '' ? row.email ?? '' : bidder.email,
});

class BidderBook {
  readonly bidders: Record<Id, Bidder>;
  private readonly byIdentifier = new Map<string, Id[]>();
  private readonly byName = new Map<string, Id[]>();

  constructor(known: Readonly<Record<Id, Bidder>>, private readonly ids: IdSource) {
    this.bidders = { ...known };
    for (const bidder of Object.values(known)) this.index(bidder);
  }

  /** The bidder of a row, taken up when it is new. */
  idFor(row: BidRow, name: string): Id {
    const known = this.known(row, name);
    const bidder = completed(known ?? { id: this.ids.next(), name, identifier: '', country: '', sme: null, email: '' }, row);
    this.bidders[bidder.id] = bidder;
    if (known === undefined || known.identifier !== bidder.identifier) this.index(bidder);
    return bidder.id;
  }

  private known(row: BidRow, name: string): Bidder | undefined {
    const identifier = row.identifier ?? '';
    const country = row.country ?? '';
    const named = this.all(this.byName, foldText(name));
    if (identifier === '') return named.length === 1 ? named[0] : undefined;
    return this.all(this.byIdentifier, identifier).find((bidder) => agree(bidder.country, country))
      ?? named.find((bidder) => bidder.identifier === '' && agree(bidder.country, country));
  }

  private all(index: ReadonlyMap<string, readonly Id[]>, key: string): Bidder[] {
    return (index.get(key) ?? []).flatMap((id) => this.bidders[id] ?? []);
  }

  private index(bidder: Bidder): void {
    const put = (index: Map<string, Id[]>, key: string): void => {
      const present = index.get(key) ?? [];
      if (!present.includes(bidder.id)) index.set(key, [...present, bidder.id]);
    };
    put(this.byName, foldText(bidder.name));
    if (bidder.identifier !== '') put(this.byIdentifier, bidder.identifier);
  }
}

/** The lots of the project; a project without any takes those the register names, a register without lots makes one. */
const lotsFor = (project: Project, rows: readonly BidRow[], ids: IdSource): Record<Id, Lot> => {
  if (Object.keys(project.lots).length > 0) return project.lots;
  const lots: Record<Id, Lot> = {};
  let last: string | null = null;
  for (const number of new Set(rows.map(({ lot }) => lot ?? '1'))) {
    last = positionBetween(last, null);
    const id = ids.next();
    lots[id] = { id, position: last, number, title: '', description: '', estimatedValue: null };
  }
  return lots;
};

/** Finds a row's lot: by number, or the only one when the row names none. */
const lotFinder = (lots: Readonly<Record<Id, Lot>>): ((row: BidRow) => Id) => {
  const ordered = inOrder(lots);
  const byNumber = new Map(ordered.map((lot) => [foldText(lot.number), lot.id]));
  const only = ordered.length === 1 ? ordered[0]?.id : undefined;
  return ({ lot, source }) => {
    const id = lot === null ? only : byNumber.get(foldText(lot));
    if (id === undefined) throw fail('import.unknownLot', { lot: lot ?? '', sheet: source.sheet, row: source.row });
    return id;
  };
};

/** Rows made into bids between two stops. */
const ROWS_AT_A_TIME = 128;

/**
 * The project with the accepted rows as bids of the given import, with stops: a register has ten thousand of them.
 * @throws ProblemError `import.unknownLot` {lot, sheet, row}, `import.noBidder` {sheet, row}, or `money.*` for a price
 * the currency cannot hold; the reader of the sheet has refused such rows before.
 */
export function* makingBids(project: Project, rows: readonly BidRow[], record: ImportRecord, ids: IdSource): Generator<number, Project> {
  const lots = lotsFor(project, rows, ids);
  const lotIdFor = lotFinder(lots);
  const book = new BidderBook(project.bidders, ids);
  const bids: Record<Id, Bid> = { ...project.bids };
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_AT_A_TIME === 0) yield index;
    if (row.bidder === null) throw fail('import.noBidder', { ...row.source });
    const id = ids.next();
    bids[id] = {
      id,
      bidderId: book.idFor(row, row.bidder),
      lotId: lotIdFor(row),
      price: row.price === null ? null : parseMoney(row.price.amount, row.price.currency),
      vatIncluded: row.vatIncluded,
      receivedAt: row.receivedAt,
      durationDays: row.durationDays,
      warrantyMonths: row.warrantyMonths,
      notes: row.notes ?? '',
      status: 'valid',
      statusReason: '',
      importId: record.id,
    };
  }
  return { ...project, lots, bidders: book.bidders, bids, imports: { ...project.imports, [record.id]: record } };
}

/** The same without stops. */
export const bidsFromRows = (project: Project, rows: readonly BidRow[], record: ImportRecord, ids: IdSource): Project =>
  finish(makingBids(project, rows, record, ids));

const keyOf = ({ bidders, lots }: Project, { bidderId, lotId }: Bid): string => `${foldText(bidders[bidderId]?.name ?? '')}|${lots[lotId]?.number ?? ''}`;

/** Bids the project has, as `ImportContext.presentRows` names them: folded bidder name and lot number. */
export const presentBidKeys = (project: Project): string[] => Object.values(project.bids).map((bid) => keyOf(project, bid));

/** Their prices, as `ImportContext.presentAmounts` has them; of sealed lots and of bids without a price none. */
export const presentBidAmounts = (project: Project): Record<string, DecimalString> =>
  Object.fromEntries(Object.values(withoutSealedPrices(project).bids).flatMap((bid) => (bid.price === null ? [] : [[keyOf(project, bid), moneyText(bid.price)] as const])));
