/** This device's signing key, as a port: it is kept where no package and no safety copy reaches, and never leaves. */
import type { PackageSigner } from './signature';

export interface DeviceKey {
  /** Base64 as signatures carry it; null while nothing was signed here. */
  publicKey(): Promise<string | null>;
  /** Signs one package. The key is made at the first call; every call uses up a number, whether the package is kept or not. */
  signer(): Promise<PackageSigner>;
}
