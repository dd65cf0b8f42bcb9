/**
 * Running commands that may fail. Expected failures become a message in the corner; a defect becomes a calm sentence
 * with details to copy. Nothing a person starts can fail without a word.
 */
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Problem } from '../../domain/problem';
import { expectedProblem } from './thrown';

export interface Failure {
  readonly key: number;
  /** Null for a defect. */
  readonly problem: Problem | null;
  readonly details: string;
}

interface Runner {
  readonly run: (work: () => Promise<unknown>) => void;
  readonly failures: readonly Failure[];
  readonly dismiss: (key: number) => void;
}

const RunContext = createContext<Runner | null>(null);
const MAX_SHOWN = 3;

/** What a helper needs to find the defect; shown only when asked for, and it holds no project data. */
export const errorDetails = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

export const RunProvider = ({ children }: { readonly children: ReactNode }) => {
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const report = useCallback((error: unknown): void => {
    setFailures((shown) => {
      const key = (shown.at(-1)?.key ?? 0) + 1;
      return [...shown, { key, problem: expectedProblem(error), details: errorDetails(error) }].slice(-MAX_SHOWN);
    });
  }, []);
  useEffect(() => {
    const rejected = (event: PromiseRejectionEvent): void => {
      event.preventDefault();
      report(event.reason);
    };
    const thrown = (event: ErrorEvent): void => {
      if (event.error !== null && event.error !== undefined) report(event.error);
    };
    window.addEventListener('unhandledrejection', rejected);
    window.addEventListener('error', thrown);
    return () => {
      window.removeEventListener('unhandledrejection', rejected);
      window.removeEventListener('error', thrown);
    };
  }, [report]);
  const runner = useMemo<Runner>(() => ({
    run: (work) => {
      work().catch(report);
    },
    failures,
    dismiss: (key) => setFailures((shown) => shown.filter((failure) => failure.key !== key)),
  }), [failures, report]);
  return <RunContext value={runner}>{children}</RunContext>;
};

const useRunner = (): Runner => {
  const runner = useContext(RunContext);
  if (runner === null) throw new Error('useRun outside RunProvider');
  return runner;
};

/** Starts a command and takes care of its failure. */
export const useRun = (): Runner['run'] => useRunner().run;

export const useFailures = (): Pick<Runner, 'failures' | 'dismiss'> => useRunner();
