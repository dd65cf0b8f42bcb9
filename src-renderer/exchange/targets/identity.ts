/**
 * The identity file of an exchange target: written once when the target is set up, never changed. It is what tells a target
 * from an empty mount point, another stick, or somebody else's folder.
 */
import { canonicalJson, sha256Hex } from '../../domain/digest';
import type { KnownIdentity } from '../../domain/ports/target-store';
import { fail, ProblemError } from '../../domain/problem';
import { z } from '../../domain/schema';
import { idSchema, instantSchema, type Id, type Instant } from '../../domain/values';
import { producerSchema, type PackageProducer } from '../package-schema';
import { parseJson } from '../json-text';
import { decodeUtf8, encodeUtf8 } from '../utf8';

const TARGET_FORMAT = 'caiet-target';
/** Version of the layout of a target. */
const LAYOUT_VERSION = 1;

const LIMITS = { depth: 8, values: 200 } as const;

const identitySchema = z.looseObject({
  format: z.literal(TARGET_FORMAT),
  version: z.literal(LAYOUT_VERSION),
  id: idSchema,
  name: z.string().min(1).max(200),
  createdAt: instantSchema,
  producer: producerSchema,
});

export interface NewIdentity {
  readonly id: Id;
  /** What people call the target. */
  readonly name: string;
  readonly createdAt: Instant;
  readonly producer: PackageProducer;
}

export const encodeIdentity = (identity: NewIdentity): Uint8Array => encodeUtf8(`${canonicalJson({ format: TARGET_FORMAT, version: LAYOUT_VERSION, ...identity })}\n`);

const versionIn = (value: unknown): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, 'version') : undefined);

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return parseJson(decodeUtf8(bytes), LIMITS);
  } catch (error) {
    if (error instanceof ProblemError) throw fail('target.identityUnreadable');
    throw error;
  }
};

/**
 * @throws ProblemError `target.newerLayout` {found, supported} for a layout of a later Caiet, `target.identityUnreadable` for
 * everything else that is no identity.
 */
export const readIdentity = (bytes: Uint8Array): KnownIdentity => {
  const value = parsed(bytes);
  const version = versionIn(value);
  if (typeof version === 'number' && version > LAYOUT_VERSION) throw fail('target.newerLayout', { found: version, supported: LAYOUT_VERSION });
  const read = identitySchema.safeParse(value);
  if (!read.success) throw fail('target.identityUnreadable');
  return { id: read.data.id, name: read.data.name, sha256: sha256Hex(bytes) };
};
