/** Every act of the main job goes back with Ctrl+Z and comes again with Ctrl+Y, on the screen and after a reload. */
import type { Locator, Page } from '@playwright/test';
import { registerWith } from './support/files/messy-register';
import { addBid, bidDialog, bidsOfLot } from './support/pages/bids';
import { addLot, lot, openPart, PRICE_CRITERION, setWeight, useTemplate, weight, weightsSum } from './support/pages/call';
import { expect, test } from './support/pages/caiet-test';
import { scoreSheet } from './support/pages/evaluation';
import { chooseFile, goOnToCheck, importButton, openWizard } from './support/pages/imports';
import { createProject, goTo, openDemo, redo, undo } from './support/pages/shell';
import { expectUndoable, leaveFields, pressRedo, pressUndo } from './support/pages/undoing';

test.use({ ownBrowser: false });

const lots = (page: Page): Locator => page.getByRole('listitem', { name: /^Lotul \d+$/u });
const titleOfLot = (page: Page, number: string): Locator => lot(page, number).getByRole('textbox', { name: 'Denumirea lotului' });

const criteria = (page: Page): Locator => page.getByRole('list', { name: 'Criterii de atribuire' }).locator('> li');
const criterion = (page: Page, name: string): Locator => page.getByRole('listitem', { name, exact: true });

const bidRow = (page: Page, number: string, bidder: string): Locator =>
  bidsOfLot(page, number).getByRole('row').filter({ has: page.getByRole('rowheader', { name: bidder }) });

const confirm = async (page: Page, label: string): Promise<void> => {
  await page.getByRole('alertdialog').getByRole('button', { name: label, exact: true }).click();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
};

/** The list shows exactly these records, from the top. */
const inOrder = async (list: Locator, names: readonly string[]): Promise<void> => {
  await expect(list).toHaveCount(names.length);
  for (const [index, name] of names.entries()) await expect(list.nth(index)).toHaveAccessibleName(name);
};

test.describe('lots', () => {
  test.beforeEach(async ({ page }) => {
    await createProject(page, 'Apă curată');
    await addLot(page, { number: '1', title: 'Stație', estimatedValue: '1.000' });
    await leaveFields(page);
  });

  test('a lot that was added, written and moved goes back and comes again', async ({ page }) => {
    await test.step('added', () => expectUndoable(page, {
      before: () => inOrder(lots(page), ['Lotul 1']),
      act: async () => {
        await page.getByRole('button', { name: 'Adaugă lot' }).click();
        await expect(titleOfLot(page, '2')).toBeFocused();
        await leaveFields(page);
      },
      after: () => inOrder(lots(page), ['Lotul 1', 'Lotul 2']),
    }));
    await test.step('written', () => expectUndoable(page, {
      before: () => expect(titleOfLot(page, '2')).toHaveValue(''),
      act: async () => {
        await titleOfLot(page, '2').fill('Rețea în satul Țigănași');
        await leaveFields(page);
      },
      after: () => expect(titleOfLot(page, '2')).toHaveValue('Rețea în satul Țigănași'),
    }));
    await test.step('moved', () => expectUndoable(page, {
      before: () => inOrder(lots(page), ['Lotul 1', 'Lotul 2']),
      act: () => page.getByRole('button', { name: 'Mută mai sus: Lotul 2' }).click(),
      after: () => inOrder(lots(page), ['Lotul 2', 'Lotul 1']),
    }));
  });

  test('a removed lot comes back with its bids, also by the notice', async ({ page }) => {
    await goTo(page, 'Oferte');
    await addBid(page, { bidder: 'Izvor SRL', price: '900' });
    await goTo(page, 'Apel');
    const remove = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Șterge lotul 1' }).click();
      await confirm(page, 'Șterge lotul');
    };
    await expectUndoable(page, { before: () => inOrder(lots(page), ['Lotul 1']), act: remove, after: () => inOrder(lots(page), []) });
    await pressUndo(page);
    await inOrder(lots(page), ['Lotul 1']);
    await remove();
    const notice = page.getByRole('region', { name: 'Mesaje' }).getByRole('listitem').filter({ hasText: 'Lotul 1 a fost șters, împreună cu o ofertă.' });
    await notice.getByRole('button', { name: 'Anulează' }).click();
    await inOrder(lots(page), ['Lotul 1']);
    await goTo(page, 'Oferte');
    await expect(bidRow(page, '1', 'Izvor SRL')).toContainText('900,00');
  });
});

