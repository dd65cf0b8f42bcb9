/** Marks the document with the chosen colours; without a mark the style sheets follow the system. */
import { useLayoutEffect, useSyncExternalStore } from 'react';
import type { Settings } from '../../domain/ports/project-store';

const MORE_CONTRAST = '(prefers-contrast: more)';

const subscribe = (listener: () => void): (() => void) => {
  const query = window.matchMedia(MORE_CONTRAST);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

export const useTheme = (theme: Settings['theme']): void => {
  const moreContrast = useSyncExternalStore(subscribe, () => window.matchMedia(MORE_CONTRAST).matches);
  const mark = theme === 'system' ? (moreContrast ? 'contrast' : null) : theme;
  useLayoutEffect(() => {
    if (mark === null) delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = mark;
  }, [mark]);
};
