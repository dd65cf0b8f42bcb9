/** `caiet export FILE --as xlsx|ocds|public [-o OUT]`: a project as a workbook, or as what may be published of it. */
import { realpath } from 'node:fs/promises';
import { join, dirname, basename } from 'node:path';
import { utcDate } from '../domain/civil-date';
import { evaluate } from '../domain/evaluation/evaluate';
import type { Problem } from '../domain/problem';
import { forLeaving } from '../domain/sealed-prices';
import type { CivilDate } from '../domain/values';
import { ocdsProblems } from '../exchange/ocds/publication-problems';
import { encodeOcds, ocdsPublication, writtenReleases, type WrittenRelease } from '../exchange/ocds/release-package';
import { encodePublicPackage } from '../exchange/public/public-package';
import type { PublicationPhase } from '../exchange/public/publication-phase';
import type { PackageProject } from '../exchange/report';
import { writeWorkbook } from '../spreadsheet/export/write-workbook';
import { exists, writeFileWhole } from './files';
import { allowOnly, oneFile, oneOf, type CommandLine } from './options';
import { chosenProject, openPackage, RULES, sayErrors } from './package-file';
import { producerFor } from './producer';
import { problemText, TerminalError, type ExitCode, type Terminal } from './terminal';

/** What a project is exported as → how the file's name ends. */
const ENDINGS = { xlsx: 'xlsx', ocds: 'ocds.json', public: 'public.caiet.json' } as const;
type ExportKind = keyof typeof ENDINGS;

const KINDS = ['xlsx', 'ocds', 'public'] as const satisfies readonly ExportKind[];

/** What only some exports have a use for. */
const OPTIONS_OF = { xlsx: [], ocds: ['report-published', 'ocid-prefix'], public: ['report-published'] } as const;

/** Beside the package, under its name; never over a file that is already there. */
const besides = async (path: string, kind: ExportKind): Promise<string> => {
  const out = join(dirname(path), `${basename(path).replace(/(\.caiet)?\.(json|zip)$/i, '')}.${ENDINGS[kind]}`);
  if (await exists(out)) throw new TerminalError('terminal.exists', { path: out });
  return out;
};

/** A publication leaves things out, so it must not take the place of the package that still has them. */
const spareSource = async (path: string, out: string): Promise<void> => {
  if (await exists(out) && await realpath(out) === await realpath(path)) throw new TerminalError('terminal.ownSource', { path });
};

interface Made {
  readonly bytes: Uint8Array;
  /** What to know before it is published. */
  readonly problems: readonly Problem[];
  /** Of open data: the releases in it. */
  readonly releases?: readonly WrittenRelease[];
  /** The day it is made on: what is planned for a later one is not told yet. */
  readonly madeOn?: CivilDate;
}

const asOcds = ({ project, history }: PackageProject, phase: PublicationPhase, ocidPrefix: string, { clock }: Terminal): Made => {
  const now = clock.now();
  const publication = ocdsPublication(project, { phase, date: now, ocidPrefix, language: 'ro' }, history);
  return { bytes: encodeOcds(publication.content), problems: ocdsProblems(project, { phase, ocidPrefix }, publication.lost), releases: writtenReleases(publication), madeOn: utcDate(now) };
};

/** One line a release: its day, and what it is. */
const sayReleases = (releases: readonly WrittenRelease[], { say, translator: { t } }: Terminal): void => {
  for (const { date, tag, isDraft } of releases) {
    const day = date.slice(0, 10);
    say(isDraft ? t('terminal.draftRelease', { date: day }) : t('terminal.release', { date: day, what: tag.map((each) => t(`publication.release.${each}`)).join(', ') }));
  }
};

const make = async (kind: ExportKind, given: PackageProject, line: CommandLine, terminal: Terminal): Promise<Made> => {
  const project = forLeaving(given.project);
  const phase = line.reportPublished ? 'afterReport' : 'beforeReport';
  switch (kind) {
    case 'xlsx':
      return { bytes: await writeWorkbook(project, evaluate(project, RULES), terminal.translator), problems: [] };
    case 'ocds':
      return asOcds(given, phase, line.values['ocid-prefix'] ?? '', terminal);
    case 'public':
      return { bytes: encodePublicPackage(project, { phase, date: terminal.clock.now(), producer: producerFor(''), rulePack: RULES }), problems: [] };
  }
};

/** A package with errors is not exported: the export would look as right as its source is wrong. */
export const exportPackage = async (line: CommandLine, terminal: Terminal): Promise<ExitCode> => {
  const kind = oneOf(line, 'as', KINDS);
  allowOnly(line, ['as', 'out', 'project', 'passphrase-file', ...OPTIONS_OF[kind]]);
  const path = oneFile(line);
  const report = await openPackage(path, terminal);
  const chosen = chosenProject(report, line.values.project);
  const out = line.values.out ?? await besides(path, kind);
  await spareSource(path, out);
  if (sayErrors(report, terminal)) return 1;
  const { bytes, problems, releases, madeOn } = await make(kind, chosen, line, terminal);
  await writeFileWhole(out, bytes);
  const { translator } = terminal;
  for (const problem of problems) terminal.say(problemText(problem, translator));
  sayReleases(releases ?? [], terminal);
  const published = { reportPublished: line.reportPublished, warnings: problems.map(({ code }) => code), ...(releases === undefined ? {} : { madeOn, releases }) };
  terminal.answer({ written: out, project: chosen.project.id, ...(kind === 'xlsx' ? {} : published) });
  return 0;
};
