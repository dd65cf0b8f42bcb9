/**
 * Names of the messages between preload and main process, and the checks that arguments pass before anything is done
 * with them. The preload is trusted to send these; main does not trust the preload.
 */
import { snapshotName, suggestedFileName } from './file-names';
import { FILE_KINDS } from './file-kinds';
import { MAX_OPEN_BYTES, FILE_PART_BYTES, type FileKind } from './host-api';
import { HostError } from './host-error';

export const CHANNELS = {
  info: 'host:info',
  open: 'files:open',
  readOpened: 'files:read-opened',
  holdFile: 'files:hold',
  save: 'files:save',
  savePdf: 'files:save-pdf',
  holdJournal: 'safety:hold-journal',
  appendJournal: 'safety:append-journal',
  readJournal: 'safety:read-journal',
  restartJournal: 'safety:restart-journal',
  readLedger: 'safety:read-ledger',
  writeLedger: 'safety:write-ledger',
  listSnapshots: 'safety:list-snapshots',
  readSnapshot: 'safety:read-snapshot',
  holdSnapshot: 'safety:hold-snapshot',
  writeSnapshot: 'safety:write-snapshot',
  removeSnapshot: 'safety:remove-snapshot',
  targets: 'targets:list',
  chooseTargetFolder: 'targets:choose-folder',
  connectTarget: 'targets:connect',
  targetCertificate: 'targets:certificate',
  unlockTarget: 'targets:unlock',
  forgetTarget: 'targets:forget',
  lookAtTarget: 'targets:look',
  prepareTarget: 'targets:prepare',
  targetFiles: 'targets:files',
  readFromTarget: 'targets:read',
  readTargetPart: 'targets:read-part',
  holdTargetPart: 'targets:hold',
  putAtTarget: 'targets:put',
  cancelTargetJob: 'targets:cancel',
  readyToClose: 'window:ready-to-close',
} as const;
export type Channel = (typeof CHANNELS)[keyof typeof CHANNELS];

/** Messages from main to the window. */
export const EVENTS = { menu: 'menu:command', beforeClose: 'window:before-close', targetProgress: 'targets:progress' } as const;

/** Longest text of one journal append, of one part of a longer line, and of the ledger, in UTF-16 units. */
export const MAX_JOURNAL_APPEND = 64 * 1024 * 1024;
export const MAX_JOURNAL_PART = 1024 * 1024;
export const MAX_LEDGER = 1024 * 1024;

const refused = (): HostError => new HostError('host.notAllowed');

const fileKind = (value: unknown): FileKind => {
  const kind = FILE_KINDS.find((known) => known === value);
  if (kind === undefined) throw refused();
  return kind;
};

const text = (value: unknown, longest: number): string => {
  if (typeof value !== 'string') throw refused();
  if (value.length > longest) throw new HostError('host.tooLarge');
  return value;
};

const count = (value: unknown): number => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw refused();
  return value;
};

const fileBytes = (value: unknown, most = MAX_OPEN_BYTES): Uint8Array => {
  if (!(value instanceof Uint8Array)) throw refused();
  if (value.byteLength > most) throw new HostError('host.tooLarge');
  return value;
};

type Arguments = readonly unknown[];

/** One parser per message: throws a HostError, or gives typed arguments. Surplus arguments are refused. */
export const parseArguments = {
  none: (args: Arguments): [] => {
    if (args.length > 0) throw refused();
    return [];
  },
  open: (args: Arguments): [FileKind] => {
    if (args.length !== 1) throw refused();
    return [fileKind(args[0])];
  },
  readOpened: (args: Arguments): [number] => {
    if (args.length !== 1) throw refused();
    return [count(args[0])];
  },
  save: (args: Arguments): [FileKind, string, Uint8Array, number] => {
    if (args.length !== 4) throw refused();
    return [fileKind(args[0]), suggestedFileName(text(args[1], 1000)), fileBytes(args[2], FILE_PART_BYTES), count(args[3])];
  },
  savePdf: (args: Arguments): [string] => {
    if (args.length !== 1) throw refused();
    return [suggestedFileName(text(args[0], 1000))];
  },
  journalPart: (args: Arguments): [number, string] => {
    if (args.length !== 2) throw refused();
    return [count(args[0]), text(args[1], MAX_JOURNAL_PART)];
  },
  journal: (args: Arguments): [string, number] => {
    if (args.length !== 2) throw refused();
    return [text(args[0], MAX_JOURNAL_APPEND), count(args[1])];
  },
  ledger: (args: Arguments): [string] => {
    if (args.length !== 1) throw refused();
    return [text(args[0], MAX_LEDGER)];
  },
  snapshot: (args: Arguments): [string] => {
    if (args.length !== 1) throw refused();
    return [snapshotName(args[0])];
  },
  readSnapshot: (args: Arguments): [string, number] => {
    if (args.length !== 2) throw refused();
    return [snapshotName(args[0]), count(args[1])];
  },
  /** Of a file or a snapshot. */
  filePart: (args: Arguments): [number, Uint8Array] => {
    if (args.length !== 2) throw refused();
    return [count(args[0]), fileBytes(args[1], FILE_PART_BYTES)];
  },
  writeSnapshot: (args: Arguments): [string, Uint8Array, number] => {
    if (args.length !== 3) throw refused();
    return [snapshotName(args[0]), fileBytes(args[1]), count(args[2])];
  },
} as const;
