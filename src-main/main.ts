/** Start order of the desktop edition, and nothing else. Every line's place matters; see the comments. */
import { app, dialog } from 'electron';
import path from 'node:path';
import { CHANNELS, parseArguments } from './bridge/channels';
import { FileDialogs } from './files/dialogs';
import { systemKeychain } from './exchange-targets/system-keychain';
import { ExchangeTargets } from './exchange-targets/targets';
import { createHandle } from './ipc/handle';
import { electronMajor, registerHost } from './ipc/host-channels';
import { registerTargets } from './ipc/target-channels';
import { registerScheme, serveApp } from './protocol/app-protocol';
import { APP_ORIGIN, originOf } from './protocol/origin';
import { SafetyFolder } from './safety/safety-folder';
import { newerElectron } from './safety/version-gate';
import { MainWindow } from './window/main-window';
import { installMenu } from './window/menu';
import { lockNavigation } from './window/navigation-lock';
import { hardenSession } from './window/session-hardening';
import { fill, SHELL_TEXTS } from './window/shell-texts';
import { shellLocale } from './window/shell-locale';

/** Set by Forge under `electron-forge start` only. */
declare const MAIN_WINDOW_VITE_DEV_SERVER_URL: string | undefined;
const devServer = typeof MAIN_WINDOW_VITE_DEV_SERVER_URL === 'undefined' || app.isPackaged ? null : MAIN_WINDOW_VITE_DEV_SERVER_URL;
const origin = devServer === null ? APP_ORIGIN : originOf(devServer);

const ICON = path.join(__dirname, '../../assets/icon.png');

/** Tests give each run its own profile; the development server's data must not mix with real projects either. */
const chooseProfile = (): void => {
  if (app.isPackaged) return;
  const chosen = process.env['CAIET_USER_DATA'];
  if (chosen !== undefined && chosen !== '') app.setPath('userData', chosen);
  else if (devServer !== null) app.setPath('userData', `${app.getPath('userData')} (development)`);
};

const refuse = async (found: number, ours: number): Promise<void> => {
  // Chromium opens its profile while it starts: give it an empty one to open, so that the real one stays untouched.
  app.setPath('sessionData', path.join(app.getPath('temp'), `caiet-refused-${process.pid}`));
  await app.whenReady();
  const { title, message } = SHELL_TEXTS[shellLocale()].olderVersion;
  dialog.showErrorBox(title, fill(message, { found, ours }));
  app.exit(1);
};

const open = async (safety: SafetyFolder): Promise<void> => {
  registerScheme();
  app.enableSandbox();
  lockNavigation(origin);
  await app.whenReady();

  hardenSession(origin, devServer);
  serveApp(path.join(__dirname, '../renderer/main_window'));

  const window = new MainWindow({
    preload: path.join(__dirname, 'preload.cjs'),
    address: devServer ?? `${APP_ORIGIN}/index.html`,
    icon: app.isPackaged ? null : ICON,
  });
  const trusted = { origin, owns: (id: number) => window.owns(id) };
  const handle = createHandle(trusted, (channel, cause) => process.stderr.write(`${channel}: ${String(cause)}\n`));
  registerHost(handle, new FileDialogs(), safety);
  registerTargets(handle, new ExchangeTargets(path.join(app.getPath('userData'), 'exchange-targets'), systemKeychain));
  handle(CHANNELS.readyToClose, parseArguments.none, () => window.readyToClose());
  installMenu(SHELL_TEXTS[shellLocale()], !app.isPackaged);

  app.on('second-instance', () => window.show());
  app.on('activate', () => window.show());
  app.on('window-all-closed', () => app.quit());
  window.show();
};

const start = async (): Promise<void> => {
  const safety = new SafetyFolder(path.join(app.getPath('userData'), 'safety'));
  const ours = electronMajor();
  const newer = ours === null ? null : newerElectron(safety.folder, ours);
  if (ours !== null && newer !== null) return refuse(newer, ours);
  await open(safety);
};

chooseProfile();
// Before everything else: two processes on one profile damage each other's databases.
if (!app.requestSingleInstanceLock()) app.quit();
else {
  start().catch((error: unknown) => {
    const { title, message } = SHELL_TEXTS[shellLocale()].cannotStart;
    dialog.showErrorBox(title, fill(message, { reason: error instanceof Error ? error.message : String(error) }));
    app.exit(1);
  });
}
