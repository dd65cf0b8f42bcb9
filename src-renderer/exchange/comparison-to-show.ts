/** The dry run of an import, without prices that are still sealed on either side: it is looked at before any opening. */
import { diff } from '../domain/json-diff';
import type { Project } from '../domain/project';
import { anySealed, withoutSealedPrices, withoutSealedSides } from '../domain/sealed-prices';
import type { Json } from '../domain/values';
import type { MergeOutcome } from './merge/merge-projects';
import type { PackageComparison } from './report';

const between = (here: Project, there: Project) => diff(withoutSealedPrices(here) as Json, withoutSealedPrices(there) as Json);

const mergeToShow = (merge: MergeOutcome, here: Project): MergeOutcome => (merge.status === 'merged' ? {
  ...merge,
  project: withoutSealedPrices(merge.project),
  patches: between(here, merge.project),
  opened: merge.opened.map((conflict) => withoutSealedSides(merge.project, conflict)),
} : merge);

/** What may be shown of a comparison. Whether the two differ is told of the whole projects. */
export const comparisonToShow = (outcome: PackageComparison, here: Project, incoming: Project): PackageComparison => {
  if (outcome.status !== 'different' || !(anySealed(here) || anySealed(incoming))) return outcome;
  return { ...outcome, patches: between(here, incoming), merge: mergeToShow(outcome.merge, here) };
};
