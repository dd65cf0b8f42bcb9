/** Days as an iCalendar file (RFC 5545), for the calendar people already look at. Whole days, no times, no alarms of our own. */
import { addDays } from '../civil-date';
import type { CivilDate, Instant } from '../values';

export interface CalendarDay {
  /** Stays the same when the file is made again, so that calendars replace the entry. */
  readonly id: string;
  readonly on: CivilDate;
  readonly summary: string;
  readonly description: string;
}

const escaped = (text: string): string => text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r?\n/g, '\\n').replace(/[^\P{Cc}]/gu, '');

/** The most bytes a line holds before it is folded. */
const LINE_BYTES = 75;
const bytesOf = (char: string): number => {
  const point = char.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
};

/** Continued lines begin with a space; a character is never cut in two. */
const folded = (line: string): string => {
  let out = '';
  let used = 0;
  for (const char of line) {
    const bytes = bytesOf(char);
    if (used + bytes > LINE_BYTES) {
      out += '\r\n ';
      used = 1;
    }
    out += char;
    used += bytes;
  }
  return out;
};

const basic = (date: CivilDate): string => date.replaceAll('-', '');

const eventOf = ({ id, on, summary, description }: CalendarDay, stamp: string): readonly string[] => [
  'BEGIN:VEVENT', `UID:${escaped(id)}@caiet`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${basic(on)}`, `DTEND;VALUE=DATE:${basic(addDays(on, 1))}`,
  `SUMMARY:${escaped(summary)}`, `DESCRIPTION:${escaped(description)}`, 'TRANSP:TRANSPARENT', 'END:VEVENT',
];

/** The text of the file. */
export const calendarFile = (days: readonly CalendarDay[], at: Instant): string => {
  const stamp = `${at.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Caiet//Caiet//RO', 'CALSCALE:GREGORIAN', ...days.flatMap((day) => eventOf(day, stamp)), 'END:VCALENDAR'];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
};
