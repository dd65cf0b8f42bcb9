/** The drawn width of an element, so that a chart fills its card while its text keeps its size. */
import { useEffect, useRef, useState, type RefObject } from 'react';

/** Width of the referenced element in CSS pixels; `initial` until it has been measured. */
export const useWidth = <Element extends HTMLElement>(initial: number): readonly [RefObject<Element | null>, number] => {
  const element = useRef<Element>(null);
  const [width, setWidth] = useState(initial);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, width];
};
