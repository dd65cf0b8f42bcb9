/**
 * Two envelopes: where the call says so, prices stay sealed until the quality scores of the lot are locked (Norms
 * HG 395/2016 art. 60). Sealed prices are neither shown nor written into any file that leaves.
 */
import type { CallRules } from './call-rules';
import { z } from './schema';
import { sha256Schema } from './texts';
import { idSchema, instantSchema, type Id } from './values';

/** How far the opening of one lot has come. A lot without a record has its quality scores open. */
export const envelopeSchema = z.looseObject({
  id: idSchema.describe('The lot\'s id.'),
  qualityLockedAt: instantSchema.nullable(),
  qualityHash: sha256Schema.nullable().describe('SHA-256 over the RFC 8785 form of the scores that were locked.'),
  pricesOpenedAt: instantSchema.nullable(),
});
export type Envelope = z.infer<typeof envelopeSchema>;

/** The part of a project that tells what is sealed. */
interface OpeningState {
  readonly callRules?: Pick<CallRules, 'twoEnvelopes'> | undefined;
  readonly envelopes?: Readonly<Record<Id, Envelope>> | undefined;
}

/** True while nobody may see the prices of the lot. */
export const pricesSealed = ({ callRules, envelopes }: OpeningState, lotId: Id): boolean =>
  callRules?.twoEnvelopes === true && (envelopes?.[lotId]?.pricesOpenedAt ?? null) === null;
