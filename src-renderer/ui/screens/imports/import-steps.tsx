/** Where one is in the import; the steps behind are the way back. */
import { Button } from '../../primitives/button';
import { useT } from '../../context/language';
import { STEPS, type Step } from './wizard-state';

export interface ImportStepsProps {
  readonly step: Step;
  /** True while a file is open, so that the steps already done can be gone back to. */
  readonly reachable: boolean;
  readonly onStep: (step: 'file' | 'table' | 'check') => void;
}

export const ImportSteps = ({ step, reachable, onStep }: ImportStepsProps) => {
  const t = useT();
  const present = STEPS.indexOf(step);
  return (
    <nav aria-label={t('imports.steps')}>
      <ol className="imports-steps">
        {STEPS.map((each, index) => {
          const label = `${index + 1} ${t(`imports.step.${each}`)}`;
          const isBehind = index < present && step !== 'report' && reachable && each !== 'report';
          return (
            <li key={each} className={index === present ? 'imports-step-here' : undefined} aria-current={index === present ? 'step' : undefined}>
              {isBehind ? <Button variant="quiet" onPress={() => onStep(each)}>{label}</Button> : label}
            </li>
          );
        })}
      </ol>
    </nav>
  );
};
