/** The host's promises, through both adapters and down to the disk. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { HostApi } from '../../src-main/bridge/host-api';
import { HOST_PAGE_FOLDER } from './support/build';
import { expect, test as base } from './support/fixtures';
import { launchApp } from './support/launch';
import { launchBrowserEdition } from './support/launch-browser';
import type { RunningApp } from './support/running-app';

/** Runs in the page: whichever host the edition has. */
declare global {
  interface Window {
    testHost: HostApi;
  }
}

const EDITIONS = ['desktop', 'browser'] as const;
type Edition = (typeof EDITIONS)[number];

/** The desktop edition without the window's own program, which keeps its own journal: a page that is not there. */
const launchPreloadOnly = async (userData: string, shared?: Browser): Promise<RunningApp> => {
  const app = await launchApp(userData, { shared });
  await app.page.goto(new URL('/nothing', app.page.url()).href);
  // Tasks run in turn, so after this answer nothing of the former page is under way.
  await app.page.evaluate(() => window.caietHost?.safety.readJournal());
  return app;
};

const launchHost = (edition: Edition, userData: string, shared?: Browser, port = 0): Promise<RunningApp> =>
  edition === 'desktop' ? launchPreloadOnly(userData, shared) : launchBrowserEdition(userData, { folder: HOST_PAGE_FOLDER, port, shared });

const test = base.extend<{ edition: Edition; hosted: RunningApp }>({
  edition: ['desktop', { option: true }],
  hosted: async ({ edition, userData, shared }, provide) => {
    const app = await launchHost(edition, userData, shared);
    rmSync(path.join(userData, 'safety'), { recursive: true, force: true });
    await provide(app);
    await app.close();
    expect(app.trouble).toEqual([]);
  },
});

test.use({ ownBrowser: false });

const save = (page: Page, name: string, text: string) => page.evaluate(async ([suggested, content]) => {
  const host = window.caietHost ?? window.testHost;
  return host.files.save('package', suggested, new TextEncoder().encode(content)).catch((error: Error) => error.message);
}, [name, text] as const);

const open = (page: Page) => page.evaluate(async () => {
  const host = window.caietHost ?? window.testHost;
  try {
    const file = await host.files.open('package');
    return file && { name: file.name, text: new TextDecoder().decode(file.bytes) };
  } catch (error) {
    return (error as Error).message;
  }
});

/** Every failure the page sees is a code, and never a path or a stack. */
const expectCode = (message: unknown, code: string): void => {
  expect(message).toContain(`HOST:${code}`);
  expect(message).not.toMatch(/\/|ENO|EACCES|\bat /u);
};

