import type { HostErrorCode, Stop } from './host-api';

/** An expected failure of the host. Only its message crosses the bridge: `HOST:<code>`, without paths or stack. */
export class HostError extends Error {
  override readonly name = 'HostError';
  constructor(readonly code: HostErrorCode, options?: ErrorOptions) {
    super(`HOST:${code}`, options);
  }
}

/** Throws `host.stopped` once the person has stopped what is under way. */
export const refuseStopped = (stop: Stop | undefined): void => {
  if (stop?.aborted === true) throw new HostError('host.stopped');
};
