/** A commission evaluates with nothing between its computers but files; what comes out is decided, locked and verified. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { fillWorkbook } from '../unit/sheets/fill-workbook';
import { BIDDERS, bidsOfTheCall, LAST_BID, openCall } from './support/files/open-call';
import { launchApart } from './support/launch-browser';
import { openPart } from './support/pages/call';
import { complaints, expect, test } from './support/pages/caiet-test';
import { handOut, lookAtReturned, nameMember, scoreAlone, showStep, takeReturned } from './support/pages/committee';
import { plain, rankingLines, showRanking } from './support/pages/evaluation';
import { chooseFile, goOnToCheck, importButton, onDisk, openWizard } from './support/pages/imports';
import { confirmImport, exportPackage, inspectPackage } from './support/pages/packages';
import { expectSaved, goTo, heading } from './support/pages/shell';
import { terminal } from './support/pages/terminal-door';

const REASON = 'Pagina 12 arată ce s-a măsurat în pilot, cu valori de pornire:';
const [FIRST, SECOND] = BIDDERS;

/** Of each bid, impact and team. */
const levels = (first: readonly [number, number], second: readonly [number, number]): Record<string, number> =>
  ({ [`${FIRST}, Impact`]: first[0], [`${FIRST}, Echipa`]: first[1], [`${SECOND}, Impact`]: second[0], [`${SECOND}, Echipa`]: second[1] });

/** By package, each on a computer of their own. The expert thinks little of the first bid, and has no vote. */
const BY_PACKAGE = [
  { name: 'Ana Pop', role: 'Președinte', levels: levels([5, 4], [3, 3]) },
  { name: 'Dan Rus', role: 'Membru', levels: levels([5, 4], [3, 3]) },
  { name: 'Ion Vasile', role: 'Expert cooptat', levels: levels([0, 0], [5, 5]) },
] as const;
/** By workbook, far from the others in one score. */
const BY_WORKBOOK = { name: 'Elena Marin', role: 'Membru', levels: levels([2, 4], [2, 3]) } as const;
const ANSWERS = { D1: LAST_BID, D2: 'Da', D3: 'Da', D4: 'Nu', D5: 'Nu', D6: 'Nu' };

const button = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();

