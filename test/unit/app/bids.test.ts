/** A register comes in as one change, and goes out again without taking anybody's work along. */
import { describe, expect, test } from 'vitest';
import type { Caiet } from '../../../src-renderer/app/caiet';
import { inOrder } from '../../../src-renderer/domain/position';
import { startCaiet } from './harness';

const NEVER = { aborted: false, addEventListener: () => undefined };
const NO_DECISIONS = { edits: {}, excluded: [], included: [] };
const REGISTER = 'Ofertant;CUI;Lot;Preț ofertat fără TVA (lei)\nȚăndărei Digital S.A.;RO 14399840;1;1.198.000,50\nACME GmbH;DE 811907980;1;1.310.250,00\nȚăndărei Digital S.A.;RO 14399840;2;91.200,10\n';

const project = (caiet: Caiet) => {
  const open = caiet.workspace.getState().open;
  if (open === null) throw new Error('no project is open');
  return open.project;
};

const importRegister = async (caiet: Caiet, text = REGISTER) => {
  const session = await caiet.bids.openFile('registru.csv', new TextEncoder().encode(text), { signal: NEVER });
  const guess = await session.guess(0, caiet.bids.importContext());
  const summary = await session.check(guess.plan, caiet.bids.importContext(), NO_DECISIONS);
  const record = await caiet.bids.importRows(session, guess.plan, guess.signature, NO_DECISIONS, summary);
  session.close();
  return { record, summary, guess };
};

const withTwoLots = async () => {
  const started = await startCaiet();
  await started.caiet.projects.create({ title: 'P' });
  started.caiet.call.addLot();
  started.caiet.call.addLot();
  return started;
};

test('rows become bids of one bidder each, in one undoable change', async () => {
  const { caiet } = await withTwoLots();
  const { record } = await importRegister(caiet);
  const { bids, bidders } = project(caiet);
  expect(Object.values(bidders).map((bidder) => [bidder.name, bidder.country, bidder.identifier])).toEqual([['Țăndărei Digital S.A.', 'RO', '14399840'], ['ACME GmbH', 'DE', '811907980']]);
  expect(Object.values(bids).map((bid) => bid.price)).toEqual([{ amount: 119800050, currency: 'RON' }, { amount: 131025000, currency: 'RON' }, { amount: 9120010, currency: 'RON' }]);
  expect(record).toMatchObject({ rowsRead: 3, rowsAccepted: 3 });
  caiet.undo();
  expect(project(caiet).bids).toEqual({});
  expect(project(caiet).imports).toEqual({});
});

test('undoing an import keeps the bids that were edited or scored since', async () => {
  const { caiet } = await withTwoLots();
  const criterion = caiet.criteria.add('quality', null);
  const { record } = await importRegister(caiet);
  const [first, second] = Object.values(project(caiet).bids);
  caiet.bids.edit(first?.id ?? '', { notes: 'verified by phone' });
  caiet.evaluation.score(second?.id ?? '', criterion, '4');
  expect(await caiet.bids.undoImport(record.id)).toEqual({ removed: 1, kept: 2 });
  expect(Object.keys(project(caiet).bids)).toEqual([first?.id, second?.id]);
  expect(Object.keys(project(caiet).scoreSheets)).toHaveLength(1);
  caiet.undo();
  expect(Object.keys(project(caiet).bids)).toHaveLength(3);
});

test('the same register again brings nothing in twice, and the file is recognised', async () => {
  const { caiet } = await withTwoLots();
  const { record } = await importRegister(caiet);
  expect(caiet.bids.earlierImport(project(caiet).imports[record.id]?.sha256 ?? '')?.id).toBe(record.id);
  const session = await caiet.bids.openFile('registru.csv', new TextEncoder().encode(REGISTER), { signal: NEVER });
  const guess = await session.guess(0, caiet.bids.importContext());
  const summary = await session.check(guess.plan, caiet.bids.importContext(), NO_DECISIONS);
  expect(summary).toMatchObject({ accepted: 0, byCode: { 'row.alreadyInProject': 3 } });
});

test('a mapping is remembered for the next file of the same source', async () => {
  const { caiet, again } = await withTwoLots();
  const { id } = project(caiet);
  await importRegister(caiet);
  const restarted = await again();
  await restarted.projects.open(id);
  const session = await restarted.bids.openFile('registru.csv', new TextEncoder().encode(REGISTER), { signal: NEVER });
  const guess = await session.guess(0, restarted.bids.importContext());
  expect(guess.columns.filter((column) => column.remembered)).toHaveLength(4);
});

test('a bid typed by hand joins the bidder of the same name, whatever its diacritics', async () => {
  const { caiet } = await withTwoLots();
  const lots = inOrder(project(caiet).lots);
  caiet.bids.add(lots[0]?.id ?? '', 'Ştefăneşti Construct');
  caiet.bids.add(lots[1]?.id ?? '', 'ȘTEFĂNEȘTI  CONSTRUCT');
  expect(Object.values(project(caiet).bidders)).toHaveLength(1);
});

describe('a change of thousands of values', () => {
  const withMany = async () => {
    const { caiet } = await withTwoLots();
    const rows = Array.from({ length: 700 }, (_, index) => `Firma ${index};1;${1000 + index}`);
    const { record } = await importRegister(caiet, ['Ofertant;Lot;Preț', ...rows].join('\n'));
    expect(Object.keys(project(caiet).bids)).toHaveLength(700);
    return { caiet, record };
  };

  test('is taken back and brought back in slices, one after another, and stored', async () => {
    const { caiet } = await withMany();
    caiet.undo();
    expect(Object.keys(project(caiet).bids)).toHaveLength(700);
    expect(caiet.unstored()).toBe(true);
    caiet.redo();
    caiet.undo();
    await caiet.settle();
    expect(caiet.unstored()).toBe(false);
    expect(project(caiet).bids).toEqual({});
    const codes = (await caiet.projects.history(project(caiet).id)).map(({ label }) => label.code);
    expect(codes.slice(-4)).toEqual(['bidsImported', 'undone', 'redone', 'undone']);
  });

  test('is taken back beside what is edited meanwhile', async () => {
    const { caiet } = await withMany();
    caiet.undo();
    const lot = caiet.call.addLot();
    await caiet.settle();
    expect(project(caiet).bids).toEqual({});
    expect(project(caiet).lots[lot]).toBeDefined();
  });

  test('stays where something it brought was changed meanwhile, and that is said', async () => {
    const { caiet } = await withMany();
    const [bid] = Object.values(project(caiet).bids);
    caiet.undo();
    caiet.bids.edit(bid?.id ?? '', { notes: 'verified by phone' });
    await caiet.settle();
    expect(Object.keys(project(caiet).bids)).toHaveLength(700);
    expect(caiet.workspace.getState().notices.at(-1)).toMatchObject({ code: 'problem', problem: { code: 'store.stale' } });
  });

  test('that came from a file goes by its own way back, too', async () => {
    const { caiet, record } = await withMany();
    expect(await caiet.bids.undoImport(record.id)).toEqual({ removed: 700, kept: 0 });
    expect(project(caiet).bids).toEqual({});
    expect(project(caiet).bidders).toEqual({});
  });
});
