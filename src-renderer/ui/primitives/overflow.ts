/** Whether a box must be scrolled, and the attributes that let the keyboard do it. */
import { useLayoutEffect, useState } from 'react';

export interface ScrollableProps {
  readonly tabIndex?: number;
  readonly role?: 'group';
  readonly 'aria-label'?: string;
}

export interface Scrollable {
  readonly ref: (box: HTMLDivElement | null) => void;
  readonly box: HTMLDivElement | null;
  /** Spread on the box; empty while everything fits, so that no useless Tab stop exists. A group: the card around it is the landmark. */
  readonly props: ScrollableProps;
}

export const useScrollable = (label: string): Scrollable => {
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const [overflows, setOverflows] = useState(false);
  useLayoutEffect(() => {
    if (box === null) return undefined;
    const observer = new ResizeObserver(() => setOverflows(box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1));
    observer.observe(box);
    if (box.firstElementChild !== null) observer.observe(box.firstElementChild);
    return () => observer.disconnect();
  }, [box]);
  return { ref: setBox, box, props: overflows ? { tabIndex: 0, role: 'group', 'aria-label': label } : {} };
};
