/** What a folder and a server have in common: the few acts an exchange target needs, and how they are stopped. */
import { createHash } from 'node:crypto';
import { HostError } from '../bridge/host-error';
import { IDENTITY_FILE, MAX_IDENTITY_BYTES } from '../bridge/target-files';
import type { TargetListing, TargetLook } from '../bridge/targets-api';

/** One call: how far it is, and whether the person has had enough. */
export interface Work {
  readonly signal: AbortSignal;
  progress(done: number, total: number): void;
}

/** One target. Names have been checked before they come here. Everything rejects with HostErrors. */
export interface Place {
  look(work: Work): Promise<TargetLook>;
  prepare(work: Work): Promise<void>;
  files(work: Work): Promise<TargetListing>;
  read(name: string, limit: number, work: Work): Promise<Uint8Array>;
  /** Asks `confirm` before anything is written and again before the file gets its name. */
  put(name: string, bytes: Uint8Array, confirm: () => Promise<void>, work: Work): Promise<void>;
}

export const stopIfCancelled = ({ signal }: Work): void => {
  if (signal.aborted) throw new HostError('target.cancelled');
};

const silent = ({ signal }: Work): Work => ({ signal, progress: () => undefined });

/** Throws `target.otherIdentity` unless the very file is there that this target was known by. */
const confirmIdentity = async (place: Place, guard: string, work: Work): Promise<void> => {
  const found = await place.read(IDENTITY_FILE, MAX_IDENTITY_BYTES, silent(work)).catch((error: unknown) => {
    if (error instanceof HostError && (error.code === 'target.missing' || error.code === 'host.tooLarge')) throw new HostError('target.otherIdentity');
    throw error;
  });
  if (createHash('sha256').update(found).digest('hex') !== guard) throw new HostError('target.otherIdentity');
};

/** Puts a file at a target that is proven to be the one meant; a stick changed meanwhile gets nothing. */
export const putGuarded = (place: Place, name: string, bytes: Uint8Array, guard: string | null, work: Work): Promise<void> =>
  place.put(name, bytes, async () => {
    stopIfCancelled(work);
    if (guard !== null) await confirmIdentity(place, guard, work);
  }, work);

/** Fails with `target.unreachable` when a share that hangs does not answer; the system's own call cannot be called back. */
export const withinTime = async <Result>(task: Promise<Result>, milliseconds: number): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new HostError('target.unreachable')), milliseconds);
  });
  try {
    return await Promise.race([task, late]);
  } finally {
    clearTimeout(timer);
  }
};
