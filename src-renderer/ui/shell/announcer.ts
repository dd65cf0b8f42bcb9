/**
 * react-aria speaks to screen readers through two boxes of its own and empties them with `innerHTML = ''`, which
 * trusted types refuse, and with it the date field's spoken values. Here those two boxes, and no others, learn to be
 * emptied without HTML.
 */
import { useLayoutEffect } from 'react';

const BOXES = '[data-live-announcer] > [role=log]';

const emptyWithoutHtml = (box: Element): void => {
  if (Object.hasOwn(box, 'innerHTML')) return;
  Object.defineProperty(box, 'innerHTML', {
    get: () => box.textContent,
    set: (value: string) => {
      box.replaceChildren(...(value === '' ? [] : [value]));
    },
  });
};

const tame = (): void => document.querySelectorAll(BOXES).forEach(emptyWithoutHtml);

/** The boxes are added to the body when something is first said. */
export const useAnnouncerWithoutHtml = (): void => {
  useLayoutEffect(() => {
    const observer = new MutationObserver(tame);
    observer.observe(document.body, { childList: true });
    tame();
    return () => observer.disconnect();
  }, []);
};
