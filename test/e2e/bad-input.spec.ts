/** Bad files and bad values: one sentence where the person looks, nothing changed, and the window goes on. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { read } from 'xlsx';
import { bidRegister } from '../support/bid-register';
import { unreadablePackages, withAnotherPrice } from './support/files/bad-packages';
import { BAD_REGISTERS, FORMULA, hostileTexts } from './support/files/bad-registers';
import { registerWith } from './support/files/messy-register';
import { bidDialog, bidsOfLot } from './support/pages/bids';
import { PRICE_CRITERION, setWeight, weightsSum } from './support/pages/call';
import { expect, test } from './support/pages/caiet-test';
import { plain, rankingLines, scoreSheet, showRanking } from './support/pages/evaluation';
import { chooseFile, goOnToCheck, importButton, onDisk, openWizard, previewRow, type FileToOpen } from './support/pages/imports';
import { goTo, openDemo, undo } from './support/pages/shell';
import { drop } from './support/pages/dropping';
import { dismissNotice, expectFieldTold, expectTold, expectUnchanged, railFacts, stateOf, told, wordsOf } from './support/pages/told';

test.use({ ownBrowser: false });

const ro = wordsOf('ro');
const en = wordsOf('en');

/** A bidder of the demo, with a bid for both lots. */
const BIDDER = 'Licurici Energie SRL';

