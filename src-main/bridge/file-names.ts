/** File names that are safe on every system and can never be a path. Both host adapters check with the same rules. */
import { HostError } from './host-error';

/** Device names that Windows reserves, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;
const SNAPSHOT_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,118}[A-Za-z0-9]$/u;
const LONGEST_SUGGESTION = 120;

/** A snapshot's name: 2 to 120 ASCII letters, digits, `.`, `_`, `-`; no separators, no `..`, no device name. */
export const isSnapshotName = (name: unknown): name is string =>
  typeof name === 'string' && SNAPSHOT_NAME.test(name) && !name.includes('..') && !RESERVED.test(name);

/** Passes a snapshot name on, or throws `host.notAllowed`. */
export const snapshotName = (name: unknown): string => {
  if (!isSnapshotName(name)) throw new HostError('host.notAllowed');
  return name;
};

/** A suggested file name with everything removed that could make it a path, hidden, or unusable on Windows. */
export const suggestedFileName = (suggested: string): string => {
  const flat = Array.from(suggested, (char) => (/[\p{Cc}\p{Cf}<>:"/\\|?*]/u.test(char) ? ' ' : char)).join('');
  const trimmed = flat.replace(/\s+/gu, ' ').replace(/^[\s.]+|[\s.]+$/gu, '');
  const dot = trimmed.indexOf('.', trimmed.length - 16);
  const extension = dot > 0 ? trimmed.slice(dot) : '';
  const stem = trimmed.slice(0, trimmed.length - extension.length).slice(0, LONGEST_SUGGESTION - extension.length).trimEnd();
  const name = `${stem}${extension}`;
  return name === '' || RESERVED.test(name) ? `caiet ${name}`.trimEnd() : name;
};
