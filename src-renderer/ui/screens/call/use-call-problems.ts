/** What the open project's call lacks, found once for all the parts that show some of it. */
import { useMemo } from 'react';
import { callProblems } from '../../../domain/call-problems';
import { planProblems } from '../../../domain/plan-problems';
import type { Problem } from '../../../domain/problem';
import { useProject } from '../../context/caiet-context';
import { useOtherPurchases } from '../../context/other-purchases';
import { useRulePack } from '../../context/rule-pack';

export const useCallProblems = (): readonly Problem[] => {
  const project = useProject();
  const rulePack = useRulePack();
  const others = useOtherPurchases(project.id);
  return useMemo(() => [...callProblems(project, rulePack), ...planProblems(project, rulePack, others)], [project, rulePack, others]);
};
