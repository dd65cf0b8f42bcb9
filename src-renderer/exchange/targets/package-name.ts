/** Names of package files at a target: who left it, which package, and the SHA-256 of the very bytes. */
import { sha256Hex } from '../../domain/digest';
import type { Id } from '../../domain/values';
import { isZip } from '../read-zip';

const PLAIN_ID = /^[0-9A-Za-z][0-9A-Za-z-]{0,63}$/u;
const NAME = /^([0-9A-Za-z-]{1,64})_([0-9A-Za-z-]{1,64})_([0-9a-f]{64})\.caiet\.(?:json|zip)$/u;

/** An id as part of a file name. Ids with other characters than any file system takes are named by their digest. */
export const idPart = (id: Id): string => (PLAIN_ID.test(id) ? id : sha256Hex(id).slice(0, 32));

export interface PackageName {
  readonly device: string;
  readonly packageId: string;
  readonly sha256: string;
}

export const packageFileName = (device: Id, packageId: Id, bytes: Uint8Array): string => `${idPart(device)}_${idPart(packageId)}_${sha256Hex(bytes)}.caiet.${isZip(bytes) ? 'zip' : 'json'}`;

/** Null for a name that is none. */
export const readPackageName = (name: string): PackageName | null => {
  const [, device, packageId, sha256] = NAME.exec(name) ?? [];
  return device === undefined || packageId === undefined || sha256 === undefined ? null : { device, packageId, sha256 };
};

/** Whether these are the bytes the name promises: whole, and the ones that were left. */
export const isAsNamed = (name: string, bytes: Uint8Array): boolean => readPackageName(name)?.sha256 === sha256Hex(bytes);
