/**
 * What a publication may hold turns on one event, the publication of the procedure's report: until then the content of
 * bids and their evaluation is secret (Law 98/2016 art. 65). Caiet cannot see that event, so a person has to state it;
 * where nobody does, it has not happened.
 */
export const PUBLICATION_PHASES = ['beforeReport', 'afterReport'] as const;
export type PublicationPhase = (typeof PUBLICATION_PHASES)[number];
