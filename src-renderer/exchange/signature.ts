/**
 * Signatures of devices. What is signed is the package's digest together with everything else the signature says, so
 * that neither the content nor the number of the signature can be exchanged. The key stands in the signature itself:
 * whether it is the device's own is a matter of trust (`trust.ts`), not of arithmetic.
 */
import { canonicalJson } from '../domain/digest';
import { sha256 } from '@noble/hashes/sha2.js';
import { z } from '../domain/schema';
import { fromBase64, toBase64 } from './base64';
import type { PackagePlatform } from './platform';

/** Bytes of an uncompressed P-256 point and of r and s side by side. */
const KEY_BYTES = 65;
const VALUE_BYTES = 64;

export const signatureSchema = z.looseObject({
  algorithm: z.literal('ECDSA-P256-SHA256'),
  publicKey: z.string().length(Math.ceil(KEY_BYTES / 3) * 4).describe('Base64 of the uncompressed point, 65 bytes.'),
  sequence: z.int().min(1).describe('Counts the packages this device has signed: 1, 2, 3…'),
  value: z.string().length(Math.ceil(VALUE_BYTES / 3) * 4).describe('Base64 of r and s, 64 bytes: signs the RFC 8785 form of this object without `value` and with `digest`, the digest of the package.'),
});
export type Signature = z.infer<typeof signatureSchema>;

/** A device that signs. The private key never leaves it. */
export interface PackageSigner {
  readonly publicKey: Uint8Array;
  readonly sequence: number;
  sign(message: Uint8Array): Promise<Uint8Array>;
}

const statementOf = ({ value: _value, ...said }: Omit<Signature, 'value'> & { readonly value?: string }, digest: string): string => canonicalJson({ ...said, digest });

/** The signature of a package with this digest. */
export const signDigest = async (digest: string, signer: PackageSigner, platform: PackagePlatform): Promise<Signature> => {
  const said = { algorithm: 'ECDSA-P256-SHA256', publicKey: toBase64(signer.publicKey), sequence: signer.sequence } as const;
  return { ...said, value: toBase64(await signer.sign(platform.encodeText(statementOf(said, digest)))) };
};

/** True when the key in the signature signed exactly this digest. */
export const isSigned = async (signature: Signature, digest: string, platform: PackagePlatform): Promise<boolean> => {
  const publicKey = fromBase64(signature.publicKey);
  const value = fromBase64(signature.value);
  if (publicKey?.length !== KEY_BYTES || value?.length !== VALUE_BYTES) return false;
  return platform.verify(publicKey, value, platform.encodeText(statementOf(signature, digest)));
};

const GROUPS = 6;
const DIGITS = 5;

/**
 * A key in thirty digits that two people can read to one another over the telephone: six groups, each five bytes of
 * the key's SHA-256 taken modulo 100,000. About 100 bits: no second key with the same digits can be searched for.
 */
export const fingerprintOf = (publicKey: string): string => {
  const hash = sha256(fromBase64(publicKey) ?? new Uint8Array());
  return Array.from({ length: GROUPS }, (_, group) => {
    const number = hash.subarray(group * 5, group * 5 + 5).reduce((sum, byte) => sum * 256 + byte, 0);
    return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
  }).join(' ');
};
