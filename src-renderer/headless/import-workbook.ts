/** `caiet import WORKBOOK --as KIND`: the rows of a table, and with `--into` what they are in a package. */
import { presentBidAmounts, presentBidKeys } from '../app/rows-to-bids';
import { presentNeedKeys, presentRequirementKeys } from '../app/rows-to-needs';
import { inOrder } from '../domain/position';
import { IMPORT_KINDS, type ImportKind } from '../domain/ports/import-kinds';
import type { ImportContext } from '../domain/ports/sheet-import';
import type { Project } from '../domain/project';
import type { PackageProject, PackageReport } from '../exchange/report';
import { sealedOut } from '../exchange/sealed-out';
import { addRows, INTO_KINDS, type IntoKind } from './import-into';
import { allowOnly, oneFile, oneOf, type CommandLine } from './options';
import { chosenProject, openPackage, sayErrors } from './package-file';
import { systemUser } from './producer';
import { readTable, rowAnswer, tableAnswerOf, type CheckedTable } from './read-table';
import { problemText, TerminalError, type ExitCode, type Terminal } from './terminal';

/** What of such a table is in the project already, so that the same rows do not come in twice. */
const presentIn = (kind: ImportKind, project: Project): Pick<ImportContext, 'presentRows' | 'presentAmounts'> => {
  if (kind === 'bids') return { presentRows: presentBidKeys(project), presentAmounts: presentBidAmounts(project) };
  if (kind === 'needs') return { presentRows: presentNeedKeys(project) };
  return { presentRows: kind === 'requirements' ? presentRequirementKeys(project) : [] };
};

/** Without a project any lot is taken; without `--currency` too, each price keeps the currency written in the sheet, and lei where none is. */
const contextFor = (kind: ImportKind, project: Project | undefined, currency: string): ImportContext => (project === undefined
  ? { kind, currency, lotNumbers: [], presentRows: [], remembered: {} }
  : { kind, currency: project.currency, lotNumbers: inOrder(project.lots).map(({ number }) => number), remembered: {}, ...presentIn(kind, project) });

/** Rows with errors are left out, told and end in 1; the others are taken. */
export const importWorkbook = async (line: CommandLine, terminal: Terminal): Promise<ExitCode> => {
  const kind = oneOf(line, 'as', IMPORT_KINDS);
  if (kind === 'scores' && line.values.into !== undefined) return (await import('./import-scores')).takeScoresIn(line, terminal);
  allowOnly(line, ['as', 'map', 'out', ...(line.values.into === undefined ? ['currency'] as const : ['into', 'project', 'author', 'passphrase-file'] as const)]);
  const path = oneFile(line);
  const { into, out, map, project: projectId, author, currency } = line.values;
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) throw new TerminalError('terminal.badChoice', { value: currency, option: '--currency', known: 'RON, EUR, USD…' });
  if ((into === undefined) !== (out === undefined)) throw new TerminalError('terminal.together');
  const intoKind = INTO_KINDS.find((each) => each === kind);
  if (into !== undefined && intoKind === undefined) throw new TerminalError('terminal.notInto', { kind });
  const target = into === undefined ? undefined : await openPackage(into, terminal);
  const chosen = target === undefined ? undefined : chosenProject(target, projectId);
  if (target !== undefined && sayErrors(target, terminal)) return 1;
  const read = <Kind extends ImportKind>(as: Kind): Promise<CheckedTable<Kind>> => readTable(as, path, contextFor(as, chosen?.project, currency ?? ''), map, terminal);
  const takeIn = async <Kind extends IntoKind>(as: Kind, report: PackageReport, project: PackageProject, file: string): Promise<CheckedTable<Kind>> => {
    for (const problem of sealedOut(project.project)) terminal.say(problemText(problem, terminal.translator));
    const table = await read(as);
    await addRows({ report, target: project, author: author ?? systemUser(), out: file }, as, table, terminal);
    return table;
  };
  const table = target !== undefined && chosen !== undefined && out !== undefined && intoKind !== undefined ? await takeIn(intoKind, target, chosen, out) : await read(kind);
  terminal.answer({
    rows: table.rows.map((row) => rowAnswer(kind, row)),
    accepted: table.rows.length,
    ...tableAnswerOf(table, terminal),
    ...(out === undefined ? {} : { written: out }),
  });
  const { withErrors } = table.summary;
  if (withErrors > 0) terminal.say(terminal.translator.t('terminal.rowsLeftOut', { count: withErrors }));
  return withErrors > 0 ? 1 : 0;
};
