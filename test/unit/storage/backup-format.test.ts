import { Harness } from './harness';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../../../src-renderer/domain/values';
import { demoProject } from '../../../src-renderer/domain/demo/demo-project';
import { decodeBackup, encodeBackup } from '../../../src-renderer/exchange/backup';
import { directDesk } from '../../../src-renderer/exchange/package-desk';
import { webPlatform } from '../../../src-renderer/host/web-platform';
import type { BackupCodec } from '../../../src-renderer/storage/safety-copies';
import { bidOf, changeOf, creationOf, freshId, sampleProject } from './samples';

const desk = directDesk(webPlatform);

const packages: BackupCodec = {
  encode: (content) => encodeBackup({ ...content, producer: { app: 'Caiet', version: '0.1.0', deviceId: 'device-1', authority: 'Comuna Cornetu' } }, desk),
  prove: (bytes) => desk.prove(bytes),
  decode: async (bytes) => (await decodeBackup(bytes, webPlatform)).projects,
};

let harness = new Harness();
beforeEach(() => {
  harness = new Harness();
});
afterEach(() => harness.closeAll());

describe('snapshots in the package format', () => {
  it('bring a demo project and its chain back equal, with what the journal has since', async () => {
    const store = await harness.started({ backup: packages });
    const demo = demoProject({ next: () => freshId('demo') }, harness.clock);
    await store.commit([creationOf(demo), creationOf(sampleProject('unfinished'))]);
    await store.snapshotNow();
    expect(harness.safety.journal).toContain('"kind":"begin","commitSeq":1');
    const bid = bidOf('late-bid');
    await store.commit([changeOf('unfinished', [{ path: ['bids', bid.id], after: bid as Json }], 'bidAdded')]);
    const before = await Promise.all([demo.id, 'unfinished'].map(async (id) => ({ stored: await store.load(id), history: await store.history(id) })));
    await store.close();
    await harness.wipe();
    const again = harness.make({ backup: packages });
    expect(await again.open()).toMatchObject({ status: 'recovery', offer: { recoverableProjects: 2 } });
    await again.recover('restore');
    expect(await Promise.all([demo.id, 'unfinished'].map(async (id) => ({ stored: await again.load(id), history: await again.history(id) })))).toEqual(before);
  });
});
