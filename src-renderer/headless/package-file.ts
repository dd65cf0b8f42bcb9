/** Packages as files. */
import type { RulePack } from '../domain/rule-pack';
import { RO_2026 } from '../domain/rule-packs';
import { ProblemError } from '../domain/problem';
import { PackageShapeError } from '../exchange/decode-package';
import { MAX_PACKAGE_BYTES } from '../exchange/package-limits';
import { openPackage as openFile } from '../exchange/open-package';
import type { PackageProject, PackageReport } from '../exchange/report';
import { sealPackage } from '../exchange/seal-package';
import { PackageWriter, type PackageContent } from '../exchange/write-package';
import { webPlatform } from '../host/web-platform';
import { readFileBytes, writeFileWhole } from './files';
import { problemText, TerminalError, type Terminal } from './terminal';

/** The rules results are computed with. */
export const RULES: RulePack = RO_2026;

export const readPackageBytes = (path: string): Promise<Uint8Array> => readFileBytes(path, MAX_PACKAGE_BYTES);

/** What is in a package file of any form. Rejects as `exchange/open-package.ts` does. */
export const openBytes = (path: string, bytes: Uint8Array, { passphrase }: Terminal): Promise<PackageReport> =>
  openFile(path, bytes, webPlatform, { rulePack: RULES, ...(passphrase === undefined ? {} : { passphrase }) });

/** What is wrong with a file that is no package, on one line. */
const refusal = (path: string, error: ProblemError, { translator }: Terminal): TerminalError => {
  const said = problemText(error.problem, translator);
  const { pointer } = error.problem;
  const place = pointer === undefined || pointer === '' ? said : translator.t('terminal.at', { pointer, message: said });
  const count = error instanceof PackageShapeError ? error.problems.length - 1 : 0;
  return new TerminalError('terminal.inFile', { path, message: count === 0 ? place : translator.t('terminal.more', { message: place, count }) });
};

/** The package in a file; a file that is none ends the command. */
export const openPackage = async (path: string, terminal: Terminal): Promise<PackageReport> => {
  const bytes = await readPackageBytes(path);
  try {
    return await openBytes(path, bytes, terminal);
  } catch (error) {
    if (error instanceof ProblemError) throw refusal(path, error, terminal);
    throw error;
  }
};

/** Says every error on a line of its own; true when there was one. */
export const sayErrors = ({ problems, fileName }: PackageReport, { say, translator }: Terminal): boolean => {
  const errors = problems.filter(({ severity }) => severity === 'error');
  for (const error of errors) {
    const message = translator.t('terminal.at', { pointer: error.pointer ?? '', message: problemText(error, translator) });
    say(translator.t('terminal.inFile', { path: fileName, message }));
  }
  return errors.length > 0;
};

/** So that the message stays a line a person reads. */
const MOST_NAMED = 10;

const namesOf = (projects: readonly PackageProject[]): string =>
  [...projects.slice(0, MOST_NAMED).map(({ project }) => project.id), ...(projects.length > MOST_NAMED ? ['…'] : [])].join(', ');

/** The projects asked for: the one named, or all. */
export const chosenProjects = ({ projects }: PackageReport, id: string | undefined): readonly PackageProject[] => {
  if (id === undefined) return projects;
  const chosen = projects.filter(({ project }) => project.id === id);
  if (chosen.length === 0) throw new TerminalError('terminal.noSuchProject', { id, known: namesOf(projects) });
  return chosen;
};

/** The project asked for: the one named, or the only one. */
export const chosenProject = (report: PackageReport, id: string | undefined): PackageProject => {
  const [project, another] = chosenProjects(report, id);
  if (project === undefined) throw new TerminalError('terminal.noProjects', { path: report.fileName });
  if (another !== undefined) throw new TerminalError('terminal.whichProject', { known: namesOf(report.projects) });
  return project;
};

/**
 * Writes a package made out of another one: with the same files, and under the same passphrase when that one was under
 * it, for what came encrypted must not be left lying in the clear.
 */
export const writePackageLike = async ({ files, isEncrypted }: Pick<PackageReport, 'files' | 'isEncrypted'>, out: string, { projects, ...head }: PackageContent, { passphrase }: Terminal): Promise<void> => {
  const writer = new PackageWriter(head, webPlatform.encodeText);
  for (const each of projects) writer.add(each);
  const { bytes } = await sealPackage(writer, webPlatform, { files, passphrase: isEncrypted ? passphrase : undefined });
  await writeFileWhole(out, bytes);
};
