/** The main job from an empty database to the files that leave it, through both host adapters. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { read, utils } from 'xlsx';
import { registerWith } from './support/files/messy-register';
import { addBid } from './support/pages/bids';
import { addLot, openPart, PRICE_CRITERION, setWeight, useTemplate, weight, weightsSum } from './support/pages/call';
import { EDITIONS, expect, test } from './support/pages/caiet-test';
import { openCalculation, plain, rankingLines, scoreEverything, showRanking, type RankedLine } from './support/pages/evaluation';
import { chooseFile, goOnToCheck, importButton, openWizard, previewRow } from './support/pages/imports';
import { createProject, expectSaved, goTo, heading } from './support/pages/shell';
import { terminal } from './support/pages/terminal-door';

test.use({ ownBrowser: false });

interface EvaluatedBid {
  readonly rank: number;
  readonly total: string;
  readonly costEffectiveness: string;
  readonly transformativePotential: string;
}

const numbersOf = (lines: readonly RankedLine[]) =>
  lines.map(({ rank, costEffectiveness, transformativePotential, total }) => ({ rank: Number(rank), costEffectiveness: plain(costEffectiveness), transformativePotential: plain(transformativePotential), total: plain(total) }));

for (const edition of EDITIONS) {
  test.describe(`${edition} edition`, () => {
    test.use({ edition });

    test('a call, an imported register and its scores become a ranking, a package and a workbook that agree to the last digit', async ({ caiet, page }) => {
      test.setTimeout(120_000);
      await test.step('a new project', async () => {
        await expect(page.getByRole('heading', { name: 'Aici vor sta proiectele dumneavoastră' })).toBeVisible();
        await createProject(page, 'Șanțuri și podețe în satul Țigănași');
      });

      await test.step('two lots with estimated values', async () => {
        await addLot(page, { number: '1', title: 'Proiectare', estimatedValue: '150.000' });
        await addLot(page, { number: '2', title: 'Execuție', estimatedValue: '200.000,50 lei' });
        await expect(page.getByRole('listitem', { name: 'Lotul 2', exact: true }).getByRole('textbox', { name: 'Valoare estimată, fără TVA' })).toHaveValue('200.000,50');
      });

      await test.step('criteria from the template; a wrong sum is said in one sentence and mended by one button', async () => {
        await useTemplate(page);
        await expect(weightsSum(page)).toHaveText('Suma ponderilor: 100 din 100. Este exact cât trebuie.');
        await setWeight(page, PRICE_CRITERION, '60');
        await expect(weightsSum(page)).toHaveText('Suma ponderilor: 120 din 100. Sunt 20 în plus: micșorați una dintre ponderi.');
        await page.getByRole('button', { name: 'Adu suma la 100' }).click();
        await expect(weight(page, PRICE_CRITERION)).toHaveValue('50');
        await expect(weightsSum(page)).toHaveText('Suma ponderilor: 100 din 100. Este exact cât trebuie.');
        await page.getByRole('link', { name: 'Mai departe, la oferte' }).click();
      });

      const register = registerWith([{ cell: 'E8', text: 'optzeci de mii' }]);
      await test.step('the register: header found, total left out, a bad price mended in place, one row left out', async () => {
        await openWizard(page);
        await chooseFile(caiet, register);
        await expect(page.getByRole('button', { name: /Rândul 5: Nr\. crt\. · Denumire ofertant/u })).toBeVisible();
        await goOnToCheck(page);
        await expect(page.getByText(/totaluri și semnături.*: rândurile 12, 14/u)).toBeVisible();
        await expect(page.getByText('Rândul 8, Preț:')).toBeVisible();
        await expect(page.getByText('„optzeci de mii” nu este un număr. Scrieți valoarea, de exemplu 1.234,56, sau lăsați rândul deoparte.').first()).toBeVisible();
        await page.getByRole('textbox', { name: 'Valoarea corectă' }).fill('80.000,00');
        await page.getByRole('textbox', { name: 'Valoarea corectă' }).press('Enter');
        await expect(page.getByText('Toate rândurile sunt în regulă.')).toBeVisible();
        await previewRow(page, 11).getByRole('button', { name: 'Lasă deoparte rândul 11' }).click();
        await expect(importButton(page)).toHaveText('Importă 5 rânduri');
        await importButton(page).click();
      });

      await test.step('the report', async () => {
        await expect(page.getByRole('status').filter({ hasText: 'Au intrat 5 oferte în proiect.' })).toBeVisible();
        const outside = page.getByRole('table', { name: 'Ce a rămas afară și de ce' });
        await expect(outside.getByRole('rowheader')).toHaveText(['11', '12', '14']);
        await expectSaved(page);
        await page.getByRole('link', { name: 'Mergi la evaluare' }).click();
      });

      const shown = new Map<string, readonly RankedLine[]>();
      await test.step('scores for every bid of both lots', async () => {
        for (const [number, scores] of [['1', [5, 3, 4, 2]], ['2', [1, 4, 5]]] as const) {
          await page.getByRole('tab', { name: `Lotul ${number}:` }).click();
          await scoreEverything(page, scores);
          await page.getByRole('button', { name: 'Arată clasamentul' }).click();
          await expect(page.getByText('Clasament provizoriu.')).toHaveCount(0);
          shown.set(number, await rankingLines(page));
        }
        expect(shown.get('1')).toHaveLength(3);
        expect(shown.get('2')).toHaveLength(2);
      });

      await test.step('both axes add up to the total, and the places follow the totals', async () => {
        for (const lines of shown.values()) {
          const totals = numbersOf(lines).map(({ total }) => Number(total));
          expect(totals).toEqual(totals.toSorted((left, right) => right - left));
          for (const { costEffectiveness, transformativePotential, total } of numbersOf(lines)) {
            expect(Number(costEffectiveness) + Number(transformativePotential)).toBeCloseTo(Number(total), 6);
          }
        }
      });

      await test.step('the calculation can be redone by hand', async () => {
        await page.getByRole('tab', { name: 'Lotul 1:' }).click();
        await showRanking(page);
        const lines = await rankingLines(page);
        const corrected = lines.find(({ price }) => price === '80.000,00')!;
        const dialog = await openCalculation(page, corrected.bidder);
        await expect(dialog.getByText('puncte = pondere × prețul cel mai mic / prețul ofertat')).toBeVisible();
        await expect(dialog.getByText('= 50 × 45.000,00 / 80.000,00')).toBeVisible();
        await expect(dialog.getByText('= 28,125', { exact: true })).toBeVisible();
        await expect(dialog.getByText('→ 28,13 (rotunjit la 2 zecimale, o singură dată)')).toBeVisible();
        await expect(dialog.getByText(`= ${corrected.total}`)).toBeVisible();
        await page.keyboard.press('Escape');
        await expect(dialog).toHaveCount(0);
      });

      const packageFile = path.join(caiet.userData, 'plecat.caiet.json');
      const workbookFile = path.join(caiet.userData, 'plecat.xlsx');
      await test.step('the files that leave', async () => {
        await goTo(page, 'Schimb de pachete');
        for (const [button, file] of [['Exportă pachetul', packageFile], ['Exportă în Excel', workbookFile]] as const) {
          const written = await caiet.nextSave(file);
          await page.getByRole('button', { name: button, exact: true }).click();
          await written();
          await expect(page.getByRole('button', { name: button, exact: true })).toBeEnabled();
        }
      });

      await test.step('the terminal door verifies the package and evaluates it to the numbers on the screen', async () => {
        expect(terminal('verify', packageFile)).toMatchObject({ exitCode: 0, json: { ok: true, digestMatches: true, projects: [{ digestMatches: true, historyIntact: true, storedResult: 'same' }] } });
        const { json } = terminal('evaluate', packageFile);
        const [project] = (json as { projects: readonly { lots: readonly { ranking: readonly EvaluatedBid[] }[] }[] }).projects;
        const evaluated = project!.lots.map(({ ranking }) => ranking.map(({ rank, costEffectiveness, transformativePotential, total }) => ({ rank, costEffectiveness, transformativePotential, total })));
        expect(evaluated).toEqual([numbersOf(shown.get('1')!), numbersOf(shown.get('2')!)]);
      });

      await test.step('the workbook holds the same ranking', async () => {
        const sheet = read(readFileSync(workbookFile)).Sheets['Clasament']!;
        const rows = utils.sheet_to_json<Record<string, string | number>>(sheet);
        expect(rows.map((row) => ({ bidder: row['Ofertant'], rank: row['Loc'], total: Number(row['Total puncte']).toFixed(2) }))).toEqual(
          [...shown.values()].flat().map(({ bidder, rank, total }) => ({ bidder, rank: Number(rank), total: plain(total) })),
        );
      });

      await test.step('after a reload everything is still there', async () => {
        await goTo(page, 'Evaluare');
        await page.reload();
        await expect(heading(page, 'Evaluare')).toBeVisible();
        for (const [number, lines] of shown) {
          await page.getByRole('tab', { name: `Lotul ${number}:` }).click();
          await showRanking(page);
          expect(await rankingLines(page)).toEqual(lines);
        }
        await goTo(page, 'Apel');
        await openPart(page, 'Criterii');
        await expect(weightsSum(page)).toContainText('100 din 100');
      });
    });
  });
}

test('the demo opens with one click and states ties, missing scores and bids that do not compare', async ({ page }) => {
  await page.getByRole('button', { name: 'Deschide proiectul demonstrativ' }).click();
  await goTo(page, 'Evaluare');
  await showRanking(page);
  const outside = page.getByRole('table', { name: 'Oferte care nu se compară' });
  await expect(outside.getByRole('row').filter({ hasText: 'Meridian Lux Servicii SRL' })).toContainText('Respinsă');
  await expect(page.getByText('Preț aparent neobișnuit de scăzut')).toBeVisible();

  await page.getByRole('tab', { name: 'Lotul 2:' }).click();
  await showRanking(page);
  await expect(page.getByText('Clasament provizoriu.')).toBeVisible();
  await expect(page.getByText('Lipsește 1 notă: Licurici Energie SRL')).toBeVisible();
  await expect(outside.getByRole('row').filter({ hasText: 'Meridian Lux Servicii SRL' })).toContainText('Retrasă de ofertant');
});

test('bids with equal points share a place, and what the law asks then is said', async ({ page }) => {
  await createProject(page, 'Egalitate');
  await addLot(page, { number: '1', title: 'Un lot', estimatedValue: '1.000' });
  await openPart(page, 'Criterii');
  await page.getByRole('button', { name: 'Adaugă preț' }).click();
  await page.getByRole('textbox', { name: 'Criteriu', exact: true }).fill('Preț');
  await page.keyboard.press('Enter');
  await setWeight(page, 'Preț', '100');
  await goTo(page, 'Oferte');
  for (const [bidder, price] of [['Alfa', '900'], ['Beta', '900'], ['Gama', '950']] as const) await addBid(page, { bidder, price });
  await goTo(page, 'Evaluare');
  await expect(page.getByText('Egalitate pe locul 1.')).toBeVisible();
  await expect(page.getByText('Alfa și Beta au câte 100,00 puncte.')).toBeVisible();
  await expect(page.getByText(/HG 395\/2016 art\. 138-140/u)).toBeVisible();
  expect((await rankingLines(page)).map(({ rank, bidder }) => [rank, bidder])).toEqual([['1', 'Alfa'], ['1', 'Beta'], ['3', 'Gama']]);
});
