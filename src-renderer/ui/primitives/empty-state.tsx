/** What a list says before anything is in it. */
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  readonly title: string;
  /** What belongs here and how it comes about: an empty state teaches. */
  readonly body: ReactNode;
  readonly action?: ReactNode;
}

export const EmptyState = ({ title, body, action }: EmptyStateProps) => (
  <div className="empty">
    <h3>{title}</h3>
    <div className="empty-body">{body}</div>
    {action === undefined ? null : <div className="empty-action">{action}</div>}
  </div>
);
