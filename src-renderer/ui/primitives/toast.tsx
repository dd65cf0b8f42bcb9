/** Passing messages in a corner, announced politely; they stay until dismissed or replaced. */
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../context/language';
import { Button } from './button';
import { IconButton } from './icon-button';
import type { Tone } from './pill';

export interface ToastProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly actionLabel?: string;
  readonly onAction?: () => void;
  readonly onDismiss: () => void;
}

export const Toast = ({ tone, children, actionLabel, onAction, onDismiss }: ToastProps) => {
  const t = useT();
  return (
    <li className={`toast toast-${tone}`}>
      <span className="toast-text">{children}</span>
      {actionLabel === undefined || onAction === undefined ? null : <Button variant="quiet" onPress={onAction}>{actionLabel}</Button>}
      <IconButton label={t('app.dismiss')} icon={X} onPress={onDismiss} />
    </li>
  );
};

/** The live region must exist before its first message, so it is always mounted. */
export const ToastRegion = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <section className="toast-region" aria-label={label}>
    <ul aria-live="polite" aria-relevant="additions text">{children}</ul>
  </section>
);
