/**
 * The file an import was read from, kept on this computer under its SHA-256 beside the contents of documents, so that it
 * can be taken out again as it was. It travels in no package: a register holds everything the bidders wrote.
 */
import { attachmentsOf, bytesOfAll, MAX_FILE_BYTES, MAX_PROJECT_FILE_BYTES } from '../domain/attachment';
import { fail } from '../domain/problem';
import type { ImportRecord, Project } from '../domain/project';
import { anySealed } from '../domain/sealed-prices';
import type { Id } from '../domain/values';
import type { CaietPorts } from './ports';

/** Why the file of an import cannot be taken out: it is on another computer, or prices in it are still sealed. */
export type SourceProblemCode = 'source.missing' /* data: {fileName} */ | 'source.sealed' /* data: {fileName} */;

/** Whether a file of so many bytes may be kept; `full`: the project keeps as much as it may. */
export const sourceRoom = (project: Project, size: number): 'room' | 'tooLarge' | 'full' => {
  if (size > MAX_FILE_BYTES) return 'tooLarge';
  const sources = new Map(Object.values(project.imports).map(({ sha256, sourceSize = 0 }) => [sha256, sourceSize]));
  const kept = [...sources.values()].reduce((sum, each) => sum + each, bytesOfAll(attachmentsOf(project)));
  return kept + size > MAX_PROJECT_FILE_BYTES ? 'full' : 'room';
};

/** The record with its file kept; as it was when there is none to keep, or no room. Returns after the file is on the disk. */
export const withSource = async ({ attachedFiles }: Pick<CaietPorts, 'attachedFiles'>, project: Project, record: ImportRecord, source: Uint8Array | null): Promise<ImportRecord> => {
  if (source === null || source.length === 0 || sourceRoom(project, source.length) !== 'room') return record;
  await attachedFiles.put(project.id, new Map([[record.sha256, source]]));
  return { ...record, sourceSize: source.length };
};

/** Saves the file of an import where the person says; null when cancelled. Rejects with a ProblemError<SourceProblemCode>. */
export const saveSource = async ({ attachedFiles, files }: Pick<CaietPorts, 'attachedFiles' | 'files'>, project: Project, importId: Id): Promise<string | null> => {
  const record = project.imports[importId];
  const fileName = record?.fileName ?? '';
  if (anySealed(project)) throw fail<SourceProblemCode>('source.sealed', { fileName });
  const bytes = record === undefined ? undefined : await attachedFiles.get(project.id, record.sha256);
  if (bytes === undefined) throw fail<SourceProblemCode>('source.missing', { fileName });
  return (await files.save('attachment', fileName, bytes))?.location ?? null;
};
