/** When: the planned days of the call, as OCDS periods where it has one and as milestones where it has none. */
import type { Project } from '../../domain/project';
import { plannedDate, type MilestoneKind } from '../../domain/timeline/milestone';
import type { CivilDate } from '../../domain/values';
import { maybe } from './written';

export interface OcdsPeriod {
  readonly startDate?: string;
  readonly endDate?: string;
}

/** `type` is of `milestoneType.csv`, `status` of `milestoneStatus.csv`. */
export interface OcdsMilestone {
  readonly id: string;
  readonly title: string;
  readonly type: 'engagement' | 'assessment' | 'approval';
  readonly dueDate: string;
  readonly status: 'scheduled';
}

export interface OcdsPeriods {
  readonly tenderPeriod?: OcdsPeriod;
  readonly enquiryPeriod?: OcdsPeriod;
  readonly awardPeriod?: OcdsPeriod;
  readonly milestones?: readonly OcdsMilestone[];
}

/** A day has no hour: it begins with its first second and ends with its last, as the standard advises. */
const begin = (day: CivilDate | null): string | null => (day === null ? null : `${day}T00:00:00Z`);
const end = (day: CivilDate | null): string | null => (day === null ? null : `${day}T23:59:59Z`);

/** A period that would end before it begins says nothing, and is left out like one without an end. */
const period = (from: CivilDate | null, to: CivilDate | null): OcdsPeriod | null =>
  (to === null || (from !== null && from > to) ? null : { ...maybe('startDate', begin(from)), ...maybe('endDate', end(to)) });

/** Days no period says; days of one's own stay inside. */
const MILESTONES: readonly (readonly [MilestoneKind, string, OcdsMilestone['type']])[] = [
  ['answersUntil', 'Răspunsuri la solicitările de clarificări', 'engagement'],
  ['requestsUntil', 'Termenul-limită pentru solicitările de participare', 'engagement'],
  ['invitation', 'Invitația la etapa a doua', 'engagement'],
  ['opening', 'Deschiderea ofertelor', 'assessment'],
  ['result', 'Comunicarea rezultatului', 'approval'],
  ['contract', 'Încheierea contractului', 'approval'],
];

export const periodsOf = (project: Project): OcdsPeriods => {
  const day = (kind: MilestoneKind): CivilDate | null => plannedDate(project, kind);
  const milestones = MILESTONES.flatMap(([kind, title, type]): OcdsMilestone[] => {
    const dueDate = end(day(kind));
    return dueDate === null ? [] : [{ id: kind, title, type, dueDate, status: 'scheduled' }];
  });
  return {
    ...maybe('tenderPeriod', period(day('publication'), day('deadline'))),
    ...maybe('enquiryPeriod', period(day('publication'), day('questionsUntil'))),
    ...maybe('awardPeriod', period(day('opening') ?? day('deadline'), day('evaluation'))),
    ...maybe('milestones', milestones.length === 0 ? null : milestones),
  };
};
