/**
 * The copies outside IndexedDB, as the project store uses them. A failure here never fails a change: the change is in
 * the database, and the person is warned once that the second copy is missing.
 */
import type { Clock } from '../domain/ports/clock';
import type { StoreProblemCode } from '../domain/ports/project-store';
import type { Ledger, SafetyStore } from '../domain/ports/safety-store';
import { ProblemError } from '../domain/problem';
import type { Instant } from '../domain/values';
import { Turns } from '../turns/turns';
import { readJournal, writingLine, type Journal, type JournalLine } from './journal';
import type { KeptProject } from './rebuild';
import { snapshotName, snapshotsNewestFirst, snapshotsToRemove } from './snapshot-rotation';

/** Packages as safety copies; given by the composition root, for storage knows no package format. */
export interface BackupCodec {
  encode(content: { readonly projects: readonly KeptProject[]; readonly at: Instant }): Promise<{ readonly bytes: Uint8Array; readonly sha256: string }>;
  /** Reads a copy through and through, and keeps nothing of it. Rejects when it is damaged. */
  prove(bytes: Uint8Array): Promise<{ readonly sha256: string; readonly projects: number }>;
  /** Rejects when the copy is damaged or from a newer version. */
  decode(bytes: Uint8Array): Promise<readonly KeptProject[]>;
}

/** What was found at start. */
export interface SafetyState {
  readonly ledger: Ledger | null;
  readonly journal: Journal;
}

/** Lines the disk refused are sent again with the next one, up to this many UTF-16 units; beyond it a snapshot must do. */
const MOST_UNSENT = 8 * 1024 * 1024;

/** A journal of so many UTF-16 units is long enough: it is read whole at the start, and no host reads one of more than 512 MiB. */
const LONG_JOURNAL = 192 * 1024 * 1024;

export const safetyUnavailable = (cause?: unknown): ProblemError<StoreProblemCode> =>
  new ProblemError<StoreProblemCode>({ severity: 'warning', code: 'store.safetyUnavailable', data: {} }, { cause });

/** A line with its end; null when its JSON is longer than `most`. */
const shortLine = async (line: JournalLine, most: number): Promise<string | null> => {
  const turns = new Turns();
  const parts = writingLine(line);
  let json = '';
  for (;;) {
    const next = parts.next();
    json += next.done === true ? next.value.rest : next.value;
    if (json.length > most) return null;
    if (next.done === true) return `${next.value.digest} ${json}\n`;
    await turns.take();
  }
};

const later = (at: Instant): Instant => new Date(Date.parse(at) + 1).toISOString();

export class SafetyCopies {
  private unsent = '';
  private failing = false;
  private suspended = false;
  /** True when the journal lacks a change: only a snapshot makes the copies whole again. */
  private incomplete = false;
  /** Of the journal. */
  private units = 0;

  constructor(
    private readonly store: SafetyStore,
    private readonly codec: BackupCodec,
    private readonly clock: Clock,
    private readonly warn: (problem: ProblemError<StoreProblemCode>) => void,
  ) {}

  /** Not after the next two hundred commits, but soon. */
  get needsSnapshot(): boolean {
    return this.incomplete || this.units > LONG_JOURNAL;
  }

  /**
   * Null when the copies cannot be read; the person is warned. Then nothing is written to them until the next start
   * either: they may hold the only record of what a damaged database has lost.
   */
  async read(): Promise<SafetyState | null> {
    const found = await this.attempt(async () => {
      const ledger = await this.store.readLedger();
      const text = await this.store.readJournal();
      this.units = text.length;
      return { ledger, journal: readJournal(text) };
    });
    this.suspended = found === null;
    return found;
  }

  /** Returns after the line is on the disk, or after the warning that it is not. */
  async append(line: JournalLine): Promise<void> {
    if (this.suspended) return;
    const isOnDisk = await this.attempt(async () => {
      await this.send(line);
      return true;
    });
    if (isOnDisk === true) this.unsent = '';
    else await this.keepUnsent(line);
  }

  /** A short line goes over as it is. Parts of a long one are held there, so that nobody ever copies the whole at once. */
  private async send(line: JournalLine): Promise<void> {
    const turns = new Turns();
    const parts = writingLine(line);
    let held = 0;
    for (;;) {
      const next = parts.next();
      if (next.done === true) {
        const { digest, rest } = next.value;
        this.units += rest.length;
        if (held === 0) return this.store.appendJournal(`${this.unsent}${digest} ${rest}\n`);
        await this.store.holdJournal(held, rest);
        return this.store.appendJournal(`${this.unsent}${digest} `, held + 1);
      }
      if (next.value !== '') {
        await this.store.holdJournal(held, next.value);
        held += 1;
        this.units += next.value.length;
      }
      await turns.take();
    }
  }

