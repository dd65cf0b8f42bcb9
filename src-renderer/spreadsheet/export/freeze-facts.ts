/** Under which frozen rules a workbook was made: number and hash, and whether the call still is what was frozen. */
import { freezeInForce, frozenIntact } from '../../domain/frozen-call';
import type { Project } from '../../domain/project';

export type FreezeKey = `workbook.freeze${'' | '.number' | '.hash' | '.intact' | '.changed'}`;

/** Empty for a call that was never frozen. */
export const freezeFacts = (project: Project, t: (key: FreezeKey, values?: Readonly<Record<string, string | number>>) => string): readonly (readonly [label: string, value: string])[] => {
  const freeze = freezeInForce(project);
  if (freeze === null) return [];
  return [[t('workbook.freeze'), t('workbook.freeze.number', { freeze: freeze.id, state: t(frozenIntact(project) ? 'workbook.freeze.intact' : 'workbook.freeze.changed') })], [t('workbook.freeze.hash'), freeze.hash]];
};
