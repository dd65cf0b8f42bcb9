/** What a list says before anything is in it. */
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  readonly title: string;
  /** What belongs here and how it comes about: an empty state teaches. */
  readonly body: ReactNode;
  readonly action?: ReactNode;
  /** Of the heading: 3 inside a card, 2 where the page has no other. */
  readonly level?: 2 | 3;
}

export const EmptyState = ({ title, body, action, level = 3 }: EmptyStateProps) => (
  <div className="empty">
    {level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>}
    <div className="empty-body">{body}</div>
    {action === undefined ? null : <div className="empty-action">{action}</div>}
  </div>
);
