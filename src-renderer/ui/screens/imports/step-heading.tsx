/** The heading of an import's step, for those who do not see the list of steps. */
import { useEffect, useRef } from 'react';
import { useT } from '../../context/language';
import { STEPS, type WizardState } from './wizard-state';

/** Says which step one is on, takes the focus when it changes, and is read out. */
export const StepHeading = ({ step }: { readonly step: WizardState['step'] }) => {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef(step);
  useEffect(() => {
    if (last.current !== step) heading.current?.focus();
    last.current = step;
  }, [step]);
  return <h2 ref={heading} tabIndex={-1} className="visually-hidden">{t('imports.stepOf', { number: STEPS.indexOf(step) + 1, name: t(`imports.step.${step}`) })}</h2>;
};