  async writeLedger(ledger: Ledger): Promise<void> {
    if (!this.suspended) await this.attempt(() => this.store.writeLedger(ledger));
  }

  /** The readable snapshot to start from: the named one if it can be, else the newest that can. */
  async newestReadable(preferred: string | null): Promise<{ readonly name: string; readonly projects: readonly KeptProject[] } | null> {
    const listed = (await this.attempt(() => this.store.listSnapshots())) ?? [];
    const names = [...(preferred === null ? [] : [preferred]), ...snapshotsNewestFirst(listed).map(({ name }) => name).filter((name) => name !== preferred)];
    for (const name of names) {
      try {
        return { name, projects: await this.codec.decode(await this.store.readSnapshot(name)) };
      } catch {
        // A damaged copy is passed over for the next older one; it stays where it is.
      }
    }
    return null;
  }

  /**
   * Writes a copy of all given projects and proves it: read back, same digest, and it decodes. Its name.
   * Throws `store.safetyUnavailable`.
   */
  async writeVerified(projects: readonly KeptProject[], kept: 'rotating' | 'kept'): Promise<string> {
    if (this.suspended) throw safetyUnavailable();
    try {
      const at = this.clock.now();
      const { bytes, sha256 } = await this.codec.encode({ projects, at });
      const name = await this.freeName(at, kept);
      await this.store.writeSnapshot(name, bytes);
      const found = await this.store.readSnapshot(name);
      const proof = await this.codec.prove(found);
      if (proof.sha256 !== sha256) throw new Error(`${name} is not what was written`);
      if (proof.projects !== projects.length) throw new Error(`${name} lacks projects`);
      return name;
    } catch (error) {
      throw safetyUnavailable(error);
    }
  }

  /** The projects that a copy can hold: one that the format refuses must not keep all others from being copied. */
  async copyable(projects: readonly KeptProject[]): Promise<KeptProject[]> {
    const at = this.clock.now();
    const copyable: KeptProject[] = [];
    for (const project of projects) {
      try {
        const { bytes } = await this.codec.encode({ projects: [project], at });
        if ((await this.codec.prove(bytes)).projects === 1) copyable.push(project);
      } catch {
        // The format refuses it; the others are copied without it.
      }
    }
    return copyable;
  }

  /** Starts the journal anew after `snapshot`, which holds everything up to `commitSeq`, and removes what rotation lets go. */
  async continueFrom(snapshot: string | null, commitSeq: number): Promise<void> {
    try {
      await this.store.restartJournal();
    } catch (error) {
      throw safetyUnavailable(error);
    }
    this.unsent = '';
    this.incomplete = false;
    this.units = 0;
    await this.append({ kind: 'begin', commitSeq, snapshot });
    await this.attempt(async () => {
      for (const name of snapshotsToRemove(await this.store.listSnapshots(), snapshot)) await this.store.removeSnapshot(name);
    });
  }

  /** A name not taken yet, also when the clock was set back. */
  private async freeName(at: Instant, kept: 'rotating' | 'kept'): Promise<string> {
    const taken = new Set((await this.store.listSnapshots()).map(({ name }) => name));
    const named = (moment: Instant) => (kept === 'kept' ? snapshotName(moment).replace('caiet-', 'caiet-kept-') : snapshotName(moment));
    let moment = at;
    while (taken.has(named(moment))) moment = later(moment);
    return named(moment);
  }

  private async keepUnsent(line: JournalLine): Promise<void> {
    const text = await shortLine(line, MOST_UNSENT - this.unsent.length);
    if (text === null) this.incomplete = true;
    // Begins with a line end, so that a torn line before it cannot swallow it.
    this.unsent = text === null ? '' : `\n${this.unsent.trimStart()}${text}`;
  }

  private async attempt<Result>(work: () => Promise<Result>): Promise<Result | null> {
    try {
      const result = await work();
      this.failing = false;
      return result;
    } catch (error) {
      if (!this.failing) this.warn(safetyUnavailable(error));
      this.failing = true;
      return null;
    }
  }
}
