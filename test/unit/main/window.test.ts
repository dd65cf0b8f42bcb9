import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EVENTS } from '../../../src-main/bridge/channels';
import { MENU_COMMANDS } from '../../../src-main/bridge/host-api';
import { CLOSE_LIMIT_MS, holdClosing } from '../../../src-main/window/close-handshake';
import { isKnownLink } from '../../../src-main/window/external-links';
import { MainWindow } from '../../../src-main/window/main-window';
import { installMenu } from '../../../src-main/window/menu';
import { hardenSession, isLocalRequest } from '../../../src-main/window/session-hardening';
import { localeFor } from '../../../src-main/window/shell-locale';
import { fill, SHELL_TEXTS } from '../../../src-main/window/shell-texts';
import { ElectronDouble } from '../../electron-double/electron-double';
import { WindowDouble } from '../../electron-double/window-double';

const double = vi.hoisted(() => ({ current: undefined as unknown }));
vi.mock('electron', () => ({
  get app() { return (double.current as { app: unknown }).app; },
  get session() { return (double.current as { session: unknown }).session; },
  get Menu() { return (double.current as { Menu: unknown }).Menu; },
  get BrowserWindow() { return (double.current as { BrowserWindow: unknown }).BrowserWindow; },
  get dialog() { return (double.current as { dialog: unknown }).dialog; },
  get nativeTheme() { return (double.current as { nativeTheme: unknown }).nativeTheme; },
}));

const newDouble = (): ElectronDouble => {
  const electron = new ElectronDouble({ userData: `/nowhere/${Math.random()}` });
  electron.ready();
  double.current = electron.electronModule();
  return electron;
};

describe('closing', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });

  const held = () => {
    const electron = newDouble();
    const window = new WindowDouble(electron);
    const afterwards = vi.fn();
    const handshake = holdClosing(window as unknown as BrowserWindow, afterwards);
    const asked = () => window.webContents.sent.filter(({ channel }) => channel === EVENTS.beforeClose).length;
    return { window, handshake, afterwards, asked };
  };

  test('waits for the page, then goes', () => {
    const { window, handshake, afterwards, asked } = held();
    window.close();
    expect([window.isDestroyed(), asked()]).toEqual([false, 1]);
    handshake.ready();
    expect(window.isDestroyed()).toBe(true);
    expect(afterwards).toHaveBeenCalledTimes(1);
    vi.runAllTimers();
    expect(afterwards).toHaveBeenCalledTimes(1);
  });

  test('asks once, however often the person clicks', () => {
    const { window, asked } = held();
    window.close();
    window.close();
    expect([window.isDestroyed(), asked()]).toEqual([false, 1]);
  });

  test('does not wait longer than the limit', () => {
    const { window } = held();
    window.close();
    vi.advanceTimersByTime(CLOSE_LIMIT_MS - 1);
    expect(window.isDestroyed()).toBe(false);
    vi.advanceTimersByTime(1);
    expect(window.isDestroyed()).toBe(true);
  });

  test('does not wait for a page that has crashed', () => {
    const { window, asked } = held();
    window.webContents.crashed = true;
    window.close();
    expect([window.isDestroyed(), asked()]).toEqual([true, 0]);
  });

  test('an answer nobody asked for closes nothing', () => {
    const { window, handshake } = held();
    handshake.ready();
    expect(window.isDestroyed()).toBe(false);
  });
});

describe('the window', () => {
  const shown = async () => {
    const electron = newDouble();
    const main = new MainWindow({ preload: '/preload.cjs', address: 'app://caiet/index.html', icon: null });
    main.show();
    const [window] = electron.windows;
    await window!.loaded;
    return { electron, main, window: window! };
  };

  test('is one, however often it is asked for', async () => {
    const { electron, main, window } = await shown();
    window.minimized = true;
    main.show();
    expect([electron.windows.size, window.minimized, window.visible]).toEqual([1, false, true]);
    expect(main.owns(window.webContents.id)).toBe(true);
    expect(main.owns(window.webContents.id + 1)).toBe(false);
  });

  test('stays hidden until it has something to show', () => {
    const electron = newDouble();
    new MainWindow({ preload: '/preload.cjs', address: 'app://caiet/index.html', icon: null }).show();
    expect([...electron.windows][0]?.visible).toBe(false);
  });

  test('holds back a quit until the page has saved, then lets it go on', async () => {
    const { electron, main } = await shown();
    electron.app.quit();
    expect([electron.windows.size, electron.exitCode]).toEqual([1, null]);
    main.readyToClose();
    expect([electron.windows.size, electron.exitCode]).toEqual([0, 0]);
    main.readyToClose();
  });

  test('that is closed is no longer trusted, and can be opened again', async () => {
    const { electron, main, window } = await shown();
    window.close();
    main.readyToClose();
    expect(main.owns(window.webContents.id)).toBe(false);
    main.show();
    expect(electron.windows.size).toBe(1);
  });

  test.each([[0, 1, 1], [1, 0, 0]])('whose page died offers to reopen it; button %i', async (button, reloads, windows) => {
    const { electron, window } = await shown();
    electron.boxAnswers.push(button);
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    await vi.waitFor(() => expect([window.webContents.reloads, electron.windows.size]).toEqual([reloads, windows]));
    expect(electron.dialogs).toMatchObject([{ kind: 'showMessageBox', options: { message: SHELL_TEXTS.ro.windowGone.message } }]);
  });

  test('whose page ended in order offers nothing', async () => {
    const { electron, window } = await shown();
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(electron.dialogs).toEqual([]);
  });
});

