import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SafetyFolder } from '../../../src-main/safety/safety-folder';
import { ledgerElectronMajor, newerElectron } from '../../../src-main/safety/version-gate';
import { temporaryFolders } from './temporary-folder';

const folder = temporaryFolders();
const safety = () => new SafetyFolder(path.join(folder(), 'safety'));
const journalOf = ({ folder: place }: SafetyFolder): string => path.join(place, 'journal.jsonl');

describe('the journal', () => {
  test('is empty before anything was written, and nothing is created by asking', async () => {
    const copies = safety();
    expect([await copies.readJournal(), await copies.readLedger(), await copies.listSnapshots()]).toEqual(['', null, []]);
    expect(readdirSync(path.dirname(copies.folder))).toEqual([]);
  });

  test('keeps what was appended at once in the order it was asked for', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 20 }), async (texts) => {
      const copies = safety();
      const lines = texts.map((text) => `${JSON.stringify(text)}\n`);
      await Promise.all(lines.map((line) => copies.appendJournal(line)));
      expect(await copies.readJournal()).toBe(lines.join(''));
    }), { numRuns: 25 });
  });

  test('gives a line without an end its end', async () => {
    const copies = safety();
    await copies.appendJournal('{"a":1}');
    await copies.appendJournal('{"b":2}\n');
    expect(await copies.readJournal()).toBe('{"a":1}\n{"b":2}\n');
  });

  test('takes a long line in parts, all of it or nothing', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 50 }), fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 50 }), { minLength: 1, maxLength: 10 }), async (head, parts) => {
      const copies = safety();
      for (const [part, text] of parts.entries()) await copies.holdJournal(part, text);
      expect(await copies.readJournal(), 'nothing is written before it is all there').toBe('');
      await copies.appendJournal(head, parts.length);
      const line = head + parts.join('');
      expect(await copies.readJournal()).toBe(line.endsWith('\n') ? line : `${line}\n`);
    }), { numRuns: 25 });
  });

  test('drops the parts of a line whose sender is gone', async () => {
    const copies = safety();
    await copies.holdJournal(0, 'left ');
    await copies.holdJournal(1, 'behind');
    await copies.appendJournal('{"seq":1}\n');
    await expect(copies.appendJournal('', 2)).rejects.toMatchObject({ code: 'host.failed' });
    await copies.holdJournal(0, 'left behind');
    await copies.holdJournal(0, '"seq":2}');
    await copies.appendJournal('{', 1);
    await expect(copies.holdJournal(1, 'out of turn')).rejects.toMatchObject({ code: 'host.failed' });
    await copies.holdJournal(0, 'one of two');
    await expect(copies.appendJournal('', 2)).rejects.toMatchObject({ code: 'host.failed' });
    expect(await copies.readJournal()).toBe('{"seq":1}\n{"seq":2}\n');
  });

  test('hides a line that a crash cut off, and drops it before the next one', async () => {
    await fc.assert(fc.asyncProperty(fc.nat({ max: 200_000 }), async (length) => {
      const copies = safety();
      await copies.appendJournal('{"seq":1}\n');
      appendFileSync(journalOf(copies), `{"seq":2,"text":"${'x'.repeat(length)}`);
      expect(await copies.readJournal()).toBe('{"seq":1}\n');
      await copies.appendJournal('{"seq":2}\n');
      expect(await copies.readJournal()).toBe('{"seq":1}\n{"seq":2}\n');
    }), { numRuns: 25 });
  });

  test('that is nothing but a cut line starts again', async () => {
    const copies = safety();
    mkdirSync(copies.folder);
    writeFileSync(journalOf(copies), '{"seq":');
    await copies.appendJournal('{"seq":1}\n');
    expect(await copies.readJournal()).toBe('{"seq":1}\n');
  });

  test('is empty after a restart and goes on from there', async () => {
    const copies = safety();
    await copies.appendJournal('{"seq":1}\n');
    await copies.restartJournal();
    await copies.appendJournal('{"seq":2}\n');
    expect(await copies.readJournal()).toBe('{"seq":2}\n');
  });

  test('is for its owner only', async () => {
    const copies = safety();
    await copies.appendJournal('{}\n');
    await copies.writeSnapshot('a.json', new Uint8Array());
    expect(statSync(copies.folder).mode & 0o777).toBe(0o700);
    expect(statSync(journalOf(copies)).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(copies.folder, 'snapshots/a.json')).mode & 0o777).toBe(0o600);
  });

  test('holds every acknowledged line after the process was killed in the middle of writing', async () => {
    const copies = safety();
    const script = path.join(import.meta.dirname, 'append-for-ever.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', script, copies.folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    let acknowledged = '';
    await new Promise<void>((resolve) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        acknowledged += text;
        if (acknowledged.split('\n').length > 50) child.kill('SIGKILL');
      });
      child.on('exit', () => resolve());
    });
    const last = Number(acknowledged.trimEnd().split('\n').at(-1));
    const lines = (await copies.readJournal()).trimEnd().split('\n').map((line) => (JSON.parse(line) as { seq: number }).seq);
    expect(lines.slice(0, last + 1)).toEqual(Array.from({ length: last + 1 }, (_, seq) => seq));
  }, 30_000);
});

