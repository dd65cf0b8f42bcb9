/**
 * Electron's security checklist (https://www.electronjs.org/docs/latest/tutorial/security) as assertions on the source:
 * what the other tests cannot see because nobody would write a test for a line that is not there yet.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { describe, expect, test } from 'vitest';
import { secureWebPreferences } from '../../../src-main/window/web-preferences';

const root = path.resolve(import.meta.dirname, '../../..');

const sources = (folder: string): ReadonlyMap<string, string> => new Map(
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => [path.join(folder, name), readFileSync(path.join(root, folder, name), 'utf8')]),
);

const main = sources('src-main');
const everything = new Map([...main, ...sources('src-renderer')]);

/** Files whose text matches. */
const where = (files: ReadonlyMap<string, string>, pattern: RegExp): string[] => [...files].filter(([, text]) => pattern.test(text)).map(([name]) => name);

describe('windows', () => {
  test('every switch of the checklist is set, and set safely', () => {
    expect(secureWebPreferences('/preload.cjs')).toEqual({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
  });

  test('one place makes windows, and with those switches', () => {
    expect(where(main, /new BrowserWindow\(|new BrowserView\(|new WebContentsView\(/u)).toEqual(['src-main/window/main-window.ts']);
    expect(main.get('src-main/window/main-window.ts')).toContain('webPreferences: secureWebPreferences(');
    expect(where(main, /enableBlinkFeatures|allowpopups|disable-web-security|ignore-certificate-errors|appendSwitch/u)).toEqual([]);
  });

  test('the sandbox is on for every process, before the application is ready', () => {
    const text = main.get('src-main/main.ts') ?? '';
    expect(text.indexOf('app.enableSandbox()')).toBeGreaterThan(0);
    expect(text.indexOf('app.enableSandbox()')).toBeLessThan(text.indexOf('hardenSession('));
    expect(text.indexOf('lockNavigation(')).toBeLessThan(text.indexOf('window.show()'));
    expect(text.indexOf('hardenSession(')).toBeLessThan(text.indexOf('window.show()'));
  });
});

describe('the bridge', () => {
  test('ipcRenderer stays in the preload, and is never handed on', () => {
    expect(where(everything, /ipcRenderer/u)).toEqual(['src-main/preload.ts']);
    const preload = main.get('src-main/preload.ts') ?? '';
    expect(preload.match(/exposeInMainWorld/gu)).toHaveLength(1);
    const uses = preload.split('\n').filter((line) => line.includes('ipcRenderer') && !line.startsWith('import') && !line.startsWith('/**'));
    for (const line of uses) expect(line).toMatch(/ipcRenderer\.(?:invoke|on|removeListener)\((?:CHANNELS|EVENTS)\.\w+/u);
  });

  test('every message passes the one wrapper that checks its sender', () => {
    expect(where(main, /ipcMain/u)).toEqual(['src-main/ipc/handle.ts']);
    expect(main.get('src-main/ipc/handle.ts')).toMatch(/assertTrusted\(event, trusted\)[\s\S]*work\(/u);
  });

  test('its contract needs neither Electron nor Node', () => {
    const bridge = new Map([...main].filter(([name]) => name.startsWith('src-main/bridge/')));
    expect(where(bridge, /from '(?:electron|node:)/u)).toEqual([]);
  });

  test('electron is imported nowhere else', () => {
    const importing = where(everything, /from 'electron'|import\('electron|^\s*(?!\W*\*).*require\('electron/mu);
    expect(importing.filter((name) => !name.startsWith('src-main/') || /bridge|launcher/u.test(name))).toEqual([]);
  });
});

describe('code and addresses', () => {
  test('only the list of known https addresses reaches the system browser', () => {
    expect(where(everything, /openExternal|openPath|showItemInFolder/u)).toEqual(['src-main/window/navigation-lock.ts']);
    expect(main.get('src-main/window/navigation-lock.ts')).toContain('if (isKnownLink(url)) void shell.openExternal(url)');
  });

  test('nothing is evaluated, and no page is loaded from a file', () => {
    expect(where(everything, /\beval\(|new Function\(|executeJavaScript|insertCSS|loadFile\(|dangerouslySetInnerHTML|\.innerHTML\s*=/u)).toEqual([]);
  });

  test('no process is started by the application itself', () => {
    expect(where(main, /child_process/u).every((name) => name.startsWith('src-main/launcher/'))).toBe(true);
  });
});

test('the fuses are blown as they should be', () => {
  const config = readFileSync(path.join(root, 'forge.config.ts'), 'utf8');
  const set = new Map([...config.matchAll(/\[FuseV1Options\.(\w+)\]: (true|false)/gu)].map(([, name = '', value]) => [name, value === 'true']));
  expect(Object.fromEntries(set)).toEqual({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    GrantFileProtocolExtraPrivileges: false,
  });
  for (const name of set.keys()) expect(FuseV1Options).toHaveProperty(name);
});
