/**
 * Zip containers (xlsx, xlsb, ods), read with suspicion: every bound is checked before it is used, every part against
 * its CRC-32, and nothing unpacks to more than the limits allow. Layout: PKWARE APPNOTE.TXT 6.3.10.
 */
import type { StopSignal } from '../../domain/ports/stop-signal';
import { fail, type ProblemError } from '../../domain/problem';
import { crc32 } from '../../exchange/crc32';
import { MAX_PART_BYTES, MAX_PARTS, MAX_RATIO, MAX_UNPACKED_BYTES, RATIO_COUNTS_FROM_BYTES } from './limits';
import { stopIfCancelled } from './stop';

/** Bytes that are ours: a Blob takes them without a copy through shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>;

export interface ZipPart {
  readonly name: string;
  readonly stored: boolean;
  readonly crc: number;
  readonly size: number;
  /** The packed bytes. */
  readonly packed: Bytes;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_RECORD = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END_RECORD = 0x06064b50;
const ZIP64_EXTRA = 0x0001;
const UNKNOWN_32 = 0xffffffff;
const ENCRYPTED = 1;

const damaged = (): ProblemError => fail('file.damaged');

/** Part names as programs compare them: without case, with forward slashes. */
export const partKey = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

const big = (view: DataView, at: number): number => {
  const value = Number(view.getBigUint64(at, true));
  if (!Number.isSafeInteger(value)) throw damaged();
  return value;
};

/** Where the central directory lies and how many entries it has. */
const findDirectory = (view: DataView): { readonly count: number; readonly start: number; readonly end: number } => {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== END_RECORD || at + 22 + view.getUint16(at + 20, true) > view.byteLength) continue;
    if (at >= 20 && view.getUint32(at - 20, true) === ZIP64_LOCATOR) {
      const end = big(view, at - 12);
      if (end + 56 > at || view.getUint32(end, true) !== ZIP64_END_RECORD) throw damaged();
      return { count: big(view, end + 32), start: big(view, end + 48), end };
    }
    return { count: view.getUint16(at + 10, true), start: view.getUint32(at + 16, true), end: at };
  }
  throw fail('file.truncated');
};

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly header: number;
  /** Where the next entry of the directory begins. */
  readonly next: number;
}

/** Sizes and offset that did not fit into 32 bits stand in the zip64 extra field, in this order. */
const widen = (view: DataView, from: number, to: number, values: readonly number[]): number[] => {
  const wide = [...values];
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64_EXTRA) continue;
    let field = at + 4;
    for (const [index, value] of values.entries()) {
      if (value !== UNKNOWN_32) continue;
      if (field + 8 > to) throw damaged();
      wide[index] = big(view, field);
      field += 8;
    }
  }
  return wide;
};

const readEntry = (view: DataView, bytes: Bytes, at: number, end: number): Entry => {
  if (at + 46 > end || view.getUint32(at, true) !== CENTRAL_HEADER) throw damaged();
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > end) throw damaged();
  const [size = 0, packedSize = 0, header = 0] = widen(view, nameEnd, extraEnd, [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]);
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)),
    flags: view.getUint16(at + 8, true), method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true),
    packedSize, size, header, next,
  };
};

/** Where an entry's packed bytes lie, by its local header, which must agree with the directory. */
const dataRange = (view: DataView, bytes: Bytes, entry: Entry): { readonly from: number; readonly to: number } => {
  const { header } = entry;
  if (header + 30 > view.byteLength || view.getUint32(header, true) !== LOCAL_HEADER) throw damaged();
  const nameEnd = header + 30 + view.getUint16(header + 26, true);
  const from = nameEnd + view.getUint16(header + 28, true);
  const to = from + entry.packedSize;
  if (to > view.byteLength) throw fail('file.truncated');
  if (new TextDecoder().decode(bytes.subarray(header + 30, nameEnd)) !== entry.name) throw damaged();
  return { from, to };
};

const refuseBomb = (entry: Entry): void => {
  const bomb = entry.size > MAX_PART_BYTES || (entry.size > RATIO_COUNTS_FROM_BYTES && entry.size > entry.packedSize * MAX_RATIO);
  if (bomb) throw fail('file.hostile', { what: 'zipBomb' });
};

/**
 * The parts of a zip by `partKey`. Rejects what no spreadsheet program writes: overlapping or repeated parts, unknown
 * packing, sizes beyond the limits. Throws `file.truncated`, `file.damaged`, `file.passwordProtected`, `file.hostile`.
 */
