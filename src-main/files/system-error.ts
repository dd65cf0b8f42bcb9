import type { HostErrorCode } from '../bridge/host-api';
import { HostError } from '../bridge/host-error';

/** Operating system error codes (`errno(3)`) and what the person can do about them. */
const CODES: Readonly<Record<string, HostErrorCode>> = {
  ENOSPC: 'host.noSpace',
  EDQUOT: 'host.noSpace',
  EFBIG: 'host.noSpace',
  EACCES: 'host.notAllowed',
  EPERM: 'host.notAllowed',
  EROFS: 'host.notAllowed',
  EBUSY: 'host.notAllowed',
  ETXTBSY: 'host.notAllowed',
  EISDIR: 'host.notAllowed',
  ENOENT: 'host.notFound',
  ENOTDIR: 'host.notFound',
  ENODEV: 'host.unavailable',
  ENXIO: 'host.unavailable',
  ESTALE: 'host.unavailable',
  EHOSTDOWN: 'host.unavailable',
  ETIMEDOUT: 'host.unavailable',
};

/** Any failure as a HostError; the cause stays on this side of the bridge. */
export const toHostError = (error: unknown): HostError => {
  if (error instanceof HostError) return error;
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return new HostError(CODES[code ?? ''] ?? 'host.failed', { cause: error });
};
