/**
 * What every project store must do, whatever it runs on. The same suite runs on fake-indexeddb in Node and on the
 * IndexedDB of a real Chromium (`test/browser`).
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { verifyChain } from '../../../src-renderer/domain/audit';
import type { StoreEvent } from '../../../src-renderer/domain/ports/project-store';
import { fail } from '../../../src-renderer/domain/problem';
import type { Project } from '../../../src-renderer/domain/project';
import { summarise } from '../../../src-renderer/domain/project-summary';
import type { Json } from '../../../src-renderer/domain/values';
import type { DexieProjectStore, ProjectStoreOptions } from '../../../src-renderer/storage/project-store';
import { bidOf, changeOf, channelGroup, creationOf, folded, freshId, jsonBackup, MemorySafety, retitle, sampleProject, tickingClock, keptIn } from './samples';
import { newestVersion, STORAGE_SCHEMA } from '../../../src-renderer/storage/schema';

export interface ContractSetup {
  /** Makes a store on the named database. */
  make(options: ProjectStoreOptions): DexieProjectStore;
  /** Removes the named database. */
  drop(name: string): Promise<void>;
}

const code = (expected: string) => expect.objectContaining({ problem: expect.objectContaining({ code: expected }) });

export const projectStoreContract = (where: string, setup: ContractSetup): void => {
  describe(`project store contract on ${where}`, () => {
    let name = '';
    let safety: MemorySafety;
    let join: ReturnType<typeof channelGroup>;
    const open: DexieProjectStore[] = [];

    const window = (): DexieProjectStore => {
      const store = setup.make({ name, safety, backup: jsonBackup, clock: tickingClock(), appVersion: '0.1.0', electronMajor: 45, channel: join() });
      open.push(store);
      return store;
    };
    const started = async (): Promise<DexieProjectStore> => {
      const store = window();
      expect(await store.open()).toEqual({ status: 'ready', replayed: 0 });
      return store;
    };
    const withProject = async (bids = 2): Promise<{ store: DexieProjectStore; project: Project }> => {
      const store = await started();
      const project = sampleProject(freshId('project'), bids);
      await store.commit([creationOf(project)]);
      return { store, project };
    };

    beforeEach(() => {
      name = freshId(`contract-${Math.trunc(performance.timeOrigin)}`);
      safety = new MemorySafety();
      join = channelGroup();
    });
    afterEach(async () => {
      for (const store of open.splice(0)) await store.close();
      await setup.drop(name);
    });

    it('gives back a project exactly as it was committed, and after closing and opening again', async () => {
      const { store, project } = await withProject();
      const stored = await store.load(project.id);
      expect(stored?.project).toEqual(project);
      await store.close();
      const again = await started();
      expect(await again.load(project.id)).toEqual(stored);
    });

    it('keeps fields it does not know, in every table', async () => {
      const store = await started();
      const base = sampleProject(freshId('project'));
      const project = { ...base, addedLater: { deep: [1] }, bids: { 'bid-1': { ...bidOf('bid-1'), projectId: 'not ours', extra: 'x' } } } as Project;
      await store.commit([creationOf(project)]);
      await store.commit([changeOf(project.id, [{ path: ['bids', 'bid-1', 'notes'], before: '', after: 'n' }])]);
      expect((await store.load(project.id))?.project).toEqual({ ...project, bids: { 'bid-1': { ...project.bids['bid-1'], notes: 'n' } } });
    });

    it('seals every change into a whole chain whose patches rebuild the project', async () => {
      const { store, project } = await withProject();
      await store.commit([retitle(project, 'Alt titlu')]);
      const history = await store.history(project.id);
      expect(history.map(({ seq }) => seq)).toEqual([1, 2]);
      expect(verifyChain(history)).toEqual([]);
      const stored = await store.load(project.id);
      expect(stored?.head).toEqual({ seq: 2, hash: history[1]?.hash });
      expect(folded(history)).toEqual(stored?.project);
    });

    it('adds, edits and removes single bids and score sheets', async () => {
      const { store, project } = await withProject();
      await store.commit([changeOf(project.id, [
        { path: ['bids', 'bid-3'], after: bidOf('bid-3') as Json },
        { path: ['bids', 'bid-1', 'notes'], before: '', after: 'verificat' },
        { path: ['bids', 'bid-2'], before: project.bids['bid-2'] as Json },
        { path: ['scoreSheets', 'evaluator-1.bid-1'], before: project.scoreSheets['evaluator-1.bid-1'] as Json },
      ])]);
      const stored = await store.load(project.id);
      expect(stored?.project.bids).toEqual({ 'bid-1': { ...project.bids['bid-1'], notes: 'verificat' }, 'bid-3': bidOf('bid-3') });
      expect(stored?.project.scoreSheets).toEqual({});
      expect(folded(await store.history(project.id))).toEqual(stored?.project);
    });

    it('replaces a whole collection and a whole project', async () => {
      const { store, project } = await withProject();
      await store.commit([changeOf(project.id, [{ path: ['bids'], before: project.bids as Json, after: { 'bid-9': bidOf('bid-9') } as Json }])]);
      const after = (await store.load(project.id))?.project;
      expect(Object.keys(after?.bids ?? {})).toEqual(['bid-9']);
      const other = { ...sampleProject(project.id, 1), title: 'Înlocuit' };
      await store.commit([changeOf(project.id, [{ path: [], before: after as Json, after: other as Json }], 'projectReplaced')]);
      expect((await store.load(project.id))?.project).toEqual(other);
    });

    it('keeps the list line equal to what the project says, through every kind of change', async () => {
      const { store, project } = await withProject();
      const at = '2026-04-01T10:00:00.000Z';
      await store.commit([changeOf(project.id, [{ path: ['bids', 'bid-3'], after: bidOf('bid-3') as Json }], 'bidAdded', at)]);
      await store.commit([changeOf(project.id, [{ path: ['bids', 'bid-1'], before: project.bids['bid-1'] as Json }], 'bidRemoved', at)]);
      await store.commit([changeOf(project.id, [{ path: ['bidders', 'bidder-1', 'name'], before: 'Țiglă & Fiii SRL', after: 'Altul SRL' }], 'bidderEdited', at)]);
      const stored = await store.load(project.id);
      expect(await store.summaries()).toEqual([summarise(stored?.project as Project, at)]);
    });

    it('refuses a change whose before is not what is stored, and changes nothing', async () => {
      const { store, project } = await withProject();
      const before = await store.load(project.id);
      const stale = changeOf(project.id, [
        { path: ['description'], before: project.description, after: 'altceva' },
        { path: ['title'], before: 'nu acesta', after: 'x' },
      ]);
      await expect(store.commit([stale])).rejects.toEqual(code('store.stale'));
      await expect(store.commit([changeOf(project.id, [{ path: ['bids', 'bid-1', 'notes'], before: 'nu', after: 'x' }])])).rejects.toEqual(code('store.stale'));
      await expect(store.commit([creationOf(project)])).rejects.toEqual(code('store.stale'));
      expect(await store.load(project.id)).toEqual(before);
    });

    it('refuses values the schema forbids before writing them anywhere', async () => {
      const { store, project } = await withProject();
      const { journal } = safety;
      await expect(store.commit([retitle(project, 'x'.repeat(501))])).rejects.toEqual(code('change.invalid'));
      await expect(store.commit([changeOf(project.id, [{ path: ['bids', 'bid-1', 'status'], before: 'valid', after: 'altul' }])])).rejects.toEqual(code('change.invalid'));
      expect(safety.journal).toBe(journal);
      expect((await store.load(project.id))?.project).toEqual(project);
    });

    it('commits changes on several projects all or nothing', async () => {
      const { store, project } = await withProject();
      const other = sampleProject(freshId('project'));
      await expect(store.commit([creationOf(other), changeOf(project.id, [{ path: ['title'], before: 'nu', after: 'x' }])])).rejects.toEqual(code('store.stale'));
      expect(await store.load(other.id)).toBeUndefined();
      await store.commit([creationOf(other), retitle(project, 'Împreună')]);
      expect((await store.summaries()).map(({ title }) => title).toSorted()).toEqual([other.title, 'Împreună'].toSorted());
    });

    it('says which project is not there', async () => {
      const store = await started();
      expect(await store.load('nowhere')).toBeUndefined();
      expect(await store.history('nowhere')).toEqual([]);
      await expect(store.commit([changeOf('nowhere', [{ path: ['title'], before: 'a', after: 'b' }])])).rejects.toEqual(code('store.notFound'));
      await expect(store.purge('nowhere')).rejects.toEqual(code('store.notFound'));
    });

    it('keeps records of two projects apart even when their ids are the same', async () => {
      const store = await started();
      const one = sampleProject(freshId('project'));
      const two = sampleProject(freshId('project'));
      await store.commit([creationOf(one), creationOf(two)]);
      await store.commit([changeOf(one.id, [{ path: ['bids', 'bid-1', 'notes'], before: '', after: 'doar aici' }])]);
      await store.purge(one.id);
      expect((await store.load(two.id))?.project).toEqual(two);
    });

    it('adopts a project with its chain, and refuses a chain with a gap or a project already here', async () => {
      const { store, project } = await withProject();
      await store.commit([retitle(project, 'Doi')]);
      const history = await store.history(project.id);
      await store.purge(project.id);
      const arrival = changeOf(project.id, [], 'projectImported');
      await expect(store.adopt([{ history: history.slice(1), change: arrival }])).rejects.toEqual(code('store.damaged'));
      await store.adopt([{ history, change: arrival }]);
      expect((await store.load(project.id))?.project.title).toBe('Doi');
      expect(await store.history(project.id)).toEqual([...history, expect.objectContaining({ seq: 3, id: arrival.id })]);
      await expect(store.adopt([{ history, change: arrival }])).rejects.toEqual(code('store.stale'));
    });

    it('adopts all or nothing, and without a history commits the change on what is here', async () => {
      const { store, project } = await withProject();
      const arriving = sampleProject(freshId('project'));
      const replace = changeOf(project.id, [{ path: ['title'], before: project.title, after: 'Înlocuit' }], 'projectReplaced');
      const wrong = changeOf(project.id, [{ path: ['title'], before: 'nu', after: 'x' }], 'projectReplaced');
      await expect(store.adopt([{ history: [], change: creationOf(arriving) }, { history: [], change: wrong }])).rejects.toEqual(code('store.stale'));
      expect(await store.summaries()).toHaveLength(1);
      await store.adopt([{ history: [], change: creationOf(arriving) }, { history: [], change: replace }]);
      expect((await store.load(project.id))?.project.title).toBe('Înlocuit');
      expect((await store.load(arriving.id))?.project).toEqual(arriving);
    });

    it('adopts what comes one by one, and nothing of it when one of them cannot be had', async () => {
      const { store, project } = await withProject();
      const [one, two] = [sampleProject(freshId('project')), sampleProject(freshId('project'))];
      async function* arriving(breaks: boolean) {
        yield { history: [], change: creationOf(one) };
        if (breaks) throw fail('store.damaged', { id: one.id, where: 'audit' });
        yield { history: [], change: creationOf(two) };
      }
      await expect(store.adopt(arriving(true))).rejects.toEqual(code('store.damaged'));
      expect((await store.summaries()).map(({ id }) => id)).toEqual([project.id]);
      await store.adopt(arriving(false));
      expect((await store.summaries()).map(({ id }) => id).toSorted()).toEqual([project.id, one.id, two.id].toSorted());
    });

    it('purges a project with its chain and its line', async () => {
      const { store, project } = await withProject();
      await store.purge(project.id);
      expect(await store.load(project.id)).toBeUndefined();
      expect(await store.history(project.id)).toEqual([]);
      expect(await store.summaries()).toEqual([]);
    });

    it('tells this window and the others what changed, and lets only one of two windows win', async () => {
      const { store, project } = await withProject();
      const second = await started();
      const heard: StoreEvent[] = [];
      const own: StoreEvent[] = [];
      second.subscribe((event) => heard.push(event));
      store.subscribe((event) => own.push(event));
      const results = await Promise.allSettled([store.commit([retitle(project, 'Fereastra unu')]), second.commit([retitle(project, 'Fereastra doi')])]);
      expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect(results.find(({ status }) => status === 'rejected')).toEqual({ status: 'rejected', reason: code('store.stale') });
      await vi.waitFor(() => {
        expect(heard.length + own.length).toBe(2);
      });
      expect([...heard, ...own]).toEqual(expect.arrayContaining([false, true].map((remote) => ({ type: 'changed', projectIds: [project.id], remote }))));
      expect(await second.load(project.id)).toEqual(await store.load(project.id));
    });

    it('takes changes of many windows at once without losing one', async () => {
      const { store, project } = await withProject();
      const second = await started();
      const commits = Array.from({ length: 40 }, (_, index) => {
        const id = `bid-w${index}`;
        return (index % 2 === 0 ? store : second).commit([changeOf(project.id, [{ path: ['bids', id], after: bidOf(id) as Json }], 'bidAdded')]);
      });
      await Promise.all(commits);
      const history = await second.history(project.id);
      expect(verifyChain(history)).toEqual([]);
      expect(history).toHaveLength(41);
      expect(folded(history)).toEqual((await store.load(project.id))?.project);
    });

    it('refuses everything after closing', async () => {
      const { store, project } = await withProject();
      await store.close();
      await expect(store.commit([retitle(project, 'x')])).rejects.toEqual(code('store.closed'));
      await expect(store.load(project.id)).rejects.toEqual(code('store.closed'));
    });

    it('writes the ledger by the time it has settled', async () => {
      const { store, project } = await withProject();
      await store.commit([retitle(project, 'Doi')]);
      await store.settle();
      expect(safety.ledger).toMatchObject({ commitSeq: 2, schemaVersion: newestVersion(STORAGE_SCHEMA), electronMajor: 45, counts: { projects: 1, bids: 2, scoreSheets: 1, audit: 2 } });
    });

    it('offers what a wiped database lost, and brings it back equal', async () => {
      const { store, project } = await withProject(3);
      await store.snapshotNow();
      await store.commit([retitle(project, 'După copie')]);
      const stored = await store.load(project.id);
      const history = await store.history(project.id);
      await store.close();
      await setup.drop(name);

      const next = window();
      expect(await next.open()).toEqual({ status: 'recovery', offer: { recoverableProjects: 1, presentProjects: 0, lostChanges: 2, newestAt: history[1]?.at } });
      await expect(next.commit([creationOf(sampleProject('x'))])).rejects.toEqual(code('store.closed'));
      expect(await next.recover('restore')).toEqual({ status: 'ready', replayed: 0 });
      expect(await next.load(project.id)).toEqual(stored);
      expect(await next.history(project.id)).toEqual(history);
      await next.commit([changeOf(project.id, [{ path: ['title'], before: 'După copie', after: 'Mai departe' }])]);
      await next.close();
      expect((await (await started()).load(project.id))?.project.title).toBe('Mai departe');
    });

    it('goes on with what is here when asked to, and keeps what was given up as a copy', async () => {
      const { store, project } = await withProject();
      await store.close();
      await setup.drop(name);
      const next = window();
      await next.open();
      expect(await next.recover('keepPresent')).toEqual({ status: 'ready', replayed: 0 });
      expect(await next.summaries()).toEqual([]);
      await next.close();
      const copies = [...safety.files.values()].map((bytes) => keptIn(bytes)[0]?.project);
      expect(copies).toEqual([project]);
      await started();
    });
  });
};