export const readZip = (bytes: Bytes): ReadonlyMap<string, ZipPart> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  if (directory.count > MAX_PARTS) throw fail('file.hostile', { what: 'tooManyParts' });
  const parts = new Map<string, ZipPart>();
  const ranges: { from: number; to: number }[] = [];
  let at = directory.start;
  let total = 0;
  for (let index = 0; index < directory.count; index += 1) {
    const entry = readEntry(view, bytes, at, directory.end);
    at = entry.next;
    const { from, to } = dataRange(view, bytes, entry);
    ranges.push({ from: entry.header, to });
    if (entry.name.endsWith('/')) continue;
    if ((entry.flags & ENCRYPTED) !== 0) throw fail('file.passwordProtected');
    if (entry.method !== 0 && entry.method !== 8) throw damaged();
    if (entry.method === 0 && entry.size !== entry.packedSize) throw damaged();
    refuseBomb(entry);
    total += entry.size;
    if (total > MAX_UNPACKED_BYTES) throw fail('file.hostile', { what: 'zipBomb' });
    const key = partKey(entry.name);
    if (parts.has(key)) throw fail('file.hostile', { what: 'repeatedPart' });
    parts.set(key, { name: entry.name, stored: entry.method === 0, crc: entry.crc, size: entry.size, packed: bytes.subarray(from, to) });
  }
  ranges.sort((left, right) => left.from - right.from);
  if (ranges.some((range, index) => range.to > (ranges[index + 1]?.from ?? directory.start))) throw fail('file.hostile', { what: 'overlappingParts' });
  return parts;
};

/** So many packed bytes are handed over at once; what they unpack to waits in memory until it is read. */
const PACKED_CHUNK = 64 * 1024;

/**
 * The packed bytes as a gzip member (RFC 1952): the same deflate data between a header and the CRC-32 and size the zip
 * directory gives, so that the platform's own inflater checks both. A Blob would stream them by way of another process.
 */
const gzipMember = (part: ZipPart): ReadableStream<Bytes> => {
  let at = 0;
  return new ReadableStream<Bytes>({
    start: (stream) => stream.enqueue(Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff)),
    pull: (stream) => {
      if (at < part.packed.length) {
        stream.enqueue(part.packed.subarray(at, at + PACKED_CHUNK));
        at += PACKED_CHUNK;
        return;
      }
      const trailer = new DataView(new ArrayBuffer(8));
      trailer.setUint32(0, part.crc, true);
      trailer.setUint32(4, part.size, true);
      stream.enqueue(new Uint8Array(trailer.buffer));
      stream.close();
    },
  });
};

/** As much of a stored part is handed on at once as an inflater would give. */
const STORED_CHUNK = 64 * 1024;

async function* storedChunks(part: ZipPart): AsyncGenerator<Bytes> {
  if (crc32(part.packed) !== part.crc) throw damaged();
  for (let at = 0; at < part.size; at += STORED_CHUNK) yield part.packed.subarray(at, at + STORED_CHUNK);
}

async function* inflatedChunks(part: ZipPart): AsyncGenerator<Bytes> {
  const reader = gzipMember(part).pipeThrough(new DecompressionStream('gzip')).getReader();
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw damaged();
      });
      if (done) break;
      length += value.length;
      if (length > part.size) throw damaged();
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  if (length !== part.size) throw damaged();
}

/**
 * Unpacks a part chunk by chunk. Nothing read is certain before the last chunk: only then is the checksum known.
 * Throws `file.damaged` when a single bit differs, `file.cancelled` between chunks.
 */
export async function* streamPart(part: ZipPart, signal?: StopSignal): AsyncGenerator<Bytes> {
  for await (const chunk of part.stored ? storedChunks(part) : inflatedChunks(part)) {
    stopIfCancelled(signal);
    yield chunk;
  }
}

/** Unpacks one part and checks it. Throws `file.damaged` when a single bit differs, `file.cancelled`. */
export const unpackPart = async (part: ZipPart, signal?: StopSignal): Promise<Bytes> => {
  const unpacked = new Uint8Array(part.size);
  let length = 0;
  for await (const chunk of streamPart(part, signal)) {
    unpacked.set(chunk, length);
    length += chunk.length;
  }
  return unpacked;
};

/** A zip of unpacked, verified parts, for a parser that does not verify them itself. */
export const storedZip = (parts: readonly { readonly name: string; readonly bytes: Bytes; readonly crc: number }[]): Bytes => {
  const names = parts.map((part) => new TextEncoder().encode(part.name));
  const length = parts.reduce((sum, part, index) => sum + part.bytes.length + 76 + 2 * (names[index]?.length ?? 0), 22);
  const zip = new Uint8Array(length);
  const view = new DataView(zip.buffer);
  const central: ((at: number) => number)[] = [];
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const name = names[index] ?? new Uint8Array();
    const header = at;
    /** The fields both headers share: version 2.0, no flags, stored, no date, CRC, sizes, name length. */
    const common = (start: number): void => {
      view.setUint16(start, 20, true);
      view.setUint32(start + 10, part.crc, true);
      view.setUint32(start + 14, part.bytes.length, true);
      view.setUint32(start + 18, part.bytes.length, true);
      view.setUint16(start + 22, name.length, true);
    };
    view.setUint32(at, LOCAL_HEADER, true);
    common(at + 4);
    zip.set(name, at + 30);
    zip.set(part.bytes, at + 30 + name.length);
    at += 30 + name.length + part.bytes.length;
    central.push((start) => {
      view.setUint32(start, CENTRAL_HEADER, true);
      view.setUint16(start + 4, 20, true);
      common(start + 6);
      view.setUint32(start + 42, header, true);
      zip.set(name, start + 46);
      return start + 46 + name.length;
    });
  }
  const directory = at;
  for (const write of central) at = write(at);
  view.setUint32(at, END_RECORD, true);
  view.setUint16(at + 8, parts.length, true);
  view.setUint16(at + 10, parts.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return zip;
};
