/** The call: lots above, award criteria below, each problem beside the field it concerns, one next step. */
import { ArrowRight } from 'lucide-react';
import { useMemo } from 'react';
import { callProblems } from '../../../domain/call-problems';
import type { Project } from '../../../domain/project';
import { useProject } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { projectHref } from '../../context/routes';
import { useRulePack } from '../../context/rule-pack';
import { useWords } from '../../context/words';
import { LinkButton } from '../../primitives/link-button';
import { Page } from '../../primitives/page';
import { CriteriaSection } from './criteria-section';
import { LotsSection } from './lots-section';
import { weightsOf, type Weights } from './weights';

/** The one thing to do next; it alone is a primary button. */
type NextStep = 'lot' | 'template' | 'balance' | 'bids';

const nextStepOf = (project: Project, weights: Weights): NextStep => {
  if (Object.keys(project.lots).length === 0) return 'lot';
  if (Object.keys(project.awardCriteria).length === 0) return 'template';
  return weights.state === 'balanced' ? 'bids' : 'balance';
};

export const CallScreen = () => {
  const t = useT();
  const project = useProject();
  const rulePack = useRulePack();
  const problems = useMemo(() => callProblems(project, rulePack), [project, rulePack]);
  const weights = useMemo(() => weightsOf(project), [project]);
  const words = useWords().problem;
  const next = nextStepOf(project, weights);
  return (
    <Page
      title={t('call.title')} lede={t('call.lede')}
      actions={next === 'bids' && <LinkButton variant="primary" icon={ArrowRight} href={projectHref(project.id, 'bids')}>{t('call.next')}</LinkButton>}
    >
      <LotsSection project={project} problems={problems} words={words} />
      <CriteriaSection project={project} weights={weights} problems={problems} words={words} nextStep={next === 'template' || next === 'balance' ? next : null} />
    </Page>
  );
};
