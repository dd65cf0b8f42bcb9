/**
 * The hashes of histories, recomputed by the platform. An entry that brings a whole project is as long as the project,
 * and there the platform's SHA-256 is many times faster than ours; a short entry is hashed sooner than asked about.
 */
import { bytesToHex } from '@noble/hashes/utils.js';
import { sha256Hex } from '../domain/digest';
import { hashedText, type IsSealed } from '../domain/audit';
import type { AuditEntry } from '../domain/change';
import type { PackagePlatform } from './platform';

/** In UTF-16 units. */
const LONG = 4096;

const isIntact = async (entry: AuditEntry, { encodeText, sha256 }: PackagePlatform): Promise<boolean> => {
  const text = hashedText(entry);
  if (text === null) return false;
  return entry.hash === (text.length < LONG ? sha256Hex(text) : bytesToHex(await sha256(encodeText(text))));
};

/** Recomputes every entry's hash, also of those that imports brought along. */
export const sealedEntries = async (histories: Readonly<Record<string, readonly AuditEntry[]>>, platform: PackagePlatform): Promise<IsSealed> => {
  const sealed = new WeakSet<AuditEntry>();
  for (const history of Object.values(histories)) {
    for (const entry of history.flatMap((each) => [each, ...(each.annex ?? [])])) {
      if (await isIntact(entry, platform)) sealed.add(entry);
    }
  }
  return (entry) => sealed.has(entry);
};