test('the session downloads nothing, grants nothing unknown and reaches nobody', () => {
  const electron = newDouble();
  hardenSession('app://caiet', null);
  const event = { preventDefault: vi.fn() };
  electron.sessionEvents.emit('will-download', event);
  expect(event.preventDefault).toHaveBeenCalledTimes(1);
  const answers: unknown[] = [];
  for (const url of ['https://example.org/', 'app://caiet/x.js']) electron.beforeRequest?.({ url }, (answer) => answers.push(answer));
  expect(answers).toEqual([{ cancel: true }, { cancel: false }]);
});

describe('the menu', () => {
  const template = (forDevelopers = false) => {
    const electron = newDouble();
    installMenu(SHELL_TEXTS.ro, forDevelopers);
    return electron.menu!;
  };

  test('sends every command to the window that has the focus', () => {
    const menu = template();
    for (const command of MENU_COMMANDS) {
      const window = Object.assign(new EventEmitter(), { webContents: { send: vi.fn() } });
      menu.getMenuItemById(command)?.click?.({}, window);
      expect(window.webContents.send).toHaveBeenCalledWith(EVENTS.menu, command);
      expect(() => menu.getMenuItemById(command)?.click?.({}, undefined)).not.toThrow();
    }
  });

  test('registers no key that the page handles itself', () => {
    const menu = template();
    for (const command of MENU_COMMANDS) {
      const item = menu.getMenuItemById(command);
      if (item?.accelerator !== undefined) expect(item.registerAccelerator, command).toBe(false);
    }
  });

  test('has the developer tools only for developers', () => {
    const roles = (forDevelopers: boolean) => JSON.stringify(template(forDevelopers).items);
    expect(roles(false)).not.toContain('toggleDevTools');
    expect(roles(true)).toContain('toggleDevTools');
  });
});

describe('the shell speaks', () => {
  test.each([
    [['ro-RO', 'en-US'], 'ro'], [['en-US', 'ro-RO'], 'ro'], [['en-GB'], 'en'], [['hu-HU', 'en-US'], 'ro'], [[], 'ro'],
  ])('to someone who prefers %j in %s', (preferred, locale) => {
    expect(localeFor(preferred)).toBe(locale);
  });

  test('both languages, saying the same things, with comma-below letters', () => {
    const shape = (value: unknown): unknown => (typeof value === 'string'
      ? [...value.matchAll(/\{\w+\}/gu)].map(String).sort()
      : Object.fromEntries(Object.entries(value as object).map(([key, entry]) => [key, shape(entry)])));
    expect(shape(SHELL_TEXTS.en)).toEqual(shape(SHELL_TEXTS.ro));
    expect(JSON.stringify(SHELL_TEXTS)).not.toMatch(/[şţŞŢ]/u);
  });

  test('with values in their places', () => {
    expect(fill('{found} > {ours} {other}', { found: 46, ours: 45 })).toBe('46 > 45 {other}');
  });
});

test.each([
  ['https://legislatie.just.ro/Public/DetaliiDocument/178667', true], ['https://e-licitatie.ro/pub', true],
  ['http://legislatie.just.ro/', false], ['https://legislatie.just.ro.evil.example/', false], ['https://user@legislatie.just.ro/', false],
  ['https://legislatie.just.ro:8443/', false], ['mailto:x@example.org', false], ['file:///etc/passwd', false], ['javascript:1', false], ['', false],
])('the link %j may leave: %s', (address, known) => {
  expect(isKnownLink(address)).toBe(known);
});

test.each([
  ['app://caiet/index.html', null, true], ['blob:app://caiet/1', null, true], ['data:text/plain,x', null, true],
  ['https://example.org/', null, false], ['http://127.0.0.1:1/', null, false], ['ws://localhost:5173/', null, false], ['file:///etc/passwd', null, false], ['', null, false],
  ['http://localhost:5173/x', 'http://localhost:5173', true], ['ws://localhost:5173/x', 'http://localhost:5173', true],
  ['http://localhost:5174/x', 'http://localhost:5173', false], ['https://localhost:5173/x', 'http://localhost:5173', false],
])('the request %j with the development server %j may go: %s', (address, devServer, allowed) => {
  expect(isLocalRequest(address, devServer)).toBe(allowed);
});
