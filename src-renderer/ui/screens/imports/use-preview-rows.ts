/** The checked rows the window shows, fetched a page at a time as they come into view. */
import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import type { ImportSession, PreviewRow } from '../../../domain/ports/sheet-import';
import { ProblemError } from '../../../domain/problem';

export interface PreviewRows {
  readonly version: number;
  readonly total: number;
  /** Undefined until its page has come. */
  readonly row: (index: number) => PreviewRow | undefined;
  /** Asks for the page of a row that is coming into view. */
  readonly need: (index: number) => void;
}

const PAGE = 100;

interface Pages {
  readonly total: number;
  readonly rows: ReadonlyMap<number, PreviewRow>;
}

const NOTHING: Pages = { total: 0, rows: new Map() };

/** A new `version` (a new check) replaces the rows only when they have come, so that the table does not blink. Rows are drawn between frames. */
export const usePreviewRows = (session: ImportSession, version: number, onlyProblems: boolean): PreviewRows => {
  const [pages, setPages] = useState(NOTHING);
  const asked = useRef(new Set<number>());

  const fetchPage = useCallback(
    (page: number) => session.rows(page * PAGE, (page + 1) * PAGE, { onlyProblems, errorsFirst: true }),
    [session, onlyProblems],
  );

  useEffect(() => {
    let isCurrent = true;
    const pagesAsked = new Set([0]);
    asked.current = pagesAsked;
    fetchPage(0).then(
      ({ total, rows }) => {
        if (isCurrent) startTransition(() => setPages({ total, rows: new Map(rows.map((row, index) => [index, row])) }));
      },
      ignoreClosed,
    );
    return () => {
      isCurrent = false;
    };
  }, [fetchPage, version]);

  const need = useCallback((index: number) => {
    const page = Math.floor(index / PAGE);
    const pagesAsked = asked.current;
    if (pagesAsked.has(page)) return;
    pagesAsked.add(page);
    fetchPage(page).then(
      ({ rows }) => {
        if (asked.current !== pagesAsked) return;
        startTransition(() => setPages((known) => ({ ...known, rows: new Map([...known.rows, ...rows.map((row, at) => [page * PAGE + at, row] as const)]) })));
      },
      ignoreClosed,
    );
  }, [fetchPage]);

  const row = useCallback((index: number) => pages.rows.get(index), [pages]);
  return { version, total: pages.total, row, need };
};

/** The file was closed while its rows were on their way: nobody waits for them any more. */
export const ignoreClosed = (error: unknown): void => {
  if (!(error instanceof ProblemError) || error.problem.code !== 'file.cancelled') throw error;
};
