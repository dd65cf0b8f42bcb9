/** Fiscal identification codes: the country prefix taken off, the Romanian check digit looked at. */
import { isCui } from '../../domain/cui';

/** ISO 3166-1 codes of countries whose VAT numbers carry their prefix, and the two prefixes that differ from the code. */
const PREFIXES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['AT', 'BE', 'BG', 'CH', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GB', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV', 'MD', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'RS', 'SE', 'SI', 'SK', 'TR', 'UA', 'US']
      .map((code) => [code, code]),
  ),
  EL: 'GR', XI: 'GB',
};

export interface Identifier {
  /** Without prefix, spaces and punctuation; leading zeros stay. */
  readonly identifier: string;
  readonly country: string | null;
  /** False when it is a Romanian code whose check digit does not fit. */
  readonly checkDigitFits: boolean;
}

const LABEL = /^(?:C\.?U\.?I\.?|C\.?I\.?F\.?|COD FISCAL|VAT(?: NO\.?| ID)?|NR\.?)\s*[:.]?\s*/;

/** Null when nothing of it is a code (no digit at all). Personal codes (13 digits) are not judged. */
export const readIdentifier = (text: string): Identifier | null => {
  const written = text.normalize('NFKC').toUpperCase().trim().replace(LABEL, '');
  const compact = written.replace(/[\s.\-_]/g, '');
  const prefix = /^([A-Z]{2})(?=[A-Z0-9]*\d{2})/.exec(compact)?.[1];
  const country = prefix === undefined ? null : (PREFIXES[prefix] ?? null);
  // `R 123` was the mark of VAT payers before 2007.
  const bare = country === null ? compact.replace(/^R(?=\d{2,10}$)/, '') : compact.slice(2);
  if (!/\d/.test(bare)) return null;
  const isRomanian = country === 'RO' || (country === null && /^\d{2,10}$/.test(bare));
  return { identifier: bare, country, checkDigitFits: !isRomanian || isCui(bare.replace(/^0+/, '')) };
};
