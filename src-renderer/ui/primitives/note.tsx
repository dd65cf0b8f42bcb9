/** A message that stays beside the work. */
import { CircleAlert, CircleCheck, Info, TriangleAlert, type LucideIcon } from 'lucide-react';
import { Children, type ReactNode } from 'react';
import { LawMark } from './law-mark';
import type { Tone } from './pill';

const NOTE_ICONS: Readonly<Record<Tone, LucideIcon>> = { ok: CircleCheck, warn: TriangleAlert, bad: CircleAlert, info: Info };

export interface NoteProps {
  readonly tone?: Tone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons that mend what the note tells. */
  readonly actions?: ReactNode;
  /** Announces the note when it appears after an act. */
  readonly live?: boolean;
}

/** One message beside the work: what happened, what it means, what to press. */
export const Note = ({ tone = 'info', title, children, actions, live = false }: NoteProps) => {
  const Icon = NOTE_ICONS[tone];
  return (
    <div className={`note note-${tone}`} role={live ? (tone === 'bad' ? 'alert' : 'status') : 'note'}>
      <Icon className="note-icon" size={18} aria-hidden />
      <div className="note-text">
        {title === undefined ? null : <strong>{title} </strong>}
        {children}
        <LawMark text={Children.toArray(children).filter((child) => typeof child === 'string').join(' ')} />
      </div>
      {actions === undefined ? null : <div className="note-actions">{actions}</div>}
    </div>
  );
};
