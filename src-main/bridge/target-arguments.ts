/** What the messages about exchange targets may carry; anything else is refused before anything is done. */
import { FILE_PART_BYTES, MAX_OPEN_BYTES } from './host-api';
import { HostError } from './host-error';
import { IDENTITY_FILE, targetFile } from './target-files';
import type { TargetPut, WebDavInput } from './targets-api';

const ID = /^[0-9A-Za-z-]{1,64}$/u;
const SHA256 = /^[0-9a-f]{64}$/u;
const FINGERPRINT = /^[0-9A-F]{2}(?::[0-9A-F]{2}){31}$/u;
const LONGEST_ADDRESS = 2000;
const LONGEST_SECRET = 1000;

const refused = (): HostError => new HostError('host.notAllowed');

const matching = (value: unknown, pattern: RegExp): string => {
  if (typeof value !== 'string' || !pattern.test(value)) throw refused();
  return value;
};

const line = (value: unknown, longest: number): string => {
  if (typeof value !== 'string' || value.length > longest || /\p{Cc}/u.test(value)) throw refused();
  return value;
};

const fields = (value: unknown): Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null) throw refused();
  return value as Readonly<Record<string, unknown>>;
};

const fileBytes = (value: unknown, most: number): Uint8Array => {
  if (!(value instanceof Uint8Array)) throw refused();
  if (value.byteLength > most) throw new HostError('host.tooLarge');
  return value;
};

/** Not beyond what one file may have. */
const limit = (value: unknown): number => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > MAX_OPEN_BYTES) throw refused();
  return value;
};

const webDav = (value: unknown): WebDavInput => {
  const { address, user, password, fingerprint } = fields(value);
  return {
    address: line(address, LONGEST_ADDRESS),
    user: line(user, LONGEST_SECRET),
    password: line(password, LONGEST_SECRET),
    fingerprint: fingerprint === null ? null : matching(fingerprint, FINGERPRINT),
  };
};

/** What may be put, of `most` bytes. Only the identity without saying which target is meant: it is what says so. */
export const parsePut = (value: unknown, most: number): TargetPut => {
  const { id, name, bytes, guard } = fields(value);
  const file = targetFile(name);
  if ((guard === null) !== (file === IDENTITY_FILE)) throw refused();
  return { id: matching(id, ID), name: file, bytes: fileBytes(bytes, most), guard: guard === null ? null : matching(guard, SHA256) };
};

type Arguments = readonly unknown[];

const exactly = (args: Arguments, count: number): void => {
  if (args.length !== count) throw refused();
};

/** One parser per kind of message, as in `parseArguments`. */
export const parseTargetArguments = {
  connect: (args: Arguments): [WebDavInput] => {
    exactly(args, 1);
    return [webDav(args[0])];
  },
  address: (args: Arguments): [string] => {
    exactly(args, 1);
    return [line(args[0], LONGEST_ADDRESS)];
  },
  id: (args: Arguments): [string] => {
    exactly(args, 1);
    return [matching(args[0], ID)];
  },
  unlock: (args: Arguments): [string, string | null] => {
    exactly(args, 2);
    return [matching(args[0], ID), args[1] === null ? null : line(args[1], LONGEST_SECRET)];
  },
  job: (args: Arguments): [string, string] => {
    exactly(args, 2);
    return [matching(args[0], ID), matching(args[1], ID)];
  },
  read: (args: Arguments): [string, string, string, number] => {
    exactly(args, 4);
    return [matching(args[0], ID), matching(args[1], ID), targetFile(args[2]), limit(args[3])];
  },
  readPart: (args: Arguments): [string, number] => {
    exactly(args, 2);
    return [matching(args[0], ID), limit(args[1])];
  },
  holdPart: (args: Arguments): [string, number, Uint8Array] => {
    exactly(args, 3);
    return [matching(args[0], ID), limit(args[1]), fileBytes(args[2], FILE_PART_BYTES)];
  },
  put: (args: Arguments): [string, TargetPut, number] => {
    exactly(args, 3);
    return [matching(args[0], ID), parsePut(args[1], FILE_PART_BYTES), limit(args[2])];
  },
} as const;
