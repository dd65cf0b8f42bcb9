/** What taking in a package does to each project, as changes that are stored together, and the way back. */
import { applyingPatches } from '../domain/apply-patches';
import { losesFreeze, type FreezeProblemCode } from '../domain/call-guard';
import type { Change, ChangeLabel } from '../domain/change';
import { decisionLock } from '../domain/decision/decision-lock';
import { invert } from '../domain/invert';
import { diffInSteps } from '../domain/json-diff';
import { pointerTo } from '../domain/json-pointer';
import type { MergeConflict } from '../domain/merge-conflict';
import type { Adoption } from '../domain/ports/project-store';
import { fail, ProblemError } from '../domain/problem';
import type { Project } from '../domain/project';
import { forLeaving } from '../domain/sealed-prices';
import { undoState } from '../domain/undo';
import type { Id, Json } from '../domain/values';
import { copying } from '../exchange/as-copy';
import { changesSetAside } from '../exchange/merge/set-aside';
import { MOST_REFUSED, type ReceiptProject } from '../exchange/receipt';
import type { OpenedFacts, OpenedPackage, ProjectFacts } from '../exchange/opened-package';
import { inSlices } from '../turns/turns';
import type { PackageChoice, ProjectImported } from './caiet';
import { keepContents } from './package-files';
import type { CaietPorts } from './ports';
import type { Session } from './session';

interface Planned {
  readonly adoption: Adoption;
  readonly imported: ProjectImported;
}

const OUTCOMES = { add: 'added', merge: 'merged', replace: 'replaced', copy: 'copied', skip: 'skipped' } as const satisfies Readonly<Record<PackageChoice, ReceiptProject['outcome']>>;

/** What the history remembers of where a project came from. */
const originOf = ({ title, digest, head }: ProjectFacts, { fileName, packageId, producer, deviceId }: OpenedFacts): ChangeLabel['data'] => ({
  title, file: fileName, package: packageId, device: deviceId, authority: producer.authority, digest, head: head ?? '',
});

/** Where a lock kept something out, for whoever sent it. */
const refusedIn = (opened: readonly MergeConflict[]): Pick<ReceiptProject, 'refused'> => {
  const places = opened.filter(({ kind }) => kind === 'locked').flatMap(({ sides }) => sides.flatMap(changesSetAside)).map(({ path }) => pointerTo(path));
  return places.length === 0 ? {} : { refused: [...new Set(places)].slice(0, MOST_REFUSED) };
};

const importedAs = (incoming: ProjectFacts, choice: PackageChoice, change: Change | null, opened: readonly MergeConflict[] = []): ProjectImported => ({
  projectId: change?.projectId ?? incoming.id,
  packageProjectId: incoming.id,
  title: incoming.title,
  choice,
  changeId: change?.id ?? null,
  receipt: { outcome: OUTCOMES[choice], digest: incoming.digest, head: incoming.head, changes: change?.patches.length ?? 0, conflicts: opened.length, ...refusedIn(opened) },
});

/** What a decision here rests on does not change by import either. */
const refuseUnderDecision = (here: Project, next: Project): void => {
  const problem = decisionLock(here, next);
  if (problem !== null) throw new ProblemError(problem);
};

/** A package may bring a new freeze, never undo the one in force here or change what it covers. */
const refuseThaw = (here: Project, next: Project): void => {
  if (losesFreeze(here, next)) throw fail<FreezeProblemCode>('call.freezeReplaced', { title: here.title });
};

