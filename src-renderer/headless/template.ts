/**
 * `caiet template KIND [FILE] -o OUT`: the form people outside fill in, as the window makes it; for `scores` the sheet of
 * one evaluator, with the package whose register knows that it was handed out.
 */
import { basename } from 'node:path';
import { sheetToHandOut, withHandout } from '../app/hand-out';
import { templateFor, templateForNobody } from '../app/template-request';
import { sha256Hex } from '../domain/digest';
import { foldText } from '../domain/fold-text';
import type { Handout } from '../domain/handout';
import { inOrder } from '../domain/position';
import { TEMPLATE_KINDS, type TemplateKind } from '../domain/ports/template-request';
import type { Evaluator, Project } from '../domain/project';
import { sealedOut } from '../exchange/sealed-out';
import { encodeSheet } from '../exchange/sheet-package';
import { createTranslator } from '../i18n/translator';
import { writeScoreSheet } from '../spreadsheet/export/score-sheet-workbook';
import { writeTemplate } from '../spreadsheet/export/templates/write-template';
import { writeFileWhole } from './files';
import { writeAddition } from './import-into';
import { allowOnly, required, type CommandLine } from './options';
import { chosenProject, openPackage, sayErrors } from './package-file';
import { producerFor, systemUser } from './producer';
import { problemText, TerminalError, type ExitCode, type Terminal } from './terminal';

const SHEET = 'scores';

const kindOf = ({ command, files: [kind] }: CommandLine): TemplateKind | typeof SHEET => {
  const known = [...TEMPLATE_KINDS, SHEET] as const;
  const found = known.find((each) => each === kind);
  if (kind === undefined) throw new TerminalError('terminal.missingKind', { command, known: known.join(', ') });
  if (found === undefined) throw new TerminalError('terminal.badChoice', { value: kind, option: command, known: known.join(', ') });
  return found;
};

/** The words of forms and sheets in both languages; what has one language is in that of the terminal. */
const bothLanguages = () => ({ ro: createTranslator('ro'), en: createTranslator('en') });

const writeForm = async (kind: TemplateKind, project: Project | null, out: string, { translator, answer }: Terminal): Promise<ExitCode> => {
  const request = project === null ? templateForNobody(kind) : templateFor(kind, project);
  await writeFileWhole(out, await writeTemplate(request, { ...bothLanguages(), own: translator.locale }));
  answer({ written: out, kind, project: project?.id ?? null, filled: request.filled.length });
  return 0;
};

/** By the name people know, or by the id of the record. */
const evaluatorNamed = ({ evaluators }: Project, name: string): Evaluator => {
  const all = inOrder(evaluators);
  const named = all.filter((each) => each.id === name || foldText(each.name) === foldText(name));
  const [only, another] = named;
  if (only === undefined || another !== undefined) throw new TerminalError('terminal.whichEvaluator', { name, known: all.map((each) => (each.name === '' ? each.id : each.name)).join(', ') });
  return only;
};

/** For every lot. The sheet's line goes into the register, for a sheet no register knows is not taken back. */
const writeSheet = async (line: CommandLine, path: string, out: string, terminal: Terminal): Promise<ExitCode> => {
  const register = required(line, 'register');
  const name = required(line, 'evaluator');
  const report = await openPackage(path, terminal);
  const target = chosenProject(report, line.values.project);
  if (sayErrors(report, terminal)) return 1;
  const { project } = target;
  const evaluator = evaluatorNamed(project, name);
  const lotIds = Object.fromEntries(Object.keys(project.lots).map((id): [string, true] => [id, true]));
  const { basis, sheet } = sheetToHandOut(project, evaluator, lotIds, terminal);
  const form = out.toLowerCase().endsWith('.json') ? 'package' : 'workbook';
  const { ro, en } = bothLanguages();
  const bytes = form === 'workbook' ? await writeScoreSheet(sheet, { ro: ro.t, en: en.t })
    : encodeSheet({ sheet, way: 'handedOut', history: [], at: basis.at, producer: producerFor(report.producer.authority) });
  const handout: Handout = { ...basis, form, fileName: basename(out), sha256: sha256Hex(bytes), returns: {} };
  for (const problem of sealedOut(project)) terminal.say(problemText(problem, terminal.translator));
  const author = line.values.author ?? systemUser();
  await writeAddition({ report, target, author, out: register }, { code: 'sheetHandedOut', data: { name: evaluator.name } }, withHandout(project, handout), terminal);
  await writeFileWhole(out, bytes);
  terminal.answer({ written: out, kind: SHEET, project: project.id, register, handout: handout.id, evaluator: evaluator.name, form, sha256: handout.sha256 });
  return 0;
};

/** A form without a package is one for every project; a score sheet is always of one. */
export const template = async (line: CommandLine, terminal: Terminal): Promise<ExitCode> => {
  const kind = kindOf(line);
  const [, path, extra] = line.files;
  allowOnly(line, ['out', 'project', 'passphrase-file', ...(kind === SHEET ? ['evaluator', 'register', 'author'] as const : [])]);
  if (extra !== undefined) throw new TerminalError('terminal.tooManyFiles', { command: line.command, extra });
  const out = required(line, 'out');
  if (kind === SHEET) {
    if (path === undefined) throw new TerminalError('terminal.missingFile', { command: `${line.command} ${SHEET}` });
    return writeSheet(line, path, out, terminal);
  }
  if (path === undefined) return writeForm(kind, null, out, terminal);
  const report = await openPackage(path, terminal);
  const { project } = chosenProject(report, line.values.project);
  return sayErrors(report, terminal) ? 1 : writeForm(kind, project, out, terminal);
};
