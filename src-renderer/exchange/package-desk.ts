/**
 * Reading and writing packages, as a port: at the terminal it is done on the spot, in the window by a worker, so that
 * no frame waits for it. Both run the very code below, so the same content makes the same bytes at either.
 */
import { bytesToHex } from '@noble/hashes/utils.js';
import { ProblemError } from '../domain/problem';
import type { StopSignal } from '../domain/ports/stop-signal';
import type { RulePack } from '../domain/rule-pack';
import { openPackage } from './open-package';
import type { PackagePlatform } from './platform';
import { openedHere, type OpenedPackage } from './opened-package';
import type { PackageReport } from './report';
import { sealPackage, type SealedPackage, type SealOptions } from './seal-package';
import { PackageWriter, type PackagedProject, type PackageHead } from './write-package';

export interface Watched {
  /** Hears how much is done, from 0 to 1. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
  /** Ends the work at once; the call rejects with `package.cancelled`. */
  readonly signal?: StopSignal | undefined;
}

export interface ReadRequest extends Watched {
  readonly passphrase?: string | undefined;
  readonly rulePack?: RulePack | undefined;
}

export interface WriteRequest extends Watched, SealOptions {
  readonly head: PackageHead;
  /** One after another, as they are read from where they lie. */
  readonly projects: AsyncIterable<PackagedProject>;
  /** How many there will be, for the progress. */
  readonly count: number;
}

/** What a safety copy was found to hold. */
export interface Proof {
  /** Of the bytes. */
  readonly sha256: string;
  /** Projects in it. Throws instead when any is not whole. */
  readonly projects: number;
}

export interface PackageDesk {
  /** Open until it is closed. Rejects as `openPackage` does. */
  read(fileName: string, bytes: Uint8Array, request?: ReadRequest): Promise<OpenedPackage>;
  /** Rejects as `sealPackage` does. */
  write(request: WriteRequest): Promise<SealedPackage & { readonly sha256: string }>;
  /** Reads a safety copy through and through and keeps nothing. Rejects with the first error found. */
  prove(bytes: Uint8Array): Promise<Proof>;
  /** SHA-256 in hexadecimal. */
  digest(bytes: Uint8Array): Promise<string>;
}

/** Work on one package in the making; what the worker runs too. */
export const sealWriter = async (writer: PackageWriter, platform: PackagePlatform, seal: SealOptions): Promise<SealedPackage & { readonly sha256: string }> => {
  const sealed = await sealPackage(writer, platform, seal);
  return { ...sealed, sha256: bytesToHex(await platform.sha256(sealed.bytes)) };
};

/** The report itself. @throws ProblemError with its first error. */
export const refuseErrors = (report: PackageReport): PackageReport => {
  const error = report.problems.find(({ severity }) => severity === 'error');
  if (error !== undefined) throw new ProblemError(error);
  return report;
};

/** @throws ProblemError with the first error of a copy that is not whole. */
export const provenBackup = async (report: PackageReport, bytes: Uint8Array, platform: PackagePlatform): Promise<Proof> => {
  refuseErrors(report);
  return { sha256: bytesToHex(await platform.sha256(bytes)), projects: report.projects.length };
};

export const directDesk = (platform: PackagePlatform): PackageDesk => ({
  read: async (fileName, bytes, { passphrase, rulePack, onProgress } = {}) =>
    openedHere(await openPackage(fileName, bytes, platform, { ...(passphrase === undefined ? {} : { passphrase }), ...(rulePack === undefined ? {} : { rulePack }), ...(onProgress === undefined ? {} : { onProgress }) })),
  write: async ({ head, projects, count, onProgress = () => undefined, ...seal }) => {
    const writer = new PackageWriter(head, platform.encodeText);
    let done = 0;
    for await (const each of projects) {
      writer.add(each);
      done += 1;
      onProgress((done / count) * 0.9);
    }
    return sealWriter(writer, platform, seal);
  },
  prove: async (bytes) => provenBackup(await openPackage('', bytes, platform), bytes, platform),
  digest: async (bytes) => bytesToHex(await platform.sha256(bytes)),
});
