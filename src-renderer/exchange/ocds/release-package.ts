/**
 * A project as an OCDS 1.1.5 release package, for publication. Only fields named here ever leave: notes, reasons,
 * scores, evaluators, e-mails and fields of later versions have no way out. docs/ocds.md maps every field.
 */
import type { AuditEntry } from '../../domain/change';
import { sha256Hex } from '../../domain/digest';
import type { Project } from '../../domain/project';
import type { Instant } from '../../domain/values';
import type { PublicationPhase } from '../public/publication-phase';
import { encodeUtf8 } from '../utf8';
import { ocidOf } from './ocid';
import { buyerIdentifier } from './parties';
import type { OcdsRelease, OcdsReleasePackage, ReleaseTag } from './release';
import { releasesOf } from './releases';
import { said } from './written';

export interface OcdsOptions {
  readonly phase: PublicationPhase;
  /** When the file is made: days that have come by then are told. It is in the file only where the project has no history that dates what is in it. */
  readonly date: Instant;
  /** Registered with the Open Contracting Partnership; empty when there is none. */
  readonly ocidPrefix: string;
  /** Language of the project's texts, ISO 639-1. */
  readonly language: string;
}

const EXTENSIONS = 'https://raw.githubusercontent.com/open-contracting-extensions';

/** By their official address, at the version that goes with OCDS 1.1.5; the last three have none. */
export const OCDS_EXTENSIONS = {
  lots: `${EXTENSIONS}/ocds_lots_extension/v1.1.5/extension.json`,
  bids: `${EXTENSIONS}/ocds_bid_extension/v1.1.5/extension.json`,
  awardCriteria: `${EXTENSIONS}/ocds_awardCriteriaBreakdown_extension/master/extension.json`,
  requirements: `${EXTENSIONS}/ocds_requirements_extension/master/extension.json`,
  riskAllocation: `${EXTENSIONS}/ocds_riskAllocation_extension/master/extension.json`,
} as const;

const extensionsOf = (releases: readonly OcdsRelease[]): string[] => {
  const uses = (isUsed: (each: OcdsRelease) => boolean, address: string): string[] => (releases.some(isUsed) ? [address] : []);
  return [
    ...uses(({ tender }) => tender.lots !== undefined, OCDS_EXTENSIONS.lots),
    ...uses(({ tender }) => tender.lots?.some(({ awardCriteria }) => awardCriteria !== undefined) === true, OCDS_EXTENSIONS.awardCriteria),
    ...uses(({ bids }) => bids !== undefined, OCDS_EXTENSIONS.bids),
    ...uses(({ tender }) => tender.criteria !== undefined, OCDS_EXTENSIONS.requirements),
    ...uses(({ contracts = [] }) => contracts.some(({ riskAllocation }) => riskAllocation !== undefined), OCDS_EXTENSIONS.riskAllocation),
  ];
};

/** A UUID of version 8 (RFC 9562) from a digest: unique in the world, and the same for the same content. */
const uuidUrn = (digest: string): string => {
  const variant = ((Number.parseInt(digest.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  const parts = [digest.slice(0, 8), digest.slice(8, 12), `8${digest.slice(13, 16)}`, `${variant}${digest.slice(17, 20)}`, digest.slice(20, 32)];
  return `urn:uuid:${parts.join('-')}`;
};

/** The moment of the last thing told. */
const latestDate = (releases: readonly OcdsRelease[]): Instant => releases.map(({ date }) => date).toSorted().at(-1) ?? '';

/** A file and what a person should know of it. */
export interface OcdsPublication {
  readonly content: OcdsReleasePackage;
  /** The last release tells of the call as it stands; a later file has the frozen call in its place. */
  readonly hasDraft: boolean;
  /** Events of which nobody here knows what they said; they are not in the file. */
  readonly lost: number;
}

/**
 * The project as it may be published in this phase, one release a publication event. Before the report it says nothing of
 * any bid or bidder. The same project and history give the same package, but for a day of publication that came meanwhile.
 * @param history the project's whole chain; empty where there is none.
 * @throws ProblemError `ocds.prefixInvalid` {prefix}.
 */
export const ocdsPublication = (project: Project, { ocidPrefix, ...options }: OcdsOptions, history: readonly AuditEntry[] = []): OcdsPublication => {
  const { releases, hasDraft, lost } = releasesOf(project, history, { ...options, ocid: ocidOf(project, ocidPrefix) });
  const identifier = buyerIdentifier(project.buyer);
  const content: OcdsReleasePackage = {
    uri: uuidUrn(sha256Hex(releases.map(({ id }) => id).join('\n'))),
    version: '1.1',
    extensions: extensionsOf(releases),
    publishedDate: latestDate(releases),
    publisher: { name: said(project.buyer.name), ...(identifier === null ? {} : { scheme: identifier.scheme, uid: identifier.id }) },
    releases,
  };
  return { content, hasDraft, lost };
};

/** A release as a person is told of it. */
export interface WrittenRelease {
  readonly id: string;
  readonly date: Instant;
  readonly tag: readonly ReleaseTag[];
  /** Not kept: see `hasDraft`. */
  readonly isDraft: boolean;
}

/** The releases of a file, oldest first. */
export const writtenReleases = ({ content: { releases }, hasDraft }: OcdsPublication): WrittenRelease[] =>
  releases.map(({ id, date, tag }, index) => ({ id, date, tag, isDraft: hasDraft && index === releases.length - 1 }));

/** As a file: indented, since people read it before they publish it. */
export const encodeOcds = (content: OcdsReleasePackage): Uint8Array => encodeUtf8(`${JSON.stringify(content, null, 2)}\n`);
