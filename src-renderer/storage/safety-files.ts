/** The safety port over the host's plain files. */
import type { Ledger, SafetyStore } from '../domain/ports/safety-store';
import { Turns } from '../turns/turns';
import { z } from '../domain/schema';

/** What a host offers: as the port, but the ledger is text. */
export interface SafetyFiles extends Omit<SafetyStore, 'readLedger' | 'writeLedger' | 'listSnapshots' | 'readSnapshot' | 'writeSnapshot'> {
  readLedger(): Promise<string | null>;
  writeLedger(json: string): Promise<void>;
  listSnapshots(): Promise<readonly { readonly name: string; readonly size: number }[]>;
  /** As much as goes over at a time, from byte `from` on; nothing beyond its end. */
  readSnapshot(name: string, from: number): Promise<Uint8Array>;
  holdSnapshot(part: number, bytes: Uint8Array): Promise<void>;
  /** `bytes`, then the parts that are held, of which there must be exactly `parts`. */
  writeSnapshot(name: string, bytes: Uint8Array, parts: number): Promise<void>;
}

/** Copied within a few milliseconds. */
const PART_BYTES = 4 * 1024 * 1024;

function* starts(size: number): Generator<number> {
  for (let at = 0; at < size; at += PART_BYTES) yield at;
}

const readInParts = async (files: SafetyFiles, name: string): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const part = await files.readSnapshot(name, size);
    if (part.length === 0) break;
    parts.push(part);
    size += part.length;
  }
  const turns = new Turns();
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
    await turns.take();
  }
  return bytes;
};

/** A small one goes over as it is. */
const writeInParts = async (files: SafetyFiles, name: string, bytes: Uint8Array): Promise<void> => {
  const [first, ...others] = [...starts(bytes.length)];
  for (const [part, at] of others.entries()) await files.holdSnapshot(part, bytes.slice(at, at + PART_BYTES));
  await files.writeSnapshot(name, first === undefined ? bytes : bytes.slice(first, first + PART_BYTES), others.length);
};

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
  readSnapshot: (name) => readInParts(files, name),
  writeSnapshot: (name, bytes) => writeInParts(files, name, bytes),
  removeSnapshot: (name) => files.removeSnapshot(name),
});
