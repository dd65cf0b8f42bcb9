/** How each project of a package stands to the one here. */
import { startTransition, useEffect, useState } from 'react';
import type { ProjectComparison } from '../../../app/caiet';
import type { Id } from '../../../domain/values';
import type { PackageReport } from '../../../exchange/report';
import { useCaiet } from '../../context/caiet-context';
import { useRun } from '../../context/run';

/** By project id of the package. */
export type Comparisons = Readonly<Record<Id, ProjectComparison>>;

export interface Comparing {
  /** Null until all have been compared. */
  readonly comparisons: Comparisons | null;
  readonly done: number;
}

export const useComparisons = (report: PackageReport): Comparing => {
  const { exchange } = useCaiet();
  const run = useRun();
  const [found, setFound] = useState<{ readonly report: PackageReport; readonly comparisons: Comparisons } | null>(null);
  const [done, setDone] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    run(async () => {
      const comparisons = await exchange.compare(report, (count) => {
        // Every tenth is enough to see that it goes on.
        if (isCurrent && count % 10 === 0) setDone(count);
      });
      // A thousand of them make a long list appear, which is drawn between frames.
      if (isCurrent) startTransition(() => setFound({ report, comparisons }));
    });
    return () => {
      isCurrent = false;
    };
  }, [exchange, report, run]);
  return { comparisons: found?.report === report ? found.comparisons : null, done };
};
