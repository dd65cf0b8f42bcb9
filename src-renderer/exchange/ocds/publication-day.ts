/**
 * A call that is frozen before its planned day of publication is announced until then (`tenderStatus.csv`: `planned`,
 * "scheduled, but is not yet taking place") and open from that day on (`active`). Nobody changes anything on that day, so
 * no change tells of it: the release that does is made of the plan, once the day has come.
 */
import type { Project } from '../../domain/project';
import { plannedDate } from '../../domain/timeline/milestone';
import type { Instant } from '../../domain/values';
import type { PublicationEvent } from './publication-events';

/** When the day begins on which the call is to be published; null while none is planned. */
const publicationOf = (project: Project): Instant | null => {
  const day = plannedDate(project, 'publication');
  return day === null ? null : `${day}T00:00:00Z`;
};

/** A call whose planned day of publication is still to come is announced; from then on it is open. */
export const callStatus = (project: Project, date: Instant): 'planned' | 'active' => ((publicationOf(project) ?? '').slice(0, 10) > date.slice(0, 10) ? 'planned' : 'active');

/** The day a told call becomes open, of what was told last before it; nothing where the call is told anew before, or the day is still to come. */
const openingOf = (told: PublicationEvent, next: PublicationEvent | undefined, now: Instant): PublicationEvent[] => {
  const opens = publicationOf(told.state);
  const isWaiting = opens !== null && callStatus(told.state, told.date) === 'planned' && opens.slice(0, 10) <= now.slice(0, 10);
  return isWaiting && (next === undefined || next.date >= opens) ? [{ ...told, date: opens }] : [];
};

/** The events with the days on which calls became open, in the order of time. `now`: when the file is made. */
export const withOpenings = (events: readonly PublicationEvent[], now: Instant): readonly PublicationEvent[] => {
  const calls = events.filter(({ section }) => section === 'tender');
  const openings = calls.flatMap((told, index) => openingOf(told, calls[index + 1], now));
  // Before what happened at the same moment: a call is open before anything else is told of it.
  return openings.reduce<readonly PublicationEvent[]>((all, opening) => {
    const after = all.findIndex(({ date }) => date >= opening.date);
    return after === -1 ? [...all, opening] : [...all.slice(0, after), opening, ...all.slice(after)];
  }, events);
};
