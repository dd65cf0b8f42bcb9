/** The exchange's platform on WebCrypto, which windows, workers and Node carry under the same name. */
import type { PackagePlatform } from '../exchange/platform';

const { subtle } = globalThis.crypto;

/** WebCrypto takes no view on shared memory, which the type of a plain `Uint8Array` allows. */
const plain = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => bytes as Uint8Array<ArrayBuffer>;

const AES = 'AES-GCM';
const TAG_BITS = 128;
const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
/** Of a signature: SHA-256, r and s side by side. */
const ECDSA_SHA256 = { name: 'ECDSA', hash: 'SHA-256' } as const;

const cipher = (nonce: Uint8Array, bound: Uint8Array): AesGcmParams => ({ name: AES, iv: plain(nonce), additionalData: plain(bound), tagLength: TAG_BITS });

const derived = async (bits: Promise<ArrayBuffer>): Promise<Uint8Array> => new Uint8Array(await bits);

export const webPlatform: PackagePlatform = {
  randomBytes: (count) => globalThis.crypto.getRandomValues(new Uint8Array(count)),
  sha256: (bytes) => derived(subtle.digest('SHA-256', plain(bytes))),
  encodeText: (text) => new TextEncoder().encode(text),
  decodeText: (bytes) => {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return null;
    }
  },
  stretch: async (passphrase, salt, iterations) => {
    const secret = await subtle.importKey('raw', new TextEncoder().encode(passphrase), 'PBKDF2', false, ['deriveBits']);
    return derived(subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: plain(salt), iterations }, secret, 256));
  },
  expand: async (secret, use) => {
    const key = await subtle.importKey('raw', plain(secret), 'HKDF', false, ['deriveBits']);
    return derived(subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new TextEncoder().encode(use) }, key, 256));
  },
  encrypt: async (key, nonce, bound, bytes) => {
    const secret = await subtle.importKey('raw', plain(key), AES, false, ['encrypt']);
    return derived(subtle.encrypt(cipher(nonce, bound), secret, plain(bytes)));
  },
  decrypt: async (key, nonce, bound, bytes) => {
    const secret = await subtle.importKey('raw', plain(key), AES, false, ['decrypt']);
    try {
      return new Uint8Array(await subtle.decrypt(cipher(nonce, bound), secret, plain(bytes)));
    } catch {
      return null; // WebCrypto tells no more than that it did not fit
    }
  },
  verify: async (publicKey, signature, message) => {
    try {
      const key = await subtle.importKey('raw', plain(publicKey), P256, false, ['verify']);
      return await subtle.verify(ECDSA_SHA256, key, plain(signature), plain(message));
    } catch {
      return false; // bytes that are no point of the curve are nobody's key
    }
  },
};
