/** A screen's frame: heading, one sentence, one primary act, and the notebook's margin line. */
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useT } from '../context/language';
import { useSoughtRecord } from '../context/sought-record';

export interface PageProps {
  readonly title: string;
  /** What the window is called, where the heading alone would not tell two pages apart. */
  readonly windowTitle?: string;
  /** What this screen is for, in one sentence. */
  readonly lede?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export const Page = ({ title, windowTitle = title, lede, actions, children }: PageProps) => {
  const t = useT();
  const [location] = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const { sought } = useSoughtRecord();
  const isSeeking = useRef(false);

  useEffect(() => {
    document.title = t('app.windowTitle', { page: windowTitle });
  }, [windowTitle, t]);
  useLayoutEffect(() => {
    isSeeking.current = sought?.href === location;
  });
  // A new place starts at its heading, unless a record on it is sought: screen readers say where one is, and Tab goes on from there.
  useEffect(() => {
    if (isSeeking.current) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('main')?.scrollTo({ top: 0 });
  }, [location]);

  return (
    <div className="page">
      <header className="page-head">
        <div className="page-heading">
          <h1 ref={heading} tabIndex={-1}>{title}</h1>
          {lede === undefined ? null : <p className="page-lede">{lede}</p>}
        </div>
        {actions === undefined ? null : <div className="page-actions">{actions}</div>}
      </header>
      <div className="page-body">{children}</div>
    </div>
  );
};
