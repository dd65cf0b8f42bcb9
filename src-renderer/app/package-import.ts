/** What taking in a package does to each project, as changes that are stored together, and the way back. */
import { applyPatches } from '../domain/apply-patches';
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
import type { Json } from '../domain/values';
import { asCopy } from '../exchange/as-copy';
import { mergePackageProject } from '../exchange/compare';
import { changesSetAside } from '../exchange/merge/set-aside';
import { MOST_REFUSED, type ReceiptProject } from '../exchange/receipt';
import type { PackageProject, PackageReport } from '../exchange/report';
import type { PackageChoice, ProjectImported } from './caiet';
import { inSlices } from './in-slices';
import type { CaietPorts } from './ports';
import type { Session } from './session';

interface Planned {
  readonly adoption: Adoption;
  readonly imported: ProjectImported;
}

const OUTCOMES = { add: 'added', merge: 'merged', replace: 'replaced', copy: 'copied', skip: 'skipped' } as const satisfies Readonly<Record<PackageChoice, ReceiptProject['outcome']>>;

/** What the history remembers of where a project came from. */
const originOf = ({ project, history, digest }: PackageProject, { fileName, packageId, producer, deviceId }: PackageReport): ChangeLabel['data'] => ({
  title: project.title, file: fileName, package: packageId, device: deviceId, authority: producer.authority, digest, head: history.at(-1)?.hash ?? '',
});

/** Where a lock kept something out, for whoever sent it. */
const refusedIn = (opened: readonly MergeConflict[]): Pick<ReceiptProject, 'refused'> => {
  const places = opened.filter(({ kind }) => kind === 'locked').flatMap(({ sides }) => sides.flatMap(changesSetAside)).map(({ path }) => pointerTo(path));
  return places.length === 0 ? {} : { refused: [...new Set(places)].slice(0, MOST_REFUSED) };
};

const importedAs = (incoming: PackageProject, choice: PackageChoice, change: Change | null, opened: readonly MergeConflict[] = []): ProjectImported => ({
  projectId: change?.projectId ?? incoming.project.id,
  packageProjectId: incoming.project.id,
  title: incoming.project.title,
  choice,
  changeId: change?.id ?? null,
  receipt: { outcome: OUTCOMES[choice], digest: incoming.digest, head: incoming.history.at(-1)?.hash ?? null, changes: change?.patches.length ?? 0, conflicts: opened.length, ...refusedIn(opened) },
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
  const planOf = (change: Change, incoming: PackageProject, choice: PackageChoice, history: Adoption['history'] = [], opened: readonly MergeConflict[] = []): Planned =>
    ({ adoption: { history, change }, imported: importedAs(incoming, choice, change, opened) });

  const merge = async (incoming: PackageProject, report: PackageReport): Promise<Planned | null> => {
    const { project, log } = await session.whole(incoming.project.id);
    const outcome = mergePackageProject({ project, history: log }, incoming, report);
    switch (outcome.status) {
      case 'nothing': return null;
      case 'unrelated': throw fail('merge.unrelated', { title: incoming.project.title });
      case 'refused': throw new ProblemError(outcome.problems[0] ?? fail('merge.unrelated', { title: incoming.project.title }).problem);
      case 'merged': {
        const data = { ...originOf(incoming, report), conflicts: outcome.opened.length };
        const { merged, annex } = outcome;
        refuseUnderDecision(project, applyPatches(project, outcome.patches) ?? project);
        refuseThaw(project, applyPatches(project, outcome.patches) ?? project);
        return planOf(session.change(project.id, { code: 'packageMerged', data }, outcome.patches, { merged, annex }), incoming, 'merge', [], outcome.opened);
      }
    }
  };

  /** Null when the project is left as it is. Throws when the choice cannot be carried out. */
  const plan = async (incoming: PackageProject, choice: PackageChoice, report: PackageReport): Promise<Planned | null> => {
    const data = originOf(incoming, report);
    const { project, history } = incoming;
    switch (choice) {
      case 'skip': return null;
      case 'merge': return merge(incoming, report);
      case 'add':
        return history.length > 0
          ? planOf(session.change(project.id, { code: 'projectImported', data }, []), incoming, choice, history)
          : planOf(session.change(project.id, { code: 'projectImported', data }, [{ path: [], after: project as Json }]), incoming, choice);
      case 'copy': {
        // A copy is not frozen: its envelopes could be done away with, and would tell the prices they hide.
        const copy = asCopy(forLeaving(project), ports.ids);
        return planOf(session.change(copy.id, { code: 'projectImported', data }, [{ path: [], after: copy as Json }]), incoming, choice);
      }
      case 'replace': {
        if (report.isRedacted) throw fail('package.redactedReplace', { title: project.title });
        const here = await session.whole(project.id);
        refuseUnderDecision(here.project, project);
        refuseThaw(here.project, project);
        return planOf(session.change(project.id, { code: 'projectReplaced', data }, await inSlices(diffInSteps(here.project, project))), incoming, choice);
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

  return { plan, takenBack, skipped: (incoming: PackageProject) => importedAs(incoming, 'skip', null) };
};
