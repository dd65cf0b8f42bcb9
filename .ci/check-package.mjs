// Checks what `electron-forge make` made for Linux: contents of the archive, fuses, the .deb, the desktop entry.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fuses from '@electron/fuses';

const ASAR = path.resolve(import.meta.dirname, '../node_modules/@electron/asar/bin/asar.js');
const MAX_ARCHIVE_BYTES = 12_000_000;
const WANTED_FUSES = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  GrantFileProtocolExtraPrivileges: false,
};
const ON = 0x31;

const problems = [];
const check = (passed, what) => {
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${what}`);
  if (!passed) problems.push(what);
};

/** The error output of a command; empty when it was content. */
const complaint = (command, args) => {
  try {
    execFileSync(command, args, { stdio: 'pipe' });
    return '';
  } catch (error) {
    return `${error.stdout ?? ''}${error.stderr ?? ''}` || String(error);
  }
};

const checkArchive = (file) => {
  const entries = execFileSync(process.execPath, [ASAR, 'list', file], { encoding: 'utf8' }).trim().split('\n');
  const strange = entries.filter((entry) =>
    !/^\/(?:package\.json|\.vite(?:\/build(?:\/(?:main|preload)\.cjs)?|\/renderer(?:\/main_window(?:\/.*)?)?)?)$/u.test(entry) || /\.(?:tsx?|map)$/u.test(entry));
  check(strange.length === 0, `app.asar holds only what runs (${entries.length} entries) ${strange.join(' ')}`);
  for (const needed of ['/package.json', '/.vite/build/main.cjs', '/.vite/build/preload.cjs', '/.vite/renderer/main_window/index.html']) check(entries.includes(needed), `app.asar has ${needed}`);
  const { size } = statSync(file);
  check(size < MAX_ARCHIVE_BYTES, `app.asar is ${(size / 1e6).toFixed(2)} MB of at most ${MAX_ARCHIVE_BYTES / 1e6}`);
};

const checkFuses = async (program) => {
  const wire = await fuses.getCurrentFuseWire(program);
  for (const [name, on] of Object.entries(WANTED_FUSES)) check((wire[fuses.FuseV1Options[name]] === ON) === on, `fuse ${name} is ${on ? 'on' : 'off'}`);
};

const checkDeb = (deb) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caiet-deb-'));
  try {
    execFileSync('dpkg-deb', ['-R', deb, folder]);
    const desktop = path.join(folder, 'usr/share/applications/caiet.desktop');
    const wrong = complaint('desktop-file-validate', [desktop]);
    check(wrong === '', `desktop entry is valid ${wrong}`);
    check(readFileSync(desktop, 'utf8').includes('Comment[ro]='), 'desktop entry speaks Romanian');
    check(existsSync(path.join(folder, 'usr/share/icons/hicolor/512x512/apps/caiet.png')), 'icon of 512 pixels');
    check(existsSync(path.join(folder, 'usr/share/icons/hicolor/scalable/apps/caiet.svg')), 'scalable icon');
    check((statSync(path.join(folder, 'usr/lib/caiet/chrome-sandbox')).mode & 0o7777) === 0o4755, 'chrome-sandbox is setuid');
    check(existsSync(path.join(folder, 'usr/lib/caiet/resources/app.asar')), 'the application is in /usr/lib/caiet');
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const isReal = (folder) => {
  const licences = path.join(folder, 'LICENSES.chromium.html');
  return existsSync(licences) && statSync(licences).size > 1_000_000;
};

const only = (folder, ending) => {
  const name = readdirSync(folder).find((entry) => entry.endsWith(ending));
  if (name === undefined) throw new Error(`nothing ending in ${ending} in ${folder}`);
  return path.join(folder, name);
};

/** Checks the make output in `out`. Resolves to the list of problems, after printing every check. */
export const checkPackage = async (out) => {
  const folder = only(out, 'linux-x64');
  checkArchive(path.join(folder, 'resources/app.asar'));
  await checkFuses(path.join(folder, 'caiet'));
  checkDeb(only(path.join(out, 'make/deb/x64'), '.deb'));
  for (const platform of ['linux', 'win32', 'darwin']) check(existsSync(only(path.join(out, `make/zip/${platform}/x64`), '.zip')), `zip for ${platform}`);
  console.log(isReal(folder) ? 'package: a real Electron is inside' : 'package: FAKE Electron inside, never to be published');
  return problems;
};
