/** A window with nothing but the store, driven by the fault tests. The safety files are the real ones, kept by the test. */
import { applyPatches } from '../../../src-renderer/domain/apply-patches';
import { sealEntry, verifyChain } from '../../../src-renderer/domain/audit';
import { equalJson } from '../../../src-renderer/domain/json-equal';
import type { Adoption, OpenOutcome, ProjectSummary, StoreEvent } from '../../../src-renderer/domain/ports/project-store';
import { ProblemError } from '../../../src-renderer/domain/problem';
import type { Project } from '../../../src-renderer/domain/project';
import type { Json } from '../../../src-renderer/domain/values';
import { mergeProjects } from '../../../src-renderer/exchange/merge/merge-projects';
import { createDexieProjectStore } from '../../../src-renderer/storage/project-store';
import { safetyStoreOn, type SafetyFiles } from '../../../src-renderer/storage/safety-files';
import { bidOf, changeOf, creationOf, folded, jsonBackup, sampleProject } from '../../unit/storage/samples';

export interface SafetyCall {
  readonly method: keyof SafetyFiles;
  /** Of a file, after the number of parts when it is written; else which part, or how many. */
  readonly name: string;
  /** Text, or bytes as Latin-1. */
  readonly content: string;
}

declare global {
  interface Window {
    /** Given by the test: the host's safety files. */
    safetyCall(call: SafetyCall): Promise<unknown>;
    /** Given by the test: called when a change was acknowledged. */
    acknowledged(bidIds: readonly string[]): void;
    faults: FaultWindow;
  }
}

const call = async <Result>(method: SafetyCall['method'], name = '', content = ''): Promise<Result> => (await window.safetyCall({ method, name, content })) as Result;
const latin = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

const safety = safetyStoreOn({
  holdJournal: (part, text) => call('holdJournal', String(part), text),
  appendJournal: (lines, parts = 0) => call('appendJournal', String(parts), lines),
  readJournal: () => call('readJournal'),
  restartJournal: () => call('restartJournal'),
  readLedger: () => call('readLedger'),
  writeLedger: (json) => call('writeLedger', '', json),
  listSnapshots: () => call('listSnapshots'),
  readSnapshot: async (name, from) => bytesOf(await call<string>('readSnapshot', name, String(from))),
  holdSnapshot: (part, bytes) => call('holdSnapshot', String(part), latin(bytes)),
  writeSnapshot: (name, bytes, parts) => call('writeSnapshot', `${parts} ${name}`, latin(bytes)),
  removeSnapshot: (name) => call('removeSnapshot', name),
});

const store = createDexieProjectStore({
  safety, backup: jsonBackup, clock: { now: () => new Date().toISOString() }, appVersion: '0.1.0', electronMajor: null, snapshotEvery: 40,
});
const events: StoreEvent[] = [];
store.subscribe((event) => {
  if (event.type !== 'changed') events.push(event);
});

/** Adds bids to a project for ever: mostly one at a time, every tenth time 300 at once. */
const writeForEver = async (projectId: string, writer: string): Promise<void> => {
  for (let round = 1; ; round += 1) {
    const ids = Array.from({ length: round % 10 === 0 ? 300 : 1 }, (_, index) => `${writer}-${round}-${index}`);
    await store.commit([changeOf(projectId, ids.map((id) => ({ path: ['bids', id], after: bidOf(id, { notes: 'x'.repeat(200) }) as Json })))]);
    window.acknowledged(ids);
  }
};

