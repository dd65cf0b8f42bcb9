/** Easter of the Orthodox churches that keep the Julian reckoning, as a day of the Gregorian calendar. */
import { addDays } from '../civil-date';
import type { CivilDate } from '../values';

/** How many days the Julian calendar runs behind the Gregorian one in March of a year: 13 from 1900 to 2099. */
const julianLag = (year: number): number => Math.floor(year / 100) - Math.floor(year / 400) - 2;

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** By the cycles of the moon (19 years), of leap years (4) and of the week (7), after Meeus, Astronomical Algorithms, ch. 8. */
export const orthodoxEaster = (year: number): CivilDate => {
  const moon = (19 * (year % 19) + 15) % 30;
  const week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const month = Math.floor((moon + week + 114) / 31);
  const day = ((moon + week + 114) % 31) + 1;
  // A Julian day never exceeds what the same Gregorian month holds in March or April.
  return addDays(`${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`, julianLag(year));
};
