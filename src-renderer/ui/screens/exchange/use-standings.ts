/** How the projects of a package stand to those here, and one of them in full. */
import { startTransition, useEffect, useState } from 'react';
import type { ProjectComparison } from '../../../app/caiet';
import type { Id } from '../../../domain/values';
import type { StandingFacts } from '../../../exchange/compare';
import type { OpenedPackage } from '../../../exchange/opened-package';
import { useCaiet } from '../../context/caiet-context';
import { useRun } from '../../context/run';

/** By project id of the package. */
export type Standings = Readonly<Record<Id, StandingFacts>>;

export interface Comparing {
  /** Null until all have been compared. */
  readonly standings: Standings | null;
  readonly done: number;
}

export const useStandings = (report: OpenedPackage): Comparing => {
  const { exchange } = useCaiet();
  const run = useRun();
  const [found, setFound] = useState<{ readonly report: OpenedPackage; readonly standings: Standings } | null>(null);
  const [done, setDone] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    run(async () => {
      try {
        const standings = await exchange.standings(report, (count) => {
          // Every tenth is enough to see that it goes on.
          if (isCurrent && count % 10 === 0) setDone(count);
        });
        // A thousand of them make a long list appear, which is drawn between frames.
        if (isCurrent) startTransition(() => setFound({ report, standings }));
      } catch (error) {
        // A package that was put away meanwhile has no answers any more.
        if (isCurrent) throw error;
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [exchange, report, run]);
  return { standings: found?.report === report ? found.standings : null, done };
};

/** Value by value; null until it has been worked out, and for one that is new or the same. */
export const useComparison = (report: OpenedPackage, id: Id, standing: StandingFacts | null): ProjectComparison | null => {
  const { exchange } = useCaiet();
  const run = useRun();
  const [found, setFound] = useState<{ readonly report: OpenedPackage; readonly id: Id; readonly comparison: ProjectComparison | null } | null>(null);
  const isWanted = standing?.status === 'different';
  useEffect(() => {
    if (!isWanted) return undefined;
    let isCurrent = true;
    run(async () => {
      try {
        const comparison = await exchange.compare(report, id);
        if (isCurrent) startTransition(() => setFound({ report, id, comparison }));
      } catch (error) {
        if (isCurrent) throw error;
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [exchange, id, isWanted, report, run]);
  return found?.report === report && found.id === id ? found.comparison : null;
};
