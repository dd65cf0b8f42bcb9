/** What goes into one release: the call alone, or the call with how it ended, of the project as it stood at that moment. */
import { canonicalJson, sha256Hex } from '../../domain/digest';
import type { Bidder, Project } from '../../domain/project';
import type { Instant } from '../../domain/values';
import { awardsOf, contractsOf, winningBidders, type OcdsAward } from './awards';
import { bidsOf } from './bids';
import { documentsOf } from './documents';
import { buyerParty, buyerReference, tendererParty, tendererReference } from './parties';
import type { OcdsRelease, ReleaseTag } from './release';
import { plannedTender, planningOf, tenderOf, type OcdsTender } from './tender';
import { maybe } from './written';

/** What is the same in every release of a file. */
export interface ReleaseFrame {
  readonly ocid: string;
  /** Language of the project's texts, ISO 639-1. */
  readonly language: string;
}

/** Everything but who publishes it and under which id. */
export type ReleaseContent = Pick<OcdsRelease, 'planning' | 'tender' | 'bids' | 'awards' | 'contracts' | 'parties'>;

const byId = (left: { readonly id: string }, right: { readonly id: string }): number => (left.id < right.id ? -1 : 1);

/** The bidders that have a bid, in the order of their ids. */
const biddersOf = ({ bids, bidders }: Project): Bidder[] => {
  const bidding = new Set(Object.values(bids).map(({ bidderId }) => bidderId));
  return Object.values(bidders).filter(({ id }) => bidding.has(id)).toSorted(byId);
};

/** Why something will be bought, before anybody is called to bid. */
export const plan = (project: Project, { language }: ReleaseFrame): ReleaseContent =>
  ({ parties: [buyerParty(project.buyer)], ...maybe('planning', planningOf(project, language)), tender: plannedTender(project) });

/** The call and why there is one. Nothing of any bid or bidder. */
export const call = (project: Project, status: OcdsTender['status'], { language }: ReleaseFrame): ReleaseContent =>
  ({ parties: [buyerParty(project.buyer)], ...maybe('planning', planningOf(project, language)), tender: tenderOf(project, status, language) });

/** The call with every bid of the given project, its decisions and contracts; `withdrawn`: awards that no longer stand. */
export const outcome = (project: Project, status: OcdsTender['status'], { language }: ReleaseFrame, withdrawn: readonly OcdsAward[] = []): ReleaseContent => {
  const { parties, planning, tender } = call(project, status, { ocid: '', language });
  const bidders = biddersOf(project);
  const winners = winningBidders(project);
  const [awards, contracts] = [[...awardsOf(project, language), ...withdrawn], contractsOf(project, language)];
  const documents = [...(tender.documents ?? []), ...(documentsOf(project, 'report', language) ?? [])];
  return {
    parties: [...parties, ...bidders.map((bidder) => tendererParty(bidder, winners.has(bidder.id)))],
    ...maybe('planning', planning),
    tender: {
      ...tender, ...maybe('documents', documents.length === 0 ? null : documents),
      ...(bidders.length === 0 ? {} : { numberOfTenderers: bidders.length, tenderers: bidders.map(tendererReference) }),
    },
    ...maybe('bids', bidsOf(project)),
    ...maybe('awards', awards.length === 0 ? null : awards),
    ...maybe('contracts', contracts.length === 0 ? null : contracts),
  };
};

/** A release of the content. Its id is made of all of it, so that one id never stands for two contents. */
export const release = ({ buyer }: Project, { ocid, language }: ReleaseFrame, date: Instant, tag: readonly ReleaseTag[], { parties, ...sections }: ReleaseContent): OcdsRelease => {
  const content = { date, tag, initiationType: 'tender' as const, language, parties, buyer: buyerReference(buyer), ...sections };
  return { ocid, id: `${ocid}-${tag.join('-')}-${sha256Hex(canonicalJson({ ocid, ...content })).slice(0, 16)}`, ...content };
};
