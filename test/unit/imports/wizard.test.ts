/** The wizard behind the import screen, on the real application and the real reader. */
import { expect, test } from 'vitest';
import type { Caiet } from '../../../src-renderer/app/caiet';
import { createImportWizard, type ImportWizard } from '../../../src-renderer/ui/screens/imports/wizard';
import { startCaiet } from '../app/harness';

const REGISTER = [
  'Registrul ofertelor;;;', 'Ofertant;CUI;Lot;Preț ofertat fără TVA (lei)', 'Țăndărei Digital S.A.;RO 12345674;1;1.198.000,50', 'ACME GmbH;DE 811907980;1;12,34,56',
  'Lumen Nord S.R.L.;98765438;2;88.450,00', 'Verde Urban SRL;;9;91.200,10', 'TOTAL;;;1.377.650,60',
].join('\n');

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const opened = async (text = REGISTER): Promise<{ readonly caiet: Caiet; readonly wizard: ImportWizard }> => {
  const { caiet } = await startCaiet();
  await caiet.projects.create({ title: 'Iluminat' });
  caiet.call.addLot();
  caiet.call.addLot();
  const wizard = createImportWizard(caiet.bids);
  await wizard.openFile('registru.csv', bytes(text));
  return { caiet, wizard };
};

/** Resolves at the first state that fits. */
const until = (wizard: ImportWizard, fits: (state: ReturnType<ImportWizard['store']['getState']>) => boolean): Promise<void> =>
  new Promise((resolve) => {
    if (fits(wizard.store.getState())) {
      resolve();
      return;
    }
    const stop = wizard.store.subscribe((state) => {
      if (!fits(state)) return;
      stop();
      resolve();
    });
  });

const checked = async (wizard: ImportWizard, act: () => void): Promise<void> => {
  const before = wizard.store.getState().check?.version ?? 0;
  act();
  await until(wizard, (state) => (state.check?.version ?? 0) > before && state.checking === null);
};

const bidsOf = (caiet: Caiet) => Object.values(caiet.workspace.getState().open?.project.bids ?? {});

test('finds the header below the title and maps the columns', async () => {
  const { wizard } = await opened();
  const { step, guess, columns } = wizard.store.getState();
  expect(step).toBe('table');
  expect(guess?.plan.headerRow).toBe(2);
  expect(columns).toEqual({ 0: 'bidder', 1: 'identifier', 2: 'lot', 3: 'price' });
});

test('a corrected cell and a row left out change what comes in; nothing is stored before', async () => {
  const { caiet, wizard } = await opened();
  await checked(wizard, () => wizard.goTo('check'));
  expect(wizard.store.getState().check?.summary).toMatchObject({ accepted: 2, withErrors: 2 });
  await checked(wizard, () => wizard.editCell(4, 'price', '12.345,60'));
  expect(wizard.store.getState().check?.summary).toMatchObject({ accepted: 3, withErrors: 1 });
  await checked(wizard, () => wizard.excludeRow(3));
  expect(wizard.store.getState().check?.summary.accepted).toBe(2);
  expect(bidsOf(caiet)).toEqual([]);
  await wizard.importNow();
  const { step, outcome } = wizard.store.getState();
  expect(step).toBe('report');
  expect(outcome?.summary.corrected).toBe(1);
  expect(caiet.workspace.getState().open?.project.imports[outcome?.record.id ?? '']?.cellsCorrected).toBe(1);
  expect(outcome?.outside.map(({ row, state }) => [row, state])).toEqual(expect.arrayContaining([[3, 'excluded'], [6, 'error']]));
  expect(new Set(bidsOf(caiet).map((bid) => bid.price?.amount))).toEqual(new Set([1234560, 8845000]));
});

test('changes made while a check runs are all in the last result', async () => {
  const { wizard } = await opened();
  wizard.goTo('check');
  wizard.editCell(4, 'price', '10,00');
  wizard.editCell(6, 'lot', '2');
  await until(wizard, (state) => state.checking === null && state.check !== null);
  expect(wizard.store.getState().check?.summary).toMatchObject({ accepted: 4, withErrors: 0 });
});

test('a field has one column: giving it to another takes it from the first', async () => {
  const { wizard } = await opened();
  await checked(wizard, () => wizard.goTo('check'));
  await checked(wizard, () => wizard.setColumn(1, 'bidder'));
  expect(wizard.store.getState().columns).toEqual({ 1: 'bidder', 2: 'lot', 3: 'price' });
});

