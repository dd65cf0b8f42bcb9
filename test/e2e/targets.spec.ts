/** Packages through a folder and a WebDAV server, in the desktop edition's real main process and in a browser. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DAV_PASSWORD, DAV_USER, noDavServer, startDavServer } from '../support/dav-server';
import { shellKind } from './support/launch';
import { expect, test } from './support/pages/caiet-test';
import { goTo, heading, openDemo } from './support/pages/shell';
import { answerFolderDialog, goToTargets, nameTarget, sendTo, showPart, targetCard } from './support/pages/targets';

test.use({ ownBrowser: false });

const packagesIn = (place: string): readonly string[] => readdirSync(path.join(place, 'packages'));

/** Every file below a folder that holds these bytes. */
const filesWith = (folder: string, bytes: Buffer): readonly string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => {
    const file = path.join(folder, name);
    return existsSync(file) && statSync(file).isFile() && readFileSync(file).includes(bytes);
  });

test.describe('the desktop edition', () => {
  test.use({ edition: 'desktop' });

  test('sends a project to a folder, finds one from another office, and opens it for review', async ({ caiet, page }) => {
    const place = path.join(caiet.userData, 'dosar comun');
    mkdirSync(place);
    await openDemo(page);
    await goTo(page, 'Schimb de pachete');
    await showPart(page, 'Locuri de schimb');
    await caiet.nextOpen(place);
    await page.getByRole('button', { name: 'Folosește un dosar' }).click();
    await nameTarget(page, 'Centrul regional');
    await sendTo(page, 'Centrul regional');
    await expect.poll(() => packagesIn(place).length).toBe(1);

    // The same package, left by another computer.
    const [own = ''] = packagesIn(place);
    writeFileSync(path.join(place, 'packages', own.replace(/^[^_]+_/u, 'alt-calculator_')), readFileSync(path.join(place, 'packages', own)));
    await showPart(page, 'Primite');
    await page.getByRole('button', { name: 'Caută pachete' }).click();
    await page.getByRole('button', { name: /^Deschide pachetul de la/u }).click();
    await expect(heading(page, 'Import de pachet')).toBeVisible();
    await expect(page.getByText('la fel ca aici')).toBeVisible();
  });

  test('says in one sentence that a target was emptied, keeps everything, and works again when it is back', async ({ caiet, page }) => {
    const place = path.join(caiet.userData, 'stick');
    mkdirSync(place);
    await openDemo(page);
    await goToTargets(page);
    await caiet.nextOpen(place);
    await page.getByRole('button', { name: 'Folosește un dosar' }).click();
    await nameTarget(page, 'Stick');
    await sendTo(page, 'Stick');
    await showPart(page, 'Locuri de schimb');
    await page.getByRole('radio', { name: 'Singur, când este legătură' }).click({ force: true });
    const state = page.getByRole('banner').getByRole('link', { name: /Schimb automat/u });
    await expect(state).toHaveAccessibleName('Schimb automat: la zi');

    renameSync(place, `${place} scos`);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect(state).toHaveAccessibleName('Schimb automat: fără legătură');
    mkdirSync(place);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect(state).toHaveAccessibleName('Schimb automat: oprit');
    await expect(targetCard(page, 'Stick').getByRole('alert')).toContainText('Acolo unde era „Stick” este acum un dosar gol');
    expect(readdirSync(place)).toEqual([]);

    rmSync(place, { recursive: true });
    renameSync(`${place} scos`, place);
    await page.getByRole('button', { name: 'Încearcă din nou' }).click();
    await expect(state).toHaveAccessibleName('Schimb automat: la zi');
    expect(packagesIn(place)).toHaveLength(1);
  });

  test.describe(() => {
    test.use({ ownBrowser: true });

    test('trusts a server\'s own certificate only after a person, and the password is found nowhere', async ({ caiet, page }) => {
      const why = noDavServer();
      test.skip(why !== undefined, why);
      test.skip(shellKind() === 'electron', 'SKIPPED: the real keychain is not for tests');
      const server = await startDavServer({ tls: true });
      try {
        await openDemo(page);
        await goToTargets(page);
        await page.getByRole('button', { name: 'Conectează un server WebDAV' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('textbox', { name: 'Adresa dosarului' }).fill(server.url);
        await dialog.getByRole('textbox', { name: 'Utilizator' }).fill(DAV_USER);
        await dialog.getByLabel('Parolă').fill(DAV_PASSWORD);
        await dialog.getByRole('button', { name: 'Conectează' }).click();
        await expect(dialog.getByText(server.fingerprint ?? '')).toBeVisible();
        await dialog.getByLabel('Parolă').fill('altă parolă');
        await dialog.getByRole('button', { name: 'Am comparat-o, conectează' }).click();
        await expect(dialog.getByRole('alert')).toContainText(/^Serverul nu primește acest nume și această parolă/u);
        await expect(dialog.getByText(server.fingerprint ?? ''), 'what was compared need not be compared again').toBeVisible();
        await dialog.getByLabel('Parolă').fill(DAV_PASSWORD);
        await dialog.getByRole('button', { name: 'Am comparat-o, conectează' }).click();
        await nameTarget(page, 'Server');
        await sendTo(page, 'Server');
        await showPart(page, 'Locuri de schimb');
        await expect(targetCard(page, 'Server').getByText('păstrată de sistemul de operare')).toBeVisible();
        await expect.poll(() => packagesIn(server.files).length).toBe(1);

        // The administrator changes the password: one sentence, one field, and it goes on.
        const changed = `${DAV_PASSWORD} nouă`;
        server.changePassword(changed);
        await showPart(page, 'Primite');
        await page.getByRole('button', { name: 'Caută pachete' }).click();
        await expect(page.getByText(/^Serverul nu primește acest nume și această parolă/u)).toBeVisible();
        await page.getByRole('button', { name: 'Scrie parola' }).click();
        await expect(targetCard(page, 'Server')).toContainText('cere ceva de la dumneavoastră');
        await targetCard(page, 'Server').getByLabel('Parola').fill(changed);
        await page.keyboard.press('Enter');
        await expect(page.getByText(/^Serverul nu primește acest nume și această parolă/u)).toHaveCount(0);
        await expect(targetCard(page, 'Server').getByRole('button', { name: 'Folosește parola' })).toHaveCount(0);

        const planted = Buffer.from(DAV_PASSWORD);
        const known = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
        expect(known).toContain('caiet-targets');
        for (const bytes of [planted, Buffer.from(DAV_PASSWORD, 'utf16le'), Buffer.from(planted.toString('base64'))]) {
          expect(filesWith(caiet.userData, bytes), 'profile: databases, journal, connections').toEqual([]);
          expect(filesWith(server.files, bytes), 'packages').toEqual([]);
        }
        expect(caiet.double?.log.join('\n') ?? '').not.toContain(DAV_PASSWORD);
      } finally {
        await server.stop();
      }
    });
  });
});

test.describe('the browser edition', () => {
  test('exchanges through a folder it was given, keeps it over a restart, and says what WebDAV needs', async ({ page }) => {
    await openDemo(page);
    await goToTargets(page);
    await expect(page.getByText(/^Serverele WebDAV se folosesc din aplicația instalată/u)).toBeVisible();
    await answerFolderDialog(page, 'schimb');
    await page.getByRole('button', { name: 'Folosește un dosar' }).click();
    await nameTarget(page, 'Dosarul comun');
    await sendTo(page, 'Dosarul comun');
    const names = (): Promise<readonly string[]> => page.evaluate(async () => {
      const packages = await (await (await navigator.storage.getDirectory()).getDirectoryHandle('schimb')).getDirectoryHandle('packages');
      const found: string[] = [];
      for await (const name of packages.keys()) found.push(name);
      return found;
    });
    const before = await names();
    expect(before).toEqual([expect.stringMatching(/^[0-9a-z-]+_[0-9a-z-]+_[0-9a-f]{64}\.caiet\.json$/u)]);
    await page.reload();
    await showPart(page, 'De trimis');
    await expect(page.getByText('Nu ar pleca nimic.')).toBeVisible();
    expect(await names()).toEqual(before);
  });
});
