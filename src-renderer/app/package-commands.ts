/** What the window can do around packages: options of one that leaves, documents, and the devices it knows. Types alone. */
import type { Attachment } from '../domain/attachment';
import type { Id } from '../domain/values';
import type { Watched } from '../exchange/package-desk';
import type { OpenedFacts } from '../exchange/opened-package';
import type { Trust } from '../exchange/trust';

/** What the person decides before a package is made. */
export interface PackageOptions extends Watched {
  readonly passphrase?: string;
  /** Signed unless the person says otherwise. */
  readonly signed?: boolean;
}

export interface AttachmentCommands {
  /** Rejects with `attachment.tooLarge`, `attachment.empty`, `project.filesTooLarge`, `project.tooMany`. */
  add(fileName: string, mediaType: string, bytes: Uint8Array): Promise<void>;
  edit(id: Id, fields: Partial<Pick<Attachment, 'title' | 'filedUnder' | 'publicAs'>>): void;
  /** Its content stays for undo, and goes with the project. */
  remove(id: Id): void;
  /** Null when cancelled; else where it was saved. Rejects with `attachment.missing`, and with `attachment.sealed` for a price envelope. */
  save(id: Id): Promise<string | null>;
}

export interface DeviceCommands {
  /** Of this device's key, for the person on the telephone; null while nothing was signed here. */
  ownFingerprint(): Promise<string | null>;
  trust(report: OpenedFacts): Promise<Trust>;
  /** After a package was taken in: its device is known from now on. */
  remember(report: OpenedFacts): Promise<void>;
  rename(id: Id, name: string): void;
  /** What it signs next is met as new. */
  forget(id: Id): void;
}
