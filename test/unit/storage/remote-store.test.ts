import 'fake-indexeddb/auto';
import { MessageChannel } from 'node:worker_threads';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import type { Json } from '../../../src-renderer/domain/values';
import { createDexieProjectStore, type ProjectStoreOptions } from '../../../src-renderer/storage/project-store';
import { createRemoteStore, type RemoteStore } from '../../../src-renderer/storage/remote-store';
import { safetyStoreOn } from '../../../src-renderer/storage/safety-files';
import { serveStore } from '../../../src-renderer/storage/served-store';
import type { MessageLine } from '../../../src-renderer/storage/store-line';
import { processLocks } from '../../../src-renderer/storage/write-queue';
import { projectStoreContract } from './contract';
import { problemCoded } from './harness';
import { bidOf, channelGroup, creationOf, freshId, jsonBackup, MemorySafety, retitle, sampleProject, tickingClock } from './samples';
import { filesOver } from './safety-files-over';

const locks = processLocks();

/** A line between the two ends that counts what goes over it and how large each message is. */
interface Wire {
  readonly ours: MessageLine;
  readonly theirs: MessageLine;
  readonly sizes: number[];
  cut(): void;
}

const open: (() => void)[] = [];

const wire = (): Wire => {
  const { port1, port2 } = new MessageChannel();
  const sizes: number[] = [];
  const end = (port: typeof port1): MessageLine => ({
    postMessage: (message, { transfer }) => {
      sizes.push(JSON.stringify(message).length);
      port.postMessage(message, transfer as never);
    },
    addEventListener: (type, listener) => port.on(type, (data: unknown) => listener({ data })),
  });
  const cut = (): void => {
    port1.close();
    port2.close();
  };
  open.push(cut);
  return { ours: end(port1), theirs: end(port2), sizes, cut };
};

const remote = (options: ProjectStoreOptions, line = wire()): RemoteStore => {
  serveStore(line.theirs, ({ facts, files }) => createDexieProjectStore({ locks, ...options, safety: facts.keepsCopies ? safetyStoreOn(files) : null }));
  const { safety, appVersion, electronMajor } = options;
  return createRemoteStore(line.ours, {
    facts: { keepsCopies: safety !== null, appVersion, electronMajor },
    files: filesOver(safety ?? new MemorySafety()),
    producer: () => ({ app: 'Caiet', version: '0.1.0', deviceId: 'device', authority: '' }),
  });
};

projectStoreContract('the other end of a line', { make: remote, drop: (name) => Dexie.delete(name) });

afterEach(() => {
  for (const cut of open.splice(0)) cut();
});

const optionsFor = (): ProjectStoreOptions => ({
  name: freshId('remote'), safety: new MemorySafety(), backup: jsonBackup, clock: tickingClock(), appVersion: '0.1.0', electronMajor: null, channel: channelGroup()(),
});

describe('a store at the other end of a line', () => {
  it('sends and gets a project of three thousand bids in many messages, none of them large', async () => {
    const line = wire();
    const store = remote(optionsFor(), line);
    await store.open();
    const bids = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`bid-${index}`, bidOf(`bid-${index}`)]));
    const project = { ...sampleProject(freshId('project')), bids };
    await store.commit([creationOf(project)]);
    expect((await store.load(project.id))?.project).toEqual(project);
    // The longest is a part of the journal's line.
    expect(Math.max(...line.sizes)).toBeLessThan(320_000);
    expect(JSON.stringify(project).length).toBeGreaterThan(2 * 320_000);
    await store.close();
  });

  it('sends a small change in one message', async () => {
    const line = wire();
    const store = remote(optionsFor(), line);
    await store.open();
    const project = sampleProject(freshId('project'));
    await store.commit([creationOf(project)]);
    const before = line.sizes.length;
    await store.commit([retitle(project, 'Alt titlu')]);
    // The question, the line of the journal and its answer, the event, the answer.
    expect(line.sizes.length - before).toBe(5);
    await store.close();
  });

  it('keeps the order of what is asked, also behind something large', async () => {
    const store = remote(optionsFor());
    await store.open();
    const bids = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`bid-${index}`, bidOf(`bid-${index}`)]));
    const project = { ...sampleProject(freshId('project')), bids };
    const created = store.commit([creationOf(project)]);
    await store.commit([retitle(project, 'Alt titlu')]);
    await created;
    expect((await store.load(project.id))?.project.title).toBe('Alt titlu');
    await store.close();
  });

  it('stops an adoption on request, and tells how far it is', async () => {
    const store = remote(optionsFor());
    await store.open();
    const projects = Array.from({ length: 20 }, () => sampleProject(freshId('project')));
    const stop = new AbortController();
    const told: number[] = [];
    const adopted = store.adopt(projects.map((project) => ({ history: [], change: creationOf(project) })), {
      signal: stop.signal,
      onProgress: (fraction) => {
        told.push(fraction);
        stop.abort();
      },
    });
    await expect(adopted).rejects.toEqual(problemCoded('store.cancelled'));
    expect(told.length).toBeGreaterThan(0);
    expect(await store.summaries()).toEqual([]);
    await store.close();
  });

  it.each(['before it was asked', 'while it is still being sent'])('stops an adoption that was given up %s', async (when) => {
    const store = remote(optionsFor());
    await store.open();
    const bids = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`bid-${index}`, bidOf(`bid-${index}`)]));
    const stop = new AbortController();
    if (when === 'before it was asked') stop.abort();
    const adopted = store.adopt([{ history: [], change: creationOf({ ...sampleProject(freshId('project')), bids }) }], { signal: stop.signal });
    stop.abort();
    await expect(adopted).rejects.toEqual(problemCoded('store.cancelled'));
    expect(await store.summaries()).toEqual([]);
    await store.close();
  });

  it('refuses everything, and tells so, once the worker is gone', async () => {
    const line = wire();
    const store = remote(optionsFor(), line);
    await store.open();
    const events: string[] = [];
    store.subscribe(({ type }) => events.push(type));
    line.cut();
    const waiting = store.summaries();
    store.lost();
    await expect(waiting).rejects.toEqual(problemCoded('store.closed'));
    await expect(store.commit([creationOf(sampleProject(freshId('project')))])).rejects.toEqual(problemCoded('store.closed'));
    expect(events).toEqual(['closed']);
  });

  it('passes a problem on with its data', async () => {
    const store = remote(optionsFor());
    await store.open();
    await expect(store.purge('nobody')).rejects.toMatchObject({ problem: { code: 'store.notFound', data: { id: 'nobody' } } });
    const project = sampleProject(freshId('project'));
    await expect(store.commit([{ ...creationOf(project), patches: [{ path: [], after: { ...project, lots: 5 } as Json }] }])).rejects.toEqual(problemCoded('change.invalid'));
    await store.close();
  });
});
