/** `caiet new --demo [--finished] -o OUT`: the demo project, or a procedure that went all the way, as a package to try everything else on. */
import manifest from '../../package.json';
import { finishedProcedure } from '../app/demo/finished-procedure';
import { sealEntry } from '../domain/audit';
import { demoProject } from '../domain/demo/demo-project';
import type { Json } from '../domain/values';
import { writePackage, type PackageContent } from '../exchange/write-package';
import { writeFileWhole } from './files';
import { allowOnly, required, type CommandLine } from './options';
import { RULES } from './package-file';
import { producerFor, systemUser, TERMINAL_DEVICE } from './producer';
import { TerminalError, type ExitCode, type Terminal } from './terminal';

type Made = PackageContent['projects'][number];

const editable = ({ clock, ids }: Terminal): Made => {
  const project = demoProject(ids, clock);
  const created = sealEntry({
    id: ids.next(),
    projectId: project.id,
    label: { code: 'projectCreated', data: { title: project.title } },
    at: clock.now(),
    author: systemUser(),
    deviceId: TERMINAL_DEVICE,
    patches: [{ path: [], after: project as Json }],
  }, null);
  return { project, history: [created] };
};

const finished = ({ clock, ids, translator: { locale } }: Terminal): Promise<Made> =>
  finishedProcedure({ ids, rulePack: RULES, appVersion: manifest.version, deviceId: TERMINAL_DEVICE }, clock.now(), locale);

export const newDemo = async (line: CommandLine, terminal: Terminal): Promise<ExitCode> => {
  allowOnly(line, ['demo', 'finished', 'out']);
  if (!line.demo) throw new TerminalError('terminal.onlyDemo');
  const [extra] = line.files;
  if (extra !== undefined) throw new TerminalError('terminal.tooManyFiles', { command: line.command, extra });
  const out = required(line, 'out');
  const { answer, clock, ids } = terminal;
  const made = line.finished ? await finished(terminal) : editable(terminal);
  await writeFileWhole(out, writePackage({
    id: ids.next(), kind: 'full', createdAt: clock.now(), producer: producerFor(made.project.buyer.name), rulePack: RULES, projects: [made],
  }));
  answer({ written: out, projects: [made.project.id] });
  return 0;
};
