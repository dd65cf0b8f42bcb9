/** Lists of names inside a sentence. */
import { useCallback } from 'react';
import { useTranslator } from '../../context/language';

/** A sentence with more names than this stops being one. */
const MOST_NAMES = 5;

/** `names(['A', 'B', 'C'])` → "A, B și C"; long lists end in "and 12 others". */
export const useNames = (): ((names: readonly string[]) => string) => {
  const { t, tag } = useTranslator();
  return useCallback((names) => {
    const shown = names.length <= MOST_NAMES ? names : [...names.slice(0, MOST_NAMES - 1), t('evaluation.others', { count: names.length - MOST_NAMES + 1 })];
    return new Intl.ListFormat(tag, { type: 'conjunction' }).format(shown);
  }, [t, tag]);
};
