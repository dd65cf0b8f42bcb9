/**
 * The only names the application reads and writes at an exchange target (`docs/exchange-targets.md`). The list is
 * closed: whatever the window asks for, nothing else in the person's folder or on the server can be touched.
 */
import { HostError } from './host-error';

/** Says which target this is. Made once, never changed. */
export const IDENTITY_FILE = 'caiet-target.json';
/** The one folder that packages lie in. */
export const PACKAGES_FOLDER = 'packages';
/** An identity is one small object. */
export const MAX_IDENTITY_BYTES = 64 * 1024;
/** More files than any region makes in years; a listing beyond is refused, not cut. */
export const MAX_LISTED_FILES = 50_000;

/** Device, package, SHA-256 of the file's bytes. Letters, digits, `-` only: never a path, a hidden file or a device name. */
const PACKAGE_FILE = /^[0-9A-Za-z][0-9A-Za-z-]{0,63}_[0-9A-Za-z][0-9A-Za-z-]{0,63}_[0-9a-f]{64}\.caiet\.(?:json|zip)$/u;

export const isPackageFile = (name: unknown): name is string => typeof name === 'string' && PACKAGE_FILE.test(name);

/** Where a file is written before it is moved to its name. Cloud clients leave names of this form alone. */
export const temporaryName = (name: string): string => `~${name}.tmp`;

/** Passes on the name of a package file or of the identity, or throws `host.notAllowed`. */
export const targetFile = (name: unknown): string => {
  if (name !== IDENTITY_FILE && !isPackageFile(name)) throw new HostError('host.notAllowed');
  return name;
};

/** From the target's root to the file, with `/`. */
export const placeOf = (name: string): readonly [string] | readonly [string, string] => (name === IDENTITY_FILE ? [name] : [PACKAGES_FOLDER, name]);
