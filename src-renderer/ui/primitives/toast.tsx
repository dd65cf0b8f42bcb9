/** Passing messages in a corner, announced politely. */
import { X } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useT } from '../context/language';
import { Button } from './button';
import { IconButton } from './icon-button';
import { LawMark } from './law-mark';
import type { Tone } from './pill';

export interface ToastProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly actionLabel?: string;
  readonly onAction?: () => void;
  readonly onDismiss: () => void;
  /** Leaves by itself after this long, unless the pointer or the focus is on it. Only for what can be missed. */
  readonly leavesAfterMs?: number;
}

/** Runs `leave` once `ms` have passed without anyone attending to the toast. */
const useLeaving = (ms: number | undefined, isAttended: boolean, leave: () => void): void => {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    if (ms === undefined || isAttended) return undefined;
    const timer = setTimeout(() => latest.current(), ms);
    return () => clearTimeout(timer);
  }, [ms, isAttended]);
};

export const Toast = ({ tone, children, actionLabel, onAction, onDismiss, leavesAfterMs }: ToastProps) => {
  const t = useT();
  const [isAttended, setAttended] = useState(false);
  useLeaving(leavesAfterMs, isAttended, onDismiss);
  const attend = (): void => setAttended(true);
  const leave = (): void => setAttended(false);
  const attention = { onPointerEnter: attend, onPointerLeave: leave, onFocus: attend, onBlur: leave };
  return (
    <li className={`toast toast-${tone}`} {...attention}>
      <span className="toast-text">{children}{typeof children === 'string' ? <LawMark text={children} /> : null}</span>
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
