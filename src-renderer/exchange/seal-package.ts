/** A package made ready to leave: signed by the device, with its files in one zip, under a passphrase; each if wanted. */
import { encryptPackage } from './encryption';
import { refuseLarge, type PackageTexts } from './write-package';
import { packPackage } from './write-zip';
import type { PackagePlatform } from './platform';
import { digestOf } from './platform-digest';
import { signDigest, type PackageSigner } from './signature';

export interface SealOptions {
  readonly signer?: PackageSigner | undefined;
  readonly passphrase?: string | undefined;
  /** Contents of attached files by their SHA-256; with any the package is a zip. */
  readonly files?: ReadonlyMap<string, Uint8Array> | undefined;
}

export interface SealedPackage {
  readonly bytes: Uint8Array;
  /** Ending of its name. An encrypted package is JSON, whatever it holds. */
  readonly ending: 'caiet.json' | 'caiet.zip';
}

/** @throws ProblemError `package.tooLarge`, `package.weakPassphrase`. */
export const sealPackage = async (texts: PackageTexts, platform: PackagePlatform, { signer, passphrase, files = new Map() }: SealOptions = {}): Promise<SealedPackage> => {
  const digest = await digestOf(texts.digested, platform);
  const signature = signer === undefined ? undefined : await signDigest(digest, signer, platform);
  const json = refuseLarge(platform.encodeText(texts.sealed(digest, signature)));
  const leaving = new Map([...files].filter(([sha256]) => !texts.heldBack.has(sha256)));
  const isPacked = leaving.size > 0;
  const plain = isPacked ? packPackage(json, leaving) : json;
  if (passphrase === undefined) return { bytes: plain, ending: isPacked ? 'caiet.zip' : 'caiet.json' };
  return { bytes: refuseLarge(await encryptPackage(plain, passphrase, platform)), ending: 'caiet.json' };
};
