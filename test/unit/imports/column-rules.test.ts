/** What is said of whole columns: remembered for the next file of the same source, in sight, and in the saved mapping. */
import { expect, test } from 'vitest';
import type { Caiet } from '../../../src-renderer/app/caiet';
import { parseColumnMap, type ColumnMap } from '../../../src-renderer/app/column-map';
import { createImportWizard, type ImportWizard } from '../../../src-renderer/ui/screens/imports/wizard';
import { startCaiet } from '../app/harness';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const REGISTER = 'Ofertant;Lot;Preț;Data depunerii\nAlfa;unu;1.234;03/04/2026\nBeta;unu;2.345;05/06/2026\n';
const NEXT = 'Ofertant;Lot;Preț;Data depunerii\nGama;unu;5.678;07/08/2026\n';

const wizardOn = async (caiet: Caiet, text: string, dialogs: Partial<Caiet['bids']> = {}): Promise<ImportWizard> => {
  const wizard = createImportWizard({ ...caiet.bids, ...dialogs });
  await wizard.openFile('registru.csv', bytes(text));
  return wizard;
};

const checked = (wizard: ImportWizard, act: () => void): Promise<void> => new Promise((resolve) => {
  const stop = wizard.store.subscribe(({ check, checking }, before) => {
    if (check === null || checking !== null || before.checking === null) return;
    stop();
    resolve();
  });
  act();
});

const started = async (): Promise<Caiet> => {
  const { caiet } = await startCaiet();
  await caiet.projects.create({ title: 'Iluminat' });
  caiet.call.addLot();
  return caiet;
};

const sayAll = (wizard: ImportWizard): void => {
  wizard.setStyle('price', { mark: ',' });
  wizard.setStyle('receivedAt', { order: 'monthFirst' });
  wizard.replaceInColumn('lot', 'unu', '1');
};

const bidsOf = (caiet: Caiet) => Object.values(caiet.workspace.getState().open?.project.bids ?? {});

test('are obeyed by the next import of the same source, and can be taken back there', async () => {
  const caiet = await started();
  const first = await wizardOn(caiet, REGISTER);
  await checked(first, () => first.goTo('check'));
  expect(first.store.getState().check?.summary.accepted).toBe(0);
  await checked(first, () => sayAll(first));
  expect(first.store.getState().check?.summary).toMatchObject({ accepted: 2, corrected: 2 });
  await first.importNow();
  const second = await wizardOn(caiet, NEXT);
  expect(second.store.getState()).toMatchObject({ styles: { price: { mark: ',', order: null }, receivedAt: { mark: null, order: 'monthFirst' } }, decisions: { replacements: { lot: { unu: '1' } } } });
  await checked(second, () => second.goTo('check'));
  expect(second.store.getState().check?.summary).toMatchObject({ accepted: 1, withErrors: 0 });
  await checked(second, () => second.dropRule('lot', 'unu'));
  expect(second.store.getState().check?.summary).toMatchObject({ accepted: 0, withErrors: 1 });
  await checked(second, () => second.replaceInColumn('lot', 'unu', '1'));
  await checked(second, () => second.dropRule('price', null));
  expect(second.store.getState().check?.summary.byCode).toMatchObject({ 'cell.ambiguousNumber': 1 });
  await checked(second, () => second.setStyle('price', { mark: ',' }));
  await second.importNow();
  expect(bidsOf(caiet).map(({ price, receivedAt }) => [price?.amount, receivedAt])).toEqual([[123400, '2026-03-04'], [234500, '2026-05-06'], [567800, '2026-07-08']]);
});

test('go out with the mapping and come back with it', async () => {
  const caiet = await started();
  let saved: ColumnMap | null = null;
  const first = await wizardOn(caiet, REGISTER, {
    saveMapping: async (name, map) => {
      saved = parseColumnMap(bytes(JSON.stringify(map)));
      return name;
    },
  });
  await checked(first, () => {
    first.goTo('check');
    sayAll(first);
  });
  await first.saveMapping('coloane');
  expect(saved).toMatchObject({ rules: { lot: { replace: { unu: '1' } }, price: { decimalMark: ',' }, receivedAt: { dateOrder: 'monthFirst' } } });
  const second = await wizardOn(await started(), NEXT, { pickMapping: async () => (saved === null ? null : { name: 'coloane.json', map: saved }) });
  await second.loadMapping();
  await checked(second, () => second.goTo('check'));
  expect(second.store.getState().check?.summary).toMatchObject({ accepted: 1, withErrors: 0 });
});

test('in a mapping that names no field are refused with the reason', async () => {
  const wizard = await wizardOn(await started(), NEXT, { pickMapping: async () => ({ name: 'x.json', map: { rules: { pret: { decimalMark: ',' } } } }) });
  expect(await wizard.loadMapping()).toBeNull();
  expect(wizard.store.getState().failure?.problem.code).toBe('map.field');
});
