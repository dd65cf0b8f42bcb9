/** Stops of the tours where other computers come in: a server, copies, packages of others. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { DAV_PASSWORD, DAV_USER, noDavServer, startDavServer } from '../../../support/dav-server';
import { launchBrowserEdition } from '../launch-browser';
import type { RunningApp } from '../running-app';
import { exportPackage } from './packages';
import { goTo, heading, nameYourself, openDemo } from './shell';
import { goToTargets, nameTarget, targetCard } from './targets';
import { closeAnyDialog, withDialog, type AtStop } from './tour-stop';

/** A server, and the certificate nobody has vouched for; in the edition that can connect to one. */
export const server = async (page: Page, at: AtStop): Promise<void> => {
  await goToTargets(page);
  await page.getByRole('button', { name: 'Conectează un server WebDAV' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Adresa dosarului' }).waitFor();
  await at('server, connecting');
  // Without the means to make a certificate the rest is not there to be seen.
  if (noDavServer() === undefined) {
    const dav = await startDavServer({ tls: true });
    try {
      await dialog.getByRole('textbox', { name: 'Adresa dosarului' }).fill(dav.url);
      await dialog.getByRole('textbox', { name: 'Utilizator' }).fill(DAV_USER);
      await dialog.getByLabel('Parolă').fill(DAV_PASSWORD);
      await dialog.getByRole('button', { name: 'Conectează' }).click();
      await dialog.getByText(dav.fingerprint ?? '').waitFor();
      await at('server, certificate');
      await dialog.getByRole('button', { name: 'Am comparat-o, conectează' }).click();
      await nameTarget(page, 'Server');
      await targetCard(page, 'Server').waitFor();
      await at('server, connected');
      await withDialog(page, 'Uită locul', () => at('server, forgetting'));
    } finally {
      await dav.stop();
    }
  }
  await closeAnyDialog(page);
};

/** Copies kept here, one looked at before it is brought back, and a package of a computer that is new here. */
export const restoring = async (app: RunningApp, at: AtStop): Promise<void> => {
  const { page } = app;
  await goTo(page, 'Setări');
  await page.getByRole('button', { name: 'Scrie o copie acum' }).click();
  await page.getByRole('button', { name: /^Vezi și readuce din/u }).first().click();
  await heading(page, 'Import de pachet').waitFor();
  await at('copy, looked at');
  await page.getByRole('button', { name: 'Alege alt pachet' }).click();
  const folder = path.join(app.userData, 'alt calculator');
  mkdirSync(folder);
  const other = await launchBrowserEdition(folder);
  await nameYourself(other.page, 'Ana Pop');
  await openDemo(other.page);
  const file = await exportPackage(other, 'de la alții.caiet.json');
  await other.close();
  await app.nextOpen(file);
  await page.getByRole('button', { name: 'Alege fișierul…' }).click();
  await page.getByText(/Semnat de un calculator nou/u).waitFor();
  await at('package of a new computer');
  await page.getByRole('button', { name: /^Importă un proiect$/u }).click();
  await page.getByText('Pachetul a fost importat.').waitFor();
  await at('package of a new computer, receipt');
  await goTo(page, 'Setări');
  await page.getByRole('table', { name: 'Calculatoare cunoscute' }).waitFor();
  await at('known computers');
};