test('criteria from the template, their wording, scale and places, and balanced weights go back and come again', async ({ page }) => {
  await createProject(page, 'Drumuri');
  await openPart(page, 'Criterii');
  await test.step('the template', () => expectUndoable(page, {
    before: () => expect(page.getByRole('heading', { name: 'Încă nu există criterii' })).toBeVisible(),
    act: () => page.getByRole('button', { name: 'Folosește criteriile-model' }).click(),
    after: () => expect(criterion(page, PRICE_CRITERION)).toBeVisible(),
  }));
  await test.step('a name', () => expectUndoable(page, {
    before: () => expect(criterion(page, 'Preț pe kilometru')).toHaveCount(0),
    act: async () => {
      await criterion(page, PRICE_CRITERION).getByRole('textbox', { name: 'Criteriu', exact: true }).fill('Preț pe kilometru');
      await leaveFields(page);
    },
    after: () => expect(criterion(page, 'Preț pe kilometru')).toBeVisible(),
  }));
  await test.step('a weight', () => expectUndoable(page, {
    before: () => expect(weight(page, 'Preț pe kilometru')).toHaveValue('40'),
    act: async () => {
      await setWeight(page, 'Preț pe kilometru', '60');
      await leaveFields(page);
    },
    after: () => expect(weight(page, 'Preț pe kilometru')).toHaveValue('60'),
  }));
  await test.step('weights brought to 100', () => expectUndoable(page, {
    before: () => expect(weightsSum(page)).toContainText('120 din 100'),
    act: () => page.getByRole('button', { name: 'Adu suma la 100' }).click(),
    after: () => expect(weightsSum(page)).toContainText('100 din 100'),
  }));
  const first = await criteria(page).first().getAttribute('aria-label') ?? '';
  const second = await criteria(page).nth(1).getAttribute('aria-label') ?? '';
  await test.step('moved', () => expectUndoable(page, {
    before: () => expect(criteria(page).first()).toHaveAccessibleName(first),
    act: () => page.getByRole('button', { name: `Mută mai jos: ${first}`, exact: true }).click(),
    after: () => expect(criteria(page).first()).toHaveAccessibleName(second),
  }));
  const count = await criteria(page).count();
  await test.step('removed', () => expectUndoable(page, {
    before: () => expect(criteria(page)).toHaveCount(count),
    act: async () => {
      await page.getByRole('button', { name: `Șterge criteriul: ${second}`, exact: true }).click();
      await confirm(page, 'Șterge criteriul');
    },
    after: () => expect(criteria(page)).toHaveCount(count - 1),
  }));
});

test('what is chosen for a criterion goes back and comes again: its axis, formula and scale', async ({ page }) => {
  await createProject(page, 'Școli');
  await useTemplate(page);
  const open = async (name: string): Promise<void> => page.getByRole('button', { name: `Arată detaliile: ${name}`, exact: true }).click();
  const formula = (name: string): Locator => page.getByRole('radio', { name });
  await open(PRICE_CRITERION);
  await test.step('the formula', () => expectUndoable(page, {
    before: () => expect(formula('Proporțional cu prețul cel mai mic')).toBeChecked(),
    act: () => formula('Între prețul cel mai mic și cel mai mare').check({ force: true }),
    after: () => expect(formula('Între prețul cel mai mic și cel mai mare')).toBeChecked(),
    find: () => open(PRICE_CRITERION),
  }));
  const axis = page.getByRole('button', { name: new RegExp(`Axa criteriului ${PRICE_CRITERION}$`, 'u') });
  await test.step('the axis', () => expectUndoable(page, {
    before: () => expect(axis).toContainText('Cost-eficacitate'),
    act: async () => {
      await axis.click();
      await page.getByRole('option', { name: 'Potențial transformator' }).click();
    },
    after: () => expect(axis).toContainText('Potențial transformator'),
  }));
  const quality = await criteria(page).nth(1).getAttribute('aria-label') ?? '';
  await open(quality);
  const anchor = criterion(page, quality).getByRole('textbox', { name: 'Ce înseamnă nota 3' });
  const sentence = await anchor.inputValue();
  await test.step('a level of the scale', () => expectUndoable(page, {
    before: () => expect(anchor).toHaveValue(sentence),
    act: async () => {
      await anchor.fill('Se vede în planul de lucru.');
      await leaveFields(page);
    },
    after: () => expect(anchor).toHaveValue('Se vede în planul de lucru.'),
    find: () => open(quality),
  }));
});

