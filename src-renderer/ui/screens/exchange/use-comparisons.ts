/** How each project of a package stands to the one here. */
import { useEffect, useState } from 'react';
import type { Project } from '../../../domain/project';
import type { Id } from '../../../domain/values';
import { comparePackageProject } from '../../../exchange/compare';
import type { PackageComparison, PackageReport } from '../../../exchange/report';
import { useCaiet } from '../../context/caiet-context';
import { localProject } from './local-project';

export interface Comparison {
  readonly outcome: PackageComparison;
  /** What is here; undefined when the project is new. */
  readonly here: Project | undefined;
}

export type Comparisons = Readonly<Record<Id, Comparison>>;

/** Null until all have been compared. */
export const useComparisons = (report: PackageReport): Comparisons | null => {
  const caiet = useCaiet();
  const [found, setFound] = useState<{ readonly report: PackageReport; readonly comparisons: Comparisons } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const compare = async (): Promise<void> => {
      const comparisons: Record<Id, Comparison> = {};
      for (const { project } of report.projects) {
        const local = await localProject(caiet, project.id);
        comparisons[project.id] = { outcome: comparePackageProject(local, project), here: local?.project };
      }
      if (isCurrent) setFound({ report, comparisons });
    };
    void compare();
    return () => {
      isCurrent = false;
    };
  }, [caiet, report]);
  return found?.report === report ? found.comparisons : null;
};
