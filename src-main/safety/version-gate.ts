/**
 * An older Electron destroys a newer profile's databases when it opens them (electron#24882, #27734). The ledger says
 * which Electron wrote last; this is asked before a window, or even the profile, is touched.
 */
import { readFileSync } from 'node:fs';
import { ledgerFile } from './safety-folder';

const majorIn = (json: string): number | null => {
  const ledger: unknown = JSON.parse(json);
  if (typeof ledger !== 'object' || ledger === null || !('electronMajor' in ledger)) return null;
  return typeof ledger.electronMajor === 'number' && Number.isInteger(ledger.electronMajor) ? ledger.electronMajor : null;
};

/** Electron's major version in the ledger; null when there is no ledger or it cannot be read (storage judges that). */
export const ledgerElectronMajor = (folder: string): number | null => {
  try {
    return majorIn(readFileSync(ledgerFile(folder), 'utf8'));
  } catch {
    return null;
  }
};

/** The newer major version that forbids starting, or null when this Electron may open the data. */
export const newerElectron = (folder: string, ours: number): number | null => {
  const found = ledgerElectronMajor(folder);
  return found !== null && found > ours ? found : null;
};
