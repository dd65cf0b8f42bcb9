/**
 * Files through the browser: its own dialogs where they work, else a download and a file field. Some Chromium builds
 * have the dialogs' API but no dialog behind it and answer at once that the person cancelled.
 */
import { ANY, FILE_EXTENSIONS, MEDIA_TYPES } from '../../src-main/bridge/file-kinds';
import { suggestedFileName } from '../../src-main/bridge/file-names';
import { MAX_OPEN_BYTES, type FileKind, type HostErrorCode, type HostFiles, type OpenedFile, type SavedFile, type Stop } from '../../src-main/bridge/host-api';
import { HostError, refuseStopped } from '../../src-main/bridge/host-error';
import { readInParts } from '../../src-main/bridge/read-in-parts';
import { nextTurn } from '../turns/turns';

/** Nobody cancels a dialog faster than this, in milliseconds; an answer sooner means that no dialog was shown. */
const SOONEST_CANCEL_MS = 150;
/** How long a download's bytes stay available to the browser, in milliseconds. */
const DOWNLOAD_KEPT_MS = 60_000;

interface PickerType {
  readonly accept: Readonly<Record<string, readonly string[]>>;
}

/** The File System Access API, which TypeScript's DOM library does not describe (https://wicg.github.io/file-system-access/). */
interface PickerWindow {
  readonly showOpenFilePicker?: (options: { readonly types: readonly PickerType[] }) => Promise<FileSystemFileHandle[]>;
  readonly showSaveFilePicker?: (options: { readonly suggestedName: string; readonly types: readonly PickerType[] }) => Promise<FileSystemFileHandle>;
}

const pickers = (): PickerWindow => window as unknown as PickerWindow;

const extensionsOf = (kind: FileKind): string[] => FILE_EXTENSIONS[kind].map((extension) => `.${extension}`);

/** None: every file is offered. */
const pickerTypes = (kind: FileKind): readonly PickerType[] =>
  (FILE_EXTENSIONS[kind].includes(ANY) ? [] : [{ accept: { [MEDIA_TYPES[kind]]: extensionsOf(kind) } }]);

const CODES: Readonly<Record<string, HostErrorCode>> = {
  QuotaExceededError: 'host.noSpace',
  NotAllowedError: 'host.notAllowed',
  NoModificationAllowedError: 'host.notAllowed',
  NotFoundError: 'host.notFound',
  NotReadableError: 'host.notFound',
  InvalidStateError: 'host.failed',
};

/** A failure of the browser's file interfaces as a HostError. */
export const toHostError = (error: unknown): HostError => {
  if (error instanceof HostError) return error;
  return new HostError(CODES[error instanceof Error ? error.name : ''] ?? 'host.failed', { cause: error });
};

type Picked<Result> = { readonly outcome: 'picked'; readonly result: Result } | { readonly outcome: 'cancelled' | 'noDialog' };

/** Shows a dialog and tells a person's cancel from a dialog that never was. */
const pick = async <Result>(show: (() => Promise<Result>) | undefined): Promise<Picked<Result>> => {
  if (show === undefined) return { outcome: 'noDialog' };
  const asked = performance.now();
  try {
    return { outcome: 'picked', result: await show() };
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    // SecurityError: too long since the person's click, or dialogs are switched off by policy. The fallback may still work.
    if (name === 'SecurityError') return { outcome: 'noDialog' };
    if (name !== 'AbortError') throw error;
    return { outcome: performance.now() - asked < SOONEST_CANCEL_MS ? 'noDialog' : 'cancelled' };
  }
};

const readLimited = async (file: File): Promise<OpenedFile> => {
  if (file.size > MAX_OPEN_BYTES) throw new HostError('host.tooLarge');
  return { name: file.name, bytes: await readInParts(file) };
};

const chooseWithField = (kind: FileKind): Promise<File | null> => new Promise((resolve) => {
  const field = document.createElement('input');
  field.type = 'file';
  field.accept = extensionsOf(kind).join(',');
  field.addEventListener('cancel', () => resolve(null));
  field.addEventListener('change', () => resolve(field.files?.[0] ?? null));
  field.click();
});

/** Taken over by the browser within a few milliseconds. */
const PART_BYTES = 1024 * 1024;

/** A file's parts, each when it is wanted: taking over a hundred megabytes at once would hold the window. */
async function* partsOf(bytes: Uint8Array, stop: Stop | undefined): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at === 0 || at < bytes.length; at += PART_BYTES) {
    if (at > 0) await nextTurn();
    refuseStopped(stop);
    yield bytes.subarray(at, at + PART_BYTES) as Uint8Array<ArrayBuffer>;
  }
}

const download = async (name: string, bytes: Uint8Array, kind: FileKind, stop: Stop | undefined): Promise<SavedFile> => {
  const parts: Blob[] = [];
  for await (const part of partsOf(bytes, stop)) parts.push(new Blob([part]));
  const address = URL.createObjectURL(new Blob(parts, { type: MEDIA_TYPES[kind] }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), DOWNLOAD_KEPT_MS);
  return { location: name };
};

const open = async (kind: FileKind): Promise<OpenedFile | null> => {
  const { showOpenFilePicker } = pickers();
  const picked = await pick(showOpenFilePicker && (() => showOpenFilePicker.call(window, { types: pickerTypes(kind) })));
  if (picked.outcome === 'cancelled') return null;
  const file = picked.outcome === 'picked' ? await picked.result[0]?.getFile() : await chooseWithField(kind);
  return file === undefined || file === null ? null : readLimited(file);
};

const write = async (handle: FileSystemFileHandle, bytes: Uint8Array, stop: Stop | undefined): Promise<SavedFile> => {
  // The browser writes beside the file and replaces it on close, so a failure leaves what was there before.
  const stream = await handle.createWritable();
  try {
    for await (const part of partsOf(bytes, stop)) await stream.write(part);
    await stream.close();
  } catch (error) {
    await stream.abort().catch(() => undefined);
    throw error;
  }
  return { location: handle.name };
};

const save = async (kind: FileKind, suggestedName: string, bytes: Uint8Array, stop: Stop | undefined): Promise<SavedFile | null> => {
  refuseStopped(stop);
  const name = suggestedFileName(suggestedName);
  const { showSaveFilePicker } = pickers();
  const picked = await pick(showSaveFilePicker && (() => showSaveFilePicker.call(window, { suggestedName: name, types: pickerTypes(kind) })));
  if (picked.outcome === 'cancelled') return null;
  return picked.outcome === 'picked' ? write(picked.result, bytes, stop) : download(name, bytes, kind, stop);
};

const failing = async <Result>(work: Promise<Result>): Promise<Result> => {
  try {
    return await work;
  } catch (error) {
    throw toHostError(error);
  }
};

/** Open and save in a browser. `location` of a saved file is its name: the browser does not tell the folder. */
export const browserFiles: HostFiles = {
  open: (kind) => failing(open(kind)),
  save: (kind, suggestedName, bytes, stop) => failing(save(kind, suggestedName, bytes, stop)),
  savePdf: () => {
    window.print();
    return Promise.resolve(null);
  },
};
