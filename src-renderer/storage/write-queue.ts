/**
 * One writer at a time for each database, over all windows. Measured on Chromium 156: a process killed while two
 * write transactions are open can lose the whole database, so nothing is ever written outside this queue.
 */

/** The part of the Web Locks API that is needed: work under one name runs strictly one after the other. */
export interface WriteLocks {
  request<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
}

/** Locks within one process, for the terminal and tests. */
export const processLocks = (): WriteLocks => {
  const tails = new Map<string, Promise<unknown>>();
  return {
    request: (name, work) => {
      const turn = (tails.get(name) ?? Promise.resolve()).then(work);
      tails.set(name, turn.catch(() => undefined));
      return turn;
    },
  };
};

/** Locks shared by all windows of the origin. */
const windowLocks = (locks: LockManager): WriteLocks => ({
  request: async (name, work) => locks.request(name, work),
});

const fallback = processLocks();

/** Web Locks where the platform has them. */
export const platformLocks = (): WriteLocks =>
  typeof navigator === 'object' && 'locks' in navigator ? windowLocks(navigator.locks) : fallback;

/** The name of a database's queue. */
export const queueName = (database: string): string => `${database}:write`;
