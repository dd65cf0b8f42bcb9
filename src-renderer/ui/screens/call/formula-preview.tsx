/** A price formula, drawn on sample prices, with the same values in a table beside it. */
import { useMemo } from 'react';
import type { CostCriterion, PriceCriterion } from '../../../domain/project';
import type { Money } from '../../../domain/values';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { CurvePreview, type PricePoint } from './curve-preview';
import { formulaSamples, type FormulaSample } from './formula-samples';

export interface FormulaPreviewProps {
  readonly criterion: PriceCriterion | CostCriterion;
  readonly estimate: Money;
  /** True when no lot has an estimated value and `estimate` is only an example. */
  readonly isExample: boolean;
}

const pointOf = ({ price, points }: FormulaSample): PricePoint => ({ price, points: Number(points) });

export const FormulaPreview = ({ criterion, estimate, isExample }: FormulaPreviewProps) => {
  const t = useT();
  const format = useFormat();
  const samples = useMemo(() => formulaSamples(criterion, estimate), [criterion, estimate]);
  if (samples === null) return <p className="quiet-text">{t('call.formula.noPreview')}</p>;
  const formula = t(`call.formula.${criterion.formula}.name`);
  return (
    <CurvePreview
      caption={t(isExample ? 'call.formula.exampleCaption' : 'call.formula.caption', { value: format.money(estimate) })}
      chartLabel={t('call.formula.chartLabel', { formula })} tableLabel={t('call.formula.tableLabel', { formula })}
      pointsAxis={t('call.formula.pointsAxis')} pointsColumn={t('call.formula.points')} currency={estimate.currency}
      line={samples.drawn.map(pointOf)} marks={samples.listed.map(pointOf)} yMaximum={Number(criterion.weight)}
      rows={samples.listed.map(({ price, share, points }) => ({ price, share, points: format.number(points, { minimumFractionDigits: 2 }) }))}
    />
  );
};
