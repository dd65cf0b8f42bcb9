/** `caiet merge BASE LOCAL INCOMING -o OUT`: the window's three-way merge on files. */
import { attachmentsOf } from '../domain/attachment';
import { sealEntry } from '../domain/audit';
import type { AuditEntry } from '../domain/change';
import { valueAt } from '../domain/field-path';
import { pointerTo } from '../domain/json-pointer';
import { openConflicts, type MergeConflict } from '../domain/merge-conflict';
import { fail, type Problem } from '../domain/problem';
import type { Project } from '../domain/project';
import { withoutSealedPrices } from '../domain/sealed-prices';
import type { Id, Json } from '../domain/values';
import { mergeWithBase, type Source } from '../exchange/merge/known-base';
import { mergeProjects, type MergeOutcome } from '../exchange/merge/merge-projects';
import type { PackageProject, PackageReport } from '../exchange/report';
import { sealedOut } from '../exchange/sealed-out';
import { allowOnly, filesFor, required, type CommandLine } from './options';
import { openPackage, RULES, sayErrors, writePackageLike } from './package-file';
import { producerFor, systemUser, TERMINAL_DEVICE } from './producer';
import { problemText, type ExitCode, type Terminal } from './terminal';

interface Result {
  readonly project: Project;
  readonly history: readonly AuditEntry[];
  /** `local`: only there, or nothing came in. `added`: only in what comes in. */
  readonly outcome: 'local' | 'added' | 'merged' | 'notMerged';
  readonly changes: number;
  readonly problems: readonly Problem[];
}

const sourceOf = ({ packageId, createdAt, producer, deviceId }: PackageReport): Source =>
  ({ packageId, createdAt, author: producer.authority, deviceId });

const kept = (local: PackageProject, outcome: Result['outcome'], problems: readonly Problem[] = []): Result =>
  ({ project: local.project, history: local.history, outcome, changes: 0, problems });

const at = ({ project: { id } }: PackageProject): string => pointerTo(['projects', id]);

interface Packages {
  readonly base: PackageReport;
  readonly local: PackageReport;
  readonly incoming: PackageReport;
}

const stored = (outcome: Extract<MergeOutcome, { status: 'merged' }>, bound: boolean, here: PackageProject, there: PackageReport, author: string, { ids, clock }: Terminal): Result => {
  const { project, patches, merged, annex, notes } = outcome;
  const change = {
    id: ids.next(), projectId: project.id, label: { code: 'packageMerged' as const, data: { title: project.title, file: there.fileName, package: there.packageId, authority: there.producer.authority, device: there.deviceId, conflicts: outcome.opened.length } },
    at: clock.now(), author, deviceId: TERMINAL_DEVICE, patches, ...(bound ? { merged, annex } : {}),
  };
  const nothingToTell = here.history.length === 0 || (patches.length === 0 && !bound);
  return {
    project, outcome: 'merged', changes: patches.length, problems: notes,
    history: nothingToTell ? here.history : [...here.history, sealEntry(change, here.history.at(-1) ?? null)],
  };
};

const mergeOne = (packages: Packages, here: PackageProject, there: PackageProject, author: string, terminal: Terminal): Result => {
  const { base, local, incoming } = packages;
  const start = base.projects.find(({ project }) => project.id === here.project.id);
  const redacted = [base, local, incoming].some(({ isRedacted }) => isRedacted);
  if (redacted) return kept(here, 'notMerged', [fail('package.redactedReplace', { title: here.project.title }, at(here)).problem]);
  const pair = { local: here, incoming: there };
  const { outcome, bound } = start === undefined ? { outcome: mergeProjects(here, there), bound: true } : mergeWithBase(start.project, pair, sourceOf(local), sourceOf(incoming));
  switch (outcome.status) {
    case 'nothing': return kept(here, 'local');
    case 'unrelated': return kept(here, 'notMerged', [fail('merge.unrelated', { title: here.project.title }, at(here)).problem]);
    case 'refused': return kept(here, 'notMerged', outcome.problems.map((problem) => ({ ...problem, pointer: `${at(here)}${problem.pointer ?? ''}` })));
    case 'merged': return stored(outcome, bound, here, incoming, author, terminal);
  }
};

