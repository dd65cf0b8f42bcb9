/** A record the person asked to go to: its screen brings it into sight and gives it the focus, once. */
import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Id } from '../../domain/values';

export interface SoughtRecord {
  readonly id: Id;
  /** The screen it is on. */
  readonly href: string;
}

interface Seeking {
  /** Null when nothing is sought, or it has been found. */
  readonly sought: SoughtRecord | null;
  readonly seek: (record: SoughtRecord | null) => void;
}

const SeekingContext = createContext<Seeking | null>(null);

export const SoughtRecordProvider = ({ children }: { readonly children: ReactNode }) => {
  const [sought, seek] = useState<SoughtRecord | null>(null);
  const seeking = useMemo(() => ({ sought, seek }), [sought]);
  return <SeekingContext value={seeking}>{children}</SeekingContext>;
};

/** What is sought, and how to seek. Throws outside `SoughtRecordProvider`, which is a defect. */
export const useSoughtRecord = (): Seeking => {
  const seeking = useContext(SeekingContext);
  if (seeking === null) throw new Error('useSoughtRecord outside SoughtRecordProvider');
  return seeking;
};

/** Calls `show` once when the record `id` is sought; what `show` focuses keeps the focus. */
export const useWhenSought = (id: Id, show: () => void): void => {
  const { sought, seek } = useSoughtRecord();
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  const isSought = sought?.id === id;
  useEffect(() => {
    if (!isSought) return;
    latest.current();
    seek(null);
  }, [isSought, seek]);
};
