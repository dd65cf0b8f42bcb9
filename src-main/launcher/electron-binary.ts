/**
 * Whether Electron can be started, found out without loading its package: `require('electron')` in Node begins a
 * download that may never end.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const DEFAULT_NAME: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};

/** The installed Electron executable, or undefined. Honours ELECTRON_OVERRIDE_DIST_PATH as Electron's own package does. */
export const electronBinary = (root: string): string | undefined => {
  const home = path.join(root, 'node_modules/electron');
  const pathFile = path.join(home, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : (DEFAULT_NAME[process.platform] ?? 'electron');
  const file = path.join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(home, 'dist'), name);
  return existsSync(file) ? file : undefined;
};

/** Longest wait for the download, in milliseconds: a server that accepts and stays silent would hold it for ever. */
const DOWNLOAD_LIMIT = 180_000;

const lastWords = (stderr: string): string =>
  stderr.split('\n').find((line) => /error|failed|ENOTFOUND|ECONN/iu.test(line))?.trim() ?? 'the download did not finish';

/** Runs Electron's own installer. Resolves to null when the binary is there afterwards, else to one line saying why not. */
export const downloadElectron = (root: string, limit: number = DOWNLOAD_LIMIT): Promise<string | null> => new Promise((resolve) => {
  const installer = path.join(root, 'node_modules/electron/install.js');
  if (!existsSync(installer)) return resolve('the electron package is not installed; run npm ci');
  const child = spawn(process.execPath, [installer], { stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    child.kill('SIGKILL');
  }, limit);
  child.stderr.setEncoding('utf8').on('data', (text: string) => { stderr = (stderr + text).slice(-8000); });
  child.on('error', (error) => { stderr += `error: ${error.message}`; });
  child.on('close', () => {
    clearTimeout(timer);
    if (electronBinary(root) !== undefined) return resolve(null);
    resolve(timedOut ? `no answer within ${Math.round(limit / 1000)} s` : lastWords(stderr));
  });
});
