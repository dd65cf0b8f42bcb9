/** The other purchases this computer knows of, read when the project was opened. */
import { useMemo } from 'react';
import type { OtherPurchase } from '../../domain/procedure/similar-purchases';
import type { Id } from '../../domain/values';
import { useWorkspace } from './caiet-context';

export const useOtherPurchases = (projectId: Id): readonly OtherPurchase[] => {
  const purchases = useWorkspace((state) => state.purchases);
  return useMemo(() => purchases.filter(({ id }) => id !== projectId), [purchases, projectId]);
};
