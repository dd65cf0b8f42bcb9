/** What window and file worker say to one another: one file a worker. */
import type { Parcel } from '../domain/in-pieces';
import type { FileKind } from '../exchange/file-desk';

export type FileAsk =
  /** A piece of what the file is made of; the last of them begins the work. */
  { readonly kind: FileKind } & Parcel;

export type FileAnswer =
  | { readonly said: 'ready' }
  | { readonly said: 'made'; readonly made: unknown };
