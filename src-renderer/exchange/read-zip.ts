/**
 * A packed package, read with suspicion: every bound is checked before it is used, sizes and ratios before anything is
 * inflated, what comes out against its size while it is inflated and against its CRC-32 after. Only what a package may
 * hold is taken: its JSON and files named by their own SHA-256, so no name can lead anywhere. Layout: PKWARE
 * APPNOTE.TXT 6.3.10, without zip64, which no package is large enough for.
 */
import { Inflate } from 'fflate';
import { MAX_FILE_BYTES } from '../domain/attachment';
import { fail, type ProblemError } from '../domain/problem';
import { crc32 } from './crc32';
import { decodeUtf8 } from './utf8';
import { MAX_PACKAGE_BYTES } from './package-limits';
import { FILE_ENTRY, PACKAGE_ENTRY } from './zip-names';
import { MAX_ENTRIES, MAX_RATIO, MAX_UNPACKED_BYTES, RATIO_COUNTS_FROM_BYTES } from './zip-limits';

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly header: number;
  readonly next: number;
}

export interface UnpackedPackage {
  readonly json: Uint8Array;
  /** By SHA-256 as the entry's name says; whether it is right is for the reader of the package to check. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_RECORD = 0x06054b50;
const END_SIZE = 22;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

const damaged = (detail: string): ProblemError => fail('package.zipDamaged', { detail });
const hostile = (what: string, name = ''): ProblemError => fail('package.zipHostile', { what, name: name.slice(0, 100) });

/** True for a file that begins as zips do. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

const nameOf = (bytes: Uint8Array): string => {
  try {
    return decodeUtf8(bytes);
  } catch {
    throw damaged('name');
  }
};

/** Where the directory lies and how many entries it has. */
const findDirectory = (view: DataView): { readonly count: number; readonly start: number; readonly end: number } => {
  const lowest = Math.max(0, view.byteLength - END_SIZE - 0xffff);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== END_RECORD || at + END_SIZE + view.getUint16(at + 20, true) !== view.byteLength) continue;
    return { count: view.getUint16(at + 10, true), start: view.getUint32(at + 16, true), end: at };
  }
  throw damaged('end');
};

const readEntry = (view: DataView, bytes: Uint8Array, at: number, end: number): Entry => {
  if (at + 46 > end || view.getUint32(at, true) !== CENTRAL_HEADER) throw damaged('directory');
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > end) throw damaged('directory');
  return {
    name: nameOf(bytes.subarray(at + 46, nameEnd)),
    flags: view.getUint16(at + 8, true), method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), header: view.getUint32(at + 42, true), next,
  };
};

/** The packed bytes, by the local header, which must agree with the directory. */
const packedOf = (view: DataView, bytes: Uint8Array, { header, name, packedSize }: Entry): { readonly packed: Uint8Array; readonly end: number } => {
  if (header + 30 > view.byteLength || view.getUint32(header, true) !== LOCAL_HEADER) throw damaged('header');
  const nameEnd = header + 30 + view.getUint16(header + 26, true);
  const from = nameEnd + view.getUint16(header + 28, true);
  const end = from + packedSize;
  if (end > view.byteLength) throw damaged('length');
  if (nameOf(bytes.subarray(header + 30, nameEnd)) !== name) throw damaged('name');
  return { packed: bytes.subarray(from, end), end };
};

/** @throws for whatever no package has in its zip. */
const refuseEntry = ({ name, flags, method, size, packedSize }: Entry): void => {
  const isPackage = name === PACKAGE_ENTRY;
  if (!isPackage && !FILE_ENTRY.test(name)) throw hostile('name', name);
  if ((flags & ENCRYPTED) !== 0) throw hostile('encrypted', name);
  if (method !== STORED && method !== DEFLATED) throw hostile('method', name);
  if (method === STORED && size !== packedSize) throw damaged('length');
  if (size > (isPackage ? MAX_PACKAGE_BYTES : MAX_FILE_BYTES)) throw hostile('bomb', name);
  if (size > RATIO_COUNTS_FROM_BYTES && size > packedSize * MAX_RATIO) throw hostile('bomb', name);
};