test('a bid that was added, corrected, rejected and removed goes back and comes again', async ({ page }) => {
  await createProject(page, 'Parc');
  await addLot(page, { number: '1', title: 'Amenajare', estimatedValue: '10.000' });
  await goTo(page, 'Oferte');
  await addBid(page, { bidder: 'Grădina SA', price: '9.000' });
  const edit = async (change: (dialog: Locator) => Promise<void>): Promise<void> => {
    await page.getByRole('button', { name: 'Modifică oferta depusă de Frunza SRL' }).click();
    const dialog = bidDialog(page, 'Frunza SRL');
    await change(dialog);
    await dialog.getByRole('button', { name: 'Gata' }).click();
    await expect(dialog).toHaveCount(0);
  };
  await test.step('added', () => expectUndoable(page, {
    before: () => expect(bidRow(page, '1', 'Frunza SRL')).toHaveCount(0),
    act: async () => {
      await page.getByRole('button', { name: 'Adaugă o ofertă', exact: true }).click();
      await page.getByRole('textbox', { name: 'Denumirea ofertantului' }).fill('Frunza SRL');
      await page.getByRole('button', { name: 'Adaugă oferta' }).click();
      await bidDialog(page, 'Frunza SRL').getByRole('button', { name: 'Gata' }).click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
    },
    after: () => expect(bidRow(page, '1', 'Frunza SRL')).toBeVisible(),
  }));
  await test.step('priced', () => expectUndoable(page, {
    before: () => expect(bidRow(page, '1', 'Frunza SRL')).toContainText('fără preț'),
    act: () => edit((dialog) => dialog.getByRole('textbox', { name: 'Preț', exact: true }).fill('8.500')),
    after: () => expect(bidRow(page, '1', 'Frunza SRL')).toContainText('8.500,00'),
  }));
  await test.step('rejected', () => expectUndoable(page, {
    before: () => expect(bidRow(page, '1', 'Frunza SRL')).toContainText('Admisibilă'),
    act: () => edit(async (dialog) => {
      await dialog.getByRole('button', { name: /Stare$/u }).click();
      await page.getByRole('option', { name: 'Respinsă' }).click();
    }),
    after: () => expect(bidRow(page, '1', 'Frunza SRL')).toContainText('Respinsă'),
  }));
  await test.step('removed', () => expectUndoable(page, {
    before: () => expect(bidRow(page, '1', 'Frunza SRL')).toContainText('8.500,00'),
    act: () => page.getByRole('button', { name: 'Șterge oferta depusă de Frunza SRL' }).click(),
    after: () => expect(bidRow(page, '1', 'Frunza SRL')).toHaveCount(0),
  }));
  await expect(bidRow(page, '1', 'Grădina SA')).toContainText('9.000,00');
});

test('an imported register leaves and returns whole; so does its own undoing', async ({ caiet, page }) => {
  await createProject(page, 'Iluminat');
  await addLot(page, { number: '1', title: 'Stâlpi', estimatedValue: '100.000' });
  await goTo(page, 'Oferte');
  const rows = bidsOfLot(page, '1').getByRole('row').filter({ has: page.getByRole('rowheader') });
  const none = (): Promise<void> => expect(page.getByText('Nicio ofertă deocamdată')).toBeVisible();
  await test.step('imported', () => expectUndoable(page, {
    before: none,
    act: async () => {
      await openWizard(page);
      await chooseFile(caiet, registerWith([], 5, ['1']));
      await goOnToCheck(page);
      await importButton(page).click();
      await expect(page.getByText('Au intrat 5 oferte în proiect.')).toBeVisible();
      await goTo(page, 'Oferte');
    },
    after: () => expect(rows).toHaveCount(5),
  }));
  await test.step('taken back from the list of imports', () => expectUndoable(page, {
    before: () => expect(rows).toHaveCount(5),
    act: async () => {
      await page.getByRole('button', { name: /^Anulează importul/u }).click();
      await confirm(page, 'Anulează importul');
    },
    after: none,
  }));
});

