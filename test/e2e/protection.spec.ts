/** What a signature and a passphrase are good for: every way a package may have been touched is told by its own name. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { launchBrowserEdition } from './support/launch-browser';
import { complaints, expect, test } from './support/pages/caiet-test';
import { confirmImport, exportPackage, inspectPackage } from './support/pages/packages';
import { goTo, nameYourself, openDemo } from './support/pages/shell';
import type { RunningApp } from './support/running-app';

test.use({ ownBrowser: false });

const PASSPHRASE = 'patru cuvinte fără legătură';

/** The file with one thing changed, beside the original. */
const altered = (file: string, name: string, change: (text: string) => string): string => {
  const copy = path.join(path.dirname(file), name);
  const text = readFileSync(file, 'utf8');
  expect(change(text), 'something is changed').not.toBe(text);
  writeFileSync(copy, change(text));
  return copy;
};

const importButton = (page: Page) => page.getByRole('button', { name: /^Importă/u });

/** A package that is only looked at stays open until it is laid aside. */
const layAside = (page: Page): Promise<void> => page.getByRole('button', { name: 'Alege alt pachet' }).click();

/** Chooses the file where a package is asked for; what comes of it is looked at by the caller. */
const offer = async (app: RunningApp, file: string): Promise<void> => {
  const { page } = app;
  await goTo(page, 'Proiecte');
  await page.getByRole('link', { name: 'Importă un pachet' }).click();
  await app.nextOpen(file);
  await page.getByRole('button', { name: /^Aleg(?:e|eți) fișierul…$/u }).click();
};

test('a package is trusted on first use; altered, stripped, replayed and locked ones are told apart', async ({ caiet, page, userData, shared }) => {
  const elsewhere = path.join(userData, 'alt calculator');
  mkdirSync(elsewhere);
  const other = await launchBrowserEdition(elsewhere, { shared });
  await nameYourself(page, 'Ana Pop');
  await openDemo(page);
  const first = await exportPackage(caiet, 'întâiul.caiet.json');
  await goTo(page, 'Schimb de pachete');
  const second = await exportPackage(caiet, 'al doilea.caiet.json');

  await test.step('the first package of a device shows a fingerprint; the next is of a known one', async () => {
    await inspectPackage(other, second);
    await expect(other.page.getByText(/Semnat de un calculator nou pentru dumneavoastră/u)).toBeVisible();
    await expect(other.page.getByText(/\b\d{5}(?: \d{5}){5}\b/u)).toBeVisible();
    await confirmImport(other.page);
    await inspectPackage(other, second);
    await expect(other.page.getByText(/pe care îl cunoașteți/u)).toBeVisible();
    await layAside(other.page);
  });

  await test.step('an older package is told, and waits for a yes', async () => {
    await inspectPackage(other, first);
    await expect(other.page.getByText(/^Un pachet mai vechi de la/u)).toBeVisible();
    await expect(other.page.getByRole('checkbox', { name: 'Știu că este mai vechi și vreau să îl import' })).not.toBeChecked();
    await expect(importButton(other.page)).toBeDisabled();
    await layAside(other.page);
  });

  await test.step('so is one whose signature was taken off', async () => {
    await inspectPackage(other, altered(second, 'fără semnătură.caiet.json', (text) => text.replace(/,"signature":\{[^}]*\}/u, '')));
    await expect(other.page.getByText(/^Semnătura lipsește, deși/u)).toBeVisible();
    await expect(importButton(other.page)).toBeDisabled();
    await layAside(other.page);
  });

  await test.step('one byte more is refused', async () => {
    await offer(other, altered(second, 'schimbat.caiet.json', (text) => text.replace('Iluminat public inteligent', 'Iluminat public inteligenT')));
    await expect(other.page.getByText(/amprenta nu se mai potrivește/u).first()).toBeVisible();
    await expect(importButton(other.page)).toBeDisabled();
    await layAside(other.page);
  });

  await test.step('a passphrase opens only by the right words, and the file says nothing without them', async () => {
    await goTo(page, 'Schimb de pachete');
    await page.getByText('Pune-l sub parolă').click();
    await page.getByRole('textbox', { name: 'Parola pachetului' }).fill(PASSPHRASE);
    const locked = await exportPackage(caiet, 'sub parolă.caiet.json');
    expect(readFileSync(locked, 'utf8')).not.toMatch(/Iluminat|Senzorium|parolă/u);
    await offer(other, locked);
    const field = other.page.getByRole('textbox', { name: 'Parola pachetului' });
    await expect(field, 'the only thing to do').toBeFocused();
    await other.page.keyboard.type('alte patru cuvinte deodată');
    await other.page.keyboard.press('Enter');
    await expect(other.page.getByText(/^Parola nu este cea cu care a fost criptat pachetul/u)).toBeVisible();
    await expect(field, 'the reason is read out with the field').toBeFocused();
    await expect(field).toHaveAccessibleDescription(/^Parola nu este cea/u);
    await other.page.keyboard.type(PASSPHRASE);
    await other.page.keyboard.press('Enter');
    await expect(other.page.getByText(/pe care îl cunoașteți/u)).toBeVisible();
  });

  expect(await complaints(other.page)).toEqual([]);
  await other.close();
});
