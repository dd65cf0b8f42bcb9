/** Country names and codes in registers → ISO 3166-1 alpha-2. */
import { foldText } from '../../domain/fold-text';

const NAMES: Readonly<Record<string, readonly string[]>> = {
  AT: ['austria'], BE: ['belgia', 'belgium'], BG: ['bulgaria'], CH: ['elvetia', 'switzerland'], CN: ['china'], CY: ['cipru', 'cyprus'], CZ: ['cehia', 'republica ceha', 'czechia', 'czech republic'],
  DE: ['germania', 'germany'], DK: ['danemarca', 'denmark'], EE: ['estonia'], ES: ['spania', 'spain'], FI: ['finlanda', 'finland'], FR: ['franta', 'france'],
  GB: ['marea britanie', 'regatul unit', 'anglia', 'united kingdom', 'uk'], GR: ['grecia', 'greece', 'el'], HR: ['croatia'], HU: ['ungaria', 'hungary'], IE: ['irlanda', 'ireland'],
  IT: ['italia', 'italy'], LT: ['lituania', 'lithuania'], LU: ['luxemburg', 'luxembourg'], LV: ['letonia', 'latvia'], MD: ['moldova', 'republica moldova'], MT: ['malta'],
  NL: ['olanda', 'tarile de jos', 'netherlands'], NO: ['norvegia', 'norway'], PL: ['polonia', 'poland'], PT: ['portugalia', 'portugal'], RO: ['romania', 'rou'], RS: ['serbia'],
  SE: ['suedia', 'sweden'], SI: ['slovenia'], SK: ['slovacia', 'slovakia'], TR: ['turcia', 'turkey'], UA: ['ucraina', 'ukraine'], US: ['sua', 'statele unite', 'usa', 'united states'],
};
const BY_NAME = new Map(Object.entries(NAMES).flatMap(([code, names]) => [[code.toLowerCase(), code] as const, ...names.map((name) => [name, code] as const)]));

/** Null when the name is not known. */
export const readCountry = (text: string): string | null => BY_NAME.get(foldText(text)) ?? null;