test('three evaluators on three computers and one with a workbook exchange only files, and the decision is locked and verified', async ({ caiet, page, userData }) => {
  test.setTimeout(90_000);
  const starting = launchApart(userData, BY_PACKAGE.length);

  await test.step('the call is frozen, then its bids come in with sealed prices', async () => {
    await inspectPackage(caiet, onDisk(caiet, openCall()));
    await confirmImport(page);
    await page.getByRole('link', { name: 'Deschide', exact: true }).click();
    await openPart(page, 'Criterii');
    await button(page, 'Îngheață apelul');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Îngheață apelul' }).click();
    await expect(page.getByText(/^Înghețat \(nr\. 1\)/u)).toBeVisible();
    await goTo(page, 'Oferte');
    await openWizard(page);
    await chooseFile(caiet, bidsOfTheCall());
    await goOnToCheck(page);
    await importButton(page).click();
    await page.getByRole('link', { name: 'Mergi la evaluare' }).click();
  });

  const sheets = new Map<string, string>();
  await test.step('the commission is named and everybody is handed a sheet', async () => {
    await showStep(page, /^Comisie/u);
    await nameMember(page, BY_PACKAGE[0], /^Modifică: /u);
    for (const member of [BY_PACKAGE[1], BY_WORKBOOK, BY_PACKAGE[2]]) await nameMember(page, member);
    await showStep(page, /^Fișe/u);
    for (const { name } of BY_PACKAGE) sheets.set(name, await handOut(caiet, name, 'pachet Caiet'));
    sheets.set(BY_WORKBOOK.name, await handOut(caiet, BY_WORKBOOK.name, 'registru Excel'));
  });

  const { apps, close } = await starting;
  await test.step('each declares and scores alone', async () => {
    await Promise.all(BY_PACKAGE.map(async ({ name, levels: given }, index) => {
      sheets.set(name, await scoreAlone(apps[index]!, sheets.get(name)!, { signedOn: LAST_BID.replaceAll('.', ''), levels: given, reason: REASON }));
    }));
    const workbook = sheets.get(BY_WORKBOOK.name)!;
    writeFileSync(workbook, await fillWorkbook(readFileSync(workbook), { level: ({ bidder, criterion }) => BY_WORKBOOK.levels[`${bidder}, ${criterion}`] ?? null, reason: REASON, answers: ANSWERS }));
    expect(await Promise.all(apps.map((app) => complaints(app.page)))).toEqual(apps.map(() => []));
    expect(apps.flatMap(({ trouble }) => trouble)).toEqual([]);
    await close();
  });

  await test.step('the sheets come back, one of them twice', async () => {
    for (const { name } of [...BY_PACKAGE, BY_WORKBOOK]) await takeReturned(caiet, sheets.get(name)!, name);
    await lookAtReturned(caiet, sheets.get('Ana Pop')!);
    await expect(page.getByText('Fișa este deja luată. Nu este nimic de schimbat.')).toBeVisible();
    await button(page, 'Închide');
  });

  await test.step('the score that lies apart gets a common one; then the scores are locked and the prices opened', async () => {
    await showStep(page, /^Consens/u);
    await expect(page.getByText('Se pot bloca după ce notele depărtate sunt discutate.')).toBeVisible();
    await button(page, `Discută: ${FIRST}, Impact`);
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Elena Marin: 2');
    await dialog.getByRole('button', { name: /Nota comună/u }).click();
    await page.getByRole('option', { name: /^4/u }).click();
    await dialog.getByRole('textbox', { name: 'Pe ce se sprijină nota comună' }).fill('Pilotul de la pagina 12 a fost măsurat, dar numai trei luni.');
    for (const vote of await dialog.getByText('pentru', { exact: true }).all()) await vote.click();
    await dialog.getByRole('button', { name: 'Hotărăște nota comună' }).click();
    await expect(dialog).toContainText('Hotărâtă la');
    await page.keyboard.press('Escape');
    await button(page, 'Blochează notele');
    await button(page, 'Deschide prețurile…');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Deschide prețurile' }).click();
    await expect(page.getByText(/^Prețurile sunt deschise din/u)).toBeVisible();
  });

  await showRanking(page);
  const lines = await rankingLines(page);
  // Impact 4 of 5 as agreed; team 4 of 5; 90.000 of 100.000. The other: impact the mean of 3, 3 and 2; the lowest price.
  expect(lines.map(({ rank, bidder, total }) => [rank, bidder, plain(total)])).toEqual([['1', FIRST, '84.00'], ['2', SECOND, '73.33']]);

  await test.step('the first place is found admissible and awarded', async () => {
    await goTo(page, 'Oferte');
    await page.getByRole('link', { name: 'Examinează ofertele' }).click();
    await page.getByRole('link', { name: FIRST }).click();
    await button(page, 'Constată admisibilă');
    await goTo(page, 'Decizie');
    await button(page, 'Ia decizia și blochează');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Ia decizia și blochează' }).click();
    await expect(page.getByText('Tot ce stă sub decizie este cum era când s-a decis.')).toBeVisible();
    await expect(heading(page, 'Decizie')).toBeVisible();
    await expectSaved(page);
  });

  await test.step('the terminal door finds in the package what the window shows', async () => {
    const file = await exportPackage(caiet, 'decis.caiet.json');
    expect(terminal('verify', file)).toMatchObject({
      exitCode: 0, json: { ok: true, projects: [{ digestMatches: true, historyIntact: true, storedResult: 'same', freeze: { state: 'intact' }, decision: 'intact', lots: [{ decision: 'intact' }] }] },
    });
    const { json } = terminal('evaluate', file);
    const [project] = (json as { projects: readonly { lots: readonly { ranking: readonly { rank: number; total: string; costEffectiveness: string; transformativePotential: string }[] }[] }[] }).projects;
    expect(project?.lots[0]?.ranking.map(({ rank, total, costEffectiveness, transformativePotential }) => [String(rank), costEffectiveness, transformativePotential, total]))
      .toEqual(lines.map((line) => [line.rank, plain(line.costEffectiveness), plain(line.transformativePotential), plain(line.total)]));
  });
});
