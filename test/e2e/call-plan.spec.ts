/** The plan of a call by keys alone: from the questions to the procedure, its days, and an answered question nobody can be traced by. */
import { lot, partLink } from './support/pages/call';
import { expect, test } from './support/pages/caiet-test';
import { pressWith, tabTo } from './support/pages/keys';
import { createProject, expectSaved } from './support/pages/shell';

test.use({ ownBrowser: false });

test('the procedure is recommended and chosen, the days are proposed, and a question is answered for everybody', async ({ page }) => {
  await createProject(page, 'Senzori pentru apă');
  await page.getByRole('button', { name: 'Adaugă primul lot' }).press('Enter');
  await lot(page, '1').getByRole('textbox', { name: 'Valoare estimată, fără TVA' }).fill('500000');
  await lot(page, '1').getByRole('textbox', { name: 'Valoare estimată, fără TVA' }).press('Enter');

  await test.step('the questions lead to a recommendation, which is taken', async () => {
    await pressWith(page, partLink(page, 'Procedură'), 'Enter');
    for (const [label, option] of [['Ce cumpărați, în principal', 'Produse'], ['Ce autoritate sunteți', 'Consiliu local'], ['Ce se găsește pe piață', 'O soluție gata']] as const) {
      await pressWith(page, page.getByRole('button', { name: new RegExp(`${label}$`, 'u') }), 'Enter');
      await page.getByRole('option', { name: new RegExp(`^${option}`, 'u') }).press('Enter');
    }
    for (const [label, answer] of [['Căutați doar un plan sau un proiect', 'Nu'], ['Este nevoie de cercetare și dezvoltare', 'Nu'], ['Puteți descrie precis mijloacele tehnice', 'Da']] as const) {
      const radio = page.getByRole('radiogroup', { name: label }).getByRole('radio', { name: answer });
      await radio.focus();
      await page.keyboard.press('Space');
      await expect(radio).toBeChecked();
    }
    await expect(page.getByText('Recomandare: Procedură simplificată')).toBeVisible();
    await pressWith(page, page.getByRole('button', { name: 'Alege procedura recomandată' }), 'Enter');
  });

  await test.step('a similar purchase of last month, noted by hand, takes the value over the threshold', async () => {
    await expect(page.getByText('Lotul 1 nu are cod CPV', { exact: false })).toBeVisible();
    await pressWith(page, page.getByRole('button', { name: 'Notează una din afara Caiet' }), 'Enter');
    await page.keyboard.type('Senzori pentru parcuri');
    await page.keyboard.press('Tab');
    const [year = '', month = '', day = ''] = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10).split('-');
    await page.keyboard.type(`${day}${month}${year}`);
    await page.getByRole('listitem', { name: 'Achiziția similară 1' }).getByRole('textbox', { name: 'Valoare, fără TVA' }).fill('600000');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Împreună cu o achiziție similară din ultimul an', { exact: false })).toBeVisible();
    await page.getByRole('textbox', { name: 'De ce nu este o achiziție împărțită' }).fill('Altă utilizare, alt program de finanțare.');
    await page.keyboard.press('Tab');
    await expect(page.getByText('Împreună cu o achiziție similară din ultimul an', { exact: false })).toHaveCount(0);
  });

  await test.step('the days are proposed from the publication', async () => {
    await pressWith(page, partLink(page, 'Calendar'), 'Enter');
    const date = page.getByRole('group', { name: 'Data ei' }).getByRole('spinbutton').first();
    await tabTo(page, date);
    await page.keyboard.type('04052026');
    await pressWith(page, page.getByRole('button', { name: 'Completează calendarul' }), 'Enter');
    await expect(page.getByRole('list', { name: 'Zilele apelului' }).getByText('Cel puțin 10 zile.')).toBeVisible();
    await expect(page.getByRole('figure', { name: /^Calendarul apelului de la/u })).toBeVisible();
  });

  await test.step('a question is answered, and the name of who asked is not let into the public text', async () => {
    await pressWith(page, partLink(page, 'Întrebări și erate'), 'Enter');
    await pressWith(page, page.getByRole('button', { name: 'Adaugă prima întrebare' }), 'Enter');
    await page.keyboard.type('Noi, Izvor SRL, putem livra în rate?');
    await page.getByRole('textbox', { name: 'Cine a întrebat' }).fill('Izvor SRL');
    const asked = page.getByRole('textbox', { name: 'Întrebarea pentru public' });
    await asked.fill('Izvor SRL întreabă: se poate livra în rate?');
    await page.getByRole('textbox', { name: 'Răspunsul publicat' }).fill('Da, în cel mult trei tranșe.');
    // A question just added is not reproached before it has been left once.
    await page.getByRole('button', { name: 'Adaugă întrebare' }).focus();
    await expect(page.getByText('cuprinde numele „Izvor SRL”', { exact: false })).toBeVisible();
    await asked.fill('Se poate livra în rate?');
    await page.keyboard.press('Tab');
    await expect(page.getByText('cuprinde numele', { exact: false })).toHaveCount(0);
    await expectSaved(page);
    await pressWith(page, page.getByRole('link', { name: 'Documentul cu răspunsul' }), 'Enter');
    await expect(page.getByText('Da, în cel mult trei tranșe.')).toBeVisible();
    await expect(page.getByText('Izvor')).toHaveCount(0);
  });
});
