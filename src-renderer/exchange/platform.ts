/**
 * What every computer's platform does far better than code of ours: hashing, ciphers and text coding. The exchange is
 * handed it as a port, so that it stays free of browsers and Node alike; both have WebCrypto under the same name.
 */
export interface PackagePlatform {
  /** Bytes nobody can foresee. */
  randomBytes(count: number): Uint8Array;
  readonly sha256: (bytes: Uint8Array) => Promise<Uint8Array>;
  readonly encodeText: (text: string) => Uint8Array;
  /** Null when the bytes are not UTF-8. A byte order mark at the start is dropped. */
  readonly decodeText: (bytes: Uint8Array) => string | null;
  /** PBKDF2-HMAC-SHA-256, 32 bytes. The passphrase is taken as UTF-8. */
  stretch(passphrase: string, salt: Uint8Array, iterations: number): Promise<Uint8Array>;
  /** HKDF-SHA-256 without salt, 32 bytes: independent secrets for independent uses. */
  expand(secret: Uint8Array, use: string): Promise<Uint8Array>;
  /** AES-256-GCM with a tag of 128 bits behind the text. */
  encrypt(key: Uint8Array, nonce: Uint8Array, bound: Uint8Array, bytes: Uint8Array): Promise<Uint8Array>;
  /** Null when the key or any byte, also of what is bound to it, is not the one it was encrypted with. */
  decrypt(key: Uint8Array, nonce: Uint8Array, bound: Uint8Array, bytes: Uint8Array): Promise<Uint8Array | null>;
  /** ECDSA over P-256 with SHA-256: `publicKey` is the uncompressed point (65 bytes), the signature r and s (64 bytes). */
  verify(publicKey: Uint8Array, signature: Uint8Array, message: Uint8Array): Promise<boolean>;
}
