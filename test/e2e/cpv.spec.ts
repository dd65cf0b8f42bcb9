/** CPV codes of a lot by keys alone: found without diacritics, refused, doubted, taken off, and named from an imported nomenclature. */
import { addLot, lot } from './support/pages/call';
import { expect, test } from './support/pages/caiet-test';
import { createProject, expectSaved, goTo } from './support/pages/shell';

test.use({ ownBrowser: false });

test('a lot gets its CPV codes by words and by code', async ({ page }) => {
  await createProject(page, 'Iluminat inteligent');
  await addLot(page, { number: '1', title: 'Stâlpi', estimatedValue: '500000' });
  const main = lot(page, '1').getByRole('combobox', { name: 'Cod CPV principal' });
  const chosen = lot(page, '1').getByRole('grid', { name: 'Cod CPV principal: ales' });

  await test.step('found by words in any order, without diacritics', async () => {
    await main.focus();
    await page.keyboard.type('iluminat stalpi');
    await expect(page.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(chosen.getByRole('row', { name: '34928510-6 Stâlpi de iluminat stradal' })).toBeVisible();
    await expect(main).toHaveValue('');
  });

  await test.step('another check digit than the list has is refused and the text stays', async () => {
    await main.focus();
    await page.keyboard.type('34928500-4');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Codul 34928500-4 are altă cifră de control: în nomenclator este 34928500-3.')).toBeVisible();
    await expect(main).toHaveValue('34928500-4');
    await main.fill('34928500');
    await page.keyboard.press('Enter');
    await expect(chosen.getByRole('row')).toHaveCount(1);
    await expect(chosen.getByRole('row', { name: /^34928500-3/u })).toBeVisible();
  });

  await test.step('a code of no list is taken with a doubt, and taken off by key', async () => {
    const additional = lot(page, '1').getByRole('combobox', { name: 'Coduri CPV suplimentare' });
    await additional.focus();
    await page.keyboard.type('03000000-1');
    await page.keyboard.press('Enter');
    await expect(page.getByText('03000000-1 nu se află în lista de aici.', { exact: false })).toBeVisible();
    await page.keyboard.type('senzori');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const others = lot(page, '1').getByRole('grid', { name: 'Coduri CPV suplimentare: ales' });
    await expect(others.getByRole('row')).toHaveCount(2);
    await others.getByRole('row', { name: /^03000000-1/u }).focus();
    await page.keyboard.press('Delete');
    await expect(others.getByRole('row')).toHaveCount(1);
    await expect(page.getByText('nu se află în lista de aici', { exact: false })).toHaveCount(0);
  });
  await expectSaved(page);

  await test.step('an imported nomenclature names what our list does not have; a bad file changes nothing', async () => {
    await goTo(page, 'Setări');
    const file = page.locator('input[type=file][accept*=".gc"]');
    const given = (name: string, text: string) => file.setInputFiles({ name, mimeType: 'application/xml', buffer: Buffer.from(text) });
    await given('cpv.xml', '<CPV_CODE><CPV CODE="03000000-1"><TEXT LANG="RO">Produse agricole</TEXT></CPV></CPV_CODE>');
    await expect(page.getByText('cu nomenclatorul importat din cpv.xml', { exact: false })).toBeVisible();
    await given('rau.xml', '<!DOCTYPE a><a/>');
    await expect(page.getByText('Fișierul XML cuprinde o declarație DOCTYPE', { exact: false })).toBeVisible();
    await expect(page.getByText('cu nomenclatorul importat din cpv.xml', { exact: false })).toBeVisible();
  });
});
