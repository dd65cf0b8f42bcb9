/** Exchange targets of the desktop edition: a package crosses from and to the main process in parts. */
import { HostError } from '../../src-main/bridge/host-error';
import type { HostTargets, TargetsInParts } from '../../src-main/bridge/targets-api';
import { giveParts, takeParts } from './parts';

/** A job reads or puts one package at a time, so the parts of two never mix. */
export const targetsOver = (targets: TargetsInParts): HostTargets => {
  /** Jobs that were cancelled during the call they are at; main forgets their parts. */
  const cancelled = new Set<string>();
  const refuseCancelled = (job: string): void => {
    if (cancelled.has(job)) throw new HostError('target.cancelled');
  };
  /** Whatever a call ends with after it was cancelled, as a part that main no longer waits for, comes of that. */
  const unlessCancelled = async <Result>(job: string, work: () => Promise<Result>): Promise<Result> => {
    cancelled.delete(job);
    try {
      return await work();
    } catch (error) {
      refuseCancelled(job);
      throw error;
    }
  };
  return {
    ...targets,
    read: (job, id, name, limit) => unlessCancelled(job, async () => takeParts(await targets.read(job, id, name, limit), (from) => {
      refuseCancelled(job);
      return targets.readPart(job, from);
    })),
    put: (job, put) => unlessCancelled(job, async () => {
      const { first, parts } = await giveParts(put.bytes, (part, bytes) => {
        refuseCancelled(job);
        return targets.holdPart(job, part, bytes);
      });
      refuseCancelled(job);
      return targets.put(job, { ...put, bytes: first }, parts);
    }),
    cancel: (job) => {
      cancelled.add(job);
      return targets.cancel(job);
    },
  };
};
