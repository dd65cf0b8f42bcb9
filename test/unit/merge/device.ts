/** A computer with one project: edits it, undoes, exports, imports from others, decides conflicts, as the window does. */
import { applyPatches } from '../../../src-renderer/domain/apply-patches';
import { sealEntry } from '../../../src-renderer/domain/audit';
import { guardRefusal } from '../../../src-renderer/domain/call-guard';
import type { AuditEntry, Change, ChangeCode } from '../../../src-renderer/domain/change';
import { decideConflict, followConflicts, type ConflictChoice } from '../../../src-renderer/domain/conflict-decision';
import { decisionLock } from '../../../src-renderer/domain/decision/decision-lock';
import { invert } from '../../../src-renderer/domain/invert';
import { diff } from '../../../src-renderer/domain/json-diff';
import { conflictsOf } from '../../../src-renderer/domain/merge-conflict';
import type { Project } from '../../../src-renderer/domain/project';
import { lockedScoresChanged } from '../../../src-renderer/domain/quality-lock';
import { undoState } from '../../../src-renderer/domain/undo';
import type { Id, Json } from '../../../src-renderer/domain/values';
import { mayExchange } from '../../../src-renderer/exchange/merge/decisions';
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

  /** False when nothing changed or a lock forbids it, as in the window. */
  edit(next: Project, code: ChangeCode = 'projectEdited'): boolean {
    const made = this.change(code, {});
    const followed = followConflicts(this.project, next, made);
    const patches = diff(this.project, followed);
    if (patches.length === 0 || !this.mayBecome(followed)) return false;
    this.seal({ ...made, patches }, followed);
    return true;
  }

  decide(id: Id, choice: ConflictChoice): void {
    const conflict = conflictsOf(this.project)[id];
    if (conflict?.kind === 'locked' && typeof choice === 'object' && !mayExchange(this.project, conflict, choice.side)) return;
    const next = decideConflict(this.project, id, choice);
    if (this.mayBecome(next)) this.seal({ ...this.change('conflictsResolved', {}), patches: diff(this.project, next) }, next);
  }

  travel(direction: 'undo' | 'redo'): void {
    const target = undoState(this.history)[direction];
    if (target === null) return;
    const patches = direction === 'undo' ? invert(target.patches) : target.patches;
    const next = applyPatches(this.project, patches);
    if (next === undefined || !this.mayBecome(next)) return;
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

  /** Every computer has its own clock, and each goes its own way. */
  now(): string {
    return `2026-05-20T09:00:00.${String(this.made * 7 % 997).padStart(3, '0')}Z`;
  }

  /** The same computer, with nothing in common from here on: for trying two orders. */
  clone(): Device {
    const copy = new Device(this.name, this.project);
    copy.history = this.history;
    copy.made = this.made;
    return copy;
  }

  private mayBecome(next: Project): boolean {
    return decisionLock(this.project, next) === null && lockedScoresChanged(this.project, next) === null && guardRefusal(this.project, next, this.history) === null;
  }

  private change(code: ChangeCode, fields: Partial<Change>): Change {
    this.made += 1;
    return {
      id: `${this.name}-${this.made}`, projectId: this.project.id, label: { code, data: {} }, at: this.now(), author: this.name, deviceId: `device-${this.name}`,
      patches: [], ...fields,
    };
  }

  private seal(change: Change, next: Project = this.project): void {
    this.history = [...this.history, sealEntry(change, this.history.at(-1) ?? null)];
    this.project = next;
  }
}
