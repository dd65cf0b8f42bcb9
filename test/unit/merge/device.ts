/** A computer with one project: edits it, undoes, exports, imports from others, decides conflicts, as the window does. */
import { applyPatches } from '../../../src-renderer/domain/apply-patches';
import { sealEntry } from '../../../src-renderer/domain/audit';
import type { AuditEntry, Change, ChangeCode } from '../../../src-renderer/domain/change';
import { decideConflict, followConflicts, type ConflictChoice } from '../../../src-renderer/domain/conflict-decision';
import { invert } from '../../../src-renderer/domain/invert';
import { diff } from '../../../src-renderer/domain/json-diff';
import type { Project } from '../../../src-renderer/domain/project';
import { undoState } from '../../../src-renderer/domain/undo';
import type { Id, Json } from '../../../src-renderer/domain/values';
import { mergeProjects, type MergeOutcome, type MergeSide } from '../../../src-renderer/exchange/merge/merge-projects';

export class Device implements MergeSide {
  history: readonly AuditEntry[] = [];
  private made = 0;

  private constructor(readonly name: string, public project: Project) {}

  /** The first computer, where the project is created. */
  static creating(name: string, project: Project): Device {
    const device = new Device(name, project);
    device.seal(device.change('projectCreated', { patches: [{ path: [], after: project as Json }] }));
    return device;
  }

  /** Another computer that adds the project from a package. */
  static adding(name: string, { project, history }: MergeSide): Device {
    const device = new Device(name, project);
    device.history = history;
    device.seal(device.change('projectImported', {}));
    return device;
  }

  edit(next: Project): void {
    const made = this.change('projectEdited', {});
    const followed = followConflicts(this.project, next, made);
    const patches = diff(this.project, followed);
    if (patches.length > 0) this.seal({ ...made, patches }, followed);
  }

  decide(id: Id, choice: ConflictChoice): void {
    const next = decideConflict(this.project, id, choice);
    this.seal({ ...this.change('conflictsResolved', {}), patches: diff(this.project, next) }, next);
  }

  travel(direction: 'undo' | 'redo'): void {
    const target = undoState(this.history)[direction];
    if (target === null) return;
    const patches = direction === 'undo' ? invert(target.patches) : target.patches;
    const next = applyPatches(this.project, patches);
    if (next === undefined) return;
    this.seal({ ...this.change(direction === 'undo' ? 'undone' : 'redone', {}), patches, ...(direction === 'undo' ? { undoes: target.id } : { redoes: target.id }) }, next);
  }

  /** What a package would carry now. */
  export(): MergeSide {
    return { project: this.project, history: this.history };
  }

  import(incoming: MergeSide): MergeOutcome {
    const outcome = mergeProjects(this.export(), incoming);
    if (outcome.status === 'merged') {
      this.seal({ ...this.change('packageMerged', {}), patches: outcome.patches, merged: outcome.merged, annex: outcome.annex }, outcome.project);
    }
    return outcome;
  }

  /** The same computer, with nothing in common from here on: for trying two orders. */
  clone(): Device {
    const copy = new Device(this.name, this.project);
    copy.history = this.history;
    copy.made = this.made;
    return copy;
  }

  private change(code: ChangeCode, fields: Partial<Change>): Change {
    this.made += 1;
    return {
      id: `${this.name}-${this.made}`, projectId: this.project.id, label: { code, data: {} }, at: '2026-05-20T09:00:00.000Z', author: this.name, deviceId: `device-${this.name}`,
      patches: [], ...fields,
    };
  }

  private seal(change: Change, next: Project = this.project): void {
    this.history = [...this.history, sealEntry(change, this.history.at(-1) ?? null)];
    this.project = next;
  }
}
