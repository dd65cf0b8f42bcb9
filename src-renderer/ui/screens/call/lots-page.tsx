/** The part of the call that says what is bought and for how much: the lots, the phases of a procurement that has some, and who bears its risks. */
import { callLock } from '../../../domain/call-guard';
import { useProject } from '../../context/caiet-context';
import { useWords } from '../../context/words';
import { ReadOnly } from '../../primitives/read-only';
import { CallLockNote } from './call-lock-note';
import { CallPage } from './call-page';
import { LotsSection } from './lots-section';
import { NextPart } from './next-part';
import { PhasesCard } from './phases-card';
import { RisksCard } from './risks-card';
import { useCallProblems } from './use-call-problems';

export const LotsPage = () => {
  const project = useProject();
  const problems = useCallProblems();
  const words = useWords().problem;
  const hasLots = Object.keys(project.lots).length > 0;
  return (
    <CallPage part="lots" project={project} problems={problems} actions={hasLots && <NextPart projectId={project.id} after="lots" />}>
      <CallLockNote project={project} />
      <ReadOnly when={callLock(project) !== null}><LotsSection project={project} problems={problems} words={words} /></ReadOnly>
      {hasLots && <PhasesCard project={project} problems={problems} words={words} />}
      {hasLots && <RisksCard project={project} />}
    </CallPage>
  );
};
