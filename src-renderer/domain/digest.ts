/** Content digests: the same content gives the same text on every machine, whatever order its keys were written in. */
import canonicalize from 'canonicalize';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { BY_HAND, inCanonicalOrder } from './canonical-order';
import { fail } from './problem';

/**
 * The JSON Canonicalization Scheme (RFC 8785) form of a value. Absent and `undefined` members are the same.
 * Throws `data.notCanonical` for what JSON cannot carry exactly: NaN, infinities, half of a surrogate pair, cycles.
 */
export const canonicalJson = (value: unknown): string => {
  let text: string | undefined;
  try {
    const ordered = inCanonicalOrder(value);
    text = ordered === BY_HAND ? canonicalize(value) : JSON.stringify(ordered);
  } catch (error) {
    throw fail('data.notCanonical', { detail: error instanceof Error ? error.message : '' });
  }
  if (text === undefined) throw fail('data.notCanonical', { detail: 'undefined' });
  return text;
};

/** SHA-256 as 64 lower-case hexadecimal digits; text is taken as UTF-8. */
export const sha256Hex = (content: string | Uint8Array): string =>
  bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content));
