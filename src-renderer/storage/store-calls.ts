/** What the window and the worker that has the database ask of one another. */
import type { Adoption } from '../domain/ports/project-store';
import type { PackageProducer } from '../exchange/package-schema';
import type { DexieProjectStore } from './project-store';
import type { SafetyFiles } from './safety-files';

/** What the worker has to know of the window before it opens anything. */
export interface StoreFacts {
  readonly keepsCopies: boolean;
  readonly appVersion: string;
  readonly electronMajor: number | null;
}

type Snapshots = DexieProjectStore['snapshots'];

/** The store, as the window asks for it. */
export type StoreCalls = Pick<DexieProjectStore, 'recover' | 'summaries' | 'purchases' | 'load' | 'history' | 'commit' | 'purge' | 'settle' | 'snapshotNow' | 'close'> & {
  readonly open: (facts: StoreFacts) => ReturnType<DexieProjectStore['open']>;
  /** One of those that the next `adopt` of the same batch stores. */
  readonly holdAdoption: (batch: number, adoption: Adoption) => Promise<void>;
  /** All that is held of a batch; nothing of it is held after. */
  readonly adopt: (batch: number) => Promise<void>;
  readonly dropAdoptions: (batch: number) => Promise<void>;
  readonly listSnapshots: Snapshots['list'];
  readonly readSnapshot: Snapshots['read'];
};

/** What only the window has: the host's files, and whose device this is. */
export type WindowCalls = SafetyFiles & { readonly producer: () => Promise<PackageProducer> };
