/**
 * A project as an OCDS 1.1.5 release package, for publication. Only fields named here ever leave: notes, reasons,
 * scores, evaluators, e-mails and fields of later versions have no way out. docs/ocds.md maps every field.
 */
import { callProblems } from '../../domain/call-problems';
import { canonicalJson, sha256Hex } from '../../domain/digest';
import type { Project } from '../../domain/project';
import type { Instant } from '../../domain/values';
import type { PublicationPhase } from '../public/publication-phase';
import { encodeUtf8 } from '../utf8';
import { decisionOf } from '../../domain/lot-decision';
import { awardsOf, contractsOf, winningBidders, type OcdsAward, type OcdsContract } from './awards';
import { bidsOf, type OcdsBids } from './bids';
import { documentsOf } from './documents';
import { ocidOf } from './ocid';
import { buyerIdentifier, buyerParty, buyerReference, tendererParty, tendererReference } from './parties';
import type { OcdsRelease, OcdsReleasePackage } from './release';
import { planningOf, tenderOf, type OcdsPlanning, type OcdsTender } from './tender';
import { maybe, said } from './written';

export interface OcdsOptions {
  readonly phase: PublicationPhase;
  /** When it is published. */
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

/** Bids show that the call is out; a finished call without any is announced; anything less is still being prepared. */
const statusOf = (project: Project): OcdsTender['status'] => {
  if (Object.keys(project.bids).length > 0) return 'active';
  return callProblems(project).some(({ severity }) => severity === 'error') ? 'planning' : 'planned';
};

/** Every part the release tells of. */
const tagsOf = (planning: OcdsPlanning | null, { status }: OcdsTender, awards: readonly OcdsAward[], contracts: readonly OcdsContract[]): OcdsRelease['tag'] => {
  if (status === 'planning') return ['planning'];
  return [
    ...(planning === null ? [] : ['planning' as const]), 'tender',
    ...(awards.length === 0 ? [] : ['award' as const]),
    ...(contracts.length === 0 ? [] : ['contract' as const]),
    ...(contracts.some(({ implementation }) => implementation !== undefined) ? ['implementation' as const] : []),
  ];
};

/** How the tender ended, once every lot is decided and the report says so; null while one is open. */
const endOf = (project: Project): OcdsTender['status'] | null => {
  const decisions = Object.keys(project.lots).map((lotId) => decisionOf(project, lotId));
  if (decisions.length === 0 || decisions.includes(null)) return null;
  return decisions.some((decision) => decision?.outcome === 'award') ? 'complete' : 'cancelled';
};

const byId = (left: { readonly id: string }, right: { readonly id: string }): number => (left.id < right.id ? -1 : 1);

/** The bidders that have a bid, in the order of their ids. */
const biddersOf = ({ bids, bidders }: Project) => {
  const bidding = new Set(Object.values(bids).map(({ bidderId }) => bidderId));
  return Object.values(bidders).filter(({ id }) => bidding.has(id)).toSorted(byId);
};

const releaseOf = (project: Project, { phase, date, ocidPrefix, language }: OcdsOptions): OcdsRelease => {
  const open = phase === 'afterReport';
  const planning = planningOf(project, language);
  const call = tenderOf(project, (open ? endOf(project) : null) ?? statusOf(project), language);
  const [bidders, awards, contracts] = open ? [biddersOf(project), awardsOf(project, language), contractsOf(project, language)] : [[], [], []];
  const winners = winningBidders(project);
  const documents = [...(call.documents ?? []), ...((open ? documentsOf(project, 'report', language) : null) ?? [])];
  const bids: OcdsBids | null = open ? bidsOf(project) : null;
  const ocid = ocidOf(project, ocidPrefix);
  const content: Omit<OcdsRelease, 'ocid' | 'id'> = {
    date,
    tag: tagsOf(planning, call, awards, contracts),
    initiationType: 'tender',
    language,
    parties: [buyerParty(project.buyer), ...bidders.map((bidder) => tendererParty(bidder, winners.has(bidder.id)))],
    buyer: buyerReference(project.buyer),
    ...maybe('planning', planning),
    tender: {
      ...call, ...maybe('documents', documents.length === 0 ? null : documents),
      ...(bidders.length === 0 ? {} : { numberOfTenderers: bidders.length, tenderers: bidders.map(tendererReference) }),
    },
    ...maybe('bids', bids),
    ...maybe('awards', awards.length === 0 ? null : awards),
    ...maybe('contracts', contracts.length === 0 ? null : contracts),
  };
  // Made of the content, so that one id never stands for two releases.
  return { ocid, id: `${ocid}-${sha256Hex(canonicalJson({ ocid, ...content })).slice(0, 16)}`, ...content };
};

const extensionsOf = ({ tender, bids, contracts = [] }: OcdsRelease): string[] => [
  ...(tender.lots === undefined ? [] : [OCDS_EXTENSIONS.lots]),
  ...(tender.lots?.some(({ awardCriteria }) => awardCriteria !== undefined) === true ? [OCDS_EXTENSIONS.awardCriteria] : []),
  ...(bids === undefined ? [] : [OCDS_EXTENSIONS.bids]),
  ...(tender.criteria === undefined ? [] : [OCDS_EXTENSIONS.requirements]),
  ...(contracts.some(({ riskAllocation }) => riskAllocation !== undefined) ? [OCDS_EXTENSIONS.riskAllocation] : []),
];

/** A UUID of version 8 (RFC 9562) from a digest: unique in the world, and the same for the same content. */
const uuidUrn = (digest: string): string => {
  const variant = ((Number.parseInt(digest.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  const parts = [digest.slice(0, 8), digest.slice(8, 12), `8${digest.slice(13, 16)}`, `${variant}${digest.slice(17, 20)}`, digest.slice(20, 32)];
  return `urn:uuid:${parts.join('-')}`;
};

/**
 * The project as it may be published in this phase. Before the report it says nothing of any bid or bidder.
 * The same project, date and options give the same package.
 * @throws ProblemError `ocds.prefixInvalid` {prefix}.
 */
export const ocdsReleasePackage = (project: Project, options: OcdsOptions): OcdsReleasePackage => {
  const release = releaseOf(project, options);
  const identifier = buyerIdentifier(project.buyer);
  return {
    uri: uuidUrn(sha256Hex(release.id)),
    version: '1.1',
    extensions: extensionsOf(release),
    publishedDate: options.date,
    publisher: { name: said(project.buyer.name), ...(identifier === null ? {} : { scheme: identifier.scheme, uid: identifier.id }) },
    releases: [release],
  };
};

/** As a file: indented, since people read it before they publish it. */
export const encodeOcds = (content: OcdsReleasePackage): Uint8Array => encodeUtf8(`${JSON.stringify(content, null, 2)}\n`);
