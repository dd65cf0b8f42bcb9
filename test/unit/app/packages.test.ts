/** Packages from one computer to another: signed, encrypted, with documents, and what each side then knows of the other. */
import { describe, expect, it } from 'vitest';
import type { OpenedFacts } from '../../../src-renderer/exchange/opened-package';
import { startCaiet, type Started } from './harness';

const last = ({ saved }: Started) => saved.at(-1)!;
const everything = (report: OpenedFacts, choice: 'add' | 'replace' | 'copy') => Object.fromEntries(report.projects.map(({ id }) => [id, choice]));
const PASSPHRASE = 'ploaie lampă tren șapte';

const withDocument = async () => {
  const here = await startCaiet();
  const id = await here.caiet.projects.openDemo();
  const bytes = new TextEncoder().encode('Proces-verbal al consultării');
  await here.caiet.attachments.add('pv.consultare.txt', 'text/plain', bytes);
  const [attachment] = Object.values(here.caiet.workspace.getState().open!.project.attachments ?? {});
  return { here, id, bytes, attachment: attachment! };
};

describe('a document', () => {
  it('is added, named, filed, saved again as it was, taken off and brought back by undo', async () => {
    const { here, bytes, attachment } = await withDocument();
    const { caiet } = here;
    const { attachments, workspace } = caiet;
    expect(attachment).toMatchObject({ title: 'pv.consultare', fileName: 'pv.consultare.txt', size: bytes.length, filedUnder: { kind: 'project' } });
    attachments.edit(attachment.id, { title: 'PV', filedUnder: { kind: 'lot', id: 'lot-1' } });
    await attachments.save(attachment.id);
    expect(last(here)).toEqual({ name: 'pv.consultare.txt', bytes });
    attachments.remove(attachment.id);
    expect(workspace.getState().open!.project.attachments).toEqual({});
    caiet.undo();
    expect(workspace.getState().open!.project.attachments?.[attachment.id]).toMatchObject({ title: 'PV' });
    await attachments.save(attachment.id);
    expect(last(here).bytes).toEqual(bytes);
    await caiet.settle();
  });

  it('too large or empty is refused with its name, and nothing changes', async () => {
    const here = await startCaiet();
    await here.caiet.projects.openDemo();
    await expect(here.caiet.attachments.add('gol.pdf', '', new Uint8Array())).rejects.toMatchObject({ problem: { code: 'attachment.empty', data: { fileName: 'gol.pdf' } } });
    await expect(here.caiet.attachments.add('mare.pdf', '', new Uint8Array(25 * 1024 * 1024 + 1))).rejects.toMatchObject({ problem: { code: 'attachment.tooLarge' } });
    expect(here.caiet.workspace.getState().open!.project.attachments).toBeUndefined();
  });

  it('travels in the package, also into a copy beside the project', async () => {
    const { here, id, bytes, attachment } = await withDocument();
    await here.caiet.exchange.exportPackage([id]);
    expect(last(here).name).toMatch(/\.caiet\.zip$/);
    const there = await startCaiet();
    for (const choice of ['add', 'copy'] as const) {
      const report = await there.caiet.exchange.inspectPackage('a.caiet.zip', last(here).bytes);
      expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      await there.caiet.exchange.importPackage(report, everything(report, choice));
    }
    for (const { id: arrived } of there.caiet.workspace.getState().summaries) {
      await there.caiet.projects.open(arrived);
      const [document] = Object.values(there.caiet.workspace.getState().open!.project.attachments ?? {});
      expect(document).toMatchObject({ sha256: attachment.sha256 });
      await there.caiet.attachments.save(document!.id);
      expect(last(there).bytes).toEqual(bytes);
    }
    expect(there.caiet.workspace.getState().summaries).toHaveLength(2);
  });
});

describe('packages between two computers', () => {
  it('are signed, met as new, known after, and told when the signature is missing or the package older', async () => {
    const here = await startCaiet();
    const id = await here.caiet.projects.openDemo();
    await here.caiet.exchange.exportPackage([id]);
    const first = last(here).bytes;
    here.caiet.projects.edit({ description: 'mai târziu' });
    await here.caiet.exchange.exportPackage([id]);
    const second = last(here).bytes;
    await here.caiet.exchange.exportPackage([id], { signed: false });
    const bare = last(here).bytes;

    const there = await startCaiet();
    const { exchange, devices, workspace } = there.caiet;
    const state = async (bytes: Uint8Array) => (await devices.trust(await exchange.inspectPackage('a', bytes))).state;
    expect([await state(first), await state(bare)]).toEqual(['new', 'unsigned']);
    const report = await exchange.inspectPackage('a', second);
    await exchange.importPackage(report, everything(report, 'add'));
    expect([await state(first), await state(second), await state(bare)]).toEqual(['replayed', 'known', 'stripped']);
    expect((await here.caiet.devices.trust(await here.caiet.exchange.inspectPackage('a', second))).state).toBe('own');
    const own = await here.caiet.devices.ownFingerprint();
    expect(await devices.trust(report)).toMatchObject({ fingerprint: own });

    const [device] = Object.keys(workspace.getState().settings.knownDevices ?? {});
    devices.rename(device!, 'Primăria vecină');
    expect(await devices.trust(report)).toMatchObject({ device: { name: 'Primăria vecină' } });
    devices.forget(device!);
    expect(await state(second)).toBe('new');
  });

  it('under a passphrase open with it alone', async () => {
    const here = await startCaiet();
    const id = await here.caiet.projects.openDemo();
    await here.caiet.exchange.exportPackage([id], { passphrase: PASSPHRASE });
    const { bytes } = last(here);
    await expect(here.caiet.exchange.inspectPackage('a', bytes)).rejects.toMatchObject({ problem: { code: 'package.needsPassphrase' } });
    const report = await here.caiet.exchange.inspectPackage('a', bytes, { passphrase: PASSPHRASE });
    expect(report).toMatchObject({ isEncrypted: true, signature: { state: 'valid' } });
  });
});
