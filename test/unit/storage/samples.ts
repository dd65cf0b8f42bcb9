/** Projects, changes and stand-ins for the storage tests. */
import { ended, HeldParts } from '../../../src-main/bridge/held-parts';
import { applyPatches } from '../../../src-renderer/domain/apply-patches';
import type { AuditEntry, Change, ChangeCode, Patch } from '../../../src-renderer/domain/change';
import { sha256Hex } from '../../../src-renderer/domain/digest';
import { diff } from '../../../src-renderer/domain/json-diff';
import type { Ledger, SafetyStore } from '../../../src-renderer/domain/ports/safety-store';
import type { Bid, Project } from '../../../src-renderer/domain/project';
import type { Json } from '../../../src-renderer/domain/values';
import type { BackupCodec } from '../../../src-renderer/storage/safety-copies';
import type { KeptProject } from '../../../src-renderer/storage/rebuild';
import type { StoreChannel } from '../../../src-renderer/storage/store-events';

export const DAY_ONE = '2026-03-02T08:15:00.000Z';

/** A clock that moves on by a second at each reading; `set` puts it anywhere, also back. */
export const tickingClock = (start = DAY_ONE) => {
  let at = Date.parse(start);
  return {
    now: () => {
      at += 1000;
      return new Date(at).toISOString();
    },
    set: (instant: string) => {
      at = Date.parse(instant);
    },
  };
};

let counter = 0;
export const freshId = (kind = 'id'): string => `${kind}-${(counter += 1).toString().padStart(6, '0')}`;

export const bidOf = (id: string, fields: Partial<Bid> = {}): Bid => ({
  id, bidderId: 'bidder-1', lotId: 'lot-1', price: { amount: 123_456, currency: 'RON' }, vatIncluded: false, receivedAt: '2026-03-01',
  durationDays: 30, warrantyMonths: 24, notes: '', status: 'valid', statusReason: '', importId: null, ...fields,
});

export const sampleProject = (id: string, bids = 2): Project => ({
  id,
  title: `Iluminat public ${id}`,
  description: 'Rezultat dorit: consum redus la jumătate.',
  buyer: { name: 'Comuna Cornetu', identifier: '4505502', nutsCode: 'RO322' },
  currency: 'RON',
  rulePackId: 'ro-2026',
  createdAt: DAY_ONE,
  archivedAt: null,
  deletedAt: null,
  lots: { 'lot-1': { id: 'lot-1', position: 'a0', number: '1', title: 'Școala', description: '', estimatedValue: { amount: 10_000_000, currency: 'RON' } } },
  awardCriteria: {},
  bidders: { 'bidder-1': { id: 'bidder-1', name: 'Țiglă & Fiii SRL', identifier: '12345678', country: 'RO', sme: true, email: '' } },
  bids: Object.fromEntries(Array.from({ length: bids }, (_, index) => [`bid-${index + 1}`, bidOf(`bid-${index + 1}`)])),
  evaluators: { 'evaluator-1': { id: 'evaluator-1', position: 'a0', name: 'Ana Ionescu' } },
  scoreSheets: {
    'evaluator-1.bid-1': { id: 'evaluator-1.bid-1', evaluatorId: 'evaluator-1', bidId: 'bid-1', scores: { 'criterion-1': { value: '4', reason: 'bine' } } },
  },
  imports: {},
});

export const changeOf = (projectId: string, patches: readonly Patch[], code: ChangeCode = 'projectEdited', at = DAY_ONE): Change => ({
  id: freshId('change'), projectId, label: { code, data: {} }, at, author: 'Ana Ionescu', deviceId: 'device-1', patches,
});

export const creationOf = (project: Project): Change => changeOf(project.id, [{ path: [], after: project as Json }], 'projectCreated');

export const retitle = (project: Project, title: string): Change => changeOf(project.id, diff(project as Json, { ...project, title } as Json), 'projectRenamed');

export const folded = (history: readonly AuditEntry[]): Project | undefined =>
  history.reduce<Project | undefined>((project, { patches }) => applyPatches(project, patches), undefined);

/** Safety copies in memory, with everything a test may want to break. */
export class MemorySafety implements SafetyStore {
  journal = '';
  ledger: Ledger | null = null;
  readonly files = new Map<string, Uint8Array>();
  /** When set, every write rejects with it. */
  refuse: Error | null = null;
  /** Called before each append with its text. */
  onAppend: (lines: string) => void = () => undefined;

  private readonly held = new HeldParts<string>();
  /** Called before each part of a long line is held. */
  onHold: (part: number, text: string) => void = () => undefined;

  async holdJournal(part: number, text: string): Promise<void> {
    this.onHold(part, text);
    this.guard();
    this.held.hold(part, text);
  }
  async appendJournal(lines: string, parts = 0): Promise<void> {
    const text = ended(this.held.take(lines, parts)).join('');
    this.onAppend(text);
    this.guard();
    this.journal += text;
  }
  async readJournal(): Promise<string> {
    return this.journal;
  }
  async restartJournal(): Promise<void> {
    this.guard();
    this.journal = '';
  }
  async readLedger(): Promise<Ledger | null> {
    return this.ledger;
  }
  async writeLedger(ledger: Ledger): Promise<void> {
    this.guard();
    this.ledger = ledger;
  }
  async listSnapshots() {
    return [...this.files].map(([name, bytes]) => ({ name, size: bytes.length }));
  }
  async readSnapshot(name: string): Promise<Uint8Array> {
    const bytes = this.files.get(name);
    if (bytes === undefined) throw new Error(`no snapshot ${name}`);
    return bytes;
  }
  async writeSnapshot(name: string, bytes: Uint8Array): Promise<void> {
    this.guard();
    this.files.set(name, bytes);
  }
  async removeSnapshot(name: string): Promise<void> {
    this.files.delete(name);
  }
  private guard(): void {
    if (this.refuse !== null) throw this.refuse;
  }
}

/** Plain JSON copies: storage knows no package format, and neither do its tests. */
export const jsonBackup: BackupCodec = {
  encode: async (content) => {
    const bytes = new TextEncoder().encode(JSON.stringify(content));
    return { bytes, sha256: sha256Hex(bytes) };
  },
  prove: async (bytes) => ({ sha256: sha256Hex(bytes), projects: keptIn(bytes).length }),
  decode: async (bytes) => keptIn(bytes),
};

/** The projects of a copy `jsonBackup` made. */
export const keptIn = (bytes: Uint8Array): readonly KeptProject[] => (JSON.parse(new TextDecoder().decode(bytes)) as { projects: KeptProject[] }).projects;

/** Windows of one browser in one process: what one posts, the others of the same group hear. */
export const channelGroup = () => {
  const members = new Set<(event: { readonly data: unknown }) => void>();
  return (): StoreChannel => {
    const own = new Set<(event: { readonly data: unknown }) => void>();
    return {
      postMessage: (data) => {
        for (const listener of members) if (!own.has(listener)) listener({ data });
      },
      addEventListener: (_type, listener) => {
        own.add(listener);
        members.add(listener);
      },
      close: () => {
        for (const listener of own) members.delete(listener);
      },
    };
  };
};
