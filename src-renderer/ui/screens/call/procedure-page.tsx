/** The part of the call that chooses the procedure: questions, value, and every route with its reasons. */
import { useMemo } from 'react';
import { callPlanOf } from '../../../domain/timeline/call-plan';
import { useProject } from '../../context/caiet-context';
import { fieldRemarks } from '../../context/field-remarks';
import { useRulePack } from '../../context/rule-pack';
import { useWords } from '../../context/words';
import { CallPage } from './call-page';
import { InterviewCard } from './interview-card';
import { NextPart } from './next-part';
import { RoutesCard } from './routes-card';
import { SimilarCard } from './similar-card';
import { useCallProblems } from './use-call-problems';
import { ValueCard } from './value-card';

export const ProcedurePage = () => {
  const project = useProject();
  const rulePack = useRulePack();
  const problems = useCallProblems();
  const plan = useMemo(() => callPlanOf(project, rulePack), [project, rulePack]);
  const words = useWords().problem;
  const remarks = fieldRemarks(problems, '/procedure', words);
  return (
    <CallPage part="procedure" project={project} problems={problems} actions={plan.route !== null && <NextPart projectId={project.id} after="procedure" />}>
      <InterviewCard procedure={plan.procedure} />
      <ValueCard plan={plan} remarks={remarks} />
      <SimilarCard plan={plan} problems={problems} remarks={remarks} words={words} />
      <RoutesCard plan={plan} remarks={remarks} />
    </CallPage>
  );
};