/** Deflated bytes handed to the inflater at once: what comes out is counted in between. */
const SLICE = 16 * 1024;

const inflated = (packed: Uint8Array, size: number): Uint8Array => {
  const unpacked = new Uint8Array(size);
  let length = 0;
  let isWhole = false;
  const inflate = new Inflate((chunk, final) => {
    if (length + chunk.length > size) throw hostile('bomb');
    unpacked.set(chunk, length);
    length += chunk.length;
    isWhole = final;
  });
  try {
    for (let at = 0; at < packed.length; at += SLICE) inflate.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
  } catch (error) {
    if (error instanceof Error && error.name === 'ProblemError') throw error;
    throw damaged('deflate');
  }
  if (!isWhole || length !== size) throw damaged('length');
  return unpacked;
};

const unpack = (entry: Entry, packed: Uint8Array): Uint8Array => {
  const unpacked = entry.method === STORED ? packed : inflated(packed, entry.size);
  if (crc32(unpacked) !== entry.crc) throw damaged('crc');
  return unpacked;
};

interface Placed {
  readonly entry: Entry;
  readonly packed: Uint8Array;
  readonly end: number;
}

/** The entries by which Office Open XML and OpenDocument files are known. */
const OTHER_FORMATS: ReadonlySet<string> = new Set(['[Content_Types].xml', 'mimetype']);

/** A workbook or a document is a zip too; without a package in it, it is no package, and not a bad one. */
const refuseOtherFormats = (view: DataView, bytes: Uint8Array, { count, start, end }: ReturnType<typeof findDirectory>): void => {
  let isOther = false;
  for (let index = 0, at = start; index < count; index += 1) {
    const { name, next } = readEntry(view, bytes, at, end);
    if (name === PACKAGE_ENTRY) return;
    isOther ||= OTHER_FORMATS.has(name);
    at = next;
  }
  if (isOther) throw fail('package.notAPackage');
};

/** Every entry with its place, all limits checked, nothing inflated. */
const entriesOf = (bytes: Uint8Array): readonly Placed[] => {
  if (bytes.length < END_SIZE) throw damaged('end');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  const { count, start, end } = directory;
  if (count > MAX_ENTRIES) throw hostile('entries');
  refuseOtherFormats(view, bytes, directory);
  const placed: Placed[] = [];
  const names = new Set<string>();
  let total = 0;
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const entry = readEntry(view, bytes, at, end);
    refuseEntry(entry);
    if (names.has(entry.name)) throw hostile('repeated', entry.name);
    names.add(entry.name);
    total += entry.size;
    if (total > MAX_UNPACKED_BYTES) throw hostile('bomb', entry.name);
    placed.push({ entry, ...packedOf(view, bytes, entry) });
    at = entry.next;
  }
  if (at !== end) throw damaged('directory');
  const ordered = placed.toSorted((left, right) => left.entry.header - right.entry.header);
  if (ordered.some((each, index) => each.end > (ordered[index + 1]?.entry.header ?? start))) throw hostile('overlap');
  return placed;
};

/**
 * The package's JSON and its files.
 * @throws ProblemError `package.notAPackage`, `package.zipDamaged` {detail}, `package.zipHostile` {what, name}, `package.zipWithoutPackage`.
 */
export const unpackPackage = (bytes: Uint8Array): UnpackedPackage => {
  let json: Uint8Array | undefined;
  const files = new Map<string, Uint8Array>();
  for (const { entry, packed } of entriesOf(bytes)) {
    if (entry.name === PACKAGE_ENTRY) json = unpack(entry, packed);
    else files.set(entry.name.slice(entry.name.indexOf('/') + 1), unpack(entry, packed));
  }
  if (json === undefined) throw fail('package.zipWithoutPackage');
  return { json, files };
};
