/** Why a target does not work now, in one sentence, with the ways out. */
import type { TargetView } from '../../../../app/targets/target-state';
import { useCaiet } from '../../../context/caiet-context';
import { useT } from '../../../context/language';
import { useRun } from '../../../context/run';
import { useWords } from '../../../context/words';
import { Button } from '../../../primitives/button';
import { Note } from '../../../primitives/note';

/** Things went away that somebody may have taken away on purpose. */
const MAY_BE_MEANT: ReadonlySet<string> = new Set(['target.muchGone', 'target.packagesGone']);

/** Trying again with the password that was refused leads nowhere. */
const PASSWORD: ReadonlySet<string> = new Set(['target.wrongPassword', 'target.passwordNeeded']);

export interface TargetProblemProps {
  readonly view: TargetView;
  /** Leads to where the password can be written; absent where it is on the screen already. */
  readonly onPassword?: () => void;
}

export const TargetProblem = ({ view, onPassword }: TargetProblemProps) => {
  const t = useT();
  const run = useRun();
  const words = useWords();
  const { targets } = useCaiet();
  const { connection: { id }, record, activity } = view;
  const problem = record?.stopped ?? view.problem;
  if (problem === null || activity !== null) return null;
  const waysOut = () => {
    if (MAY_BE_MEANT.has(problem.code)) {
      return (
        <>
          <Button onPress={() => run(() => targets.goOn(id, false))}>{t('targets.act.goOn')}</Button>
          <Button onPress={() => run(() => targets.goOn(id, true))}>{t('targets.act.again')}</Button>
        </>
      );
    }
    if (PASSWORD.has(problem.code)) return onPassword === undefined ? null : <Button onPress={onPassword}>{t('targets.act.writePassword')}</Button>;
    return <Button onPress={() => run(() => targets.receive(id))}>{t('targets.act.tryAgain')}</Button>;
  };
  const actions = record === null ? null : waysOut();
  const isStop = record !== null && record.stopped !== null;
  return <Note live tone={isStop ? 'bad' : 'warn'} {...(actions === null ? {} : { actions })}>{words.problem(problem)}</Note>;
};
