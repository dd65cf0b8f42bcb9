/** The planned days of a call. */
import { z } from '../schema';
import { longText, shortText } from '../texts';
import { civilDateSchema, idSchema, type CivilDate, type Id } from '../values';

/** The days every call is planned by, in their order; a milestone with one of these ids is that day. */
export const MILESTONES = [
  'publication', 'questionsUntil', 'answersUntil', 'requestsUntil', 'invitation', 'deadline', 'opening', 'evaluation', 'result', 'contract',
] as const;
export type MilestoneKind = (typeof MILESTONES)[number];

/** Its id is its kind, so that two devices that plan apart make the same record and meet; other ids are days of one's own. */
export const milestoneSchema = z.looseObject({
  id: idSchema,
  date: civilDateSchema.nullable(),
  title: shortText.optional().describe('Only for days of one\'s own.'),
  note: longText.optional(),
});
export type Milestone = z.infer<typeof milestoneSchema>;

interface Planned {
  readonly milestones?: Readonly<Record<Id, Milestone>> | undefined;
}

/** The day a call plans for something; null when none is planned. */
export const plannedDate = ({ milestones }: Planned, kind: MilestoneKind): CivilDate | null => milestones?.[kind]?.date ?? null;

const KINDS: ReadonlySet<string> = new Set(MILESTONES);

/** True for the days every call has; false for a day of one's own. */
export const isMilestoneKind = (id: Id): id is MilestoneKind => KINDS.has(id);
