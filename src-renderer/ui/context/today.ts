/** The day on the person's clock and calendar. */
import type { CivilDate } from '../../domain/values';

export const today = (): CivilDate => {
  const now = new Date();
  return [String(now.getFullYear()).padStart(4, '0'), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-');
};
