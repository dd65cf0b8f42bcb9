/**
 * Merging with a project that came without the chain it grew from, as other programs hand it on: against a state both
 * sides are known to have had. What the other side did is then one change on top of that state, made of the difference.
 * Its absences are not part of it: what is not there was not necessarily removed.
 */
import { applyPatches } from '../../domain/apply-patches';
import { CHAIN_START, sealEntry } from '../../domain/audit';
import type { AuditEntry, Change, Patch } from '../../domain/change';
import { canonicalJson, sha256Hex } from '../../domain/digest';
import { hasFields, isWithin, valueAt } from '../../domain/field-path';
import { diff } from '../../domain/json-diff';
import type { Project } from '../../domain/project';
import type { Id, Instant, Json } from '../../domain/values';
import { mergeProjects, type MergeOutcome, type MergeSide } from './merge-projects';

/** Where a project comes from, for whose change it is. */
export interface Source {
  readonly packageId: Id;
  readonly createdAt: Instant;
  readonly author: string;
  readonly deviceId: Id;
}

/** A state longer ago than this many changes is not looked for. */
const MOST_CHANGES = 5000;

/** How much of a chain leads to a state `is` says yes to, from the newest back; null when none does. */
const upTo = (history: readonly AuditEntry[], is: (project: Project) => boolean): number | null => {
  const states: (Project | undefined)[] = [];
  for (const { patches } of history) states.push(applyPatches(states.at(-1), patches));
  const oldest = Math.max(states.length - MOST_CHANGES, 0);
  const index = states.findLastIndex((state, at) => at >= oldest && state !== undefined && state !== states[at + 1] && is(state));
  return index < 0 ? null : index + 1;
};

const isDeath = ({ before, after }: Patch): boolean => hasFields(before) && after === undefined;

/** True when the history says that the record was removed. */
const wasRemoved = (history: readonly AuditEntry[], path: readonly string[]): boolean =>
  history.some(({ patches }) => patches.some((patch) => isDeath(patch) && isWithin(path, patch.path)));

/**
 * What a side did since the base, as patches. A record that is only absent stays out of it, unless the other side has
 * changed it: whether it goes is then for a person to decide.
 */
const doneSince = (base: Project, side: MergeSide, other: Project): Patch[] =>
  diff(base as Json, side.project as Json).filter((patch) => {
    if (patch.after !== undefined) return true;
    if (wasRemoved(side.history, patch.path)) return true;
    return hasFields(patch.before) && diff(patch.before, valueAt(other, patch.path)).length > 0 && valueAt(other, patch.path) !== undefined;
  });

const headOf = (history: readonly AuditEntry[]): AuditEntry | null => history.at(-1) ?? null;

const change = (project: Project, source: Source, patches: readonly Patch[]): Change => ({
  id: `package-${sha256Hex(canonicalJson([source.packageId, project.id, patches])).slice(0, 40)}`,
  projectId: project.id, label: { code: 'projectEdited', data: { title: project.title } }, at: source.createdAt, author: source.author, deviceId: source.deviceId, patches,
});

/** The side as the base with one change on top. */
const onTop = (chain: readonly AuditEntry[], base: Project, side: MergeSide, other: Project, source: Source): MergeSide => {
  const patches = doneSince(base, side, other);
  return { project: applyPatches(base, patches) ?? base, history: [...chain, sealEntry(change(side.project, source, patches), headOf(chain))] };
};

const related = (left: MergeSide, right: MergeSide): boolean => {
  const [first] = left.history;
  return first?.previousHash === CHAIN_START && right.history[0]?.hash === first.hash;
};

export interface Pair {
  readonly local: MergeSide;
  readonly incoming: MergeSide;
}

/** Merges against a base handed over. `bound`: false when the chain here does not hold the base, so the merge cannot be tied to it. */
export const mergeWithBase = (base: Project, { local, incoming }: Pair, localSource: Source, incomingSource: Source): { readonly outcome: MergeOutcome; readonly bound: boolean } => {
  if (related(local, incoming)) return { outcome: mergeProjects(local, incoming), bound: true };
  const length = upTo(local.history, (state) => diff(state as Json, base as Json).length === 0);
  if (length !== null) {
    const chain = local.history.slice(0, length);
    return { outcome: mergeProjects(local, onTop(chain, base, incoming, local.project, incomingSource)), bound: true };
  }
  const begin = [sealEntry(change(base, { ...incomingSource, packageId: 'base' }, [{ path: [], after: base as Json }]), null)];
  const here = onTop(begin, base, local, incoming.project, localSource);
  const there = onTop(begin, base, incoming, local.project, incomingSource);
  return { outcome: mergeProjects({ ...here, project: local.project }, there), bound: false };
};

/**
 * Merges what a package brings. Without a common beginning of the histories, the package's `base` can name a state of
 * the project here by its digest.
 */
export const mergeIncoming = ({ local, incoming }: Pair, source: Source, baseDigest: string | undefined): MergeOutcome => {
  if (related(local, incoming) || baseDigest === undefined) return mergeProjects(local, incoming);
  const length = upTo(local.history, (state) => sha256Hex(canonicalJson(state)) === baseDigest);
  if (length === null) return { status: 'unrelated' };
  const chain = local.history.slice(0, length);
  const base = chain.reduce<Project | undefined>((project, { patches }) => applyPatches(project, patches), undefined);
  return base === undefined ? { status: 'unrelated' } : mergeProjects(local, onTop(chain, base, incoming, local.project, source));
};
