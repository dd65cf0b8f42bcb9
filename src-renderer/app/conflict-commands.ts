/** Deciding what packages left open. Every decision is one change: audited, undone like any other. */
import { decideConflict, type ConflictChoice } from '../domain/conflict-decision';
import { conflictsOf, openConflicts, type MergeConflict } from '../domain/merge-conflict';
import { fail } from '../domain/problem';
import type { Project } from '../domain/project';
import type { Id } from '../domain/values';
import { mayExchange, keptAsRecords } from '../exchange/merge/decisions';
import type { ConflictBulk, ConflictCommands } from './caiet';
import type { CaietPorts } from './ports';
import type { Session } from './session';
import type { Workspace } from './workspace';

export const conflictCommands = (ports: CaietPorts, workspace: Workspace, session: Session): ConflictCommands => {
  const ours = ({ sides }: MergeConflict) => sides.find(({ deviceId }) => deviceId === workspace.state().settings.deviceId);

  /** The side a bulk choice means; null where the conflict has no such side. */
  const meant = (conflict: MergeConflict, bulk: ConflictBulk): ConflictChoice | null => {
    if (conflict.kind === 'locked') return bulk === 'theirs' ? null : 'standing';
    if (bulk === 'standing') return 'standing';
    const mine = ours(conflict);
    const side = bulk === 'mine' ? mine : conflict.sides.find(({ change }) => change !== mine?.change);
    // With three sides, "theirs" means no one in particular.
    return side === undefined || (bulk === 'theirs' && conflict.sides.length > 2) ? null : { side: side.change };
  };

  const store = (next: Project, count: number): boolean => session.replace({ code: 'conflictsResolved', data: { count } }, next);

  return {
    decide: (id, choice) => {
      const project = session.project();
      const conflict = conflictsOf(project)[id];
      if (conflict === undefined) return;
      if (conflict.kind === 'locked' && typeof choice === 'object' && !mayExchange(project, conflict, choice.side)) throw fail('merge.locked', {});
      store(decideConflict(project, id, choice), 1);
    },
    keepBothRecords: (id) => {
      const next = keptAsRecords(session.project(), id, ports.ids);
      if (next !== null) store(next, 1);
    },
    decideAll: (bulk) => {
      let project = session.project();
      let count = 0;
      const decided = new Set<Id>();
      for (const { id } of openConflicts(project)) {
        // An earlier decision may have ended this one too: a lot that goes takes its bids along.
        const conflict = conflictsOf(project)[id];
        const choice = conflict === undefined || decided.has(id) ? null : meant(conflict, bulk);
        if (choice === null) continue;
        decided.add(id);
        project = decideConflict(project, id, choice);
        count += 1;
      }
      if (count > 0 && store(project, count)) workspace.notify({ tone: 'success', code: 'conflictsResolved', data: { count, left: openConflicts(project).length }, undoable: true });
    },
  };
};
