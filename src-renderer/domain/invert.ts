/** Turning a change round: what undo commits. */
import type { Patch } from './change';

const turned = ({ path, before, after }: Patch): Patch => ({
  path,
  ...(after === undefined ? {} : { before: after }),
  ...(before === undefined ? {} : { after: before }),
});

/** The patches that take the given ones back: last first, before and after exchanged. */
export const invert = (patches: readonly Patch[]): Patch[] => patches.map(turned).toReversed();
