/** Chromium, Chrome or Edge as installed on this machine, and how to open an application window in it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const windowsBrowsers = (): string[] =>
  ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .flatMap((name) => process.env[name] ?? [])
    .flatMap((folder) => [
      `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
      `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
      `${folder}\\Chromium\\Application\\chrome.exe`,
    ]);

const macBrowsers = (): string[] =>
  ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

const linuxBrowsers = (): string[] =>
  ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge']
    .flatMap((name) => ['/usr/bin', '/usr/local/bin', '/snap/bin'].map((folder) => `${folder}/${name}`));

/** The browser named by CAIET_BROWSER, else the first installed one. */
export const findBrowser = (): string | undefined => {
  const named = process.env['CAIET_BROWSER'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined;
  const places = process.platform === 'win32' ? windowsBrowsers() : process.platform === 'darwin' ? macBrowsers() : linuxBrowsers();
  return places.find((file) => existsSync(file));
};

/** A window can be shown. Only Linux can be without a display. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);

const configFolder = (): string => {
  if (process.platform === 'win32') return process.env['LOCALAPPDATA'] ?? os.homedir();
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library/Application Support');
  return process.env['XDG_CONFIG_HOME'] ?? path.join(os.homedir(), '.config');
};

/** What a new profile starts with: no offer to translate the window, none to keep passwords. */
const FIRST_PREFERENCES = {
  translate: { enabled: false },
  credentials_enable_service: false,
  profile: { password_manager_enabled: false },
};

/** The browser profile that belongs to Caiet alone, readable by its owner only. */
export const browserProfile = (parent: string = configFolder()): string => {
  const profile = path.join(parent, 'caiet-browser');
  const preferences = path.join(profile, 'Default/Preferences');
  mkdirSync(path.dirname(preferences), { recursive: true, mode: 0o700 });
  if (!existsSync(preferences)) writeFileSync(preferences, JSON.stringify(FIRST_PREFERENCES), { mode: 0o600 });
  return profile;
};

/**
 * Whether a browser still runs on the profile. A second start on a profile in use hands its window to the first
 * process and ends at once, so the end of our child does not mean that the window was closed.
 */
export const profileInUse = (profile: string): boolean => {
  if (process.platform === 'win32') return existsSync(path.join(profile, 'lockfile'));
  try {
    const pid = Number(readlinkSync(path.join(profile, 'SingletonLock')).split('-').at(-1));
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Opens `url` as an application window: no tabs, no address bar, own profile, no extensions, no telemetry. */
export const openAppWindow = (browser: string, url: string, profile: string): ChildProcess => {
  const args = [
    `--app=${url}`, `--user-data-dir=${profile}`, '--class=caiet', '--window-size=1280,860',
    '--no-first-run', '--no-default-browser-check', '--disable-background-networking', '--disable-component-update',
    '--disable-sync', '--disable-extensions', '--disable-quic', '--disable-features=Translate,MediaRouter', '--password-store=basic',
  ];
  // Chromium refuses to run as root inside its sandbox; only containers and CI do that.
  if (process.platform === 'linux' && process.getuid?.() === 0) args.push('--no-sandbox', '--test-type');
  return spawn(browser, args, { stdio: 'ignore' });
};
