/** What the open project's call lacks, found once for all the parts that show some of it. */
import { useMemo } from 'react';
import { callProblems } from '../../../domain/call-problems';
import { planProblems } from '../../../domain/plan-problems';
import type { Problem } from '../../../domain/problem';
import { useProject } from '../../context/caiet-context';
import { useRulePack } from '../../context/rule-pack';

export const useCallProblems = (): readonly Problem[] => {
  const project = useProject();
  const rulePack = useRulePack();
  return useMemo(() => [...callProblems(project, rulePack), ...planProblems(project, rulePack)], [project, rulePack]);
};