const merged = (packages: Packages, author: string, terminal: Terminal): Result[] => {
  const { local, incoming } = packages;
  const theirs = new Map(incoming.projects.map((each) => [each.project.id, each]));
  const mine = new Set(local.projects.map(({ project }) => project.id));
  return [
    ...local.projects.map((here) => {
      const there = theirs.get(here.project.id);
      return there === undefined ? kept(here, 'local') : mergeOne(packages, here, there, author, terminal);
    }),
    ...incoming.projects.filter(({ project }) => !mine.has(project.id)).map((there) => kept(there, 'added')),
  ];
};

/** Contents of the documents the merged projects speak of, from whichever package brought them; each once. */
const filesOf = (results: readonly Result[], { local, incoming, base }: Packages): ReadonlyMap<string, Uint8Array> => {
  const files = new Map<string, Uint8Array>();
  for (const { sha256 } of results.flatMap(({ project }) => attachmentsOf(project))) {
    const bytes = [local, incoming, base].map((report) => report.files.get(sha256)).find((found) => found !== undefined);
    if (bytes !== undefined) files.set(sha256, bytes);
  }
  return files;
};

/** A conflict as a script reads it: where, and what each side has. */
const conflictAnswer = (projectId: Id, base: Project | undefined, conflict: MergeConflict) => {
  const before = valueAt(base, conflict.path);
  return {
    project: projectId,
    id: conflict.id,
    kind: conflict.kind,
    ...(conflict.lock === undefined ? {} : { lock: conflict.lock }),
    pointer: pointerTo(conflict.path),
    base: before ?? null,
    standing: conflict.standing,
    sides: conflict.sides.map(({ change, author, deviceId, at, value }) => ({ change, author, deviceId, at, value: value ?? null })),
  };
};

export const mergePackages = async (line: CommandLine, terminal: Terminal): Promise<ExitCode> => {
  allowOnly(line, ['out', 'author', 'passphrase-file']);
  const [basePath = '', localPath = '', incomingPath = ''] = filesFor(line, ['BASE', 'LOCAL', 'INCOMING']);
  const out = required(line, 'out');
  const base = await openPackage(basePath, terminal);
  const local = await openPackage(localPath, terminal);
  const incoming = await openPackage(incomingPath, terminal);
  // All three are said, and nothing is written from a package that is not sound.
  const broken = [base, local, incoming].map((report) => sayErrors(report, terminal));
  if (broken.includes(true)) {
    terminal.answer({ ok: false, written: null, projects: [], conflicts: [], problems: [] });
    return 1;
  }
  const results = merged({ base, local, incoming }, line.values.author ?? systemUser(), terminal);
  const states = new Map(base.projects.map(({ project }) => [project.id, project]));
  const conflicts = results.flatMap(({ project }) => {
    const before = states.get(project.id);
    return openConflicts(withoutSealedPrices(project)).map((conflict) => conflictAnswer(project.id, before === undefined ? undefined : withoutSealedPrices(before), conflict));
  });
  const problems = results.flatMap((result) => [...result.problems, ...sealedOut(result.project)]);
  const inputs = [base, local, incoming];
  const isEncrypted = inputs.some((report) => report.isEncrypted);
  const files = filesOf(results, { base, local, incoming });
  await writePackageLike({ files, isEncrypted }, out, {
    id: terminal.ids.next(), kind: 'full', createdAt: terminal.clock.now(), producer: producerFor(local.producer.authority), rulePack: RULES,
    projects: results, base: Object.fromEntries(incoming.projects.map(({ project, digest }) => [project.id, digest])),
  }, terminal);
  if (inputs.some(({ signature }) => signature.state === 'valid')) terminal.say(terminal.translator.t('terminal.notSigned', { path: out }));
  const ok = conflicts.length === 0 && !results.some(({ outcome }) => outcome === 'notMerged');
  for (const problem of problems) terminal.say(problemText(problem, terminal.translator));
  terminal.answer({
    ok, written: out, signed: false, encrypted: isEncrypted, documents: files.size,
    inputs: inputs.map(({ fileName, signature, isEncrypted: encrypted }) => ({ file: fileName, signature: signature.state, encrypted })),
    projects: results.map(({ project, outcome, changes }) => ({ id: project.id, title: project.title, outcome, changes, conflicts: openConflicts(project).length })),
    conflicts: conflicts as unknown as Json,
    problems: problems.map(({ severity, code, pointer = '', data }) => ({ severity, code, pointer, data })),
  });
  return ok ? 0 : 1;
};
