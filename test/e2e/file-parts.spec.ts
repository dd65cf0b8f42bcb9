/** Files of the desktop edition in parts, through the preload and main down to the disk. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './support/fixtures';
import { launchApp } from './support/launch';

/** What the page sees is a code, and never a path or a stack. */
const REFUSED = /HOST:host\.failed$/u;

test('a large file is saved and opened in parts, whole', async ({ app, userData }) => {
  const file = path.join(userData, 'mare.caiet.json');
  await app.nextSave(file);
  await app.nextOpen(file);
  const sizes = await app.page.evaluate(async () => {
    const { files } = window.caietHost!;
    const part = (seed: number): Uint8Array => new Uint8Array(4 * 1024 * 1024).fill(seed);
    await files.holdFile(0, part(2));
    await files.holdFile(1, new Uint8Array([3, 3, 3]));
    await files.save('package', 'mare.caiet.json', part(1), 2);
    const opened = await files.open('package');
    const parts = [opened!.bytes];
    for (let at = parts[0]!.length; at < opened!.size;) {
      parts.push(await files.readOpened(at));
      at += parts.at(-1)!.length;
    }
    const refused = await files.readOpened(4).catch((error: Error) => error.message);
    return { size: opened!.size, parts: parts.map((bytes) => [bytes.length, bytes[0], bytes.at(-1)]), refused };
  });
  const whole = 4 * 1024 * 1024;
  expect(sizes).toMatchObject({ size: 2 * whole + 3, parts: [[whole, 1, 1], [whole, 2, 2], [3, 3, 3]] });
  expect(sizes.refused).toMatch(REFUSED);
  expect(readFileSync(file).length).toBe(2 * whole + 3);
});

test('a kill between two parts leaves the file that was there, and nothing beside it', async ({ app, userData }) => {
  const file = path.join(userData, 'vechi.caiet.json');
  writeFileSync(file, 'vechi');
  await app.nextSave(file);
  await app.page.evaluate(async () => {
    const { files } = window.caietHost!;
    await files.holdFile(0, new Uint8Array(4 * 1024 * 1024));
    await files.holdFile(1, new Uint8Array(4 * 1024 * 1024));
  });
  await app.kill();
  expect(readFileSync(file, 'utf8')).toBe('vechi');
  expect(readdirSync(userData).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  const again = await launchApp(userData);
  await again.nextSave(file);
  const refused = await again.page.evaluate(() => window.caietHost!.files.save('package', 'x', new Uint8Array([1]), 2).catch((error: Error) => error.message));
  await again.close();
  expect(refused).toMatch(REFUSED);
  expect(readFileSync(file, 'utf8')).toBe('vechi');
});
