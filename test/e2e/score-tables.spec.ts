/** Scores a town hall keeps in a workbook of its own: recognised, corrected and taken in as the sheets of those who gave them. */
import { callHash } from '../../src-renderer/domain/frozen-call';
import type { Handout } from '../../src-renderer/domain/handout';
import type { Project } from '../../src-renderer/domain/project';
import { committee, declaration, packageOf } from '../unit/sheets/committee';
import { tableXlsx } from '../unit/spreadsheet/raw-xlsx';
import { expectAccessible } from './support/pages/accessible';
import { expect, test } from './support/pages/caiet-test';
import { showStep } from './support/pages/committee';
import { chooseFile, goOnToCheck, onDisk } from './support/pages/imports';
import { confirmImport, inspectPackage } from './support/pages/packages';
import { expectSaved, goTo, heading } from './support/pages/shell';

test.use({ ownBrowser: false });

const handoutTo = (project: Project, evaluatorId: string): Handout =>
  ({ id: `handout-${evaluatorId}`, evaluatorId, lotIds: { L1: true }, form: 'workbook', callHash: callHash(project), at: '2026-05-20T10:00:00.000Z', fileName: 'f.xlsx', sha256: '0'.repeat(64), returns: {} });

const handedOut = (): Uint8Array => {
  const project = committee();
  const evaluators = Object.fromEntries(Object.values(project.evaluators).map((person) => [person.id, { ...person, declaration: declaration() }]));
  return packageOf({ ...project, title: 'Cu fișe predate', evaluators, handouts: { 'handout-e1': handoutTo(project, 'e1'), 'handout-e2': handoutTo(project, 'e2') } });
};

const MATRIX = {
  name: 'centralizator.xlsx',
  bytes: tableXlsx([
    ['Centralizatorul punctajelor'], [null], ['Evaluator', 'Firma', 'Impact (max. 5)', 'C2 - Echipa', 'Total'],
    ['Evaluator e1', 'Felinar SRL', 4, 9, 13], ['Evaluator e1', 'Licurici SA', 3, 7, 10], ['Evaluator e2', 'Felinar SRL', 6, 8, 14], ['Evaluator e2', 'Licurici', 2, 6, 8],
  ]),
};

test('a matrix of scores comes in through the wizard, corrected in place, and goes with one undo', async ({ caiet, page }) => {
  await inspectPackage(caiet, onDisk(caiet, { name: 'predate.caiet.json', bytes: handedOut() }));
  await confirmImport(page);
  await page.getByRole('link', { name: 'Deschide', exact: true }).click();
  await goTo(page, 'Evaluare');
  await showStep(page, /^Fișe/u);

  await test.step('offered where a file turns out to be no sheet', async () => {
    await caiet.nextOpen(onDisk(caiet, MATRIX));
    await page.getByRole('button', { name: 'Ia o fișă întoarsă…' }).click();
    await page.getByRole('alert').or(page.getByRole('status')).getByRole('link', { name: 'Note dintr-un tabel…' }).click();
    await expect(heading(page, 'Note dintr-un tabel')).toBeVisible();
  });

  await chooseFile(caiet, MATRIX);
  await goOnToCheck(page);
  await test.step('what each column was taken for is shown, and errors hold everything back', async () => {
    for (const field of ['Evaluator', 'Ofertant', 'Punctaj: Impact', 'Punctaj: Echipa']) {
      await expect(page.getByRole('button', { name: new RegExp(`^${field} Ce conține coloana|Ce conține coloana.*${field}|^${field}`, 'u') }).first()).toBeVisible();
    }
    await expect(page.getByText('2 rânduri au erori.')).toBeVisible();
    await expectAccessible(page, 'scores from a table, errors');
    await page.getByRole('textbox', { name: 'Valoarea corectă' }).fill('5');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Un rând are erori.')).toBeVisible();
    await page.getByRole('button', { name: /Numele din proiect/u }).press('Enter');
    await page.getByRole('option', { name: 'Licurici SA' }).press('Enter');
  });

  const brought = page.getByRole('table', { name: 'Ce se ia din tabel' });
  await expect(brought.getByRole('row', { name: 'Evaluator e2' }).getByRole('cell')).toHaveText(['4', '4', '0', '0']);
  await expectAccessible(page, 'scores from a table, in order');
  await page.getByRole('button', { name: 'Ia 8 note' }).press('Enter');
  await expect(page.getByText('8 note sunt luate.')).toBeVisible();
  await expectAccessible(page, 'scores from a table, report');
  await expectSaved(page);
  await page.getByRole('link', { name: 'Mergi la evaluare' }).click();
  await showStep(page, /^Fișe/u);
  const people = page.getByRole('table', { name: 'Cine are fișa' });
  await expect(people.getByRole('row', { name: /Evaluator e2/u })).toContainText('4 din');
  await expect(page.getByRole('table', { name: 'Registrul fișelor' })).toContainText('centralizator.xlsx');
  await page.keyboard.press('Control+z');
  await expect(people.getByRole('row', { name: /Evaluator e2/u })).toContainText('0 din');
});
