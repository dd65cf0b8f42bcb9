/** A choice of columns saved from one import and used by another. */
import { expect, test } from 'vitest';
import { parseColumnMap, type ColumnMap } from '../../../src-renderer/app/column-map';
import { ProblemError } from '../../../src-renderer/domain/problem';
import { createImportWizard, type ImportWizard } from '../../../src-renderer/ui/screens/imports/wizard';
import { startCaiet } from '../app/harness';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The wizard with a register open, and the mapping its file dialog would answer with. */
const opened = async (text: string, map: () => ColumnMap | null): Promise<{ readonly wizard: ImportWizard; readonly saved: { name: string; map: ColumnMap }[] }> => {
  const { caiet } = await startCaiet();
  await caiet.projects.create({ title: 'Iluminat' });
  caiet.call.addLot();
  const saved: { name: string; map: ColumnMap }[] = [];
  const wizard = createImportWizard({
    ...caiet.bids,
    saveMapping: async (name, given) => {
      saved.push({ name, map: parseColumnMap(bytes(JSON.stringify(given))) });
      return name;
    },
    pickMapping: async () => {
      const given = map();
      return given === null ? null : { name: 'coloane.json', map: given };
    },
  });
  await wizard.openFile('registru.csv', bytes(text));
  return { wizard, saved };
};

test('goes out and comes back for a table whose headings say nothing', async () => {
  const first = await opened('Cine;Cât;Ofertant\nAlfa;5;x\n', () => null);
  first.wizard.setColumn(0, 'bidder');
  first.wizard.setColumn(1, 'price');
  expect(await first.wizard.saveMapping('coloane')).toBe('coloane');
  expect(first.saved).toEqual([{ name: 'coloane', map: { sheet: 'registru', headerRow: 1, columns: { A: 'bidder', B: 'price' } } }]);
  const again = await opened('Titlu\nCine;Cât;Ofertant\nBeta;6;y\n', () => ({ headerRow: 2, columns: { cine: 'bidder', B: 'price' } }));
  expect(await again.wizard.loadMapping()).toBe('coloane.json');
  expect(again.wizard.store.getState()).toMatchObject({ columns: { 0: 'bidder', 1: 'price' }, guess: { plan: { headerRow: 2 } }, failure: null });
});

test('one that does not fit changes nothing and says why', async () => {
  const misfits: readonly (readonly [ColumnMap, string])[] = [
    [{ columns: { Telefon: 'email' } }, 'map.column'], [{ columns: { A: 'score' } }, 'map.field'], [{ columns: { A: 'bidder', B: 'bidder' } }, 'map.twice'], [{ sheet: 'Alta' }, 'map.sheet'],
  ];
  for (const [map, code] of misfits) {
    const { wizard } = await opened('Ofertant;Preț\nAlfa;5\n', () => map);
    expect(await wizard.loadMapping()).toBeNull();
    expect(wizard.store.getState()).toMatchObject({ columns: { 0: 'bidder', 1: 'price' }, failure: { problem: { code } } });
  }
});

test('only a mapping is read as one', () => {
  for (const [text, code] of [['x', 'map.notJson'], ['{"columns": 3}', 'map.shape'], ['{"rows": {}}', 'map.shape']] as const) {
    expect(() => parseColumnMap(bytes(text))).toThrow(ProblemError);
    expect(() => parseColumnMap(bytes(text))).toThrow(code);
  }
});
