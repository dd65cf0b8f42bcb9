import type { HostErrorCode } from './host-api';

/** An expected failure of the host. Only its message crosses the bridge: `HOST:<code>`, without paths or stack. */
export class HostError extends Error {
  override readonly name = 'HostError';
  constructor(readonly code: HostErrorCode, options?: ErrorOptions) {
    super(`HOST:${code}`, options);
  }
}
