/** The list of projects: finding one among many, putting them away and bringing them back, and keeping them. */
import { launchBrowserEdition } from './support/launch-browser';
import { addLot, lot } from './support/pages/call';
import { expect, test } from './support/pages/caiet-test';
import { expectFocusKept, pressWith, tabTo } from './support/pages/keys';
import { commandOf, expectTitles, importProjects, notice, projectList, projectMenu, projectRow, search, showShelf, sortBy } from './support/pages/projects';
import { createProject, expectSaved, expectStarted, goTo, heading } from './support/pages/shell';

test.use({ ownBrowser: false });

const FOUR = [
  { title: 'Țigle pentru școală' },
  { title: 'Şanţuri în Vâlcele', bidder: 'Ștefănescu Construct SRL' },
  { title: 'Apă curată' },
  { title: 'Zona verde', bidder: 'Înnoirea SA' },
] as const;

test('the search finds titles and bidders however their diacritics are written', async ({ caiet, page }) => {
  await importProjects(caiet, FOUR);
  const finds = async (query: string, titles: readonly string[]): Promise<void> => {
    await search(page).fill(query);
    await expectTitles(page, titles);
  };
  await finds('tigle', ['Țigle pentru școală']);
  await finds('ŢIGLE', ['Țigle pentru școală']);
  await finds('Șanțuri', ['Şanţuri în Vâlcele']);
  await finds('santuri valcele', ['Şanţuri în Vâlcele']);
  await finds('școala țigle', ['Țigle pentru școală']);
  await finds('stefanescu', ['Şanţuri în Vâlcele']);
  await finds('Ştefănescu', ['Şanţuri în Vâlcele']);
  await finds('înnoirea', ['Zona verde']);
  await expect(page.getByText('un proiect', { exact: true })).toBeVisible();

  await search(page).fill('pod peste râu');
  await expect(page.getByRole('heading', { name: 'Niciun proiect nu se potrivește' })).toBeVisible();
  await page.getByRole('button', { name: 'Golește căutarea' }).click();
  await expect(page.getByText('4 proiecte', { exact: true })).toBeVisible();
});

test('the list is ordered by title as Romanians order it, by creation, and by the last change', async ({ caiet, page }) => {
  await importProjects(caiet, FOUR);
  await sortBy(page, 'După titlu');
  await expectTitles(page, ['Apă curată', 'Şanţuri în Vâlcele', 'Țigle pentru școală', 'Zona verde']);
  await sortBy(page, 'Create recent');
  await expectTitles(page, ['Zona verde', 'Apă curată', 'Şanţuri în Vâlcele', 'Țigle pentru școală']);
  await projectRow(page, 'Apă curată').getByRole('link').click();
  await addLot(page, { number: '1', title: 'Foraj', estimatedValue: '100' });
  await expectSaved(page);
  await goTo(page, 'Proiecte');
  await expect(projectList(page).getByRole('rowheader').first()).toContainText('Apă curată');
});

test('a project is renamed, and copied without what belonged to its procedure', async ({ caiet, page }) => {
  await importProjects(caiet, FOUR);
  await commandOf(page, 'Zona verde', 'Redenumește…');
  const title = page.getByRole('textbox', { name: 'Titlul proiectului' });
  await expect(title).toHaveValue('Zona verde');
  await title.fill('   ');
  await page.getByRole('button', { name: 'Redenumește', exact: true }).click();
  await expect(page.getByText('Scrieți un titlu, ca proiectul să poată fi găsit în listă.')).toBeVisible();
  await title.fill('Parc „La Izvor”');
  await page.keyboard.press('Enter');
  await expect(projectRow(page, 'Parc „La Izvor”')).toBeVisible();
  await expect(projectRow(page, 'Zona verde')).toHaveCount(0);

  await commandOf(page, 'Parc „La Izvor”', 'Fă un proiect nou după acesta');
  const copy = projectRow(page, 'Parc „La Izvor” (copie)');
  await expect(copy.getByRole('cell').nth(0)).toHaveText('1');
  await expect(copy.getByRole('cell').nth(1)).toHaveText('0');
  await expect(projectRow(page, 'Parc „La Izvor”').getByRole('cell').nth(1)).toHaveText('1');

  await page.reload();
  await expect(page.getByText('5 proiecte', { exact: true })).toBeVisible();
  await copy.getByRole('link').click();
  await expect(lot(page, '1').getByRole('textbox', { name: 'Denumirea lotului' })).toHaveValue('Un lot');
});

test('a project goes to the archive and comes back', async ({ page }) => {
  await createProject(page, 'Piață agroalimentară');
  await goTo(page, 'Proiecte');
  await commandOf(page, 'Piață agroalimentară', 'Arhivează');
  await expect(page.getByRole('heading', { name: 'Niciun proiect activ' })).toBeVisible();
  await expectFocusKept(page);
  await page.reload();
  await expectStarted(page);
  await showShelf(page, 'Arhivate');
  await expectTitles(page, ['Piață agroalimentară']);
  await commandOf(page, 'Piață agroalimentară', 'Scoate din arhivă');
  await expect(page.getByRole('heading', { name: 'Nimic în arhivă' })).toBeVisible();
  await showShelf(page, 'Active');
  await expectTitles(page, ['Piață agroalimentară']);
});

