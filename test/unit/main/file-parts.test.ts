/** Files the person chooses cross in parts: the window's side and main's own code, over a bridge that copies and checks as IPC does. */
import { existsSync, openSync, ftruncateSync, closeSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { parseArguments as parse } from '../../../src-main/bridge/channels';
import { HeldParts } from '../../../src-main/bridge/held-parts';
import { FILE_PART_BYTES, MAX_OPEN_BYTES, type FilesInParts } from '../../../src-main/bridge/host-api';
import { FileDialogs } from '../../../src-main/files/dialogs';
import { filesOver } from '../../../src-renderer/host/files-in-parts';
import { temporaryFolders } from './temporary-folder';

const person = vi.hoisted(() => ({ saves: null as string | null, opens: null as string | null }));
vi.mock('electron', () => ({
  app: { getPath: () => '/nowhere', getPreferredSystemLanguages: () => ['ro-RO'] },
  dialog: {
    showSaveDialog: async () => ({ canceled: person.saves === null, filePath: person.saves ?? '' }),
    showOpenDialog: async () => ({ canceled: person.opens === null, filePaths: person.opens === null ? [] : [person.opens] }),
  },
}));

const folder = temporaryFolders();
const NO_WINDOW = {} as BrowserWindow;

/** As the preload: what goes over is a copy, and main reads the arguments as it does. `pieces`: sizes of all bytes that went over. */
const bridge = (dialogs = new FileDialogs()) => {
  const pieces: number[] = [];
  const over = <Value>(value: Value): Value => {
    for (const each of [value, ...Object.values(value ?? {})]) if (each instanceof Uint8Array) pieces.push(each.buffer.byteLength);
    return structuredClone(value);
  };
  const files: FilesInParts = {
    open: async (kind) => over(await dialogs.open(NO_WINDOW, ...parse.open([kind]))),
    readOpened: async (from) => over(dialogs.readOpened(...parse.readOpened([from]))),
    holdFile: async (part, bytes) => dialogs.holdFile(...parse.filePart([part, over(bytes)])),
    save: async (kind, name, bytes, parts = 0) => dialogs.save(NO_WINDOW, ...parse.save([kind, name, over(bytes), parts])),
    savePdf: async () => null,
  };
  return { files, pieces };
};

/** No two of its parts are alike. */
const bytesOf = (size: number, seed = 1): Uint8Array => {
  const bytes = new Uint8Array(size);
  for (let index = 0; index < size; index += 1) bytes[index] = (index * 31 + seed + (index >> 12)) % 251;
  return bytes;
};
const isSame = (file: string, bytes: Uint8Array): boolean => Buffer.compare(readFileSync(file), bytes) === 0;
const SIZES = [0, 1, FILE_PART_BYTES - 1, FILE_PART_BYTES, FILE_PART_BYTES + 1, 3 * FILE_PART_BYTES + 7];

let place = '';
let file = '';
beforeEach(() => {
  place = folder();
  file = path.join(place, 'proiect.caiet.json');
  person.saves = file;
  person.opens = file;
});

describe('a file', () => {
  test.each(SIZES)('of %d bytes is saved and opened whole, in small pieces', async (size) => {
    const { files, pieces } = bridge();
    const host = filesOver(files);
    const bytes = bytesOf(size);
    expect(await host.save('package', 'p.caiet.json', bytes)).toEqual({ location: file });
    expect(isSame(file, bytes)).toBe(true);
    expect(readdirSync(place)).toEqual(['proiect.caiet.json']);
    const opened = await host.open('package');
    expect(opened?.name).toBe('proiect.caiet.json');
    expect(Buffer.compare(opened!.bytes, bytes)).toBe(0);
    expect(Math.max(...pieces)).toBeLessThanOrEqual(FILE_PART_BYTES);
  });

  test('saved while another one is on its way does not mix with it', async () => {
    const { files } = bridge();
    const host = filesOver(files);
    const [one, other] = [bytesOf(2 * FILE_PART_BYTES + 5, 1), bytesOf(FILE_PART_BYTES + 9, 2)];
    const wanted = [[path.join(place, 'a.caiet.json'), one], [path.join(place, 'b.caiet.json'), other], [path.join(place, 'c.caiet.json'), bytesOf(7)]] as const;
    const answers = [...wanted].map(([target]) => target);
    const inOrder = filesOver({ ...files, save: (...args) => { person.saves = answers.shift() ?? null; return files.save(...args); } });
    await Promise.all(wanted.map(([, bytes]) => inOrder.save('package', 'x', bytes)));
    for (const [target, bytes] of wanted) expect(isSame(target, bytes), target).toBe(true);
    expect(await host.open('package').catch((error: Error) => error.message)).toContain('ENOENT');
  });

  test('chosen is what it was when it was chosen, whatever becomes of it while it is read', async () => {
    const before = bytesOf(2 * FILE_PART_BYTES + 3);
    writeFileSync(file, before);
    const { files } = bridge();
    const host = filesOver({ ...files, readOpened: (from) => { writeFileSync(file, 'altceva'); return files.readOpened(from); } });
    expect(Buffer.compare((await host.open('package'))!.bytes, before)).toBe(0);
  });

  test('whose saving is stopped at any part leaves what was there, asks nobody where to, and keeps nothing of it', async () => {
    writeFileSync(file, 'vechi');
    const { files } = bridge();
    for (const parts of [0, 1, 2]) {
      let asked = 0;
      const stop = { get aborted() { return (asked += 1) > parts; } };
      let dialogs = 0;
      const host = filesOver({ ...files, save: (...args) => { dialogs += 1; return files.save(...args); } });
      await expect(host.save('package', 'x', bytesOf(2 * FILE_PART_BYTES + 1), stop)).rejects.toMatchObject({ code: 'host.stopped' });
      expect(dialogs).toBe(0);
      expect(readFileSync(file, 'utf8')).toBe('vechi');
    }
    await filesOver(files).save('package', 'x', bytesOf(3));
    expect(isSame(file, bytesOf(3))).toBe(true);
  });

  test('beyond the limit is refused either way, and the one that was there stays', async () => {
    writeFileSync(file, 'vechi');
    const host = filesOver(bridge().files);
    // Pages of it that nobody reads take no memory.
    await expect(host.save('package', 'x', new Uint8Array(MAX_OPEN_BYTES + 1))).rejects.toMatchObject({ code: 'host.tooLarge' });
    expect(readFileSync(file, 'utf8')).toBe('vechi');
    const large = path.join(place, 'mare.caiet.json');
    const handle = openSync(large, 'w');
    ftruncateSync(handle, MAX_OPEN_BYTES + 1);
    closeSync(handle);
    person.opens = large;
    await expect(host.open('package')).rejects.toMatchObject({ code: 'host.tooLarge' });
  });
});

describe('main', () => {
  const part = bytesOf(10);

  test('takes no part larger than one that crosses in a moment', async () => {
    const { files } = bridge();
    const large = new Uint8Array(FILE_PART_BYTES + 1);
    await expect(files.holdFile(0, large)).rejects.toMatchObject({ code: 'host.tooLarge' });
    await expect(files.save('package', 'x', large)).rejects.toMatchObject({ code: 'host.tooLarge' });
    expect(existsSync(file)).toBe(false);
  });

  test('holds no more than a file may have, the part that comes last included', () => {
    const held = new HeldParts<string>();
    const sized = (length: number): string => ({ length }) as unknown as string;
    held.hold(0, sized(MAX_OPEN_BYTES));
    expect(() => held.take(sized(1), 1)).toThrow('HOST:host.tooLarge');
    expect(() => held.take(sized(1), 1)).toThrow('HOST:host.failed');
  });

  test('writes nothing of parts that are not all there or out of turn, and the file there stays', async () => {
    writeFileSync(file, 'vechi');
    const { files } = bridge();
    await expect(files.holdFile(1, part)).rejects.toMatchObject({ code: 'host.failed' });
    await files.holdFile(0, part);
    await expect(files.save('package', 'x', part, 2)).rejects.toMatchObject({ code: 'host.failed' });
    await expect(files.save('package', 'x', part, 1)).rejects.toMatchObject({ code: 'host.failed' });
    expect(readFileSync(file, 'utf8')).toBe('vechi');
    expect(readdirSync(place)).toEqual(['proiect.caiet.json']);
  });

  test('drops the parts of a save that was given up: by the person in the dialog, or by a window that died', async () => {
    const { files } = bridge();
    person.saves = null;
    await files.holdFile(0, part);
    expect(await files.save('package', 'x', part, 1)).toBeNull();
    person.saves = file;
    await expect(files.save('package', 'x', part, 1)).rejects.toMatchObject({ code: 'host.failed' });

    await files.holdFile(0, bytesOf(10, 9));
    await files.save('package', 'x', part);
    expect(isSame(file, part)).toBe(true);
    await files.holdFile(0, bytesOf(10, 9));
    await files.holdFile(0, part);
    await files.save('package', 'x', part, 1);
    expect(isSame(file, Buffer.concat([part, part]))).toBe(true);
  });

  test('reads on in the file that was chosen last, from where it stands, and in nothing else', async () => {
    const { files } = bridge();
    const refused = { code: 'host.failed' };
    await expect(files.readOpened(0)).rejects.toMatchObject(refused);
    writeFileSync(file, bytesOf(2 * FILE_PART_BYTES + 1));
    await files.open('package');
    for (const from of [0, 1, 2 * FILE_PART_BYTES]) await expect(files.readOpened(from), String(from)).rejects.toMatchObject(refused);
    await files.readOpened(FILE_PART_BYTES);
    writeFileSync(path.join(place, 'mic.caiet.json'), 'x');
    person.opens = path.join(place, 'mic.caiet.json');
    await files.open('package');
    await expect(files.readOpened(2 * FILE_PART_BYTES)).rejects.toMatchObject(refused);
  });

  test('forgets the file before when the person chooses none', async () => {
    const { files } = bridge();
    writeFileSync(file, bytesOf(FILE_PART_BYTES + 1));
    await files.open('package');
    person.opens = null;
    expect(await files.open('package')).toBeNull();
    await expect(files.readOpened(FILE_PART_BYTES)).rejects.toMatchObject({ code: 'host.failed' });
  });
});
