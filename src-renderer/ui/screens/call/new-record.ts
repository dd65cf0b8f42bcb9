/** A record that was just added: it takes the focus, and is let alone until the person has left it once. */
import { useEffect, useRef, type RefObject } from 'react';

/**
 * Focuses the first text field inside `.first-field` of the referenced element when `isNew`, and calls `onLeave` once
 * the focus goes out of the element.
 */
export const useNewRecord = <Element extends HTMLElement>(isNew: boolean, onLeave: () => void): RefObject<Element | null> => {
  const element = useRef<Element>(null);
  const left = useRef(onLeave);
  useEffect(() => {
    left.current = onLeave;
  });
  useEffect(() => {
    const record = element.current;
    if (record === null || !isNew) return undefined;
    record.querySelector<HTMLInputElement>('.first-field input')?.focus();
    const leave = (event: FocusEvent): void => {
      if (!(event.relatedTarget instanceof Node) || !record.contains(event.relatedTarget)) left.current();
    };
    record.addEventListener('focusout', leave);
    return () => record.removeEventListener('focusout', leave);
  }, [isNew]);
  return element;
};