test('a project in the bin comes back by the notice or its menu, and leaves for good only after a question', async ({ page }) => {
  await createProject(page, 'Gard viu');
  await addLot(page, { number: '1', title: 'Puieți', estimatedValue: '100' });
  await goTo(page, 'Proiecte');

  await test.step('back by the notice', async () => {
    await commandOf(page, 'Gard viu', 'Mută în coș');
    await expect(projectRow(page, 'Gard viu')).toHaveCount(0);
    await notice(page, 'Proiectul „Gard viu” este în coș.').getByRole('button', { name: 'Scoate din coș' }).click();
    await expectTitles(page, ['Gard viu']);
  });

  await test.step('back by the menu, after a reload', async () => {
    await commandOf(page, 'Gard viu', 'Mută în coș');
    await expect(projectRow(page, 'Gard viu')).toHaveCount(0);
    await page.reload();
    await expectStarted(page);
    await showShelf(page, 'Coș');
    await expect(projectRow(page, 'Gard viu').getByRole('link')).toHaveCount(0);
    await commandOf(page, 'Gard viu', 'Scoate din coș');
    await expect(page.getByRole('heading', { name: 'Coșul este gol' })).toBeVisible();
    await showShelf(page, 'Active');
    await projectRow(page, 'Gard viu').getByRole('link').click();
    await expect(lot(page, '1').getByRole('textbox', { name: 'Denumirea lotului' })).toHaveValue('Puieți');
    await goTo(page, 'Proiecte');
  });

  await test.step('for good', async () => {
    await commandOf(page, 'Gard viu', 'Mută în coș');
    await showShelf(page, 'Coș');
    const question = page.getByRole('alertdialog', { name: 'Ștergeți definitiv acest proiect?' });
    await commandOf(page, 'Gard viu', 'Șterge definitiv…');
    await expect(question.getByRole('button', { name: 'Renunță' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(question).toHaveCount(0);
    await expectTitles(page, ['Gard viu']);
    await commandOf(page, 'Gard viu', 'Șterge definitiv…');
    await question.getByRole('button', { name: 'Șterge definitiv' }).click();
    await expect(notice(page, 'Proiectul „Gard viu” a fost șters definitiv.')).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Aici vor sta proiectele dumneavoastră' })).toBeVisible();
  });
});

test('a thousand projects come in by one package, scroll from end to end, are found and worked through by keys, and survive a reload', async ({ caiet, page }) => {
  test.setTimeout(120_000);
  await importProjects(caiet, Array.from({ length: 1_000 }, (_, index) => ({ title: `Proiectul ${String(index + 1).padStart(4, '0')}`, ...(index === 776 ? { bidder: 'Țesătura Fină SRL' } : {}) })));
  await sortBy(page, 'După titlu');

  await test.step('only the rows in sight are drawn, and the ends are one key away', async () => {
    await expect(projectList(page)).toHaveAttribute('aria-rowcount', '1001');
    await expect(projectRow(page, 'Proiectul 0001')).toBeInViewport();
    expect(await projectList(page).getByRole('row').count()).toBeLessThan(100);
    await tabTo(page, page.getByRole('group', { name: 'Lista proiectelor' }));
    await page.keyboard.press('End');
    await expect(projectRow(page, 'Proiectul 1000')).toBeInViewport();
    await page.keyboard.press('Home');
    await expect(projectRow(page, 'Proiectul 0001')).toBeInViewport();
  });

  await test.step('Tab goes down row by row, and a project that leaves the list does not take the focus along', async () => {
    for (let row = 1; row <= 25; row += 1) {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
    }
    await expect(projectMenu(page, 'Proiectul 0025')).toBeFocused();
    await expect(projectMenu(page, 'Proiectul 0025')).toBeInViewport();
    await page.keyboard.press('Enter');
    await page.keyboard.type('arhiv');
    await expect(page.getByRole('menuitem', { name: 'Arhivează' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText('999 de proiecte', { exact: true })).toBeVisible();
    await expect(projectRow(page, 'Proiectul 0026')).toBeFocused();
  });

  await test.step('typing finds', async () => {
    await search(page).focus();
    await page.keyboard.type('proiectul 099'); // 0990 to 0999, and 0099
    await expect(page.getByText('11 proiecte', { exact: true })).toBeVisible();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('tesatura');
    await expectTitles(page, ['Proiectul 0777']);
    await pressWith(page, projectRow(page, 'Proiectul 0777').getByRole('link'), 'Enter');
    await expect(heading(page, 'Apel')).toBeVisible();
  });

  await test.step('after a reload', async () => {
    await goTo(page, 'Proiecte');
    await page.reload();
    await expect(page.getByText('999 de proiecte', { exact: true })).toBeVisible();
  });
});

test('what was saved survives a browser that is killed', async ({ userData }) => {
  const first = await launchBrowserEdition(userData);
  await createProject(first.page, 'Canalizare');
  await addLot(first.page, { number: '1', title: 'Colector', estimatedValue: '1.234,56' });
  await expect(lot(first.page, '1').getByRole('textbox', { name: 'Valoare estimată, fără TVA' })).toHaveValue('1.234,56');
  await expectSaved(first.page);
  await first.kill();
  const again = await launchBrowserEdition(userData, { port: first.port });
  await expectTitles(again.page, ['Canalizare']);
  await projectRow(again.page, 'Canalizare').getByRole('link').click();
  await expect(lot(again.page, '1').getByRole('textbox', { name: 'Denumirea lotului' })).toHaveValue('Colector');
  await expect(lot(again.page, '1').getByRole('textbox', { name: 'Valoare estimată, fără TVA' })).toHaveValue('1.234,56');
  await goTo(again.page, 'Fișa proiectului');
  await expect(again.page.getByText('4 modificări', { exact: true })).toBeVisible();
  await again.close();
  expect(again.trouble).toEqual([]);
});