test('a score, its reason and the evaluator’s name go back and come again', async ({ page }) => {
  await openDemo(page);
  await goTo(page, 'Evaluare');
  const toScores = async (): Promise<void> => {
    await page.getByRole('tab', { name: 'Lotul 2:' }).click();
    await page.getByRole('radio', { name: /^Note/u }).click();
  };
  await toScores();
  const missing = scoreSheet(page).getByRole('gridcell', { name: /fără notă$/u });
  const name = (await missing.getAttribute('aria-label') ?? '').replace(/fără notă$/u, '');
  const cell = (state: string): Locator => scoreSheet(page).getByRole('gridcell', { name: `${name}${state}`, exact: true });
  await test.step('a score', () => expectUndoable(page, {
    before: () => expect(cell('fără notă')).toBeVisible(),
    act: async () => {
      await missing.click();
      await page.keyboard.press('4');
    },
    after: () => expect(cell('nota 4 din 5, fără motiv')).toBeVisible(),
    find: toScores,
  }));
  await test.step('a reason', () => expectUndoable(page, {
    before: () => expect(cell('nota 4 din 5, fără motiv')).toBeVisible(),
    act: async () => {
      await cell('nota 4 din 5, fără motiv').click();
      await page.keyboard.press('Enter');
      await page.getByRole('textbox', { name: 'De ce această notă' }).fill('Planul de la pagina 7 acoperă tot satul.');
      await page.keyboard.press('Escape');
    },
    after: () => expect(cell('nota 4 din 5, cu motiv')).toBeVisible(),
    find: toScores,
  }));
  const evaluator = page.getByRole('textbox', { name: 'Numele evaluatorului' });
  const called = await evaluator.inputValue();
  await test.step('the name', () => expectUndoable(page, {
    before: () => expect(evaluator).toHaveValue(called),
    act: async () => {
      await evaluator.fill('Ștefania Țurcanu');
      await leaveFields(page);
    },
    after: () => expect(evaluator).toHaveValue('Ștefania Țurcanu'),
    find: toScores,
  }));
});

test('a long row of acts goes back to the beginning and comes again to the end', async ({ page }) => {
  await createProject(page, 'Piață');
  for (const number of ['1', '2', '3', '4']) await addLot(page, { number, title: `Hala ${number}`, estimatedValue: '500' });
  await leaveFields(page);
  const acts = 12; // four lots, each added, named and valued
  for (let step = 0; step < acts; step += 1) await pressUndo(page);
  await expect(page.getByRole('heading', { name: 'Începeți cu un lot' })).toBeVisible();
  await expect(undo(page)).toBeDisabled();
  for (let step = 0; step < acts; step += 1) await pressRedo(page);
  await inOrder(lots(page), ['Lotul 1', 'Lotul 2', 'Lotul 3', 'Lotul 4']);
  await expect(titleOfLot(page, '4')).toHaveValue('Hala 4');
  await expect(redo(page)).toBeDisabled();
});

test('a text field keeps its own undo, and the project stays as it is', async ({ page }) => {
  await createProject(page, 'Bibliotecă');
  await addLot(page, { number: '1', title: 'Rafturi', estimatedValue: '500' });
  const title = titleOfLot(page, '1');
  await title.click();
  await page.keyboard.press('End');
  await page.keyboard.insertText(' de lemn');
  await expect(title).toHaveValue('Rafturi de lemn');
  await page.keyboard.press('Control+Z');
  await expect(title).toHaveValue('Rafturi');
  await page.keyboard.press('Control+Y');
  await expect(title).toHaveValue('Rafturi de lemn');
  await page.keyboard.press('Control+Z');
  await leaveFields(page);
  await expect(title).toHaveValue('Rafturi');
  await expect(lot(page, '1').getByRole('textbox', { name: 'Valoare estimată, fără TVA' })).toHaveValue('500,00');
  await expect(redo(page)).toBeDisabled();
  await goTo(page, 'Fișa proiectului');
  await expect(page.getByText('4 modificări', { exact: true })).toBeVisible();
});