export const packageImport = (ports: CaietPorts, session: Session) => {
  const planOf = (change: Change, incoming: ProjectFacts, choice: PackageChoice, history: Adoption['history'] = [], opened: readonly MergeConflict[] = []): Planned =>
    ({ adoption: { history, change }, imported: importedAs(incoming, choice, change, opened) });

  const merge = async (incoming: ProjectFacts, opened: OpenedPackage): Promise<Planned | null> => {
    const { project, log } = await session.whole(incoming.id);
    const outcome = await opened.merge(incoming.id, { project, history: log });
    switch (outcome.status) {
      case 'nothing': return null;
      case 'unrelated': throw fail('merge.unrelated', { title: incoming.title });
      case 'refused': throw new ProblemError(outcome.problems[0] ?? fail('merge.unrelated', { title: incoming.title }).problem);
      case 'merged': {
        const data = { ...originOf(incoming, opened), conflicts: outcome.opened.length };
        const { merged, annex } = outcome;
        const next = (await inSlices(applyingPatches(project, outcome.patches))) ?? project;
        refuseUnderDecision(project, next);
        refuseThaw(project, next);
        return planOf(session.change(project.id, { code: 'packageMerged', data }, outcome.patches, { merged, annex }), incoming, 'merge', [], outcome.opened);
      }
    }
  };

  /** Null when the project is left as it is. Throws when the choice cannot be carried out. */
  const plan = async (incoming: ProjectFacts, choice: PackageChoice, opened: OpenedPackage): Promise<Planned | null> => {
    const data = originOf(incoming, opened);
    const { id, title, entries } = incoming;
    switch (choice) {
      case 'skip': return null;
      case 'merge': return merge(incoming, opened);
      case 'add':
        return entries > 0
          ? planOf(session.change(id, { code: 'projectImported', data }, []), incoming, choice, await opened.history(id))
          : planOf(session.change(id, { code: 'projectImported', data }, [{ path: [], after: (await opened.project(id)) as Json }]), incoming, choice);
      case 'copy': {
        // A copy is not frozen: its envelopes could be done away with, and would tell the prices they hide.
        const copy = await inSlices(copying(forLeaving(await opened.project(id)), ports.ids));
        return planOf(session.change(copy.id, { code: 'projectImported', data }, [{ path: [], after: copy as Json }]), incoming, choice);
      }
      case 'replace': {
        if (opened.isRedacted) throw fail('package.redactedReplace', { title });
        const here = await session.whole(id);
        const project = await opened.project(id);
        refuseUnderDecision(here.project, project);
        refuseThaw(here.project, project);
        return planOf(session.change(id, { code: 'projectReplaced', data }, await inSlices(diffInSteps(here.project, project))), incoming, choice);
      }
    }
  };

  /** The change that takes one imported project back; null when the person has worked on it since. */
  const takenBack = async ({ projectId, choice, changeId }: ProjectImported): Promise<Change | null> => {
    const { project, log } = await session.whole(projectId);
    const made = log.find(({ id }) => id === changeId);
    if (made === undefined) return null;
    if (choice === 'add' || choice === 'copy') {
      if (log.at(-1)?.id !== changeId) return null;
      return session.change(projectId, { code: 'projectDeleted', data: { title: project.title } }, [{ path: ['deletedAt'], before: project.deletedAt, after: ports.clock.now() }]);
    }
    // An import that changed no value is in no undo list; only what was done after it keeps it in place.
    if (made.patches.length === 0 ? log.at(-1)?.id !== changeId : undoState(log).undo?.id !== changeId) return null;
    return session.change(projectId, { code: 'undone', data: { ...made.label.data, of: made.label.code } }, invert(made.patches), { undoes: made.id });
  };

  /** What is stored of all projects, worked out one after the other as it is taken; tells of each what was done with it. */
  async function* adoptions(opened: OpenedPackage, choices: Readonly<Record<Id, PackageChoice>>, onPlanned: (imported: ProjectImported) => void): AsyncGenerator<Adoption> {
    const taken: { readonly projectId: Id; readonly files: readonly string[] }[] = [];
    for (const incoming of opened.projects) {
      const planned = await plan(incoming, choices[incoming.id] ?? 'skip', opened);
      if (planned !== null) {
        yield planned.adoption;
        taken.push({ projectId: planned.adoption.change.projectId, files: incoming.files });
      }
      onPlanned(planned?.imported ?? importedAs(incoming, 'skip', null));
    }
    // Nothing is kept of a package that is refused half-way, and no project is stored before the files it speaks of.
    for (const { projectId, files } of taken) await keepContents(opened, projectId, files, ports);
  }

  return { adoptions, takenBack };
};