test.describe('files', () => {
  test('what is no register is refused with one sentence, and the next file is read', async ({ caiet, page }) => {
    test.setTimeout(120_000);
    await openDemo(page);
    const before = await stateOf(caiet);
    await goTo(page, 'Oferte');
    await openWizard(page);
    const facts = await railFacts(page);
    for (const { what, code, data, ...file } of BAD_REGISTERS) {
      await test.step(what, async () => {
        await chooseFile(caiet, file);
        await expectTold(page, `${ro.t('imports.file.failed', { file: file.name })} ${ro.problem(code, data)}`);
        expect(await railFacts(page)).toEqual(facts);
      });
    }
    await chooseFile(caiet, bidRegister());
    await expect(page.getByRole('button', { name: 'Continuă' })).toBeEnabled();
    await expect(told(page)).toHaveCount(0);
    await page.getByRole('link', { name: 'Renunță' }).click();
    await expectUnchanged(caiet, before);
  });

  test('names that mean something to a program, and formulas, are only text', async ({ caiet, page }) => {
    await openDemo(page);
    await goTo(page, 'Oferte');
    await openWizard(page);
    await chooseFile(caiet, hostileTexts());
    await goOnToCheck(page);
    await expect(page.getByText(ro.problem('cell.unknownLot', { value: 'constructor', known: '1, 2' }), { exact: true })).toBeVisible();
    await previewRow(page, 4).getByRole('button', { name: 'Lasă deoparte rândul 4' }).click();
    await importButton(page).click();
    await expect(page.getByText('Au intrat 2 oferte în proiect.')).toBeVisible();
    await page.getByRole('link', { name: 'Mergi la oferte' }).click();
    for (const name of [FORMULA, '__proto__']) await expect(bidsOfLot(page, '1').getByRole('rowheader').filter({ hasText: name })).toHaveCount(1);
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);

    await goTo(page, 'Schimb de pachete');
    const file = path.join(caiet.userData, 'text.xlsx');
    const written = await caiet.nextSave(file);
    await page.getByRole('button', { name: 'Exportă în Excel' }).click();
    await written();
    const cells = Object.values(read(readFileSync(file), { cellFormula: true }).Sheets).flatMap((sheet) => Object.values(sheet) as { t?: string; v?: unknown; f?: string }[]);
    const texts = cells.filter(({ v }) => typeof v === 'string' && v.includes('cmd|'));
    expect(texts.length).toBeGreaterThan(0);
    for (const cell of texts) expect(cell).toMatchObject({ t: 's', v: FORMULA });
    expect(cells.filter(({ f }) => f !== undefined)).toEqual([]);
  });

  test('a package that is none, or not whole, is refused with one sentence; a good one is recognised', async ({ caiet, page }) => {
    test.setTimeout(120_000);
    await openDemo(page);
    const before = await stateOf(caiet);
    await page.getByRole('link', { name: 'Verifică un pachet' }).click();
    for (const { what, code, data, ...file } of unreadablePackages(before.text)) {
      await test.step(what, async () => {
        await chooseFile(caiet, file);
        await expectTold(page, `${ro.t('exchange.import.failed', { file: file.name })} ${ro.problem(code, data)} ${ro.t('exchange.import.failedNothing')}`);
        await expect(page.getByRole('button', { name: /^Importă/u })).toHaveCount(0);
      });
    }
    await test.step('with one digit changed', async () => {
      await chooseFile(caiet, { name: 'atins.caiet.json', bytes: withAnotherPrice(before.text) });
      const problems = page.getByRole('table', { name: ro.t('exchange.import.problems') });
      await expect(problems).toContainText(ro.problem('package.digest'));
      await expect(problems).toContainText(ro.problem('package.projectDigest'));
      const count = await problems.getByText(ro.t('exchange.import.severity.error'), { exact: true }).count();
      await expectTold(page, `${ro.t('exchange.import.forbidden.title')} ${ro.t('exchange.import.forbidden.text', { count })}`);
      await expect(page.getByRole('button', { name: /^Importă/u })).toBeDisabled();
      await page.getByRole('button', { name: 'Alege alt pachet' }).click();
    });
    await test.step('as it left', async () => {
      await chooseFile(caiet, { name: 'bun.caiet.json', bytes: new TextEncoder().encode(before.text) });
      await expect(page.getByText(ro.t('exchange.import.sameText'))).toBeVisible();
      await expect(told(page)).toHaveCount(0);
    });
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
    await goTo(page, 'Proiecte');
    await page.getByRole('link', { name: /Iluminat/u }).click();
    await expectUnchanged(caiet, before);
  });

  test('a folder and several files at once are refused where they were dropped; one file is taken', async ({ caiet, page }) => {
    await openDemo(page);
    const { text } = await stateOf(caiet);
    await page.getByRole('link', { name: 'Verifică un pachet' }).click();
    await drop(page, [{ name: 'pachete', isFolder: true }]);
    await expectTold(page, ro.t('app.droppedFolder'));
    await drop(page, [{ name: 'unu.caiet.json', text }, { name: 'doi.caiet.json', text }]);
    await expectTold(page, ro.t('app.droppedSeveral'));
    await drop(page, [{ name: 'unu.caiet.json', text }]);
    await expect(page.getByText(ro.t('exchange.import.sameText'))).toBeVisible();
    await expect(told(page)).toHaveCount(0);
  });

  test('the sentences are said in English to who reads English', async ({ caiet, page }) => {
    await openDemo(page);
    const { text } = await stateOf(caiet);
    await page.getByRole('banner').getByRole('radio', { name: 'English' }).click();
    const choose = async (file: FileToOpen): Promise<void> => {
      await caiet.nextOpen(onDisk(caiet, file));
      await page.getByRole('button', { name: en.t('app.chooseFile') }).click();
    };
    const newer = unreadablePackages(text)[0]!;
    await page.getByRole('link', { name: en.t('exchange.incoming.open') }).click();
    await choose(newer);
    await expectTold(page, `${en.t('exchange.import.failed', { file: newer.name })} ${en.problem(newer.code, newer.data)} ${en.t('exchange.import.failedNothing')}`);
    await expect(told(page)).toContainText('format 7; this one knows up to 2');

    const locked = BAD_REGISTERS.find(({ code }) => code === 'file.passwordProtected')!;
    await page.goBack();
    await page.getByRole('navigation').getByRole('link', { name: en.t('app.stage.bids') }).click();
    await page.getByRole('link', { name: en.t('bids.import') }).click();
    await choose(locked);
    await expectTold(page, `${en.t('imports.file.failed', { file: locked.name })} ${en.problem(locked.code)}`);
  });
});

