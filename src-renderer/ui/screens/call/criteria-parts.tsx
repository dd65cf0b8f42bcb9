/** Everything the freeze covers beside the lots: criteria, rules, conditions; and the freeze itself. */
import { CriteriaSection, type CriteriaSectionProps } from './criteria-section';
import { FreezeSection } from './freeze-section';
import { KnockOutsSection } from './knock-outs-section';
import { RulesSection } from './rules-section';

export const CriteriaParts = (props: CriteriaSectionProps) => {
  const { project, problems, words } = props;
  const hasCriteria = Object.keys(project.awardCriteria).length > 0;
  return (
    <>
      <CriteriaSection {...props} />
      {hasCriteria && <RulesSection project={project} problems={problems} words={words} />}
      {hasCriteria && <KnockOutsSection project={project} problems={problems} words={words} />}
      {hasCriteria && <FreezeSection project={project} problems={problems} />}
    </>
  );
};
