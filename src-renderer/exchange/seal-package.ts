/** A package made ready to leave: signed by the device, with its files in one zip, under a passphrase; each if wanted. */
import type { Id } from '../domain/values';
import { encryptPackage } from './encryption';
import { refuseLarge, type PackageWriter } from './write-package';
import { packPackage } from './write-zip';
import type { PackagePlatform } from './platform';
import { digestOfBytes } from './platform-digest';
import { signDigest, type PackageSigner } from './signature';

export interface SealOptions {
  readonly signer?: PackageSigner | undefined;
  readonly passphrase?: string | undefined;
  /** Contents of attached files by their SHA-256, beside those the projects brought; with any the package is a zip. */
  readonly files?: ReadonlyMap<string, Uint8Array> | undefined;
}

export interface SealedPackage {
  readonly bytes: Uint8Array;
  /** Ending of its name. An encrypted package is JSON, whatever it holds. */
  readonly ending: 'caiet.json' | 'caiet.zip';
}

/** SHA-256 of each project a writer holds. */
const projectDigests = async (writer: PackageWriter, platform: PackagePlatform): Promise<Map<Id, string>> => {
  const digests = new Map<Id, string>();
  for (const [id, bytes] of writer.projects()) digests.set(id, await digestOfBytes(bytes, platform));
  return digests;
};

/** @throws ProblemError `package.tooLarge`, `package.weakPassphrase`. */
export const sealPackage = async (writer: PackageWriter, platform: PackagePlatform, { signer, passphrase, files: others = new Map() }: SealOptions = {}): Promise<SealedPackage> => {
  const parts = writer.write(await projectDigests(writer, platform));
  const digest = await digestOfBytes(parts.digested(), platform);
  const signature = signer === undefined ? undefined : await signDigest(digest, signer, platform);
  const json = refuseLarge(parts.sealed(digest, signature));
  const { heldBack } = writer;
  const leaving = new Map([...others, ...writer.files].filter(([sha256]) => !heldBack.has(sha256)));
  const isPacked = leaving.size > 0;
  const plain = isPacked ? packPackage(json, leaving) : json;
  if (passphrase === undefined) return { bytes: plain, ending: isPacked ? 'caiet.zip' : 'caiet.json' };
  return { bytes: refuseLarge(await encryptPackage(plain, passphrase, platform)), ending: 'caiet.json' };
};
