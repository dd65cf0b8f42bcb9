/** Contents of documents that a package brings, kept before the projects that speak of them. */
import type { OpenedPackage } from '../exchange/opened-package';
import type { Id } from '../domain/values';
import type { CaietPorts } from './ports';

/** `files`: SHA-256 of what the project speaks of. What the package does not have is left out. */
export const keepContents = async (opened: OpenedPackage, projectId: Id, files: readonly string[], { attachedFiles }: Pick<CaietPorts, 'attachedFiles'>): Promise<void> => {
  const contents = new Map<string, Uint8Array>();
  for (const sha256 of files) {
    const bytes = await opened.file(sha256);
    if (bytes !== undefined) contents.set(sha256, bytes);
  }
  if (contents.size > 0) await attachedFiles.put(projectId, contents);
};
