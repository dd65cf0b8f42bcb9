/** How packages made here name their maker. */
import { userInfo } from 'node:os';
import manifest from '../../package.json';
import type { PackageProducer } from '../exchange/package-schema';

/** There is no device behind a terminal; its changes all carry this id. */
export const TERMINAL_DEVICE = 'terminal';

export const producerFor = (authority: string): PackageProducer =>
  ({ app: manifest.productName, version: manifest.version, deviceId: TERMINAL_DEVICE, authority });

/** Who is at the terminal, for the audit trail. Empty for a user without a name, as containers have. */
export const systemUser = (): string => {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
};
