/** A word with a colour. The word carries the meaning, the colour only finds it. */
import type { ReactNode } from 'react';

export type Tone = 'ok' | 'warn' | 'bad' | 'info';

export const Pill = ({ tone = 'neutral', children }: { readonly tone?: Tone | 'neutral'; readonly children: ReactNode }) => (
  <span className={`pill pill-${tone}`}>{children}</span>
);
