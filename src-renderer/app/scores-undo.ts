/** Taking the scores of a table back, score by score: what was given, changed or agreed since is somebody's work and stays. */
import { applyPatches } from '../domain/apply-patches';
import type { Change, Patch } from '../domain/change';
import { pathKey, valueAt } from '../domain/field-path';
import { invert } from '../domain/invert';
import { equalJson, isPlainObject } from '../domain/json-equal';
import type { Project } from '../domain/project';
import type { TakenBack } from './taken-back';

const SCORE_DEPTH = 4;

/** A sheet that came with the import, as the scores in it. */
const byScore = (project: Project, patch: Patch): readonly Patch[] => {
  const { path, before, after } = patch;
  if (path.length !== 2 || before !== undefined || !isPlainObject(after) || !isPlainObject(after['scores']) || equalJson(valueAt(project, path), after)) return [patch];
  return Object.entries(after['scores']).map(([criterion, score]): Patch => ({ path: [...path, 'scores', criterion], after: score as NonNullable<Patch['after']> }));
};

const scoresIn = ({ path, after }: Patch): number => (path.length === 2 && isPlainObject(after) && isPlainObject(after['scores']) ? Object.keys(after['scores']).length : 1);

/** The project without the scores of the change that brought them, where they are still as they came. */
export const withoutScores = (project: Project, imported: Change | undefined): TakenBack => {
  const patches = imported?.patches ?? [];
  const groups = new Map<string, Patch[]>();
  for (const patch of patches.filter(({ path: [collection] }) => collection === 'scoreSheets').flatMap((each) => byScore(project, each))) {
    const key = pathKey(patch.path.slice(0, SCORE_DEPTH));
    groups.set(key, [...(groups.get(key) ?? []), patch]);
  }
  const isAsItCame = ({ path, after }: Patch): boolean => equalJson(valueAt(project, path), after);
  const going = [...groups.values()].filter((group) => group.every(isAsItCame));
  const staying = [...groups.values()].filter((group) => !group.every(isAsItCame));
  const count = (of: readonly (readonly Patch[])[]): number => of.reduce((sum, group) => sum + Math.max(...group.map(scoresIn)), 0);
  // The register forgets the file only when nothing of it is left.
  const register = staying.length === 0 ? patches.filter(({ path: [collection] }) => collection === 'handouts').filter(isAsItCame) : [];
  return { project: applyPatches(project, invert([...going.flat(), ...register])) ?? project, removed: count(going), kept: count(staying) };
};
