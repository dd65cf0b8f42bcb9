/**
 * Who knew what. The chains of several devices are one graph: an entry follows the one before it, and an import also
 * follows the end of the chain it took in. "Made without knowing of each other" is read from this graph alone; no
 * clock is asked, for clocks of two computers say nothing about each other.
 *
 * Taking an import back makes its changes unknown again. Otherwise the next import would find nothing new, and the
 * undo would travel to the other device and take its work away there.
 */
import { CHAIN_START } from '../../domain/audit';
import type { AuditEntry } from '../../domain/change';
import type { Id } from '../../domain/values';

/** How far each lane (a stretch of one chain) is known. */
type Reach = ReadonlyMap<number, number>;

interface Import {
  readonly change: Id;
  readonly head: EventNode;
}

/** An entry in its place: the `index`th of a lane. */
export interface EventNode {
  readonly entry: AuditEntry;
  readonly before: EventNode | null;
  readonly lane: number;
  readonly index: number;
  /** Other lanes of its own chain. */
  readonly trunk: Reach;
  /** What was taken in along the chain and not taken back. */
  readonly imports: readonly Import[];
  /** Other lanes it knows, through its chain and its imports. */
  readonly others: Reach;
}

/** True when `node` was made by someone who knew of `earlier`, or is it. */
export const knows = (node: EventNode, earlier: EventNode): boolean =>
  (earlier.lane === node.lane ? earlier.index <= node.index : (node.others.get(earlier.lane) ?? -1) >= earlier.index);

const further = (reach: Map<number, number>, lane: number, index: number): void => {
  reach.set(lane, Math.max(reach.get(lane) ?? -1, index));
};

const reachOf = (trunk: Reach, imports: readonly Import[]): Reach => {
  const reach = new Map(trunk);
  for (const { head } of imports) {
    for (const [lane, index] of head.others) further(reach, lane, index);
    further(reach, head.lane, head.index);
  }
  return reach;
};

/** An import that an undo or redo speaks of. */
const importNamed = (node: EventNode | null, change: Id): EventNode | null => {
  for (let each = node; each !== null; each = each.before) if (each.entry.id === change) return each.entry.merged === undefined ? null : each;
  return null;
};

export class EventGraph {
  private readonly byHash = new Map<string, EventNode>();
  private lanes = 0;
  private readonly continued = new Set<EventNode>();

  /** Adds a chain with everything its imports brought, oldest first; null for an empty one. */
  add(history: readonly AuditEntry[]): EventNode | null {
    let head: EventNode | null = null;
    for (const entry of history) {
      for (const foreign of entry.annex ?? []) this.node(foreign);
      head = this.node(entry);
    }
    return head;
  }

  has(hash: string): boolean {
    return this.byHash.has(hash);
  }

  /** In an order in which whatever an entry knows comes before it. */
  nodes(): IterableIterator<EventNode> {
    return this.byHash.values();
  }

  private node(entry: AuditEntry): EventNode {
    const known = this.byHash.get(entry.hash);
    if (known !== undefined) return known;
    const before = entry.previousHash === CHAIN_START ? null : (this.byHash.get(entry.previousHash) ?? null);
    const node = this.placed(entry, before);
    this.byHash.set(entry.hash, node);
    return node;
  }

  private placed(entry: AuditEntry, before: EventNode | null): EventNode {
    const imports = this.importsAt(entry, before);
    if (before !== null && !this.continued.has(before)) {
      this.continued.add(before);
      const others = imports === before.imports ? before.others : reachOf(before.trunk, imports);
      return { entry, before, lane: before.lane, index: before.index + 1, trunk: before.trunk, imports, others };
    }
    const lane = this.lanes;
    this.lanes += 1;
    const trunk = new Map(before?.trunk);
    if (before !== null) further(trunk, before.lane, before.index);
    return { entry, before, lane, index: 0, trunk, imports, others: reachOf(trunk, imports) };
  }

  private importsAt(entry: AuditEntry, before: EventNode | null): readonly Import[] {
    const imports = before?.imports ?? [];
    const taken = entry.merged === undefined ? undefined : this.byHash.get(entry.merged.hash);
    if (taken !== undefined) return [...imports, { change: entry.id, head: taken }];
    const { undoes, redoes } = entry;
    if (undoes !== undefined && imports.some(({ change }) => change === undoes)) return imports.filter(({ change }) => change !== undoes);
    const again = redoes === undefined ? null : importNamed(before, redoes);
    const head = again?.entry.merged === undefined ? undefined : this.byHash.get(again.entry.merged.hash);
    return redoes === undefined || head === undefined ? imports : [...imports, { change: redoes, head }];
  }
}

/** The import this entry takes back, if it is one that takes an import back. */
export const importTakenBack = ({ entry, before }: EventNode): EventNode | null => (entry.undoes === undefined ? null : importNamed(before, entry.undoes));

/** True for entries that only take in what others made: an import, or bringing one back. */
export const onlyTakesIn = ({ entry, before }: EventNode): boolean =>
  entry.merged !== undefined || (entry.redoes !== undefined && importNamed(before, entry.redoes) !== null);

/** Of these, the ones nobody among the others knew of. */
export const latest = (nodes: readonly EventNode[]): EventNode[] => {
  const unique = [...new Set(nodes)];
  return unique.filter((node) => !unique.some((other) => other !== node && knows(other, node)));
};
