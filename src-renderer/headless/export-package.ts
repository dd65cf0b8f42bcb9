/** `caiet export FILE --as xlsx [-o OUT]`: a project as an Excel workbook. */
import { join, dirname, basename } from 'node:path';
import { evaluate } from '../domain/evaluation/evaluate';
import { writeWorkbook } from '../spreadsheet/export/write-workbook';
import { exists, writeFileWhole } from './files';
import { allowOnly, oneFile, oneOf, type CommandLine } from './options';
import { chosenProject, openPackage, RULES, sayErrors } from './package-file';
import { TerminalError, type ExitCode, type Terminal } from './terminal';

/** Beside the package, under its name; never over a file that is already there. */
const besides = async (path: string): Promise<string> => {
  const out = join(dirname(path), `${basename(path).replace(/(\.caiet)?\.json$/i, '')}.xlsx`);
  if (await exists(out)) throw new TerminalError('terminal.exists', { path: out });
  return out;
};

/** A package with errors is not exported: a workbook looks as right as its source is wrong. */
export const exportPackage = async (line: CommandLine, terminal: Terminal): Promise<ExitCode> => {
  allowOnly(line, ['as', 'out', 'project']);
  const path = oneFile(line);
  oneOf(line, 'as', ['xlsx']);
  const report = await openPackage(path, terminal);
  const { project } = chosenProject(report, line.values.project);
  const out = line.values.out ?? await besides(path);
  if (sayErrors(report, terminal)) return 1;
  await writeFileWhole(out, await writeWorkbook(project, evaluate(project, RULES), terminal.translator));
  terminal.answer({ written: out, project: project.id });
  return 0;
};
