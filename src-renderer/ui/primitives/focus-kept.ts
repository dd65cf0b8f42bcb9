/** Keeps the focus near where it was when an act takes away the very control that was pressed. */
import { useEffect, useRef, type RefObject } from 'react';

/** When `changed` changes and the focus has fallen to the page, it goes to the referenced element, which needs `tabIndex={-1}`. */
export const useFocusKept = <Kept extends HTMLElement>(changed: unknown): RefObject<Kept | null> => {
  const element = useRef<Kept>(null);
  const before = useRef(changed);
  useEffect(() => {
    if (before.current !== changed && document.activeElement === document.body) element.current?.focus();
    before.current = changed;
  }, [changed]);
  return element;
};
