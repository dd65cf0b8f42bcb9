/** What window and package worker say to one another: one piece of work a worker, one message at a time. */
import type { Parcel } from '../domain/in-pieces';
import type { RulePack } from '../domain/rule-pack';
import type { Proof } from '../exchange/package-desk';
import type { SealedPackage } from '../exchange/seal-package';
import type { PackageHead } from '../exchange/write-package';
import type { Id } from '../domain/values';

/** What can be asked of a project in the package that was read; the last three are told of the one here first. */
export type AboutProject = 'project' | 'history' | 'standing' | 'compare' | 'merge';

/** The private key stays in the window: the worker asks for each signature. */
export interface SignerFacts {
  readonly publicKey: Uint8Array;
  readonly sequence: number;
}

export type PackageAsk =
  /** Bytes of the file that is read or proven next, before that. */
  | { readonly task: 'part'; readonly at: number; readonly size: number; readonly bytes: Uint8Array }
  | { readonly task: 'read'; readonly fileName: string; readonly passphrase?: string | undefined; readonly rulePack?: RulePack | undefined }
  /** A piece of the project here that the next question is about. */
  | ({ readonly task: 'here' } & Parcel)
  | { readonly task: 'about'; readonly what: AboutProject; readonly id: Id }
  | { readonly task: 'file'; readonly sha256: string }
  /** The next piece of the answer. */
  | { readonly task: 'next' }
  | { readonly task: 'prove' }
  | {
    readonly task: 'write'; readonly head: PackageHead; readonly passphrase?: string | undefined; readonly files?: ReadonlyMap<string, Uint8Array> | undefined;
    readonly signer?: SignerFacts | undefined;
  }
  /** A piece of the next project to write. */
  | ({ readonly task: 'add' } & Parcel)
  | { readonly task: 'finish' }
  | { readonly task: 'signed'; readonly signature: Uint8Array };

export type PackageAnswer =
  | ({ readonly said: 'piece' } & Parcel)
  | { readonly said: 'file'; readonly bytes: Uint8Array | undefined }
  | { readonly said: 'proof'; readonly proof: Proof }
  | { readonly said: 'ready' }
  | { readonly said: 'sign'; readonly message: Uint8Array }
  | { readonly said: 'sealed'; readonly sealed: SealedPackage & { readonly sha256: string } };
