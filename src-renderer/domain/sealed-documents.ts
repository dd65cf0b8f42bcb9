/**
 * Documents of a bid whose price is still in its envelope. None of them leaves this computer in a package: which page
 * names a price nobody may look up yet. Those filed as the price envelope itself are not even saved again.
 */
import { attachmentsOf, type Attachment } from './attachment';
import { pricesSealed } from './envelope';
import type { Project } from './project';

/** Of a bid in a sealed lot, or of a bid that is gone while any lot is sealed: nothing tells which lot it was for. */
const isOfSealedBid = (project: Project, { filedUnder: { kind, id } }: Attachment): boolean => {
  if (kind !== 'bid') return false;
  const bid = project.bids[id ?? ''];
  return bid === undefined ? Object.keys(project.lots).some((lotId) => pricesSealed(project, lotId)) : pricesSealed(project, bid.lotId);
};

/** True for the price envelope of a bid that is still sealed: its content stays where it is. */
export const isSealedDocument = (project: Project, attachment: Attachment): boolean =>
  attachment.filedUnder.priceEnvelope === true && isOfSealedBid(project, attachment);

/** The project without documents of sealed bids. The same content filed a second time elsewhere goes with them. */
export const withoutSealedDocuments = (project: Project): Project => {
  const sealed = new Set(attachmentsOf(project).filter((each) => isOfSealedBid(project, each)).map(({ sha256 }) => sha256));
  if (sealed.size === 0) return project;
  return { ...project, attachments: Object.fromEntries(Object.entries(project.attachments ?? {}).filter(([, { sha256 }]) => !sealed.has(sha256))) };
};
