/** The last day for bids, wherever a period or a duty is counted from it. */
import type { Project } from './project';
import { plannedDate } from './timeline/milestone';
import type { CivilDate } from './values';

type Dated = Pick<Project, 'awardTerms' | 'milestones'>;

/** As typed beside the periods of the award, else as the call plans it; null while neither is known. */
export const bidsDeadline = (project: Dated): CivilDate | null => project.awardTerms?.bidsDeadline ?? plannedDate(project, 'deadline');

const lastBidDay = ({ bids }: Pick<Project, 'bids'>): CivilDate | null =>
  Object.values(bids).reduce<CivilDate | null>((last, { receivedAt }) => (receivedAt !== null && (last === null || receivedAt > last) ? receivedAt : last), null);

/**
 * The first day a declaration of confidentiality and impartiality may carry: that of the deadline for bids (Norms HG
 * 395/2016 art. 130 par. 2); while no deadline is known, the day the last bid came in. A day is all that is recorded, so
 * one signed on the day of the deadline counts as signed after its hour.
 */
export const declarationsFrom = (project: Dated & Pick<Project, 'bids'>): CivilDate | null => bidsDeadline(project) ?? lastBidDay(project);