for (const edition of EDITIONS) {
  test.describe(`${edition} edition`, () => {
    test.use({ edition });

    test('a saved file is on the disk and reads back', async ({ hosted, userData }) => {
      const file = path.join(userData, 'proiect șanț.caiet.json');
      const written = await hosted.nextSave(file);
      expect(await save(hosted.page, 'proiect.caiet.json', '{"titlu":"Șanțuri"}')).toMatchObject({ location: expect.stringContaining('.caiet.json') });
      await written();
      expect(readFileSync(file, 'utf8')).toBe('{"titlu":"Șanțuri"}');

      writeFileSync(file, 'schimbat');
      await hosted.nextOpen(file);
      await hosted.page.locator('body').click();
      expect(await open(hosted.page)).toEqual({ name: 'proiect șanț.caiet.json', text: 'schimbat' });
    });

    test('a cancelled dialog is null, not an error', async ({ hosted }) => {
      await hosted.nextSave(null);
      expect(await save(hosted.page, 'x.caiet.json', '{}')).toBeNull();
      await hosted.nextOpen(null);
      expect(await open(hosted.page)).toBeNull();
    });

    test.describe(() => {
      test.use({ ownBrowser: true });

      test('the journal, ledger and snapshots survive a kill', async ({ hosted, userData, edition: kind }) => {
        await hosted.page.evaluate(async () => {
          const { safety } = window.caietHost ?? window.testHost;
          await safety.appendJournal('{"seq":1}\n');
          await safety.appendJournal('{"seq":2}\n{"seq":3}\n');
          await safety.writeLedger('{"commitSeq":2}');
          await safety.writeLedger('{"commitSeq":3}');
          await safety.writeSnapshot('2026-01-01.caiet.json', new TextEncoder().encode('întreg'));
          await safety.writeSnapshot('2026-01-02.caiet.json', new TextEncoder().encode('nou'));
          await safety.removeSnapshot('2026-01-02.caiet.json');
        });
        await hosted.kill();

        const again = await launchHost(kind, userData, undefined, 'port' in hosted ? (hosted.port as number) : 0);
        const found = await again.page.evaluate(async () => {
          const { safety } = window.caietHost ?? window.testHost;
          const list = await safety.listSnapshots();
          return {
            journal: await safety.readJournal(),
            ledger: await safety.readLedger(),
            list,
            snapshot: new TextDecoder().decode(await safety.readSnapshot('2026-01-01.caiet.json')),
          };
        });
        await again.close();
        expect(found).toEqual({
          journal: '{"seq":1}\n{"seq":2}\n{"seq":3}\n',
          ledger: '{"commitSeq":3}',
          list: [{ name: '2026-01-01.caiet.json', size: 7 }],
          snapshot: 'întreg',
        });
    });
    });

    test('a new profile has an empty journal and no ledger, and a restarted journal is empty', async ({ hosted }) => {
      const found = await hosted.page.evaluate(async () => {
        const { safety } = window.caietHost ?? window.testHost;
        const fresh = [await safety.readJournal(), await safety.readLedger(), await safety.listSnapshots()];
        await safety.appendJournal('{}\n');
        await safety.restartJournal();
        return [...fresh, await safety.readJournal()];
      });
      expect(found).toEqual(['', null, [], '']);
    });

    test('appends asked for at once arrive whole and in order', async ({ hosted }) => {
      const journal = await hosted.page.evaluate(async () => {
        const { safety } = window.caietHost ?? window.testHost;
        await Promise.all(Array.from({ length: 50 }, (_, seq) => safety.appendJournal(`${JSON.stringify({ seq })}\n`)));
        return safety.readJournal();
      });
      expect(journal.trimEnd().split('\n').map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual(Array.from({ length: 50 }, (_, seq) => seq));
    });

    test('a snapshot name that is a path, hidden or a device is refused', async ({ hosted }) => {
      const bad = ['../ledger.json', '..', 'a/b', 'a\\b', '/etc/passwd', 'C:\\x', 'nul', 'con.json', '.hidden', 'x\u0000y', 'ends.', ''];
      const answers = await hosted.page.evaluate(async (names) => {
        const { safety } = window.caietHost ?? window.testHost;
        const said = (work: Promise<unknown>) => work.then(() => 'accepted', (error: Error) => error.message);
        return Promise.all(names.flatMap((name) => [said(safety.writeSnapshot(name, new Uint8Array([1]))), said(safety.readSnapshot(name)), said(safety.removeSnapshot(name))]));
      }, bad);
      expect(answers).toHaveLength(bad.length * 3);
      for (const answer of answers) expectCode(answer, 'host.notAllowed');
    });

    test('says what it is', async ({ hosted, edition: kind }) => {
      const info = await hosted.page.evaluate(() => (window.caietHost ?? window.testHost).info());
      expect(info).toMatchObject(kind === 'desktop'
        ? { kind: 'electron', safety: 'disk', safetyLocation: path.join(hosted.userData, 'safety') }
        : { kind: 'browser', electronMajor: null, safety: 'origin', safetyLocation: null });
      expect(info.appVersion).toMatch(/^\d+\.\d+\.\d+/u);
    });
  });
}

test.describe('in a browser', () => {
  test.use({ edition: 'browser' });

  test('a dialog that was never shown is replaced by a file field and a download', async ({ hosted, userData }) => {
    await hosted.page.evaluate(() => {
      const never = () => Promise.reject(new DOMException('The user aborted a request.', 'AbortError'));
      Object.assign(window, { showOpenFilePicker: never, showSaveFilePicker: never });
    });
    const file = path.join(userData, 'a.caiet.json');
    const written = await hosted.nextSave(file);
    expect(await save(hosted.page, 'a.caiet.json', '{}')).toEqual({ location: 'a.caiet.json' });
    await written();
    await hosted.nextOpen(file);
    await hosted.page.locator('body').click();
    expect(await open(hosted.page)).toEqual({ name: 'a.caiet.json', text: '{}' });
  });

  test('a file chosen in the browser\'s own dialog is written whole and read back', async ({ hosted }) => {
    await hosted.page.evaluate(() => {
      const files = () => navigator.storage.getDirectory();
      Object.assign(window, {
        showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) => (await files()).getFileHandle(suggestedName, { create: true }),
        showOpenFilePicker: async () => [await (await files()).getFileHandle('b.caiet.json')],
      });
    });
    expect(await save(hosted.page, 'b.caiet.json', 'un conținut lung')).toEqual({ location: 'b.caiet.json' });
    expect(await save(hosted.page, 'b.caiet.json', 'scurt')).toEqual({ location: 'b.caiet.json' });
    expect(await open(hosted.page)).toEqual({ name: 'b.caiet.json', text: 'scurt' });
  });

  test('a stop while a chosen file is written leaves what was in it', async ({ hosted }) => {
    const found = await hosted.page.evaluate(async () => {
      const place = await navigator.storage.getDirectory();
      Object.assign(window, { showSaveFilePicker: async () => place.getFileHandle('d.caiet.json', { create: true }) });
      const { files } = window.testHost;
      await files.save('package', 'd.caiet.json', new TextEncoder().encode('vechi'));
      let asked = 0;
      const stop = { get aborted() { return (asked += 1) > 3; } };
      const told = await files.save('package', 'd.caiet.json', new Uint8Array(8 * 1024 * 1024), stop).catch((error: Error) => error.message);
      return { told, text: await (await (await place.getFileHandle('d.caiet.json')).getFile()).text(), asked };
    });
    expectCode(found.told, 'host.stopped');
    expect(found).toMatchObject({ text: 'vechi', asked: 4 });
  });

  test('a full or locked disk gives a code', async ({ hosted }) => {
    for (const [name, code] of [['QuotaExceededError', 'host.noSpace'], ['NoModificationAllowedError', 'host.notAllowed'], ['NotFoundError', 'host.notFound']] as const) {
      await hosted.page.evaluate((failure) => {
        Object.assign(window, { showSaveFilePicker: async () => ({ createWritable: () => Promise.reject(new DOMException('', failure)) }) });
      }, name);
      expectCode(await save(hosted.page, 'c.caiet.json', '{}'), code);
    }
  });

  test('two windows write one journal, each line whole', async ({ hosted }) => {
    const other = await hosted.page.context().newPage();
    await other.goto(hosted.page.url());
    const write = (page: Page, name: string) => page.evaluate(async (from) => {
      for (let seq = 0; seq < 40; seq += 1) await window.testHost.safety.appendJournal(`${JSON.stringify({ name: from, seq })}\n`);
    }, name);
    await Promise.all([write(hosted.page, 'a'), write(other, 'b')]);
    const journal = await other.evaluate(() => window.testHost.safety.readJournal());
    const lines = journal.trimEnd().split('\n').map((line) => JSON.parse(line) as { name: string; seq: number });
    for (const name of ['a', 'b']) expect(lines.filter((line) => line.name === name).map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, seq) => seq));
  });

  test('a line that a crash cut off is hidden, and dropped before the next one', async ({ hosted }) => {
    const journal = await hosted.page.evaluate(async () => {
      const { safety } = window.testHost;
      await safety.appendJournal('{"seq":1}\n');
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('safety');
      const stream = await (await folder.getFileHandle('journal.jsonl')).createWritable({ keepExistingData: true });
      await stream.seek((await (await folder.getFileHandle('journal.jsonl')).getFile()).size);
      await stream.write('{"seq":2,"te');
      await stream.close();
      const before = await safety.readJournal();
      await safety.appendJournal('{"seq":2}\n');
      return [before, await safety.readJournal()];
    });
    expect(journal).toEqual(['{"seq":1}\n', '{"seq":1}\n{"seq":2}\n']);
  });
});

