/** A sheet of paper on the page, with a heading. Never inside another card. */
import { useId, type ReactNode, type RefObject } from 'react';

export interface CardProps {
  readonly title: ReactNode;
  /** Small text or buttons at the end of the heading line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** `flush` lets a table touch the edges. */
  readonly padding?: 'normal' | 'flush';
  /** Where the focus goes when an act inside takes away the control that was pressed. */
  readonly headingRef?: RefObject<HTMLHeadingElement | null> | undefined;
}

export const Card = ({ title, aside, children, padding = 'normal', headingRef }: CardProps) => {
  const headingId = useId();
  return (
    <section className="card" aria-labelledby={headingId}>
      <header className="card-header">
        <h2 id={headingId} {...(headingRef === undefined ? {} : { ref: headingRef, tabIndex: -1 })}>{title}</h2>
        {aside === undefined ? null : <div className="card-aside">{aside}</div>}
      </header>
      <div className={padding === 'flush' ? 'card-flush' : 'card-body'}>{children}</div>
    </section>
  );
};
