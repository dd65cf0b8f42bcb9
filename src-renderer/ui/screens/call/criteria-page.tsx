/** The part of the call that says how bids are compared: the award criteria, each problem beside the field it concerns, one next step. */
import { ArrowRight } from 'lucide-react';
import { useMemo } from 'react';
import type { Project } from '../../../domain/project';
import { useProject } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { projectHref } from '../../context/routes';
import { useWords } from '../../context/words';
import { LinkButton } from '../../primitives/link-button';
import { CallPage } from './call-page';
import { CriteriaParts } from './criteria-parts';
import { EnvelopesSection } from './envelopes-section';
import { useCallProblems } from './use-call-problems';
import { weightsOf, type Weights } from './weights';

/** The one thing to do next; it alone is a primary button. */
type NextStep = 'template' | 'balance' | 'bids';

const nextStepOf = (project: Project, weights: Weights): NextStep => {
  if (Object.keys(project.awardCriteria).length === 0) return 'template';
  return weights.state === 'balanced' ? 'bids' : 'balance';
};

export const CriteriaPage = () => {
  const t = useT();
  const project = useProject();
  const problems = useCallProblems();
  const weights = useMemo(() => weightsOf(project), [project]);
  const words = useWords().problem;
  const next = nextStepOf(project, weights);
  return (
    <CallPage
      part="criteria" project={project} problems={problems}
      actions={next === 'bids' && <LinkButton variant="primary" icon={ArrowRight} href={projectHref(project.id, 'bids')}>{t('call.next.bids')}</LinkButton>}
    >
      <CriteriaParts project={project} weights={weights} problems={problems} words={words} nextStep={next === 'bids' ? null : next} />
      {next !== 'template' && <EnvelopesSection project={project} />}
    </CallPage>
  );
};