describe('ledger and snapshots', () => {
  test('the ledger is what was written last', async () => {
    const copies = safety();
    await Promise.all([copies.writeLedger('{"commitSeq":1}'), copies.writeLedger('{"commitSeq":2}')]);
    expect(await copies.readLedger()).toBe('{"commitSeq":2}');
    expect(readdirSync(copies.folder)).toEqual(['ledger.json']);
  });

  test('snapshots come back byte for byte, listed by name, without strangers', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
      const copies = safety();
      await copies.writeSnapshot('b.json', bytes);
      await copies.writeSnapshot('a.json', new Uint8Array([1]));
      writeFileSync(path.join(copies.folder, 'snapshots/.străin'), 'x');
      expect(await copies.readSnapshot('b.json')).toEqual(bytes);
      expect(await copies.listSnapshots()).toEqual([{ name: 'a.json', size: 1 }, { name: 'b.json', size: bytes.length }]);
    }), { numRuns: 20 });
  });

  test('strangers among the snapshots do not hide them', async () => {
    const copies = safety();
    await copies.writeSnapshot('b.json', new Uint8Array([1]));
    mkdirSync(path.join(copies.folder, 'snapshots/a-folder'));
    symlinkSync('nowhere', path.join(copies.folder, 'snapshots/c.json'));
    expect(await copies.listSnapshots()).toEqual([{ name: 'b.json', size: 1 }]);
  });

  test('what a killed process left half-written goes with the next restart of the journal', async () => {
    const copies = safety();
    await copies.writeSnapshot('b.json', new Uint8Array([1]));
    writeFileSync(path.join(copies.folder, '.caiet-0123456789abcdef.tmp'), 'half');
    writeFileSync(path.join(copies.folder, 'snapshots/.caiet-fedcba9876543210.tmp'), 'half');
    await copies.restartJournal();
    expect(readdirSync(copies.folder).toSorted()).toEqual(['journal.jsonl', 'snapshots']);
    expect(readdirSync(path.join(copies.folder, 'snapshots'))).toEqual(['b.json']);
  });

  test('removing one that is gone is no failure; reading it is', async () => {
    const copies = safety();
    await copies.writeSnapshot('a.json', new Uint8Array([1]));
    await copies.removeSnapshot('a.json');
    await copies.removeSnapshot('a.json');
    await expect(copies.readSnapshot('a.json')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('a failed task does not stop the next one', async () => {
    const copies = safety();
    const failed = copies.readSnapshot('none.json');
    const done = copies.appendJournal('{}\n');
    await expect(failed).rejects.toThrow();
    await expect(done).resolves.toBeUndefined();
  });
});

describe('the version gate', () => {
  test.each([
    ['{"electronMajor":46}', 46, 46], ['{"electronMajor":45}', 45, null], ['{"electronMajor":3}', 3, null], ['{"electronMajor":45.5}', null, null],
    ['{"electronMajor":"46"}', null, null], ['{}', null, null], ['[]', null, null], ['"46"', null, null], ['{"electronMaj', null, null],
  ])('ledger %s', (json, found, refusal) => {
    const place = folder();
    writeFileSync(path.join(place, 'ledger.json'), json);
    expect(ledgerElectronMajor(place)).toBe(found);
    expect(newerElectron(place, 45)).toBe(refusal);
    expect(readFileSync(path.join(place, 'ledger.json'), 'utf8')).toBe(json);
  });

  test('no ledger, no refusal', () => {
    expect(newerElectron(folder(), 45)).toBeNull();
  });
});
