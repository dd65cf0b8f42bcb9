/** The safety port over the host's plain files. */
import type { Ledger, SafetyStore } from '../domain/ports/safety-store';
import { z } from '../domain/schema';

/** What a host offers: as the port, but the ledger is text. */
export interface SafetyFiles extends Omit<SafetyStore, 'readLedger' | 'writeLedger' | 'listSnapshots'> {
  readLedger(): Promise<string | null>;
  writeLedger(json: string): Promise<void>;
  listSnapshots(): Promise<readonly { readonly name: string; readonly size: number }[]>;
}

const ledgerSchema: z.ZodType<Ledger> = z.looseObject({
  appVersion: z.string(),
  electronMajor: z.int().nullable(),
  schemaVersion: z.int().min(1),
  commitSeq: z.int().min(0),
  counts: z.record(z.string(), z.int().min(0)),
  writtenAt: z.string(),
});

/** A ledger's text. Null when there is none or it is damaged: then the journal alone tells what should be there. */
export const readLedgerText = (text: string | null): Ledger | null => {
  try {
    return text === null ? null : ledgerSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
};

/** Makes the port the project store needs out of the host's files. */
export const safetyStoreOn = (files: SafetyFiles): SafetyStore => ({
  holdJournal: (part, text) => files.holdJournal(part, text),
  appendJournal: (lines, parts) => files.appendJournal(lines, parts),
  readJournal: () => files.readJournal(),
  restartJournal: () => files.restartJournal(),
  readLedger: async () => readLedgerText(await files.readLedger()),
  writeLedger: (ledger) => files.writeLedger(JSON.stringify(ledger)),
  listSnapshots: async () => [...(await files.listSnapshots())],
  readSnapshot: (name) => files.readSnapshot(name),
  writeSnapshot: (name, bytes) => files.writeSnapshot(name, bytes),
  removeSnapshot: (name) => files.removeSnapshot(name),
});
