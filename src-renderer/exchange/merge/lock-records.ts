/** What was set aside under locks before, and what people have said about it. Read from all that is known. */
import { valueAt } from '../../domain/field-path';
import { equalJson } from '../../domain/json-equal';
import { conflictsOf, type Conflicts, type ConflictSide, type Lock, type MergeConflict } from '../../domain/merge-conflict';
import type { Project } from '../../domain/project';
import type { Id } from '../../domain/values';
import { conflictRecords, conflictTouches } from './conflict-touches';
import { importTakenBack, knows, onlyTakesIn, type EventNode } from './event-graph';
import { changeOfWhole, changesSetAside, holdsChange, sideWith, type SetAside } from './set-aside';

interface Decided {
  readonly node: EventNode;
  readonly side: ConflictSide;
}

/** A part set aside as a whole, with the change that made it where that is known. */
interface Whole {
  readonly side: ConflictSide;
  readonly node: EventNode | undefined;
}

export class LockRecords {
  /** By conflict id and the change of a side. */
  private readonly decided = new Map<string, Decided>();
  private readonly byChange = new Map<Id, EventNode>();
  private readonly ever = new Map<Id, MergeConflict[]>();
  private readonly open: readonly MergeConflict[];

  constructor(local: Project, incoming: Project, nodes: readonly EventNode[]) {
    for (const node of nodes) this.read(node);
    for (const node of nodes) for (const patch of node.entry.patches) for (const conflict of conflictRecords(patch)) if (conflict.kind === 'locked') this.ever.set(conflict.id, [...(this.ever.get(conflict.id) ?? []), conflict]);
    this.open = [...Object.values(conflictsOf(local)), ...Object.values(conflictsOf(incoming))].filter(({ kind }) => kind === 'locked');
  }

  /** Places this locked conflict ever spoke of: whether they still wait has to be looked at anew. */
  places(id: Id): (readonly string[])[] {
    return [...(this.ever.get(id) ?? []), ...this.open.filter((conflict) => conflict.id === id)].flatMap(({ sides }) => sides.flatMap(changesSetAside).map(({ path }) => path));
  }

  /** What a lock of this kind ever kept something out of, by the names two devices share. */
  names(lock: Lock): Id[] {
    return [...this.ever.values()].flatMap(([first]) => (first?.lock === lock && first.path[1] !== undefined ? [first.path[1]] : []));
  }

  isDecided(id: Id, { change }: ConflictSide): boolean {
    return this.decided.has(`${id} ${change}`);
  }

  /** True when somebody who knew of this very change has already left it aside. */
  isDeclined(id: Id, { change: made }: ConflictSide, change: SetAside): boolean {
    const maker = this.byChange.get(made);
    return [...this.decided].some(([key, { node, side }]) => key.startsWith(`${id} `) && maker !== undefined && knows(node, maker) && holdsChange(side, change));
  }

  /** Parts set aside as a whole that still wait, but for those another one among them has replaced. */
  wholes(id: Id): Whole[] {
    const found = this.waiting(id).filter((side) => changeOfWhole(side) !== null).map((side): Whole => ({ side, node: this.byChange.get(changeOfWhole(side) ?? '') }));
    return found.filter(({ node }) => node === undefined || !found.some((other) => other.node !== undefined && other.node !== node && knows(other.node, node)));
  }

  /** Sides of changes that no history here tells of. */
  withoutHistory(id: Id): ConflictSide[] {
    return this.waiting(id).filter((side) => changeOfWhole(side) === null && !this.byChange.has(side.change));
  }

  /** Locked conflicts of both sides as far as they still wait, where their lock is not there any more and `merged` does not have it anyway. */
  unlocked(merged: Project, isHeld: (id: Id) => boolean): Conflicts {
    const left: Record<Id, MergeConflict> = {};
    for (const conflict of this.open) {
      const sides = (isHeld(conflict.id) ? [] : this.waiting(conflict.id)).flatMap((side) => {
        const changes = changeOfWhole(side) === null ? changesSetAside(side).filter(({ path, value }) => !equalJson(valueAt(merged, path), value)) : changesSetAside(side);
        return changes.length === 0 ? [] : [sideWith(side, changes)];
      });
      if (sides.length > 0) left[conflict.id] = { ...conflict, sides };
    }
    return left;
  }

  private waiting(id: Id): ConflictSide[] {
    const sides = this.open.filter((conflict) => conflict.id === id).flatMap((conflict) => conflict.sides).filter((side) => !this.isDecided(id, side));
    return [...new Map(sides.map((side) => [side.change, side])).values()].toSorted((left, right) => (left.change < right.change ? -1 : 1));
  }

  private read(node: EventNode): void {
    this.byChange.set(node.entry.id, node);
    if (onlyTakesIn(node) || importTakenBack(node) !== null) return;
    for (const [id, touch] of conflictTouches(node.entry.patches)) {
      for (const side of touch.decided?.kind === 'locked' ? touch.decided.sides : []) this.decided.set(`${id} ${side.change}`, { node, side });
      for (const { change } of touch.sides ?? []) this.decided.delete(`${id} ${change}`);
    }
  }
}
