/** A package with its files in one zip: the same content gives the same bytes, on any machine and in any year. */
import { zipSync, type Zippable } from 'fflate';
import { fail } from '../domain/problem';
import { MAX_PACKAGE_BYTES } from './package-limits';
import { fileEntry, PACKAGE_ENTRY } from './zip-names';

/** The earliest moment a zip entry can carry, in local time, as fflate reads it back. */
const NO_MOMENT = new Date(1980, 0, 1);

/** JSON shrinks to a tenth; attached files are packed already as a rule, and packing them again costs time for nothing. */
const JSON_LEVEL = 6;
const FILE_LEVEL = 0;

/** @throws ProblemError `package.tooLarge` {size, limit} when no reader would take it. */
export const packPackage = (json: Uint8Array, files: ReadonlyMap<string, Uint8Array>): Uint8Array => {
  const entries: Zippable = { [PACKAGE_ENTRY]: [json, { level: JSON_LEVEL, mtime: NO_MOMENT }] };
  for (const sha256 of [...files.keys()].toSorted()) entries[fileEntry(sha256)] = [files.get(sha256) ?? new Uint8Array(), { level: FILE_LEVEL, mtime: NO_MOMENT }];
  const zip = zipSync(entries);
  if (zip.length > MAX_PACKAGE_BYTES) throw fail('package.tooLarge', { size: zip.length, limit: MAX_PACKAGE_BYTES });
  return zip;
};