test('undoing on the report takes the bids back and says how many', async () => {
  const { caiet, wizard } = await opened();
  await checked(wizard, () => wizard.goTo('check'));
  await wizard.importNow();
  await wizard.undoImport();
  expect(wizard.store.getState().outcome?.undone).toEqual({ removed: 2, kept: 0 });
  expect(bidsOf(caiet)).toEqual([]);
});

/** Others' turns pass, as they do between two slices of work. */
const turn = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });

test('what is edited while the rows are taken in stays, and they come in beside it once', async () => {
  const { caiet, wizard } = await opened();
  await checked(wizard, () => wizard.goTo('check'));
  const importing = wizard.importNow();
  for (let count = 0; count < 40; count += 1) {
    caiet.call.addLot();
    await turn();
  }
  await importing;
  expect(wizard.store.getState().step).toBe('report');
  expect(Object.keys(caiet.workspace.getState().open?.project.lots ?? {})).toHaveLength(42);
  expect(bidsOf(caiet)).toHaveLength(2);
});

test('rows of a project that is left while they are taken in go into no other', async () => {
  const { caiet, wizard } = await opened();
  await checked(wizard, () => wizard.goTo('check'));
  const importing = wizard.importNow().catch(() => undefined);
  caiet.projects.close();
  await importing;
  await caiet.projects.create({ title: 'Alt proiect' });
  expect(wizard.store.getState().step).not.toBe('report');
  expect(bidsOf(caiet)).toEqual([]);
});

test('stopping puts the file away and keeps nothing', async () => {
  const { caiet, wizard } = await opened();
  wizard.goTo('check');
  wizard.stop();
  await until(wizard, (state) => state.checking === null);
  const { step, session, check, failure } = wizard.store.getState();
  expect({ step, session, check }).toEqual({ step: 'file', session: null, check: null });
  expect(failure?.problem.code).toBe('file.cancelled');
  expect(bidsOf(caiet)).toEqual([]);
});

test('the same file again is recognised, and its bids are left out', async () => {
  const { caiet, wizard } = await opened();
  await checked(wizard, () => wizard.goTo('check'));
  await wizard.importNow();
  const again = createImportWizard(caiet.bids);
  await again.openFile('registru.csv', bytes(REGISTER));
  expect(again.store.getState().earlier?.rowsAccepted).toBe(2);
  await checked(again, () => again.goTo('check'));
  expect(again.store.getState().check?.summary.accepted).toBe(0);
});

test('a later version of the file tells which bids have another price by now', async () => {
  const { caiet, wizard } = await opened();
  await checked(wizard, () => wizard.goTo('check'));
  await wizard.importNow();
  const later = createImportWizard(caiet.bids);
  await later.openFile('registru-2.csv', bytes(REGISTER.replace('1.198.000,50', '1.199.000,50')));
  expect(later.store.getState().earlier).toBeNull();
  await checked(later, () => later.goTo('check'));
  const told = later.store.getState().check?.problems.filter(({ code }) => code.endsWith('InProject')).map(({ row, column, code, value, data }) => [row, column, code, value, data['as']]);
  expect(told).toEqual([[3, 'D', 'row.changedInProject', '1.199.000,50', '1198000.50'], [5, '', 'row.alreadyInProject', '', undefined]]);
  expect(later.store.getState().check?.summary.accepted).toBe(0);
});

test('a file that is no table is refused with its reason, on the first step', async () => {
  const { wizard } = await opened();
  await wizard.openFile('oferta.pdf', bytes('%PDF-1.7\n'));
  const { step, failure, session } = wizard.store.getState();
  expect({ step, session }).toEqual({ step: 'file', session: null });
  expect(failure).toMatchObject({ file: 'oferta.pdf', problem: { code: 'file.unknownType' } });
});

test('of several tables on a sheet the person chooses, and the rows of the other one are told', async () => {
  const { caiet, wizard } = await opened('Ofertant;Preț;Lot\nAlfa;5;1\n\nOfertant;CUI;Lot\nBeta;14399840;2\n');
  expect(wizard.store.getState().guess?.tables.map(({ headerRow }) => headerRow)).toEqual([1, 4]);
  await checked(wizard, () => wizard.goTo('check'));
  expect(wizard.store.getState().check?.summary).toMatchObject({ accepted: 1, excluded: 2 });
  await wizard.chooseTable({ headerRow: 4, lastRow: null, span: null });
  await checked(wizard, () => wizard.goTo('check'));
  await wizard.importNow();
  expect(wizard.store.getState().outcome?.outside.flatMap(({ problems }) => problems.map(({ row, code }) => `${row} ${code}`))).toEqual(['1 row.otherTable', '2 row.otherTable']);
  expect(Object.values(caiet.workspace.getState().open?.project.bidders ?? {}).map(({ name }) => name)).toEqual(['Beta']);
});
