/** Packages between the window and a target: they cross the bridge in parts, which main holds until all have come or gone, by the job they belong to. */
import { HeldParts } from '../bridge/held-parts';
import { HostError } from '../bridge/host-error';
import type { TargetPut } from '../bridge/targets-api';
import { OpenedFile } from '../files/opened-file';
import type { ExchangeTargets, OnProgress } from './targets';

/** So many jobs may be on their way; a window that was loaded anew asks for nothing of those it began before. */
const MOST_JOBS = 8;

interface Job {
  readonly opened: OpenedFile;
  readonly held: HeldParts<Uint8Array>;
}

/** Answers `TargetsInParts` for the calls that packages go through. */
export class PackageParts {
  private readonly jobs = new Map<string, Job>();

  constructor(private readonly targets: Pick<ExchangeTargets, 'read' | 'put' | 'cancel'>) {}

  /** The first part; what the job read before is forgotten. */
  async read(job: string, id: string, name: string, limit: number, onProgress: OnProgress): Promise<{ readonly size: number; readonly bytes: Uint8Array }> {
    const bytes = await this.targets.read(job, id, name, limit, onProgress);
    return { size: bytes.byteLength, bytes: this.of(job).opened.begin(bytes) };
  }

  /** Throws `host.failed` for a part that is not the one whose turn it is. */
  readPart(job: string, from: number): Uint8Array {
    return this.known(job).opened.next(from);
  }

  /** Throws as `HeldParts.hold`. */
  holdPart(job: string, part: number, bytes: Uint8Array): void {
    this.of(job).held.hold(part, bytes);
  }

  /** Rejects as `HeldParts.take` throws, with nothing put. */
  async put(job: string, put: TargetPut, parts: number, onProgress: OnProgress): Promise<void> {
    const bytes = parts === 0 ? put.bytes : Buffer.concat(this.known(job).held.take(put.bytes, parts));
    return this.targets.put(job, { ...put, bytes }, onProgress);
  }

  cancel(job: string): void {
    this.jobs.delete(job);
    this.targets.cancel(job);
  }

  private known(job: string): Job {
    const found = this.jobs.get(job);
    if (found === undefined) throw new HostError('host.failed');
    return found;
  }

  private of(job: string): Job {
    const found = this.jobs.get(job) ?? { opened: new OpenedFile(), held: new HeldParts<Uint8Array>() };
    // The one that was asked for last is the last to go.
    this.jobs.delete(job);
    this.jobs.set(job, found);
    for (const oldest of this.jobs.keys()) {
      if (this.jobs.size <= MOST_JOBS) break;
      this.jobs.delete(oldest);
    }
    return found;
  }
}
