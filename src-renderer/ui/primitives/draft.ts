/** What is being typed, kept apart from the stored value until the person has finished with the field. */
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';

/** Stores the text; false keeps it in the field (it could not be understood) so that nothing typed is lost. */
export type CommitDraft = (text: string) => boolean;

export interface DraftOptions {
  /** Enter finishes a one-line field; a text area keeps it for new lines. */
  readonly commitOnEnter: boolean;
  /** Commit after this much rest, in milliseconds, so that long texts do not wait for the field to be left. */
  readonly restMs?: number;
  /** Escape leads out of the field with the text kept, instead of restoring the stored value. */
  readonly keepOnEscape?: boolean;
}

export interface Draft {
  readonly text: string;
  readonly isDirty: boolean;
  readonly setText: (text: string) => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Commits on blur, on Enter, and when the field disappears (the Back key moves no focus); Escape restores the stored
 * value, and only a second Escape reaches the dialog around the field.
 */
export const useDraft = (stored: string, onCommit: CommitDraft, { commitOnEnter, restMs, keepOnEscape = false }: DraftOptions): Draft => {
  const [draft, setDraft] = useState<string | null>(null);
  const latest = useRef({ draft, stored, onCommit });
  useLayoutEffect(() => {
    latest.current = { draft, stored, onCommit };
  });

  const send = (): boolean => {
    const now = latest.current;
    if (now.draft === null || now.draft === now.stored) return true;
    return now.onCommit(now.draft);
  };
  const commit = (): void => {
    if (!send()) return;
    latest.current = { ...latest.current, draft: null };
    setDraft(null);
  };

  useLayoutEffect(() => () => {
    const now = latest.current;
    if (now.draft !== null && now.draft !== now.stored) now.onCommit(now.draft);
  }, []);

  useEffect(() => {
    if (restMs === undefined || draft === null || draft === latest.current.stored) return undefined;
    const timer = setTimeout(() => latest.current.onCommit(draft), restMs);
    return () => clearTimeout(timer);
  }, [draft, restMs]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && commitOnEnter) commit();
    if (event.key === 'Escape' && !keepOnEscape && draft !== null && draft !== stored) {
      event.stopPropagation();
      latest.current = { ...latest.current, draft: null };
      setDraft(null);
    }
  };

  return {
    text: draft ?? stored,
    isDirty: draft !== null && draft !== stored,
    setText: setDraft,
    onBlur: commit,
    onKeyDown,
  };
};
