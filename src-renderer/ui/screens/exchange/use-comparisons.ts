/** How each project of a package stands to the one here. */
import { useEffect, useState } from 'react';
import type { ProjectComparison } from '../../../app/caiet';
import type { Id } from '../../../domain/values';
import type { PackageReport } from '../../../exchange/report';
import { useCaiet } from '../../context/caiet-context';
import { useRun } from '../../context/run';

/** By project id of the package. */
export type Comparisons = Readonly<Record<Id, ProjectComparison>>;

/** Null until all have been compared. */
export const useComparisons = (report: PackageReport): Comparisons | null => {
  const { exchange } = useCaiet();
  const run = useRun();
  const [found, setFound] = useState<{ readonly report: PackageReport; readonly comparisons: Comparisons } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    run(async () => {
      const comparisons = await exchange.compare(report);
      if (isCurrent) setFound({ report, comparisons });
    });
    return () => {
      isCurrent = false;
    };
  }, [exchange, report, run]);
  return found?.report === report ? found.comparisons : null;
};
