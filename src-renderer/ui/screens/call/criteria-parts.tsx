/** Everything the freeze covers beside the lots: criteria, rules, conditions; and the freeze itself. */
import { callLock } from '../../../domain/call-guard';
import { ReadOnly } from '../../primitives/read-only';
import { CallLockNote } from './call-lock-note';
import { CriteriaSection, type CriteriaSectionProps } from './criteria-section';
import { FreezeSection } from './freeze-section';
import { KnockOutsSection } from './knock-outs-section';
import { RulesSection } from './rules-section';

export const CriteriaParts = (props: CriteriaSectionProps) => {
  const { project, problems, words } = props;
  const hasCriteria = Object.keys(project.awardCriteria).length > 0;
  return (
    <>
      <CallLockNote project={project} />
      <ReadOnly when={callLock(project) !== null}>
        <CriteriaSection {...props} />
        {hasCriteria && <RulesSection project={project} problems={problems} words={words} />}
        {hasCriteria && <KnockOutsSection project={project} problems={problems} words={words} />}
      </ReadOnly>
      {hasCriteria && <FreezeSection project={project} problems={problems} />}
    </>
  );
};
