/** What each message of the bridge does in the main process. */
import { app } from 'electron';
import { CHANNELS, parseArguments as parse } from '../bridge/channels';
import type { HostInfo } from '../bridge/host-api';
import type { FileDialogs } from '../files/dialogs';
import type { SafetyFolder } from '../safety/safety-folder';
import type { Handle } from './handle';

/** Electron's own major version; null where there is no Electron (tests). */
export const electronMajor = (): number | null => {
  const major = Number.parseInt(process.versions['electron'] ?? '', 10);
  return Number.isNaN(major) ? null : major;
};

const hostInfo = (safety: SafetyFolder): HostInfo => ({
  kind: 'electron',
  appVersion: app.getVersion(),
  electronMajor: electronMajor(),
  platform: process.platform,
  safety: 'disk',
  safetyLocation: safety.folder,
});

const registerSafety = (handle: Handle, safety: SafetyFolder): void => {
  handle(CHANNELS.holdJournal, parse.journalPart, (_window, part, text) => safety.holdJournal(part, text));
  handle(CHANNELS.appendJournal, parse.journal, (_window, lines, parts) => safety.appendJournal(lines, parts));
  handle(CHANNELS.readJournal, parse.none, () => safety.readJournal());
  handle(CHANNELS.restartJournal, parse.none, () => safety.restartJournal());
  handle(CHANNELS.readLedger, parse.none, () => safety.readLedger());
  handle(CHANNELS.writeLedger, parse.ledger, (_window, json) => safety.writeLedger(json));
  handle(CHANNELS.listSnapshots, parse.none, () => safety.listSnapshots());
  handle(CHANNELS.readSnapshot, parse.readSnapshot, (_window, name, from) => safety.readSnapshot(name, from));
  handle(CHANNELS.holdSnapshot, parse.filePart, (_window, part, bytes) => safety.holdSnapshot(part, bytes));
  handle(CHANNELS.writeSnapshot, parse.writeSnapshot, (_window, name, bytes, parts) => safety.writeSnapshot(name, bytes, parts));
  handle(CHANNELS.removeSnapshot, parse.snapshot, (_window, name) => safety.removeSnapshot(name));
};

/** Registers every channel but `readyToClose`, which belongs to the window. */
export const registerHost = (handle: Handle, dialogs: FileDialogs, safety: SafetyFolder): void => {
  handle(CHANNELS.info, parse.none, () => hostInfo(safety));
  handle(CHANNELS.open, parse.open, (window, kind) => dialogs.open(window, kind));
  handle(CHANNELS.readOpened, parse.readOpened, (_window, from) => dialogs.readOpened(from));
  handle(CHANNELS.holdFile, parse.filePart, (_window, part, bytes) => dialogs.holdFile(part, bytes));
  handle(CHANNELS.save, parse.save, (window, kind, name, bytes, parts) => dialogs.save(window, kind, name, bytes, parts));
  handle(CHANNELS.savePdf, parse.savePdf, (window, name) => dialogs.savePdf(window, name));
  registerSafety(handle, safety);
};
