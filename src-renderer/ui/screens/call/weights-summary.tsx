/** The running sum of the weights, what to do when it is not 100, and how they divide between the two axes. */
import { Scale } from 'lucide-react';
import type { Problem } from '../../../domain/problem';
import { AxisSplit } from '../../charts/axis-split';
import { useCaiet } from '../../context/caiet-context';
import type { ProblemWords } from '../../context/field-remarks';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { SEVERITY_TONES } from '../../context/severity-tone';
import { Button } from '../../primitives/button';
import { useFocusKept } from '../../primitives/focus-kept';
import { Note } from '../../primitives/note';
import { Editing } from '../../primitives/read-only';
import type { Weights } from './weights';

export interface WeightsSummaryProps {
  readonly weights: Weights;
  /** Problems of the call as a whole, such as a price that weighs too much. */
  readonly problems: readonly Problem[];
  readonly words: ProblemWords;
  /** The button that mends the sum is the screen's primary one until it is 100. */
  readonly isNextStep: boolean;
}

export const WeightsSummary = ({ weights, problems, words, isNextStep }: WeightsSummaryProps) => {
  const t = useT();
  const format = useFormat();
  const { call } = useCaiet();
  const cost = format.percent(weights.byAxis.costEffectiveness);
  const change = format.percent(weights.byAxis.transformativePotential);
  const summary = useFocusKept<HTMLDivElement>(weights.state);
  return (
    <div className="weights-summary" ref={summary} tabIndex={-1}>
      <div className="weights-axes">
        <AxisSplit
          costEffectiveness={Number(weights.byAxis.costEffectiveness)} transformativePotential={Number(weights.byAxis.transformativePotential)}
          label={t('call.axes.chartLabel', { cost, change })}
        />
        <div className="legend">
          <span className="legend-item"><span className="legend-swatch legend-swatch-cost" aria-hidden="true" />{t('call.axis.costEffectiveness')} <b>{cost}</b></span>
          <span className="legend-item"><span className="legend-swatch legend-swatch-change" aria-hidden="true" />{t('call.axis.transformativePotential')} <b>{change}</b></span>
        </div>
      </div>
      <output className={`weights-sum weights-sum-${weights.state}`}>
        <b>{t('call.weights.sum', { sum: format.number(weights.sum) })}</b>{' '}
        {t(`call.weights.${weights.state}`, { left: format.number(weights.left.replace('-', '')) })}
      </output>
      {weights.state !== 'balanced' && weights.sum !== '0' && <Editing>
        <Button icon={Scale} variant={isNextStep ? 'primary' : 'secondary'} onPress={() => call.balanceWeights()} tooltip={t('call.weights.balance.tooltip')}>
          {t('call.weights.balance')}
        </Button>
      </Editing>}
      {problems.map((problem) => (
        <Note key={`${problem.code} ${problem.pointer ?? ''}`} tone={SEVERITY_TONES[problem.severity]}>{words(problem)}</Note>
      ))}
    </div>
  );
};
