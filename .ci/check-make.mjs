// Proves the packaging configuration: electron-forge make for Linux, Windows and macOS around a stand-in for Electron,
// then the checks of check-package.mjs. No network. Skips, and says so, where the system's packaging tools are missing.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { checkPackage } from './check-package.mjs';
import { makeFakeElectron } from './fake-electron-zip.mjs';

const root = path.resolve(import.meta.dirname, '..');
const out = path.join(root, 'out/check');
const zips = path.join(root, '.fake-electron');

const isInstalled = (tool) => (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, tool)));

const missing = ['zip', 'fakeroot', 'dpkg-deb', 'dpkg', 'desktop-file-validate'].filter((tool) => !isInstalled(tool));
if (process.platform !== 'linux' || missing.length > 0) {
  const why = process.platform === 'linux' ? `${missing.join(', ')} not installed (apt-get install zip fakeroot dpkg desktop-file-utils)` : 'the check runs on Linux only';
  console.log(`SKIPPED check:make: ${why}`);
  process.exit(0);
}

const make = (...args) => {
  const forge = path.join(root, 'node_modules/@electron-forge/cli/dist/electron-forge.js');
  const result = spawnSync(process.execPath, [forge, 'make', ...args], { cwd: root, encoding: 'utf8', env: { ...process.env, CAIET_ELECTRON_ZIP_DIR: zips } });
  if (result.status === 0) return;
  console.error(`${result.stdout}${result.stderr}`);
  throw new Error(`electron-forge make ${args.join(' ')} failed`);
};

try {
  rmSync(out, { recursive: true, force: true });
  makeFakeElectron(zips, ['linux', 'win32', 'darwin']);
  make('--platform', 'linux', '--arch', 'x64');
  for (const platform of ['win32', 'darwin']) make('--platform', platform, '--arch', 'x64', '--targets', '@electron-forge/maker-zip');
  const problems = await checkPackage(out);
  if (problems.length > 0) throw new Error(`${problems.length} problem(s) in the package`);
} catch (error) {
  console.error(`check:make: ${error.message}`);
  process.exitCode = 1;
} finally {
  // What has a fake Electron inside must not be found by anyone who looks for a release.
  rmSync(out, { recursive: true, force: true });
  rmSync(zips, { recursive: true, force: true });
}
