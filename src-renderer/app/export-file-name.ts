/** File names people recognise in a folder years later, legal on every system. */
import type { Instant } from '../domain/values';

/** `Iluminat public inteligent 2026-03-02.caiet.json`. Letters keep their diacritics; what file systems refuse goes. */
export const exportFileName = (title: string, at: Instant, extension: string): string => {
  const legal = title.normalize('NFC').replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ').replace(/\s+/g, ' ').trim().replace(/^\.+|\.+$/g, '');
  return `${(legal === '' ? 'Caiet' : legal).slice(0, 80).trim()} ${at.slice(0, 10)}.${extension}`;
};
