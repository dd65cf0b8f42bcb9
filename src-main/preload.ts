/** Gives the window `caietHost`, the BridgeApi, and nothing else: no ipcRenderer, no event objects, no channel names. */
import { contextBridge, ipcRenderer } from 'electron';
import { CHANNELS, EVENTS } from './bridge/channels';
import { MENU_COMMANDS, type BridgeApi } from './bridge/host-api';
import type { TargetProgress } from './bridge/targets-api';

const closing = new Set<() => Promise<void>>();

// Main asks once per attempt to close. A listener that fails must not keep the window open: what it could not save is
// in the journal, and main waits a few seconds only.
ipcRenderer.on(EVENTS.beforeClose, () => {
  void Promise.allSettled([...closing].map((listener) => listener()))
    .then(() => ipcRenderer.invoke(CHANNELS.readyToClose));
});

const api: BridgeApi = {
  info: () => ipcRenderer.invoke(CHANNELS.info),
  files: {
    open: (kind) => ipcRenderer.invoke(CHANNELS.open, kind),
    readOpened: (from) => ipcRenderer.invoke(CHANNELS.readOpened, from),
    holdFile: (part, bytes) => ipcRenderer.invoke(CHANNELS.holdFile, part, bytes),
    save: (kind, suggestedName, bytes, parts = 0) => ipcRenderer.invoke(CHANNELS.save, kind, suggestedName, bytes, parts),
    savePdf: (suggestedName) => ipcRenderer.invoke(CHANNELS.savePdf, suggestedName),
  },
  safety: {
    holdJournal: (part, text) => ipcRenderer.invoke(CHANNELS.holdJournal, part, text),
    appendJournal: (lines, parts = 0) => ipcRenderer.invoke(CHANNELS.appendJournal, lines, parts),
    readJournal: () => ipcRenderer.invoke(CHANNELS.readJournal),
    restartJournal: () => ipcRenderer.invoke(CHANNELS.restartJournal),
    readLedger: () => ipcRenderer.invoke(CHANNELS.readLedger),
    writeLedger: (json) => ipcRenderer.invoke(CHANNELS.writeLedger, json),
    listSnapshots: () => ipcRenderer.invoke(CHANNELS.listSnapshots),
    readSnapshot: (name, from = 0) => ipcRenderer.invoke(CHANNELS.readSnapshot, name, from),
    holdSnapshot: (part, bytes) => ipcRenderer.invoke(CHANNELS.holdSnapshot, part, bytes),
    writeSnapshot: (name, bytes, parts = 0) => ipcRenderer.invoke(CHANNELS.writeSnapshot, name, bytes, parts),
    removeSnapshot: (name) => ipcRenderer.invoke(CHANNELS.removeSnapshot, name),
  },
  targets: {
    kinds: ['folder', 'webdav'],
    list: () => ipcRenderer.invoke(CHANNELS.targets),
    chooseFolder: () => ipcRenderer.invoke(CHANNELS.chooseTargetFolder),
    connect: (input) => ipcRenderer.invoke(CHANNELS.connectTarget, input),
    certificate: (address) => ipcRenderer.invoke(CHANNELS.targetCertificate, address),
    unlock: (id, password) => ipcRenderer.invoke(CHANNELS.unlockTarget, id, password),
    forget: (id) => ipcRenderer.invoke(CHANNELS.forgetTarget, id),
    look: (job, id) => ipcRenderer.invoke(CHANNELS.lookAtTarget, job, id),
    prepare: (job, id) => ipcRenderer.invoke(CHANNELS.prepareTarget, job, id),
    files: (job, id) => ipcRenderer.invoke(CHANNELS.targetFiles, job, id),
    read: (job, id, name, limit) => ipcRenderer.invoke(CHANNELS.readFromTarget, job, id, name, limit),
    readPart: (job, from) => ipcRenderer.invoke(CHANNELS.readTargetPart, job, from),
    holdPart: (job, part, bytes) => ipcRenderer.invoke(CHANNELS.holdTargetPart, job, part, bytes),
    put: (job, put, parts = 0) => ipcRenderer.invoke(CHANNELS.putAtTarget, job, put, parts),
    cancel: (job) => ipcRenderer.invoke(CHANNELS.cancelTargetJob, job),
    onProgress: (listener) => {
      const hear = (_event: unknown, progress: TargetProgress): void => listener(progress);
      ipcRenderer.on(EVENTS.targetProgress, hear);
      return () => { ipcRenderer.removeListener(EVENTS.targetProgress, hear); };
    },
  },
  onMenu: (listener) => {
    const hear = (_event: unknown, sent: unknown): void => {
      const command = MENU_COMMANDS.find((known) => known === sent);
      if (command !== undefined) listener(command);
    };
    ipcRenderer.on(EVENTS.menu, hear);
    return () => { ipcRenderer.removeListener(EVENTS.menu, hear); };
  },
  onBeforeClose: (listener) => {
    closing.add(listener);
    return () => { closing.delete(listener); };
  },
};

contextBridge.exposeInMainWorld('caietHost', api);
