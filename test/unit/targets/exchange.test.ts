/** Two town halls and the competence centre around one folder: the application over the real host side and real files. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { HostTargets } from '../../../src-main/bridge/targets-api';
import { IDENTITY_FILE, PACKAGES_FOLDER } from '../../../src-main/bridge/target-files';
import { sheetProject } from '../../../src-renderer/domain/evaluator-sheet';
import { callHash } from '../../../src-renderer/domain/frozen-call';
import { encodeSheet } from '../../../src-renderer/exchange/sheet-package';
import { committee } from '../sheets/committee';
import { temporaryFolders } from '../main/temporary-folder';
import { newPlace as placeIn, office as officeIn, open, packages, sending, type Office } from './office';
import { bytesOf, packageName } from './samples';

const folder = temporaryFolders();
const office = (place: string, wrap?: (host: HostTargets) => HostTargets): Promise<Office> => officeIn(folder, place, wrap);
const newPlace = (): string => placeIn(folder);

describe('an exchange through a folder', () => {
  test('takes a project from one office to the other, who imports it by hand', async () => {
    const place = newPlace();
    const sender = await office(place);
    expect(await sender.caiet.targets.outbox(sender.id)).toMatchObject([{ isChosen: false, state: null }]);
    const owner = committee();
    const handout = { id: 'handout-1', evaluatorId: 'e1', lotIds: { L1: true as const }, callHash: callHash(owner), at: '2026-05-20T10:00:00.000Z' };
    const sheet = encodeSheet({ sheet: sheetProject(owner, owner.evaluators['e1']!, handout), way: 'handedOut', history: [], at: handout.at, producer: { app: 'Caiet', version: 'test', deviceId: 'x', authority: '' } });
    await sender.caiet.sheets.accept(await sender.caiet.exchange.inspectPackage('f.caiet.json', sheet));
    expect(await sender.caiet.targets.outbox(sender.id), 'a received score sheet is not offered').toHaveLength(1);
    await sender.caiet.projects.open(sender.projectId);
    await sender.caiet.targets.choose(sender.id, sender.projectId, true);
    expect(await sender.caiet.targets.outbox(sender.id), 'shown before anything is sent').toMatchObject([{ isChosen: true, state: 'new' }]);
    expect(packages(place)).toEqual([]);
    await sender.caiet.targets.send(sender.id);
    expect(sender.view()).toMatchObject({ problem: null, activity: null });
    expect(packages(place)).toHaveLength(1);
    expect(await sender.caiet.targets.outbox(sender.id)).toMatchObject([{ state: 'same' }]);

    const receiver = await office(place);
    expect(receiver.view().record?.identity).toEqual(sender.view().record?.identity);
    await receiver.caiet.targets.receive(receiver.id);
    const [entry] = open(receiver.view());
    expect(entry).toMatchObject({ state: 'fetched', problem: null, facts: { kind: 'full' } });
    expect(receiver.caiet.workspace.getState().summaries, 'nothing is imported by itself').toHaveLength(1);
    const { name, bytes } = await receiver.caiet.targets.open(receiver.id, entry?.name ?? '');
    const report = await receiver.caiet.exchange.inspectPackage(name, bytes);
    await receiver.caiet.exchange.importPackage(report, { [sender.projectId]: 'copy' });
    expect(open(receiver.view()), 'an imported package leaves the inbox').toEqual([]);
    expect(receiver.caiet.workspace.getState().summaries).toHaveLength(2);
  });

  test('sends again only what changed, and an unchanged project never twice', async () => {
    const place = newPlace();
    const one = await office(place);
    await sending(one);
    await one.caiet.targets.send(one.id);
    expect(packages(place)).toHaveLength(1);
    one.caiet.projects.edit({ description: 'altă descriere' });
    expect(await one.caiet.targets.outbox(one.id)).toMatchObject([{ state: 'changed' }]);
    await one.caiet.targets.send(one.id);
    expect(packages(place)).toHaveLength(2);
  });

  test('goes on after a broken line with the very same file', async () => {
    const place = newPlace();
    let broken = true;
    const one = await office(place, (host) => ({ ...host, put: (job, put) => (broken && put.guard !== null ? Promise.reject(new Error('HOST:target.cut')) : host.put(job, put)) }));
    await sending(one);
    expect(one.view().problem?.code).toBe('target.cut');
    const [waiting] = one.view().record?.waiting ?? [];
    expect(await one.caiet.targets.outbox(one.id)).toMatchObject([{ state: 'waiting' }]);
    broken = false;
    await one.caiet.targets.send(one.id);
    expect(packages(place)).toEqual([waiting?.name]);
    expect(one.view().record?.waiting).toEqual([]);
  });

  test('knows its own package when only the answer was lost', async () => {
    const place = newPlace();
    let lost = true;
    const one = await office(place, (host) => ({
      ...host,
      put: async (job, put) => {
        await host.put(job, put);
        if (lost && put.guard !== null) throw new Error('HOST:target.cut');
      },
    }));
    await sending(one);
    expect(one.view().record?.waiting).toHaveLength(1);
    lost = false;
    await one.caiet.targets.receive(one.id);
    expect(one.view().record?.waiting).toEqual([]);
    expect(Object.keys(one.view().record?.sent ?? {})).toEqual(packages(place));
    expect(await one.caiet.targets.outbox(one.id)).toMatchObject([{ state: 'same' }]);
  });

  test('keeps two offices apart that write at once', async () => {
    const place = newPlace();
    const one = await office(place);
    const other = await office(place);
    await Promise.all([sending(one), sending(other)]);
    expect(packages(place)).toHaveLength(2);
    await Promise.all([one.caiet.targets.receive(one.id), other.caiet.targets.receive(other.id)]);
    expect(open(one.view())).toMatchObject([{ state: 'fetched' }]);
    expect(open(other.view())).toMatchObject([{ state: 'fetched' }]);
  });

  test('asks no clock: files from the past and the future are the same', async () => {
    const place = newPlace();
    const one = await office(place);
    await sending(one);
    for (const name of packages(place)) utimesSync(path.join(place, PACKAGES_FOLDER, name), new Date('1980-01-01'), new Date('2099-01-01'));
    const other = await office(place);
    await other.caiet.targets.receive(other.id);
    expect(open(other.view())).toMatchObject([{ state: 'fetched', problem: null }]);
    await one.caiet.targets.send(one.id);
    expect(packages(place)).toHaveLength(1);
  });

  test('by itself sends and fetches, and imports nothing', async () => {
    const place = newPlace();
    const one = await office(place);
    const other = await office(place);
    await one.caiet.targets.choose(one.id, one.projectId, true);
    await one.caiet.targets.setMode(one.id, 'automatic');
    await expect.poll(() => packages(place).length).toBe(1);
    await expect.poll(() => one.view().activity).toBe(null);
    await sending(other);
    one.onOccasion();
    await expect.poll(() => open(one.view()).map(({ state }) => state)).toEqual(['fetched']);
    expect(one.caiet.workspace.getState().summaries).toHaveLength(1);
  });
});

test('an answer to a package goes back to the target it came from, and nowhere else', async () => {
  const place = newPlace();
  const sender = await office(place);
  await sending(sender);
  const receiver = await office(place);
  await receiver.caiet.targets.receive(receiver.id);
  const [entry] = open(receiver.view());
  const answered = entry?.facts?.packageId ?? '';
  const receipt = { id: 'receipt-1', title: 'Iluminat', bytes: bytesOf('{"kind":"receipt"}') };
  expect(await receiver.caiet.targets.answer('another-package', receipt)).toBe(0);
  await receiver.caiet.targets.putAside(receiver.id, entry?.name ?? '');
  expect(await receiver.caiet.targets.answer(answered, receipt)).toBe(1);
  expect(packages(place)).toHaveLength(1);
  await receiver.caiet.targets.send(receiver.id);
  expect(packages(place)).toHaveLength(2);
  await sender.caiet.targets.receive(sender.id);
  expect(open(sender.view()).map(({ name }) => name)).toEqual(packages(place).filter((name) => name.includes('_receipt-1_')));
});

test('the receipt of an imported package leaves through the target it came from', async () => {
  const place = newPlace();
  const sender = await office(place);
  await sending(sender);
  const receiver = await office(place);
  await receiver.caiet.targets.receive(receiver.id);
  const [entry] = open(receiver.view());
  const { name, bytes } = await receiver.caiet.targets.open(receiver.id, entry?.name ?? '');
  const report = await receiver.caiet.exchange.inspectPackage(name, bytes);
  expect(receiver.caiet.targets.knows(report.packageId)).toBe(true);
  expect(receiver.caiet.targets.knows('another-package')).toBe(false);
  const imported = await receiver.caiet.exchange.importPackage(report, Object.fromEntries(report.projects.map(({ id }) => [id, 'add' as const])));
  expect(await receiver.caiet.exchange.sendReceipt(imported)).toBe(1);
  await receiver.caiet.targets.send(receiver.id);
  await sender.caiet.targets.receive(sender.id);
  const [answer] = open(sender.view());
  const back = await sender.caiet.targets.open(sender.id, answer?.name ?? '');
  const receipt = await sender.caiet.exchange.inspectPackage(back.name, back.bytes);
  expect(await sender.caiet.exchange.takeReceipt(receipt)).toMatchObject({ unknown: 0, confirmed: [expect.any(String)] });
});

describe('a target that is not as it was', () => {
  const stopped = async (act: (place: string) => void): Promise<{ readonly one: Office; readonly place: string; readonly code: string | undefined }> => {
    const place = newPlace();
    const one = await office(place);
    await sending(one);
    one.caiet.projects.edit({ description: 'ceva nou' });
    act(place);
    await one.caiet.targets.send(one.id);
    return { one, place, code: one.view().record?.stopped?.code ?? one.view().problem?.code };
  };

  const emptied = (place: string): void => {
    rmSync(place, { recursive: true });
    mkdirSync(place);
  };
  const exchanged = (place: string): void => {
    const identity = readFileSync(path.join(place, IDENTITY_FILE), 'utf8').replace(/"id":"[^"]+"/u, '"id":"alt-loc"').replace('Centrul de competență', 'Altă primărie');
    writeFileSync(path.join(place, IDENTITY_FILE), identity);
  };

  test.each<[string, (place: string) => void, string]>([
    ['an empty mount point', emptied, 'target.emptied'],
    ['another target', exchanged, 'target.foreign'],
    ['somebody\'s folder', (place) => { emptied(place); writeFileSync(path.join(place, 'poze.zip'), ''); }, 'target.identityMissing'],
    ['one whose identity was rewritten', (place) => writeFileSync(path.join(place, IDENTITY_FILE), ` ${readFileSync(path.join(place, IDENTITY_FILE), 'utf8')}`), 'target.identityChanged'],
    ['one whose identity is half written', (place) => truncateSync(path.join(place, IDENTITY_FILE), 20), 'target.identityUnreadable'],
    ['one whose identity is hostile', (place) => writeFileSync(path.join(place, IDENTITY_FILE), `{"a":${'['.repeat(5000)}`), 'target.identityUnreadable'],
    ['one made by a later Caiet', (place) => writeFileSync(path.join(place, IDENTITY_FILE), '{"format":"caiet-target","version":2}'), 'target.newerLayout'],
    ['one without its packages', (place) => rmSync(path.join(place, PACKAGES_FOLDER), { recursive: true }), 'target.packagesGone'],
  ])('being %s gets nothing, loses nothing, and stops automatic exchange', async (_name, act, code) => {
    const found = await stopped(act);
    expect(found.code).toBe(code);
    expect(found.one.caiet.workspace.getState().summaries).toHaveLength(1);
    const written = (): readonly string[] => readdirSync(found.place, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.caiet.'));
    const before = written();
    await found.one.caiet.targets.setMode(found.one.id, 'automatic');
    found.one.onOccasion();
    await found.one.caiet.targets.send(found.one.id);
    expect(written()).toEqual(before);
  });

  test('but only away is waited for, and nothing needs to be decided', async () => {
    const { one, place, code } = await stopped((gone) => renameSync(gone, `${gone} deconectat`));
    expect([code, one.view().record?.stopped]).toEqual(['target.unreachable', null]);
    renameSync(`${place} deconectat`, place);
    await one.caiet.targets.send(one.id);
    expect(one.view().problem).toBe(null);
    expect(packages(place)).toHaveLength(2);
  });

  test('is used again by itself once it is the right one again', async () => {
    const { one, place } = await stopped((here) => renameSync(path.join(here, IDENTITY_FILE), path.join(here, 'x')));
    renameSync(path.join(place, 'x'), path.join(place, IDENTITY_FILE));
    await one.caiet.targets.send(one.id);
    expect(one.view()).toMatchObject({ problem: null, record: { stopped: null } });
    expect(packages(place)).toHaveLength(2);
  });

  test('missing most of its packages is put to a person, who goes on with or without sending again', async () => {
    const place = newPlace();
    const one = await office(place);
    await sending(one);
    for (let index = 0; index < 6; index += 1) {
      one.caiet.projects.edit({ description: `varianta ${index}` });
      await one.caiet.targets.send(one.id);
    }
    expect(packages(place)).toHaveLength(7);
    for (const name of packages(place).slice(0, 6)) rmSync(path.join(place, PACKAGES_FOLDER, name));
    one.caiet.projects.edit({ description: 'încă una' });
    await one.caiet.targets.send(one.id);
    expect(one.view().record?.stopped).toMatchObject({ code: 'target.muchGone', data: { missing: 6, known: 7 } });
    expect(packages(place)).toHaveLength(1);
    await one.caiet.targets.goOn(one.id, false);
    await one.caiet.targets.send(one.id);
    expect(one.view()).toMatchObject({ problem: null, record: { stopped: null } });
    expect(packages(place)).toHaveLength(2);
  });

  test('without its packages is made whole when the person says so, and gets the project again', async () => {
    const { one, place } = await stopped((here) => rmSync(path.join(here, PACKAGES_FOLDER), { recursive: true }));
    await one.caiet.targets.goOn(one.id, true);
    await one.caiet.targets.send(one.id);
    expect(packages(place)).toHaveLength(1);
  });
});

describe('what lies in the inbox', () => {
  test('is never half a file: a cut copy waits until it is whole', async () => {
    const place = newPlace();
    const one = await office(place);
    await sending(one);
    const [name = ''] = packages(place);
    const file = path.join(place, PACKAGES_FOLDER, name);
    const whole = readFileSync(file);
    writeFileSync(path.join(place, PACKAGES_FOLDER, `~${name}.tmp`), whole.subarray(0, 100));
    truncateSync(file, 100);
    const other = await office(place);
    await other.caiet.targets.receive(other.id);
    expect(open(other.view())).toMatchObject([{ name, state: 'damaged', problem: { code: 'target.notWhole' } }]);
    writeFileSync(file, whole);
    await other.caiet.targets.receive(other.id);
    expect(open(other.view())).toMatchObject([{ name, state: 'fetched', problem: null }]);
  });

  test('is listed with what it is when it is no package, and hurts nobody', async () => {
    const place = newPlace();
    const one = await office(place);
    const junk = bytesOf('nu este un pachet');
    writeFileSync(path.join(place, PACKAGES_FOLDER, packageName(junk, 'alt-calculator')), junk);
    await one.caiet.targets.receive(one.id);
    expect(open(one.view())).toMatchObject([{ state: 'fetched', facts: null, problem: { severity: 'error' } }]);
    await one.caiet.targets.putAside(one.id, packageName(junk, 'alt-calculator'));
    expect(open(one.view())).toEqual([]);
    await one.caiet.targets.receive(one.id);
    expect(open(one.view())).toEqual([]);
  });

  test('is not read beyond the size that was listed', async () => {
    const place = newPlace();
    const one = await office(place, (host) => ({ ...host, files: async (job, id) => ({ ignored: 0, files: (await host.files(job, id)).files.map((file) => ({ ...file, size: 3 })) }) }));
    const bytes = bytesOf('mai mult decât s-a spus');
    writeFileSync(path.join(place, PACKAGES_FOLDER, packageName(bytes, 'alt-calculator')), bytes);
    await one.caiet.targets.receive(one.id);
    expect(open(one.view())).toMatchObject([{ state: 'damaged', problem: { code: 'target.notAsListed' } }]);
  });

  test('may be ten thousand packages: they are listed, and fetched a hundred at a time', async () => {
    const place = newPlace();
    const one = await office(place, (host) => ({
      ...host,
      files: async () => ({ ignored: 0, files: Array.from({ length: 10_000 }, (_each, index) => ({ name: `device-${index}_p-${index}_${'0'.repeat(64)}.caiet.json`, size: 10 })) }),
    }));
    await one.caiet.targets.receive(one.id);
    expect(open(one.view())).toHaveLength(10_000);
    expect(open(one.view()).filter(({ state }) => state === 'damaged')).toHaveLength(100);
  });

  test('stays when the target is forgotten there, and nothing is taken from the target', async () => {
    const place = newPlace();
    const one = await office(place);
    await sending(one);
    const before = readdirSync(place, { recursive: true });
    await one.caiet.targets.forget(one.id);
    expect(one.caiet.targets.state.getState().targets).toEqual([]);
    expect(readdirSync(place, { recursive: true })).toEqual(before);
  });
});
