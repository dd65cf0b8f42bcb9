/** Where the contents of documents are kept, beside the projects that describe them. Implemented by `storage/`. */
import type { Id } from '../values';

export interface AttachedFiles {
  /** Returns after the contents are on the disk, in both homes. Keys are their SHA-256. Rejects with a ProblemError. */
  put(projectId: Id, files: ReadonlyMap<string, Uint8Array>): Promise<void>;
  /** Undefined when the content is in neither home, or is not what its SHA-256 says. */
  get(projectId: Id, sha256: string): Promise<Uint8Array | undefined>;
  /** Removes the contents of a project that was removed for good; what another project has as well stays. */
  forget(projectId: Id): Promise<void>;
}
