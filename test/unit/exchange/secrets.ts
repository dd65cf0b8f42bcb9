/** Projects in which everything that must not leave has been marked, so that it can be searched for in the bytes. */
import type { Bid, Project } from '../../../src-renderer/domain/project';
import { demo } from '../export/workbook-fixture';

/** Of every bid, one after another: a price that occurs nowhere else. */
const FIRST_PRICE = 73_190_013;
const priceOf = (index: number): number => FIRST_PRICE + index * 101;

const planted = <Item>(items: Readonly<Record<string, Item>>, change: (item: Item, index: number) => Item): Record<string, Item> =>
  Object.fromEntries(Object.entries(items).map(([id, item], index) => [id, change(item, index)]));

const bidWithSecrets = (bid: Bid, index: number): Bid => ({
  ...bid, price: { amount: priceOf(index), currency: 'RON' }, notes: `SECRET-notes-${index}`, statusReason: `SECRET-statusReason-${index}`, laterBidField: `SECRET-laterBid-${index}`,
});

/** The demo with an evaluator's id made of a name, as another program may do it. */
const withTellingIds = (): Project => {
  const project = demo();
  const [evaluatorId] = Object.keys(project.evaluators);
  return JSON.parse(JSON.stringify(project).replaceAll(`"${evaluatorId}`, '"SECRET-evaluator-id').replaceAll(/SECRET-evaluator-id(\d+)/g, `${evaluatorId}$1`)) as Project;
};

/** The demo full of secrets: every one is a text of its own that begins with `SECRET-`, or a price. */
export const projectWithSecrets = (): Project => {
  const project = withTellingIds();
  return {
    ...project,
    laterField: 'SECRET-later',
    buyer: { ...project.buyer, laterBuyerField: 'SECRET-laterBuyer' },
    lots: planted(project.lots, (lot) => ({ ...lot, laterLotField: 'SECRET-laterLot' })),
    awardCriteria: planted(project.awardCriteria, (criterion) => ({ ...criterion, laterCriterionField: 'SECRET-laterCriterion' })),
    bidders: planted(project.bidders, (bidder, index) => ({ ...bidder, email: `SECRET-${index}@exemplu.ro`, laterBidderField: 'SECRET-laterBidder' })),
    bids: planted(project.bids, bidWithSecrets),
    evaluators: planted(project.evaluators, (evaluator) => ({ ...evaluator, name: 'SECRET-evaluator' })),
    scoreSheets: planted(project.scoreSheets, (sheet) => ({ ...sheet, scores: planted(sheet.scores, (score) => ({ ...score, reason: 'SECRET-reason' })), laterSheetField: 'SECRET-laterSheet' })),
    attachments: { 'file-1': {
      id: 'file-1', position: 'a0', title: 'SECRET-document', fileName: 'SECRET-document.pdf', mediaType: 'application/SECRET-type', size: 7, sha256: 'cd'.repeat(32), filedUnder: { kind: 'bid', id: 'SECRET-filed' },
      addedAt: '2026-03-02T08:15:00.000Z',
    } },
    clarifications: { 'question-1': {
      id: 'question-1', position: 'a0', receivedOn: '2026-03-02', asker: 'SECRET-asker', question: 'SECRET-question', publicQuestion: 'Se poate vizita amplasamentul?', answer: 'Da.', publishedOn: null, mergedInto: null,
    } },
    imports: { 'import-1': {
      id: 'import-1', kind: 'bids', fileName: 'SECRET-file.xlsx', sha256: 'ab'.repeat(32), sheet: 'SECRET-sheet', importedAt: '2026-03-02T08:15:00.000Z',
      rowsRead: 1, rowsAccepted: 1, rowsExcluded: 0, warnings: 0, cellsCorrected: 0,
    } },
  };
};

/** In minor units as packages write it, and in main units with and without the trailing zero as OCDS does. */
const writtenPrices = (project: Project): string[] => Object.values(project.bids).flatMap(({ price }) => {
  const amount = price?.amount ?? 0;
  return [String(amount), String(amount / 100), (amount / 100).toFixed(2)];
});

/** Names, fiscal codes and ids of whoever bids: public after the report, not before. */
const bidderTexts = (project: Project): string[] => Object.values(project.bidders).flatMap(({ id, name, identifier }) => [id, name, identifier]);

/** What no publication may ever hold. */
export const ALWAYS_SECRET: readonly string[] = ['SECRET-', 'exemplu.ro'];

/** What no publication may hold before the report. */
export const secretBeforeReport = (project: Project): string[] =>
  [...ALWAYS_SECRET, ...writtenPrices(project), ...bidderTexts(project), ...Object.keys(project.bids), 'disqualified', 'withdrawn'];

export const found = (bytes: Uint8Array, secrets: readonly string[]): string[] => {
  const text = Buffer.from(bytes).toString('utf8');
  return secrets.filter((secret) => text.includes(secret));
};
