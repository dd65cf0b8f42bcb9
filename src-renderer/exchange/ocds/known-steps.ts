/**
 * Every state a project's history knows of, whoever made it. An entry's patches follow the entry its `previousHash`
 * names, so what another computer brought in an annex can be replayed exactly as it was made there: on every computer
 * that knows an entry, the project stood the same after it.
 */
import { applyPatches } from '../../domain/apply-patches';
import { CHAIN_START } from '../../domain/audit';
import type { AuditEntry, Patch } from '../../domain/change';
import type { Project } from '../../domain/project';
import type { Id, Instant } from '../../domain/values';

/** One change, and what it made of the project. */
export interface KnownStep {
  /** Hash of its entry. */
  readonly hash: string;
  readonly at: Instant;
  /** Undefined before the project was there. */
  readonly before: Project | undefined;
  readonly after: Project;
  /** It took in what others did; what came in was told by those who did it, where they are known. */
  readonly isImport: boolean;
}

/** The changes taken back by an undo and not brought back by a redo. What was undone never was. */
const takenBack = (entries: readonly AuditEntry[]): ReadonlySet<Id> => {
  const undone = new Set<Id>();
  for (const { undoes, redoes } of entries) {
    if (undoes !== undefined) undone.add(undoes);
    if (redoes !== undefined) undone.delete(redoes);
  }
  return undone;
};

/** Entries in an order in which each comes after the one it follows: what an import brought before the import. */
const allEntries = (history: readonly AuditEntry[]): AuditEntry[] => history.flatMap((entry) => [...(entry.annex ?? []), entry]);

/** How many entries follow each one: a state is kept only as long as another one is to be made of it. */
const countFollowers = (entries: readonly AuditEntry[]): Map<string, number> => {
  const followers = new Map<string, number>();
  for (const { previousHash } of entries) followers.set(previousHash, (followers.get(previousHash) ?? 0) + 1);
  return followers;
};

/** What an import brought that was taken back again, by the hashes of its entries. */
const broughtInVain = (history: readonly AuditEntry[], undone: ReadonlySet<Id>): ReadonlySet<string> =>
  new Set(history.filter(({ id }) => undone.has(id)).flatMap(({ annex = [] }) => annex.map(({ hash }) => hash)));

/** A state that may not have been worked out yet: patches still to be applied, the last ones first. */
interface LaterState {
  readonly project: Project | undefined;
  readonly waiting: { readonly patches: readonly Patch[]; readonly before: LaterState['waiting'] } | null;
}

const NOTHING: LaterState = { project: undefined, waiting: null };

/** Applied together, a thousand changes of one map copy it once. */
const workedOut = ({ project, waiting }: LaterState): Project | undefined => {
  const patches: (readonly Patch[])[] = [];
  for (let each = waiting; each !== null; each = each.before) patches.push(each.patches);
  return patches.length === 0 ? project : applyPatches(project, patches.toReversed().flat());
};

/**
 * The changes that count and touch one of these parts of the project, each with the states around it; undos, redos and
 * what they took back are left out.
 * @param history whole chain of the project, oldest first, as `domain/audit.ts` verifies it.
 * @throws ProblemError `store.stale` for a chain whose patches do not follow one another.
 */
export const knownSteps = function* (history: readonly AuditEntry[], parts: ReadonlySet<string>): Generator<KnownStep> {
  const entries = allEntries(history);
  const undone = takenBack(entries);
  const inVain = broughtInVain(history, undone);
  const followers = countFollowers(entries);
  const states = new Map<string, LaterState>();
  for (const entry of entries) {
    const { previousHash, hash, at, patches } = entry;
    const known = (previousHash === CHAIN_START ? undefined : states.get(previousHash)) ?? NOTHING;
    const left = (followers.get(previousHash) ?? 1) - 1;
    followers.set(previousHash, left);
    if (left === 0) states.delete(previousHash);
    const counts = entry.undoes === undefined && entry.redoes === undefined && !undone.has(entry.id) && !inVain.has(hash);
    if (!counts || !patches.some(({ path: [part] }) => part === undefined || parts.has(part))) {
      if (followers.has(hash)) states.set(hash, patches.length === 0 ? known : { project: known.project, waiting: { patches, before: known.waiting } });
      continue;
    }
    const before = workedOut(known);
    const after = applyPatches(before, patches);
    if (followers.has(hash)) states.set(hash, { project: after, waiting: null });
    if (after !== undefined) yield { hash, at, before, after, isImport: entry.merged !== undefined };
  }
};
