/** Exchange targets as the window shows and commands them. */
import type { StoreApi } from 'zustand/vanilla';
import type { CertificateFacts, HostTargets, TargetConnection, WebDavInput } from '../../../src-main/bridge/targets-api';
import type { IncomingPackage, KnownIdentity, TargetRecord, TargetStore } from '../../domain/ports/target-store';
import type { Problem } from '../../domain/problem';
import type { Id, Instant } from '../../domain/values';

/** What an exchange is doing at this moment. */
export interface TargetActivity {
  readonly step: 'looking' | 'making' | 'sending' | 'fetching';
  /** Which of how many, from 1. */
  readonly number: number;
  readonly count: number;
  /** 0 to 1 of this one; null while it cannot be known. */
  readonly fraction: number | null;
}

export interface TargetView {
  readonly connection: TargetConnection;
  /** Null until the person has taken the target into use. */
  readonly record: TargetRecord | null;
  readonly incoming: readonly IncomingPackage[];
  readonly activity: TargetActivity | null;
  /** Why the last exchange did not happen; the next one may. */
  readonly problem: Problem | null;
  /** For people only; decides nothing. */
  readonly reachedAt: Instant | null;
}

export interface TargetsState {
  readonly kinds: readonly TargetConnection['kind'][];
  readonly targets: readonly TargetView[];
}

/** What a place turned out to be before it is taken into use. */
export type TargetOffer =
  | { readonly kind: 'target'; readonly identity: KnownIdentity }
  | { readonly kind: 'empty' }
  /** Holds other things; `others` counts them. */
  | { readonly kind: 'occupied'; readonly others: number };

/** One project and how it stands to what was sent. */
export interface OutboxLine {
  readonly projectId: Id;
  readonly title: string;
  readonly isChosen: boolean;
  /** `waiting`: a package is made and on its way. Null for projects that are not chosen. */
  readonly state: 'new' | 'changed' | 'same' | 'waiting' | null;
}

export interface TargetCommands {
  readonly state: StoreApi<TargetsState>;
  /** Reads what is known and starts automatic exchange. */
  begin(): Promise<void>;
  /** Null when the person cancels. */
  chooseFolder(): Promise<TargetConnection | null>;
  connect(input: WebDavInput): Promise<TargetConnection>;
  certificate(address: string): Promise<CertificateFacts>;
  unlock(id: string, password: string | null): Promise<void>;
  /** Looks what is there; changes nothing. */
  examine(id: string): Promise<TargetOffer>;
  /** Takes the target that is there into use. */
  join(id: string): Promise<void>;
  /** Makes the place a target with this name, or joins the one that somebody made meanwhile. */
  setUp(id: string, name: string): Promise<void>;
  /** Forgets it here; at the target nothing changes. */
  forget(id: string): Promise<void>;
  setMode(id: string, mode: TargetRecord['mode']): Promise<void>;
  choose(id: string, projectId: Id, isChosen: boolean): Promise<void>;
  outbox(id: string): Promise<readonly OutboxLine[]>;
  send(id: string): Promise<void>;
  receive(id: string): Promise<void>;
  /** Stops what runs; what has arrived stays. */
  cancel(id: string): void;
  /** After a stop: things went away on purpose. `again`: what is gone is sent once more. */
  goOn(id: string, again: boolean): Promise<void>;
  /** The file of a package that was found there, fetched now if need be. */
  open(id: string, name: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  putAside(id: string, name: string): Promise<void>;
  /**
   * Leaves a receipt in the outbox of every target that the answered package was found at; gives how many those are. Without
   * any, the receipt goes back as a file.
   */
  answer(answered: Id, receipt: { readonly id: Id; readonly title: string; readonly bytes: Uint8Array }): Promise<number>;
  /** Whether a package was found at any target. */
  knows(packageId: Id): boolean;
  /** A package was imported: it leaves the inbox wherever it lies. */
  noteImported(packageId: Id): Promise<void>;
}

export interface TargetPorts {
  readonly host: HostTargets;
  readonly store: TargetStore;
  /** Runs the work unless another window of this device is at it. */
  readonly alone: (name: string, work: () => Promise<void>) => Promise<void>;
  /** Calls the listener from time to time, and when the line may be back. */
  readonly onOccasion: (listener: () => void) => void;
}