/** The projects as another computer hands them back after adding bids to each, and the changes that take them in. */
const mergesOf = async (projectIds: readonly string[], bids: number): Promise<Adoption[]> => {
  const adoptions: Adoption[] = [];
  for (const id of projectIds) {
    const stored = await store.load(id);
    const history = await store.history(id);
    if (stored === undefined) throw new Error(`no project ${id}`);
    const added = Array.from({ length: bids }, (_, index) => ({ path: ['bids', `came-${index}`], after: bidOf(`came-${index}`, { notes: 'z'.repeat(200) }) as Json }));
    const theirs = sealEntry({ ...changeOf(id, added), id: `elsewhere-${id}`, deviceId: 'device-2' }, history.at(-1) ?? null);
    const incoming = { project: applyPatches(stored.project, added) ?? stored.project, history: [...history, theirs] };
    // Something was done here meanwhile, so that it is a merge.
    const renamed = sealEntry({ ...changeOf(id, [{ path: ['title'], before: stored.project.title, after: `${stored.project.title}, aici` }], 'projectRenamed'), id: `here-${id}` }, history.at(-1) ?? null);
    const { seq: _seq, hash: _hash, previousHash: _previous, ...mine } = renamed;
    await store.commit([mine]);
    const local = { project: { ...stored.project, title: `${stored.project.title}, aici` }, history: await store.history(id) };
    const outcome = mergeProjects(local, incoming);
    if (outcome.status !== 'merged') throw new Error(`The merge ended as ${outcome.status}`);
    adoptions.push({ history: [], change: { ...changeOf(id, outcome.patches, 'packageMerged'), id: `merge-${id}`, merged: outcome.merged, annex: outcome.annex } });
  }
  return adoptions;
};
let planned: readonly Adoption[] = [];

export interface FoundProject {
  readonly bidIds: readonly string[];
  readonly chainProblems: number;
  /** The project is what its chain says. */
  readonly equalsChain: boolean;
}

const faultWindow = {
  open: (): Promise<OpenOutcome> => store.open(),
  recover: (choice: 'restore' | 'keepPresent'): Promise<OpenOutcome> => store.recover(choice),
  summaries: (): Promise<ProjectSummary[]> => store.summaries(),
  create: async (projectId: string, bids: number): Promise<void> => {
    await store.commit([creationOf(sampleProject(projectId, bids))]);
  },
  /** Starts and returns at once. */
  write: (projectId: string, writer: string): void => {
    void writeForEver(projectId, writer);
  },
  /** Works out the merge and stores nothing of it yet. */
  planMerge: async (projectIds: readonly string[], bids: number): Promise<void> => {
    planned = await mergesOf(projectIds, bids);
  },
  /** Stores the merge; starts and returns at once. */
  merge: (): void => {
    void store.adopt(planned).then(() => window.acknowledged(['merge']), () => undefined);
  },
  rename: async (projectId: string, title: string): Promise<string> => {
    const stored = await store.load(projectId);
    try {
      await store.commit([changeOf(projectId, [{ path: ['title'], before: stored?.project.title ?? '', after: title }], 'projectRenamed')]);
      return 'stored';
    } catch (error) {
      return error instanceof ProblemError ? error.problem.code : String(error);
    }
  },
  /** Adds one very large change; says how it ended. */
  grow: async (projectId: string, bids: number): Promise<string> => {
    const patches = Array.from({ length: bids }, (_, index) => ({ path: ['bids', `grown-${index}`], after: bidOf(`grown-${index}`, { notes: 'y'.repeat(15_000) }) as Json }));
    try {
      await store.commit([changeOf(projectId, patches)]);
      return 'stored';
    } catch (error) {
      return error instanceof ProblemError ? error.problem.code : String(error);
    }
  },
  project: async (projectId: string): Promise<Project | undefined> => (await store.load(projectId))?.project,
  find: async (projectId: string): Promise<FoundProject> => {
    const project = (await store.load(projectId))?.project;
    const history = await store.history(projectId);
    return {
      bidIds: Object.keys(project?.bids ?? {}),
      chainProblems: verifyChain(history).length,
      equalsChain: equalJson(folded(history), project),
    };
  },
  snapshot: (): Promise<void> => store.snapshotNow(),
  events: (): readonly StoreEvent[] => events,
  close: (): Promise<void> => store.close(),
};
export type FaultWindow = typeof faultWindow;
window.faults = faultWindow;
