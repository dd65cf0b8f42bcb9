import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatches } from '../../../src-renderer/domain/apply-patches';
import { sealEntry } from '../../../src-renderer/domain/audit';
import type { AuditEntry, Change, ChangeCode } from '../../../src-renderer/domain/change';
import { invert } from '../../../src-renderer/domain/invert';
import { diff } from '../../../src-renderer/domain/json-diff';
import type { Project } from '../../../src-renderer/domain/project';
import { undoState } from '../../../src-renderer/domain/undo';
import { projectOf } from './fixtures';

/** What an editor does, kept the plain way: two lists of whole states. */
class Model {
  past: string[] = [];
  future: string[] = [];
  constructor(public title: string) {}
  /** What changes nothing leaves nothing to take back. */
  edit(title: string): void {
    if (title === this.title) return;
    this.past.push(this.title);
    this.future = [];
    this.title = title;
  }
  undo(): void {
    const title = this.past.pop();
    if (title === undefined) return;
    this.future.push(this.title);
    this.title = title;
  }
  redo(): void {
    const title = this.future.pop();
    if (title === undefined) return;
    this.past.push(this.title);
    this.title = title;
  }
}

/** The same through changes, patches and the log alone. */
class Editor {
  readonly log: AuditEntry[] = [];
  constructor(public project: Project) {
    this.commit('projectCreated', { patches: diff(undefined, project) }, undefined);
  }
  edit(title: string, code: ChangeCode = 'projectRenamed'): void {
    this.commit(code, { patches: diff(this.project, { ...this.project, title }) }, this.project);
  }
  undo(): void {
    const { undo } = undoState(this.log);
    if (undo !== null) this.commit('undone', { patches: invert(undo.patches), undoes: undo.id }, this.project);
  }
  redo(): void {
    const { redo } = undoState(this.log);
    if (redo !== null) this.commit('redone', { patches: redo.patches, redoes: redo.id }, this.project);
  }
  private commit(code: ChangeCode, fields: Pick<Change, 'patches' | 'undoes' | 'redoes'>, from: Project | undefined): void {
    const next = applyPatches(from, fields.patches);
    if (next === undefined) throw new Error('the project is gone');
    const change = { id: `c${this.log.length}`, projectId: next.id, label: { code, data: {} }, at: '2026-05-20T09:00:00.000Z', author: '', deviceId: 'd', ...fields };
    this.log.push(sealEntry(change, this.log.at(-1) ?? null));
    this.project = next;
  }
}

type Step = { readonly do: 'undo' | 'redo' } | { readonly do: 'edit'; readonly title: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('edit' as const), title: fc.constantFrom('A', 'B', 'C', 'D') }) },
  { weight: 3, arbitrary: fc.constant<Step>({ do: 'undo' }) },
  { weight: 2, arbitrary: fc.constant<Step>({ do: 'redo' }) },
);

const perform = (target: Model | Editor, taken: Step): void => (taken.do === 'edit' ? target.edit(taken.title) : target[taken.do]());

describe('undo and redo read from the log', { timeout: 60_000 }, () => {
  it('do what an editor with two stacks does', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const editor = new Editor(projectOf({}));
      const model = new Model(editor.project.title);
      for (const taken of steps) {
        perform(editor, taken);
        perform(model, taken);
        expect(editor.project.title).toBe(model.title);
        const { undo, redo } = undoState(editor.log);
        expect(undo === null).toBe(model.past.length === 0);
        expect(redo === null).toBe(model.future.length === 0);
      }
    }), { numRuns: 500 });
  });

  it.each<ChangeCode>(['projectCreated', 'projectImported', 'projectDuplicated'])('stop at %s', (code) => {
    const editor = new Editor(projectOf({}));
    editor.edit('Before');
    editor.edit('Begun', code);
    expect(undoState(editor.log)).toEqual({ undo: null, redo: null });
  });

  it('are the same for a log read back from JSON', () => {
    const editor = new Editor(projectOf({}));
    editor.edit('A');
    editor.edit('B');
    editor.undo();
    const read = undoState(JSON.parse(JSON.stringify(editor.log)) as AuditEntry[]);
    expect([read.undo?.label.code, read.undo?.id, read.redo?.id]).toEqual(['projectRenamed', 'c1', 'c2']);
  });
});
