/** What a listing changes in what is known of a target: new packages of others, own ones that arrived, and what went away. */
import type { IncomingPackage, TargetRecord } from '../../domain/ports/target-store';
import type { Id } from '../../domain/values';
import { MAX_PACKAGE_BYTES } from '../package-limits';
import { idPart, readPackageName } from './package-name';

export interface ListedFile {
  readonly name: string;
  readonly size: number;
}

const bySize = (files: readonly ListedFile[]): ReadonlyMap<string, number> => new Map(files.map(({ name, size }) => [name, size]));

const withGone = <Entry extends { readonly name: string; readonly gone?: true }>(entry: Entry, isListed: boolean): Entry => {
  if ((entry.gone !== true) === isListed) return entry;
  const { gone: _before, ...rest } = entry;
  return (isListed ? rest : { ...rest, gone: true }) as Entry;
};

const fresh = ({ name, size }: ListedFile): IncomingPackage => {
  const tooLarge = size > MAX_PACKAGE_BYTES;
  return { name, size, state: tooLarge ? 'damaged' : 'listed', facts: null, problem: tooLarge ? { severity: 'error', code: 'package.tooLarge', data: { size, limit: MAX_PACKAGE_BYTES } } : null };
};

/** A package that was not whole and has another size now is looked at again: somebody was still copying it. */
const seenAgain = (entry: IncomingPackage, size: number | undefined): IncomingPackage => {
  const now = withGone(entry, size !== undefined);
  return size !== undefined && size !== entry.size && entry.state !== 'fetched' && entry.state !== 'done' ? fresh({ name: entry.name, size }) : now;
};

/** Own packages that arrived although nobody heard so: the line broke between the last byte and the answer. */
export const arrivedNames = ({ waiting }: TargetRecord, files: readonly ListedFile[]): ReadonlySet<string> => {
  const listed = bySize(files);
  return new Set(waiting.filter(({ name, size }) => listed.get(name) === size).map(({ name }) => name));
};

export const recordAfterListing = (record: TargetRecord, files: readonly ListedFile[]): TargetRecord => {
  const listed = bySize(files);
  const arrived = arrivedNames(record, files);
  const sent = [...Object.values(record.sent), ...record.waiting.filter(({ name }) => arrived.has(name))];
  return {
    ...record,
    sent: Object.fromEntries(sent.map((entry) => [entry.name, withGone(entry, listed.has(entry.name))])),
    waiting: record.waiting.filter(({ name }) => !arrived.has(name)),
  };
};

/** Only what changed of the packages of others, and what is new. */
export const incomingAfterListing = (incoming: readonly IncomingPackage[], files: readonly ListedFile[], deviceId: Id): readonly IncomingPackage[] => {
  const listed = bySize(files);
  const known = new Set(incoming.map(({ name }) => name));
  const own = idPart(deviceId);
  const isOther = ({ name }: ListedFile): boolean => {
    const read = readPackageName(name);
    return read !== null && read.device !== own && !known.has(name);
  };
  const changed = incoming.flatMap((entry) => {
    const now = seenAgain(entry, listed.get(entry.name));
    return now === entry ? [] : [now];
  });
  return [...changed, ...files.filter(isOther).map(fresh)];
};
