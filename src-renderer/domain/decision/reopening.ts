/**
 * A decision opened again. The head of the authority returns the report once for correction, or orders a full
 * re-evaluation by a new commission (Norms HG 395/2016 art. 127); a contest that was upheld opens it too (Law 101/2016).
 * The decision that stood is kept here whole.
 */
import { lotDecisionSchema } from '../lot-decision';
import { z } from '../schema';
import { longText, shortText } from '../texts';
import { idSchema, instantSchema, type Id } from '../values';

export const REOPENING_KINDS = ['returned', 'newCommission', 'contest'] as const;
export type ReopeningKind = (typeof REOPENING_KINDS)[number];

export const reopeningSchema = z.looseObject({
  id: idSchema.describe('Derived: the lot\'s id and a number.'),
  lotId: idSchema,
  kind: z.enum(REOPENING_KINDS),
  reason: longText,
  orderedBy: shortText,
  at: instantSchema,
  decision: lotDecisionSchema.describe('As it stood until then.'),
});
export type Reopening = z.infer<typeof reopeningSchema>;

interface WithReopenings {
  readonly reopenings?: Readonly<Record<Id, Reopening>> | undefined;
}

/** How often a lot was opened again, oldest first. */
export const reopeningsOf = ({ reopenings }: WithReopenings, lotId: Id): readonly Reopening[] =>
  Object.values(reopenings ?? {}).filter((reopening) => reopening.lotId === lotId).toSorted((left, right) => (left.at < right.at ? -1 : 1));

export const nextReopeningId = (project: WithReopenings, lotId: Id): Id => `${lotId}.${reopeningsOf(project, lotId).length + 1}`;

/** The report goes back for correction once; after that only in the other ways. */
export const mayReturn = (project: WithReopenings, lotId: Id): boolean => reopeningsOf(project, lotId).every(({ kind }) => kind !== 'returned');
