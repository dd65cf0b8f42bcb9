/**
 * The parts of an OCDS 1.1.5 release package that Caiet writes, by the standard's own names
 * (https://standard.open-contracting.org/1.1/en/schema/reference/). A field nothing is known for is absent: never
 * empty, null or guessed. Where each value comes from is in docs/ocds.md.
 */
import type { OcdsAward, OcdsContract } from './awards';
import type { OcdsBids } from './bids';
import type { OcdsOrganization, OcdsReference } from './parties';
import type { OcdsPlanning, OcdsTender } from './tender';

/** Of the closed list `releaseTag.csv`, those Caiet has an event for. */
export const RELEASE_TAGS = [
  'planning', 'planningUpdate', 'tender', 'tenderUpdate', 'tenderCancellation', 'award', 'awardUpdate', 'awardCancellation', 'contract', 'contractUpdate', 'implementation', 'implementationUpdate',
] as const;
export type ReleaseTag = (typeof RELEASE_TAGS)[number];

export interface OcdsRelease {
  readonly ocid: string;
  readonly id: string;
  readonly date: string;
  readonly language: string;
  readonly tag: readonly ReleaseTag[];
  readonly initiationType: 'tender';
  readonly parties: readonly OcdsOrganization[];
  readonly buyer: OcdsReference;
  readonly planning?: OcdsPlanning;
  readonly tender: OcdsTender;
  /** Bids extension. */
  readonly bids?: OcdsBids;
  readonly awards?: readonly OcdsAward[];
  readonly contracts?: readonly OcdsContract[];
}

export interface OcdsReleasePackage {
  readonly uri: string;
  readonly version: '1.1';
  readonly extensions: readonly string[];
  readonly publishedDate: string;
  readonly publisher: { readonly name: string; readonly scheme?: string; readonly uid?: string };
  /** Oldest first; at least one. */
  readonly releases: readonly OcdsRelease[];
}
