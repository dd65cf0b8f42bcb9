/**
 * The whole surface the window may call. Electron's preload exposes it over IPC (`preload.ts`); the browser edition
 * implements it with the platform's own means (`src-renderer/host/`). No Electron, Node or DOM types here.
 */
import { TARGET_ERROR_CODES, type HostTargets, type TargetsInParts } from './targets-api';

/** What kind of file a dialog is for; decides filter and extension. */
export type FileKind = 'package' | 'workbook' | 'spreadsheet' | 'sheet' | 'document' | 'pdf' | 'calendar' | 'mapping' | 'attachment';

export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** `location` is what to tell the person: a path under Electron, the file's name in a browser. */
export interface SavedFile {
  readonly location: string;
}

/** Whether the person has stopped what is under way; an `AbortSignal` is one. */
export interface Stop {
  readonly aborted: boolean;
}

export interface HostFiles {
  /** Null when the person cancels. Rejects with a HostError. */
  open(kind: FileKind): Promise<OpenedFile | null>;
  /** A stop is heard until the last part of the file has been handed over: `host.stopped`, and what was there before stays. */
  save(kind: FileKind, suggestedName: string, bytes: Uint8Array, stop?: Stop): Promise<SavedFile | null>;
  /** The page in the window as it prints. A browser shows its own print dialog, which saves PDF too, and gives null. */
  savePdf(suggestedName: string): Promise<SavedFile | null>;
}

/**
 * The same as files cross between window and main process: in parts of `FILE_PART_BYTES`, for bytes of a hundred megabytes
 * that go over at once hold the window. Main holds them in memory; a part out of turn is refused with `host.failed`.
 */
export interface FilesInParts extends Pick<HostFiles, 'savePdf'> {
  /** With the first part of the file's bytes; `readOpened` gives the others, one after another. Forgets any file before it. */
  open(kind: FileKind): Promise<(OpenedFile & { readonly size: number }) | null>;
  readOpened(from: number): Promise<Uint8Array>;
  /** Part number `part` of a large file, kept until it is saved; number 0 forgets any before it. */
  holdFile(part: number, bytes: Uint8Array): Promise<void>;
  /** `bytes`, then the `parts` that are held (0 by default); refused when not exactly so many are, and none are afterwards. */
  save(kind: FileKind, suggestedName: string, bytes: Uint8Array, parts?: number): Promise<SavedFile | null>;
}

/** Copies kept outside IndexedDB. Names are plain file names, checked again on the other side. */
export interface HostSafety {
  /** Part number `part` of a long line, kept until it is appended; number 0 forgets any before it. */
  holdJournal(part: number, text: string): Promise<void>;
  /** `lines`, then the `parts` that are held (0 by default); refused when not exactly so many are, and none are afterwards. */
  appendJournal(lines: string, parts?: number): Promise<void>;
  readJournal(): Promise<string>;
  restartJournal(): Promise<void>;
  /** JSON text, or null when none was ever written. */
  readLedger(): Promise<string | null>;
  writeLedger(json: string): Promise<void>;
  listSnapshots(): Promise<readonly { readonly name: string; readonly size: number }[]>;
  /** At most `FILE_PART_BYTES` of it, beginning at byte `from` (0 by default); nothing beyond its end. */
  readSnapshot(name: string, from?: number): Promise<Uint8Array>;
  /** Part number `part` of a large snapshot, kept until it is written; number 0 forgets any before it. */
  holdSnapshot(part: number, bytes: Uint8Array): Promise<void>;
  /** `bytes`, then the `parts` that are held (0 by default); refused when not exactly so many are, and none are afterwards. */
  writeSnapshot(name: string, bytes: Uint8Array, parts?: number): Promise<void>;
  removeSnapshot(name: string): Promise<void>;
}

export interface HostInfo {
  readonly kind: 'electron' | 'browser';
  readonly appVersion: string;
  readonly electronMajor: number | null;
  readonly platform: string;
  /** Where the safety copies lie: on the disk outside Chromium, in the browser's private files, or nowhere. */
  readonly safety: 'disk' | 'origin' | 'none';
  /** The folder of the safety copies as a person can find it; null in the browser edition. */
  readonly safetyLocation: string | null;
}

/** Commands of the application menu that the window carries out. */
export const MENU_COMMANDS = ['undo', 'redo', 'import-package', 'export-package', 'palette', 'settings'] as const;
export type MenuCommand = (typeof MENU_COMMANDS)[number];

export interface HostApi {
  info(): Promise<HostInfo>;
  readonly files: HostFiles;
  readonly safety: HostSafety;
  readonly targets: HostTargets;
  /** The listener hears menu commands until the returned function is called. */
  onMenu(listener: (command: MenuCommand) => void): () => void;
  /** Before the window closes: the listener finishes pending saves; the host waits a few seconds at most. */
  onBeforeClose(listener: () => Promise<void>): () => void;
}

/** What the preload exposes: the host, with its files and packages in parts. */
export interface BridgeApi extends Omit<HostApi, 'files' | 'targets'> {
  readonly files: FilesInParts;
  readonly targets: TargetsInParts;
}

/** Failures that cross the bridge carry one of these codes as `HOST:<code>` in the message; see `hostErrorCode`. */
export const HOST_ERROR_CODES = ['host.noSpace', 'host.notAllowed', 'host.notFound', 'host.tooLarge', 'host.unavailable', 'host.stopped', 'host.failed', ...TARGET_ERROR_CODES] as const;
export type HostErrorCode = (typeof HOST_ERROR_CODES)[number];

/** Finds the code in an error that crossed the bridge (Electron keeps only the message). */
export const hostErrorCode = (error: unknown): HostErrorCode => {
  const text = error instanceof Error ? error.message : String(error);
  return HOST_ERROR_CODES.find((code) => text.includes(`HOST:${code}`)) ?? 'host.failed';
};

/** Bytes of a file or a snapshot that go over at a time: copied within a few milliseconds. */
export const FILE_PART_BYTES = 4 * 1024 * 1024;

/** The largest file a dialog reads, in bytes. */
export const MAX_OPEN_BYTES = 256 * 1024 * 1024;
