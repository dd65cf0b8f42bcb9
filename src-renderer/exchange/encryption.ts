/**
 * A package under a passphrase: an envelope that says how it was encrypted, and the encrypted bytes of an ordinary
 * package file. The passphrase is stretched by PBKDF2, and two secrets are derived from it: the key, and a check by
 * which a wrong passphrase is told from altered bytes. Knowing the check helps a guesser no more than the cipher's own tag.
 */
import { canonicalJson } from '../domain/digest';
import { fail } from '../domain/problem';
import { z } from '../domain/schema';
import type { Json } from '../domain/values';
import { fromBase64, toBase64 } from './base64';
import { digestOfBytes } from './platform-digest';
import { PACKAGE_FORMAT, PACKAGE_VERSION } from './package-schema';
import type { PackagePlatform } from './platform';
import type { JsonObject } from './upgrade-chain';

/** Written; fewer are refused on reading. OWASP's advice for PBKDF2-HMAC-SHA-256 since 2023. */
export const KDF_ITERATIONS = 600_000;
/** Several seconds of work on a slow laptop: a hostile file must not ask for an hour. */
export const MAX_KDF_ITERATIONS = 5_000_000;
/** Four words, or a long sentence: shorter ones are guessed. In UTF-16 units. */
export const MIN_PASSPHRASE = 12;

const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const CHECK_BYTES = 16;

const base64Of = (bytes: number) => z.string().length(Math.ceil(bytes / 3) * 4).regex(/^[A-Za-z0-9+/]+=*$/);

export const encryptionSchema = z.looseObject({
  cipher: z.literal('AES-256-GCM'),
  kdf: z.literal('PBKDF2-HMAC-SHA-256'),
  iterations: z.int().min(KDF_ITERATIONS).max(MAX_KDF_ITERATIONS),
  salt: base64Of(SALT_BYTES),
  nonce: base64Of(NONCE_BYTES),
  check: base64Of(CHECK_BYTES).describe('First 16 bytes of HKDF-SHA-256(stretched passphrase, info "caiet-package check").'),
});

export const encryptedPackageSchema = z.looseObject({
  format: z.literal(PACKAGE_FORMAT),
  version: z.literal(PACKAGE_VERSION),
  encryption: encryptionSchema,
  payload: z.string().describe('Base64 of the encrypted bytes of a package file, JSON or zip, with the 16 bytes of the tag at the end.'),
  digest: z.string().regex(/^[0-9a-f]{64}$/).describe('SHA-256 of the RFC 8785 form of the envelope without this key: shows damage before a passphrase is asked for.'),
}).meta({ title: 'Encrypted Caiet package', description: `Format version ${PACKAGE_VERSION}. See package-format.md.` });
type Encrypted = z.infer<typeof encryptedPackageSchema>;

/** People type the same word with composed or combining letters; both are the same passphrase. */
const normalised = (passphrase: string): string => passphrase.normalize('NFC');

interface Secrets {
  readonly key: Uint8Array;
  readonly check: Uint8Array;
}

const secretsOf = async (platform: PackagePlatform, passphrase: string, salt: Uint8Array, iterations: number): Promise<Secrets> => {
  const stretched = await platform.stretch(normalised(passphrase), salt, iterations);
  const [key, check] = await Promise.all([platform.expand(stretched, 'caiet-package key'), platform.expand(stretched, 'caiet-package check')]);
  return { key, check: check.slice(0, CHECK_BYTES) };
};

/** What the cipher binds to the bytes, so that no line of the envelope can be exchanged for another. */
const boundTo = (platform: PackagePlatform, encryption: Encrypted['encryption']): Uint8Array =>
  platform.encodeText(canonicalJson({ encryption, format: PACKAGE_FORMAT, version: PACKAGE_VERSION }));

/**
 * The file's bytes under a passphrase; salt and nonce are new each time, so that no two files are alike.
 * @throws ProblemError `package.weakPassphrase` {min}.
 */
export const encryptPackage = async (file: Uint8Array, passphrase: string, platform: PackagePlatform): Promise<Uint8Array> => {
  if (normalised(passphrase).length < MIN_PASSPHRASE) throw fail('package.weakPassphrase', { min: MIN_PASSPHRASE });
  const salt = platform.randomBytes(SALT_BYTES);
  const nonce = platform.randomBytes(NONCE_BYTES);
  const { key, check } = await secretsOf(platform, passphrase, salt, KDF_ITERATIONS);
  const encryption = {
    cipher: 'AES-256-GCM', kdf: 'PBKDF2-HMAC-SHA-256', iterations: KDF_ITERATIONS, salt: toBase64(salt), nonce: toBase64(nonce), check: toBase64(check),
  } as const;
  const payload = toBase64(await platform.encrypt(key, nonce, boundTo(platform, encryption), file));
  const envelope = { format: PACKAGE_FORMAT, version: PACKAGE_VERSION, encryption, payload };
  return platform.encodeText(`${canonicalJson({ ...envelope, digest: await digestOfBytes(platform.encodeText(canonicalJson(envelope)), platform) })}\n`);
};

export const isEncrypted = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && value['encryption'] !== undefined;

/** The envelope, undamaged. Throws before any passphrase is stretched. */
const envelopeOf = async (envelope: JsonObject, platform: PackagePlatform): Promise<Encrypted> => {
  const shape = encryptedPackageSchema.safeParse(envelope);
  if (!shape.success) {
    const [issue] = shape.error.issues;
    throw fail('package.badEncryption', { detail: issue?.message.slice(0, 200) ?? '', min: KDF_ITERATIONS, max: MAX_KDF_ITERATIONS }, `/${(issue?.path ?? []).join('/')}`);
  }
  const { digest, ...rest } = envelope;
  if ((await digestOfBytes(platform.encodeText(canonicalJson(rest)), platform)) !== digest) throw fail('package.damagedEncryption', {}, '/digest');
  return shape.data;
};

const bytesAt = (text: string, pointer: string): Uint8Array => {
  const bytes = fromBase64(text);
  if (bytes === null) throw fail('package.badEncryption', { detail: 'base64', min: KDF_ITERATIONS, max: MAX_KDF_ITERATIONS }, pointer);
  return bytes;
};

const sameBytes = (left: Uint8Array, right: Uint8Array): boolean => left.length === right.length && left.every((byte, index) => byte === right[index]);

/**
 * The package file inside an encrypted one.
 * @throws ProblemError `package.badEncryption`, `package.damagedEncryption`, `package.needsPassphrase`,
 * `package.wrongPassphrase`, `package.alteredEncryption`.
 */
export const decryptPackage = async (value: JsonObject, passphrase: string | undefined, platform: PackagePlatform): Promise<Uint8Array> => {
  const { encryption, payload } = await envelopeOf(value, platform);
  const bytes = bytesAt(payload, '/payload');
  if (passphrase === undefined || passphrase === '') throw fail('package.needsPassphrase', {}, '/encryption');
  const { key, check } = await secretsOf(platform, passphrase, bytesAt(encryption.salt, '/encryption/salt'), encryption.iterations);
  if (!sameBytes(check, bytesAt(encryption.check, '/encryption/check'))) throw fail('package.wrongPassphrase', {}, '/encryption');
  const opened = await platform.decrypt(key, bytesAt(encryption.nonce, '/encryption/nonce'), boundTo(platform, encryption), bytes);
  if (opened === null) throw fail('package.alteredEncryption', {}, '/payload');
  return opened;
};
