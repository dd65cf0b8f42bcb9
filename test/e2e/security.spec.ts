/** What a page, or something that got into it, may not do. Both editions, the real policies, the real handlers. */
import http from 'node:http';
import type { Page } from '@playwright/test';
import { CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from '../../src-main/protocol/security-headers';
import { WebContentsDouble } from '../electron-double/window-double';
import { expect, test } from './support/fixtures';
import { launchApp, shellKind } from './support/launch';
import type { RunningApp } from './support/running-app';

test.use({ ownBrowser: false });

/** Tries what injected code would try; each answer is what stopped it, or `done`. */
const attack = (page: Page) => page.evaluate(async () => {
  const refusals: string[] = [];
  document.addEventListener('securitypolicyviolation', (event) => refusals.push(event.effectiveDirective));
  const holder = Object.assign(window, { refusals }) as unknown as Record<string, unknown>;
  const outcome = async (work: () => unknown): Promise<string> => {
    try {
      await work();
      return 'done';
    } catch (error) {
      return (error as Error).name;
    }
  };
  // Not in the turn of this call: what the debugger runs directly is exempt from the rule against evaluation.
  await new Promise((resolve) => { setTimeout(resolve); });
  const evaluated = await outcome(() => (holder['eval'] as (code: string) => unknown)('1'));
  const assigned = await outcome(() => { document.createElement('div').innerHTML = '<b>x</b>'; });
  const connected = await outcome(() => fetch('https://example.org/'));
  const worker = await outcome(() => new Worker('data:text/javascript,0'));
  const inline = document.createElement('script');
  await outcome(() => {
    inline.textContent = 'window.injected = true';
    document.head.append(inline);
  });
  const foreign = document.createElement('script');
  await outcome(() => {
    foreign.src = 'https://example.org/x.js';
    document.head.append(foreign);
  });
  const frame = document.createElement('iframe');
  frame.src = 'https://example.org/';
  document.body.append(frame);
  const style = document.createElement('style');
  style.textContent = 'body { display: none }';
  document.head.append(style);
  return { evaluated, assigned, connected, worker, injected: holder['injected'] ?? false, hidden: getComputedStyle(document.body).display === 'none' };
});

const expectRepelled = async ({ page, trouble }: RunningApp): Promise<void> => {
  expect(await attack(page)).toEqual({ evaluated: 'EvalError', assigned: 'TypeError', connected: 'TypeError', worker: 'TypeError', injected: false, hidden: false });
  await expect.poll(() => page.evaluate(() => (window as unknown as { refusals: string[] }).refusals))
    .toEqual(expect.arrayContaining(['connect-src', 'frame-src', 'require-trusted-types-for', 'style-src-elem']));
  trouble.length = 0;
};

test('the desktop edition repels injected code', async ({ app }) => {
  await expectRepelled(app);
});

test('the browser edition repels injected code', async ({ browserApp }) => {
  await expectRepelled(browserApp);
});

test('every answer of the app protocol carries the policy', async ({ app }) => {
  const answers = await app.page.evaluate(() => Promise.all(['index.html', 'none.js', '../build/main.cjs', '%2e%2e/%2e%2e/build/main.cjs', '%00', 'a%5cb'].map(async (name) => {
    const response = await fetch(`/${name}`);
    return { status: response.status, policy: response.headers.get('content-security-policy'), sniff: response.headers.get('x-content-type-options') };
  })));
  expect(answers.map(({ status }) => status)).toEqual([200, 404, 404, 404, 400, 400]);
  for (const answer of answers) expect(answer).toMatchObject({ policy: CONTENT_SECURITY_POLICY, sniff: 'nosniff' });
});

test('the window stays where it is', async ({ app }) => {
  const home = app.page.url();
  // The last one is `app://other/` as the test double shows it: nothing but main's own lock stands in its way.
  for (const away of ['https://example.org/', 'http://127.0.0.1:1/', 'file:///etc/passwd', 'https://other.app-scheme.test/']) {
    await app.page.evaluate((url) => { location.href = url; }, away).catch(() => undefined);
  }
  await expect.poll(() => app.page.evaluate(() => document.readyState)).toBe('complete');
  expect(app.page.url()).toBe(home);
  app.trouble.length = 0;
});

test('no second window opens, and only known addresses go to the system browser', async ({ app }) => {
  await app.page.evaluate(() => {
    for (const url of ['https://example.org/', 'about:blank', 'file:///etc/passwd']) window.open(url);
  });
  await expect.poll(() => app.page.context().pages().length).toBe(1);
  if (app.double !== undefined) expect(app.double.openedOutside).toEqual([]);
  app.trouble.length = 0;
});

test('permissions are denied, but for the clipboard and for keeping the data', async ({ app }) => {
  test.skip(app.double === undefined, 'asks the registered handlers themselves, which only the test double shows');
  const origin = 'app://caiet/';
  const answers = new Map<string, boolean>();
  const double = app.double!;
  for (const permission of ['geolocation', 'media', 'notifications', 'openExternal', 'fileSystem', 'clipboard-read', 'clipboard-sanitized-write', 'persistent-storage']) {
    double.permissionRequest?.({}, permission, (granted) => answers.set(permission, granted), { requestingUrl: origin });
    expect(double.permissionCheck?.({}, permission, origin), permission).toBe(answers.get(permission));
    double.permissionRequest?.({}, permission, (granted) => expect(granted).toBe(false), { requestingUrl: 'https://example.org/' });
  }
  expect([...answers].filter(([, granted]) => granted).map(([permission]) => permission)).toEqual(['clipboard-sanitized-write', 'persistent-storage']);
});

test('messages from elsewhere are refused', async ({ app }) => {
  test.skip(app.double === undefined, 'forges senders, which only the test double can');
  const double = app.double!;
  const [window] = double.windows;
  const contents = window!.webContents;
  const home = 'app://caiet/index.html';
  const forged = [
    { contents, frame: { url: 'https://example.org/', isTop: true } },
    { contents, frame: { url: 'app://caiet.example.org/', isTop: true } },
    { contents, frame: { url: 'app://other/', isTop: true } },
    { contents, frame: { url: home, isTop: false } },
    { contents, frame: null },
    { contents: new WebContentsDouble(window!), frame: { url: home, isTop: true } },
  ];
  for (const channel of double.handlers.keys()) {
    for (const from of forged) await expect(double.invoke(channel, [], from)).rejects.toThrow('HOST:host.notAllowed');
  }
  await expect(double.invoke('host:info', [], { contents, frame: { url: home, isTop: true } })).resolves.toMatchObject({ kind: 'electron' });
});

test('wrong arguments are refused before anything is done', async ({ app }) => {
  test.skip(app.double === undefined, 'sends what no preload would, which only the test double can');
  const double = app.double!;
  const from = { contents: [...double.windows][0]!.webContents, frame: { url: 'app://caiet/index.html', isTop: true } };
  const bytes = new Uint8Array([1]);
  const wrong: readonly [string, readonly unknown[]][] = [
    ['host:info', ['surplus']], ['files:open', []], ['files:open', ['anything']], ['files:open', [{}]], ['files:save', ['package', 'x', 'text', 0]],
    ['files:save', ['package', 7, bytes, 0]], ['files:save', ['package', 'x', bytes]], ['files:save', ['package', 'x', bytes, '/etc/passwd']], ['files:save', ['package', 'x', bytes, 0, '/etc/passwd']],
    ['files:hold', [-1, bytes]], ['files:hold', [0, 'x']], ['files:read-opened', []], ['files:read-opened', ['/etc/passwd']], ['files:read-opened', [0, '/etc/passwd']], ['safety:append-journal', [null, 0]], ['safety:append-journal', ['x']], ['safety:append-journal', ['x', -1]],
    ['safety:hold-journal', ['0', 'x']], ['safety:hold-journal', [0, bytes]], ['safety:hold-snapshot', [0.5, bytes]], ['safety:hold-snapshot', [0, 'x']],
    ['safety:write-ledger', [{}]], ['safety:write-snapshot', ['ok.json', 'text', 0]], ['safety:write-snapshot', ['ok.json', bytes]], ['safety:read-snapshot', [['ok.json'], 0]], ['safety:read-snapshot', ['ok.json', -1]], ['safety:read-snapshot', []],
  ];
  for (const [channel, args] of wrong) {
    await expect(double.invoke(channel, args, from), `${channel} ${JSON.stringify(args)}`).rejects.toThrow('HOST:host.notAllowed');
  }
  for (const [channel, args] of [
    ['safety:write-ledger', ['x'.repeat(1024 * 1024 + 1)]], ['safety:hold-journal', [0, 'x'.repeat(1024 * 1024 + 1)]], ['safety:hold-snapshot', [0, new Uint8Array(4 * 1024 * 1024 + 1)]],
    ['files:hold', [0, new Uint8Array(4 * 1024 * 1024 + 1)]], ['files:save', ['package', 'x', new Uint8Array(4 * 1024 * 1024 + 1), 0]],
  ] as const) await expect(double.invoke(channel, args, from), channel).rejects.toThrow('HOST:host.tooLarge');
  expect(double.dialogs).toEqual([]);
});

test('the preload gives the window caietHost and nothing else', async ({ app }) => {
  const found = await app.page.evaluate(() => {
    const holder = window as unknown as Record<string, unknown>;
    const host = holder['caietHost'] as Record<string, unknown>;
    // Trying to change what was exposed must change nothing.
    try { host['info'] = () => 'forged'; } catch { /* frozen */ }
    return {
      leaks: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron', '__electronDoubleInvoke'].filter((name) => name in holder),
      host: Object.keys(host).sort(),
      files: Object.keys(host['files'] as object).sort(),
      safety: Object.keys(host['safety'] as object).sort(),
      targets: Object.keys(host['targets'] as object).sort(),
      forged: String(host['info']).includes('forged'),
    };
  });
  expect(found).toEqual({
    leaks: [],
    host: ['files', 'info', 'onBeforeClose', 'onMenu', 'safety', 'targets'],
    files: ['holdFile', 'open', 'readOpened', 'save', 'savePdf'],
    safety: ['appendJournal', 'holdJournal', 'holdSnapshot', 'listSnapshots', 'readJournal', 'readLedger', 'readSnapshot', 'removeSnapshot', 'restartJournal', 'writeLedger', 'writeSnapshot'],
    targets: ['cancel', 'certificate', 'chooseFolder', 'connect', 'files', 'forget', 'holdPart', 'kinds', 'list', 'look', 'onProgress', 'prepare', 'put', 'read', 'readPart', 'unlock'],
    forged: false,
  });
});

test('the real window is isolated and sandboxed', async ({ userData }) => {
  test.skip(shellKind() !== 'electron', 'needs Electron\'s binary: context isolation and the process sandbox cannot be doubled');
  const app = await launchApp(userData, { kind: 'electron' });
  expect(await app.page.evaluate(() => typeof (globalThis as Record<string, unknown>)['process'])).toBe('undefined');
  await app.close();
});

const ask = (port: number, options: http.RequestOptions): Promise<{ status: number; headers: http.IncomingHttpHeaders }> => new Promise((resolve, reject) => {
  const request = http.request({ host: '127.0.0.1', port, path: '/', ...options }, (response) => {
    response.resume();
    resolve({ status: response.statusCode ?? 0, headers: response.headers });
  });
  request.on('error', reject);
  request.end();
});

test('the loopback server answers its own page and nobody else', async ({ browserApp: { port } }) => {
  const cases: readonly [http.RequestOptions, number][] = [
    [{}, 200],
    [{ method: 'HEAD' }, 200],
    [{ headers: { 'sec-fetch-site': 'none' } }, 200],
    [{ headers: { host: 'example.org' } }, 421],
    [{ headers: { host: `localhost:${port}` } }, 421],
    [{ headers: { 'sec-fetch-site': 'cross-site' } }, 403],
    [{ headers: { 'sec-fetch-site': 'same-site' } }, 403],
    [{ method: 'POST' }, 405],
    [{ method: 'OPTIONS' }, 405],
    [{ path: '/..%2f..%2fbuild/main.cjs' }, 403],
    [{ path: '/../../build/main.cjs' }, 403],
    [{ path: '/%00' }, 400],
    [{ path: '/none.js' }, 404],
  ];
  for (const [options, status] of cases) {
    const answer = await ask(port, options);
    expect(answer.status, JSON.stringify(options)).toBe(status);
    expect(answer.headers).toMatchObject({ ...SECURITY_HEADERS, 'x-app': 'caiet', 'cache-control': 'no-store' });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  }
});
