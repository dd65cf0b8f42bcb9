/** From the opened bids to the letters, by keyboard alone: reject, correct, decide, read the letter, and find the lot locked. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from './support/pages/caiet-test';
import { expectFocusKept } from './support/pages/keys';
import { expectSaved, goTo, heading, openDemo } from './support/pages/shell';
import { told } from './support/pages/told';

test.use({ ownBrowser: false });

/** Where the focus is given, Tab would lead there too: the tours prove that nothing is out of its reach. */
const press = async (page: Page, target: Locator, key = 'Enter'): Promise<void> => {
  await target.focus();
  await page.keyboard.press(key);
};

const chooseTyped = async (page: Page, field: Locator, beginning: string): Promise<void> => {
  await press(page, field);
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.type(beginning);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toHaveCount(0);
};

const examine = async (page: Page, bidder: string): Promise<void> => {
  await press(page, page.getByRole('region', { name: /^Lotul 1:/u }).getByRole('link', { name: bidder }));
  await expect(heading(page, bidder)).toBeVisible();
};

test('bids are rejected, corrected and decided by keyboard; letters follow, and the lot is locked', async ({ caiet, page }) => {
  test.setTimeout(90_000);
  await openDemo(page);
  await goTo(page, 'Oferte');
  await press(page, page.getByRole('link', { name: 'Examinează ofertele' }));
  await expect(heading(page, 'Examinarea ofertelor')).toBeVisible();

  await test.step('a low price without justification is rejected on its ground', async () => {
    await examine(page, 'Rețele Valahia SRL');
    await expect(page.getByText(/^Prețul este sub 80/u)).toBeVisible();
    await press(page, page.getByRole('button', { name: 'Respinge oferta' }));
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('Alegeți temeiul și scrieți motivul.')).toBeVisible();
    await chooseTyped(page, dialog.getByRole('button', { name: /Temeiul respingerii/u }), 'preț neobișnuit');
    await expect(dialog.getByText(/Legea 98\/2016 art\. 210.*Citit în textul legii/u)).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Motivul, cu elemente concrete' }).focus();
    await page.keyboard.type('Ofertantul nu a trimis nicio dovadă a prețului.');
    await page.keyboard.press('Tab');
    await press(page, dialog.getByRole('button', { name: 'Respinge oferta' }));
    await expect(page.getByText('Neconformă', { exact: true })).toBeVisible();
    await expectFocusKept(page);
  });

  await test.step('an accepted correction is the price that is compared', async () => {
    await press(page, page.getByRole('link', { name: 'Toate ofertele examinate' }));
    await examine(page, 'Licurici Energie SRL');
    await press(page, page.getByRole('button', { name: 'Adaugă o corectare' }));
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Preț corectat, fără TVA' }).focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('1.742.310,00');
    await dialog.getByRole('textbox', { name: 'Ce s-a corectat și cum' }).focus();
    await page.keyboard.type('Suma pozițiilor 4 și 5.');
    await page.keyboard.press('Tab');
    await press(page, dialog.getByRole('button', { name: 'Adaugă' }));
    await chooseTyped(page, page.getByRole('button', { name: /Răspunsul ofertantului/u }), 'Acceptă');
    await expect(page.getByRole('definition').filter({ hasText: '1.742.310,00' })).toBeVisible();
  });

  await test.step('what the bid answers to a requirement is recorded with it', async () => {
    const requirement = page.getByRole('region', { name: 'Răspunsuri la cerințe' }).getByRole('group').first();
    await chooseTyped(page, requirement.getByRole('button', { name: /Oferta o îndeplinește/u }), 'Da');
    await requirement.getByRole('textbox', { name: 'Ce spune oferta și unde' }).focus();
    await page.keyboard.type('Fișa tehnică, pagina 7.');
    await page.keyboard.press('Tab');
    await expect(requirement.getByRole('button', { name: /Da/u })).toBeVisible();
    await expectSaved(page);
  });

  await test.step('the first place is awarded and locked', async () => {
    await page.evaluate(() => { location.hash = location.hash.replace(/bids\/.*/u, 'decision'); });
    await expect(heading(page, 'Decizie')).toBeVisible();
    await expect(page.getByText('Nimic nu stă în calea deciziei.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Motivarea deciziei' }).focus();
    await page.keyboard.type('Cel mai mare punctaj.');
    await press(page, page.getByRole('button', { name: 'Ia decizia și blochează' }));
    await press(page, page.getByRole('alertdialog').getByRole('button', { name: 'Ia decizia și blochează' }));
    await expect(page.getByText('Tot ce stă sub decizie este cum era când s-a decis.')).toBeVisible();
    await expectFocusKept(page);
    await expectSaved(page);
  });

  await test.step('nothing beneath it changes any more, and undo does not reach past it', async () => {
    await page.evaluate(() => { location.hash = location.hash.replace('decision', 'bids/examination'); });
    await examine(page, 'Licurici Energie SRL');
    await press(page, page.getByRole('button', { name: 'Reia examinarea' }));
    await expect(told(page).filter({ hasText: 'Lotul 1 este decis' })).toBeVisible();
    await expect(page.getByText('Admisibilă', { exact: true })).toBeVisible();
    await page.keyboard.press('Control+Z');
    await expect(page.getByText('Admisibilă', { exact: true })).toBeVisible();
  });

  await test.step('the letter to a bidder that did not win is read and saved for Word', async () => {
    await page.evaluate(() => { location.hash = location.hash.replace(/bids\/.*/u, 'documents'); });
    await expect(heading(page, 'Documente')).toBeVisible();
    await press(page, page.getByRole('row', { name: /Comunicarea rezultatului procedurii.*Licurici/u }).getByRole('link'));
    const paper = page.getByRole('article');
    await expect(paper).toContainText('Contractul se atribuie ofertantului');
    await expect(paper).toContainText('Avantajele relative ale ofertei câștigătoare');
    const file = path.join(caiet.userData, 'scrisoare.docx');
    const written = await caiet.nextSave(file);
    await press(page, page.getByRole('button', { name: 'Salvează pentru Word' }));
    await written();
    const xml = strFromU8(unzipSync(readFileSync(file))['word/document.xml']!);
    expect(xml).toContain('Comunicarea rezultatului procedurii');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('banner')).toBeHidden();
    await expect(paper).toBeVisible();
  });
});