test.describe('on the disk', () => {
  test('a folder that is not there gives a code, and nothing is written', async ({ app, userData }) => {
    await app.nextSave(path.join(userData, 'lipsă', 'x.caiet.json'));
    expectCode(await save(app.page, 'x.caiet.json', '{}'), 'host.notFound');
    await app.nextOpen(path.join(userData, 'lipsă.caiet.json'));
    expectCode(await open(app.page), 'host.notFound');
  });

  test('a place that may not be written gives a code, and its cause stays in main', async ({ app }) => {
    // Nobody creates files there, not even root.
    await app.nextSave(process.platform === 'linux' ? '/sys/x.caiet.json' : path.join(path.parse(process.cwd()).root, 'System', 'x.caiet.json'));
    expectCode(await save(app.page, 'x.caiet.json', 'nou'), 'host.notAllowed');
    if (app.double !== undefined) expect(app.double.log.join('')).toContain('EACCES');
  });

  test('a folder in place of a file is refused and left alone', async ({ app, userData }) => {
    const folder = path.join(userData, 'dosar.caiet.json');
    mkdirSync(folder);
    await app.nextSave(folder);
    expectCode(await save(app.page, 'x.caiet.json', '{}'), 'host.notAllowed');
    expect(readdirSync(userData).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('a save leaves no temporary file and adds a missing extension', async ({ app, userData }) => {
    await app.nextSave(path.join(userData, 'fără extensie'));
    expect(await save(app.page, 'x', '{}')).toEqual({ location: path.join(userData, 'fără extensie.caiet.json') });
    expect(readdirSync(userData).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('a suggested name cannot lead out of the folder', async ({ app }) => {
    test.skip(app.double === undefined, 'reads what the dialog was asked, which only the test double tells');
    await app.nextSave(null);
    await save(app.page, '../../etc/cron.d/x', '{}');
    const asked = app.double?.dialogs.at(-1)?.options;
    expect(asked).toMatchObject({ defaultPath: path.join(app.double?.paths.get('documents') ?? '', 'etc cron.d x') });
  });
});

test('the window is asked before it closes, and closes when it has answered', async ({ userData }) => {
  const app = await launchPreloadOnly(userData);
  await app.page.evaluate(() => {
    window.caietHost?.onBeforeClose(async () => {
      await window.caietHost?.safety.appendJournal('{"last":true}\n');
    });
  });
  await app.close();
  expect(readFileSync(path.join(userData, 'safety/journal.jsonl'), 'utf8')).toMatch(/\{"last":true\}\n$/u);
});

test('menu commands reach the window until it stops listening', async ({ app }) => {
  await app.page.evaluate(() => {
    const heard: string[] = [];
    const stop = window.caietHost?.onMenu((command) => {
      heard.push(command);
      if (command === 'settings') stop?.();
    });
    Object.assign(window, { heard });
  });
  for (const command of ['undo', 'palette', 'settings', 'redo'] as const) await app.menu(command);
  await expect.poll(() => app.page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual(['undo', 'palette', 'settings']);
});
