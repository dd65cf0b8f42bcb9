/** A record that was just added: it takes the focus, and is let alone until the person has left it once. */
import { useEffect, useRef, type RefObject } from 'react';

/** Brings the text field inside `.first-field` of `record` into sight and gives it the focus. */
export const focusFirstField = (record: HTMLElement | null): void => {
  const field = record?.querySelector<HTMLElement>('.first-field :is(input, textarea)');
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
};

/**
 * Focuses the first text field inside `.first-field` of the referenced element when `isNew`, and calls `onLeave` once
 * the focus goes out of the element. When a press of the pointer takes the focus away, it waits for the release: what
 * `onLeave` shows may move the page, and the button under the pointer must not slip away before it is pressed.
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
    const watching = new AbortController();
    const { signal } = watching;
    let isPressed = false;
    let isLeft = false;
    const leave = (): void => {
      isLeft = true;
      if (!isPressed) left.current();
    };
    focusFirstField(record);
    record.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node) || !record.contains(relatedTarget)) leave();
    }, { signal });
    window.addEventListener('pointerdown', () => { isPressed = true; }, { signal, capture: true });
    const release = (): void => {
      isPressed = false;
      // The click comes right after the release; only then may the page move.
      if (isLeft) setTimeout(() => left.current());
    };
    for (const type of ['pointerup', 'pointercancel'] as const) window.addEventListener(type, release, { signal });
    return () => watching.abort();
  }, [isNew]);
  return element;
};
