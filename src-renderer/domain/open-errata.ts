/** The errata a frozen call may be opened for: those no freeze names yet, and that do not cancel the procedure. */
import type { Erratum } from './erratum';
import { inOrder } from './position';
import type { Project } from './project';

export const openErrata = ({ errata = {}, freezes = {} }: Project): Erratum[] => {
  const used = new Set(Object.values(freezes).map(({ erratumId }) => erratumId));
  return inOrder(errata).filter(({ id, effect }) => !used.has(id) && effect !== 'cancels');
};