test.describe('values', () => {
  test('in a register: each bad row stays out with its reason, the good ones come in once', async ({ caiet, page }) => {
    test.setTimeout(120_000);
    const good = bidRegister({ bids: 6, lots: ['1', '2'] }).bids;
    const register = registerWith([
      { cell: 'E6', text: '-5.000,00' },
      { cell: 'E7', text: '99999999999999999' },
      { cell: 'F8', text: '31.02.2026' },
      { cell: 'B11', text: good[3]!.bidder },
      { cell: 'C11', text: good[3]!.identifier },
    ]);
    const reasons = [
      ['6', ro.problem('cell.negative', { value: '-5.000,00' })],
      ['7', ro.problem('cell.absurd', { value: '99999999999999999', limit: '999.999.999.999,99' })],
      ['8', ro.problem('cell.notADate', { value: '31.02.2026' })],
      ['11', ro.problem('row.duplicate', { row: 9 })],
    ] as const;
    await openDemo(page);
    await goTo(page, 'Oferte');
    await openWizard(page);
    await chooseFile(caiet, register);
    await goOnToCheck(page);
    for (const [row, sentence] of reasons.slice(0, 3)) {
      await previewRow(page, Number(row)).getByRole('button', { name: sentence }).click();
      await expect(page.getByText(new RegExp(`^Rândul ${row}, .+:\\s*$`, 'u'))).toBeVisible();
    }
    await expect(importButton(page)).toHaveText('Importă 2 rânduri');
    await importButton(page).click();
    await expect(page.getByText('Au intrat 2 oferte în proiect.')).toBeVisible();
    const outside = page.getByRole('table', { name: 'Ce a rămas afară și de ce' });
    for (const [row, sentence] of reasons) {
      const line = outside.getByRole('row').filter({ has: page.getByRole('rowheader', { name: row, exact: true }) });
      await expect(line).toHaveCount(1);
      await expect(line.getByText(sentence, { exact: true })).toBeVisible();
    }

    await test.step('the same file again: nothing is imported twice', async () => {
      const before = await stateOf(caiet);
      await goTo(page, 'Oferte');
      await openWizard(page);
      await chooseFile(caiet, register);
      await goOnToCheck(page);
      await expect(page.getByText(ro.t('imports.check.nothing'))).toBeVisible();
      await expect(page.getByRole('button', { name: 'Importă', exact: true })).toBeDisabled();
      await expectUnchanged(caiet, before);
    });
  });

  test('weights that do not sum to 100 are told beside the criteria and above the ranking, which keeps to what is written', async ({ page }) => {
    await openDemo(page);
    await goTo(page, 'Evaluare');
    await showRanking(page);
    const published = await rankingLines(page);
    const sentence = page.getByText(ro.problem('call.weightsNot100', { sum: 120 }), { exact: true });
    await expect(sentence).toHaveCount(0);
    await goTo(page, 'Apel');
    await setWeight(page, PRICE_CRITERION, '60');
    await expect(weightsSum(page)).toHaveText('Suma ponderilor: 120 din 100. Sunt 20 în plus: micșorați una dintre ponderi.');

    await goTo(page, 'Evaluare');
    await showRanking(page);
    await expect(sentence).toHaveCount(1);
    await expect(sentence).toBeVisible();
    const counted = await rankingLines(page);
    const axis = (lines: typeof counted, name: 'costEffectiveness' | 'transformativePotential') => Object.fromEntries(lines.map((line) => [line.bidder, line[name]]));
    expect(axis(counted, 'transformativePotential')).toEqual(axis(published, 'transformativePotential'));
    expect(Math.max(...counted.map((line) => Number(plain(line.costEffectiveness))))).toBeGreaterThan(60);

    await undo(page).click();
    await expect(sentence).toHaveCount(0);
    await expect.poll(() => rankingLines(page)).toEqual(published);
  });

  test('a score outside its scale is not taken', async ({ caiet, page }) => {
    await openDemo(page);
    const before = await stateOf(caiet);
    await goTo(page, 'Evaluare');
    await page.getByRole('radio', { name: /^Note/u }).click();
    const selected = scoreSheet(page).getByRole('gridcell', { selected: true });
    const name = await selected.getAttribute('aria-label') ?? '';
    const [bidder, criterion] = name.split(/, |: /u);
    await scoreSheet(page).focus();
    await page.keyboard.press('9');
    await expectTold(page, ro.problem('evaluation.scoreOutsideScale', { bidder: bidder!, criterion: criterion!, value: '9', max: 5 }));
    await expect(selected).toHaveAccessibleName(name);
    await dismissNotice(page);
    await expectUnchanged(caiet, before);
  });

  test('a price that is none stays in its field with the reason; a doubtful one is kept and marked', async ({ caiet, page }) => {
    await openDemo(page);
    const before = await stateOf(caiet);
    await goTo(page, 'Oferte');
    await page.getByRole('button', { name: `Modifică oferta depusă de ${BIDDER}` }).first().click();
    const price = bidDialog(page, BIDDER).getByRole('textbox', { name: 'Preț', exact: true });
    const stored = await price.inputValue();
    for (const [typed, sentence] of [
      ['-5', ro.t('app.field.negative')],
      ['optzeci', ro.t('app.field.notANumber', { example: '1.234,56' })],
      ['1,234', ro.t('app.field.money.tooPrecise', { decimals: 2 })],
      ['99999999999999999', ro.t('app.field.money.tooLarge')],
    ] as const) {
      await test.step(typed, async () => {
        await price.fill(typed);
        await price.press('Enter');
        await expectFieldTold(page, price, sentence);
        await expect(price).toHaveValue(typed);
        await price.press('Escape');
        await expect(price).toHaveValue(stored);
      });
    }
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expectUnchanged(caiet, before);
  });

  test('a price far from the estimate is kept, and doubted in its field and at the bid', async ({ page }) => {
    await openDemo(page);
    await goTo(page, 'Oferte');
    await page.getByRole('button', { name: `Modifică oferta depusă de ${BIDDER}` }).first().click();
    const dialog = bidDialog(page, BIDDER);
    const price = dialog.getByRole('textbox', { name: 'Preț', exact: true });
    const sentence = ro.problem('bid.priceAbsurd', { lot: '1' });
    await price.fill('5');
    await price.press('Enter');
    await expect(dialog.getByText(sentence, { exact: true })).toHaveCount(1);
    await expect(price).toHaveAccessibleDescription(sentence);
    await dialog.getByRole('button', { name: 'Gata' }).click();
    await expect(bidsOfLot(page, '1').getByRole('listitem')).toHaveText([sentence]);
    await undo(page).click();
    await expect(bidsOfLot(page, '1').getByRole('listitem')).toHaveCount(0);
  });

  test('a second bid of a bidder for the same lot is told where it is written, and in the list', async ({ caiet, page }) => {
    await openDemo(page);
    const before = await stateOf(caiet);
    await goTo(page, 'Oferte');
    await page.getByRole('button', { name: 'Adaugă o ofertă', exact: true }).first().click();
    await page.getByRole('textbox', { name: 'Denumirea ofertantului' }).fill(BIDDER.toUpperCase());
    await page.getByRole('button', { name: 'Adaugă oferta' }).click();
    const dialog = bidDialog(page, BIDDER);
    const sentence = ro.problem('bid.duplicate', { bidder: BIDDER, lot: '1' });
    await expect(dialog.getByText(sentence, { exact: true })).toHaveCount(1);
    await dialog.getByRole('textbox', { name: 'Preț', exact: true }).fill('1.700.000');
    await dialog.getByRole('button', { name: 'Gata' }).click();
    await expect(bidsOfLot(page, '1').getByRole('listitem')).toHaveText([sentence]);
    await undo(page).click();
    await undo(page).click();
    await expect(bidsOfLot(page, '1').getByRole('listitem')).toHaveCount(0);
    expect((await stateOf(caiet)).projects).toEqual(before.projects);
  });

  test('a day that no calendar has is refused, never moved to the nearest one', async ({ caiet, page }) => {
    await openDemo(page);
    const before = await stateOf(caiet);
    await goTo(page, 'Oferte');
    await page.getByRole('button', { name: `Modifică oferta depusă de ${BIDDER}` }).first().click();
    const dialog = bidDialog(page, BIDDER);
    const received = dialog.getByRole('group', { name: 'Primită la' });
    const sentence = dialog.getByText(ro.problem('date.invalid', { date: '31.02.2026' }), { exact: true });
    const stored = await received.textContent() ?? '';
    const type = async (digits: string): Promise<void> => {
      await received.getByRole('spinbutton').first().focus();
      await page.keyboard.type(digits);
      await dialog.getByRole('textbox', { name: 'Durată (zile)' }).focus();
    };
    await type('31022026');
    await expect(sentence).toHaveCount(1);
    await expect(sentence).toBeVisible();
    await expect(received).toHaveText(stored);
    await dialog.getByRole('button', { name: 'Gata' }).click();
    await expectUnchanged(caiet, before);

    await goTo(page, 'Oferte');
    await page.getByRole('button', { name: `Modifică oferta depusă de ${BIDDER}` }).first().click();
    await type('31022026');
    await expect(sentence).toHaveCount(1);
    await type('28022026');
    await expect(sentence).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Gata' }).click();
    await expect(bidsOfLot(page, '1').getByRole('row').filter({ hasText: BIDDER })).toContainText('28.02.2026');
  });
});

test.describe('desktop edition', () => {
  test.use({ edition: 'desktop' });

  test('a folder that may not be written: one sentence, no file, and the project as it was', async ({ caiet, page }) => {
    test.skip(process.platform !== 'linux', 'knows a folder that nobody may write only on Linux');
    await openDemo(page);
    const before = await stateOf(caiet);
    for (const [button, name] of [['Exportă pachetul', '/sys/proiect.caiet.json'], ['Exportă în Excel', '/sys/registru.xlsx']] as const) {
      await caiet.nextSave(name);
      await page.getByRole('button', { name: button, exact: true }).click();
      await expectTold(page, ro.problem('host.notAllowed'));
      await expect(page.getByRole('button', { name: button, exact: true })).toBeEnabled();
      expect(existsSync(name)).toBe(false);
      await dismissNotice(page);
    }
    await expectUnchanged(caiet, before);
  });
});
