/** The host's plain files, as the window lends them, over safety copies in memory. */
import type { SafetyStore } from '../../../src-renderer/domain/ports/safety-store';
import { readLedgerText, type SafetyFiles } from '../../../src-renderer/storage/safety-files';

export const filesOver = (safety: SafetyStore): SafetyFiles => {
  let held: Uint8Array[] = [];
  return {
    holdJournal: (part, text) => safety.holdJournal(part, text),
    appendJournal: (lines, parts) => safety.appendJournal(lines, parts),
    readJournal: () => safety.readJournal(),
    restartJournal: () => safety.restartJournal(),
    readLedger: async () => JSON.stringify(await safety.readLedger()),
    writeLedger: async (json) => {
      const ledger = readLedgerText(json);
      if (ledger !== null) await safety.writeLedger(ledger);
    },
    listSnapshots: () => safety.listSnapshots(),
    readSnapshot: async (name, from) => (await safety.readSnapshot(name)).slice(from),
    holdSnapshot: async (part, bytes) => {
      held = [...held.slice(0, part), bytes];
    },
    writeSnapshot: (name, bytes) => safety.writeSnapshot(name, Uint8Array.from([bytes, ...held.splice(0)].flatMap((part) => [...part]))),
    removeSnapshot: (name) => safety.removeSnapshot(name),
  };
};
