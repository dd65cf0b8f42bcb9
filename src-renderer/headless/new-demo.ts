/** `caiet new --demo -o OUT`: the demo project as a package, to try everything else on. */
import { sealEntry } from '../domain/audit';
import { demoProject } from '../domain/demo/demo-project';
import type { Json } from '../domain/values';
import { writePackage } from '../exchange/write-package';
import { writeFileWhole } from './files';
import { allowOnly, required, type CommandLine } from './options';
import { RULES } from './package-file';
import { producerFor, systemUser, TERMINAL_DEVICE } from './producer';
import { TerminalError, type ExitCode, type Terminal } from './terminal';

export const newDemo = async (line: CommandLine, { answer, clock, ids }: Terminal): Promise<ExitCode> => {
  allowOnly(line, ['demo', 'out']);
  if (!line.demo) throw new TerminalError('terminal.onlyDemo');
  const [extra] = line.files;
  if (extra !== undefined) throw new TerminalError('terminal.tooManyFiles', { command: line.command, extra });
  const out = required(line, 'out');
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
  await writeFileWhole(out, writePackage({
    id: ids.next(), kind: 'full', createdAt: clock.now(), producer: producerFor(project.buyer.name), rulePack: RULES, projects: [{ project, history: [created] }],
  }));
  answer({ written: out, projects: [project.id] });
  return 0;
};
