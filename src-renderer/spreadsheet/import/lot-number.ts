/** `Lot 1`, `Lotul nr. 1`, `1.0`, `01`: the number people mean, as the project writes it. */
import { foldText } from '../../domain/fold-text';

const LABEL = /^(?:lotul|lot|lots)\b\s*(?:nr\b|no\b|numarul\b|number\b)?\s*[.:#]?\s*/;

/** Folded, without the word lot, without leading zeros or a decimal nought. */
const bare = (text: string): string => foldText(text).replace(LABEL, '').replace(/\.0+$/, '').replace(/^0+(?=\d)/, '').replace(/[.:;]$/, '').trim();

/** The same with the title after the number left off: `1 - Iluminat public`, `2: Senzori`. */
const withoutTitle = (text: string): string => bare(text.replace(/^((?:\s*lot\w*\s*)?(?:nr\.?\s*)?[\p{L}\d.]+)\s*[-–—:,(].*$/isu, '$1'));

/** The project's own spelling of the lot, or null when it has no such lot. */
export const matchLot = (text: string, known: readonly string[]): string | null => {
  const exact = known.find((number) => foldText(number) === foldText(text));
  if (exact !== undefined) return exact;
  for (const form of [bare, withoutTitle]) {
    const wanted = form(text);
    const matches = known.filter((number) => bare(number) === wanted);
    if (wanted !== '' && matches.length === 1) return matches[0] ?? null;
  }
  return null;
};

/** Where no project says which lots there are: the text without the word lot. */
export const plainLot = (text: string): string => {
  const written = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return written.replace(/^lot(?:ul)?\b\s*(?:nr\.?|numărul|no\.?|number)?\s*[.:#]?\s*(?=\S)/iu, '') || written;
};
