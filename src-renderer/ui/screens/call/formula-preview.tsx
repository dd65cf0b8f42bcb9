/** A price formula, drawn on sample prices, with the same values in a table beside it. */
import { useMemo } from 'react';
import { moneyText } from '../../../domain/money';
import type { CostCriterion, PriceCriterion } from '../../../domain/project';
import type { Money } from '../../../domain/values';
import { CurveChart } from '../../charts/curve-chart';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';
import { formulaSamples, type FormulaSample } from './formula-samples';

export interface FormulaPreviewProps {
  readonly criterion: PriceCriterion | CostCriterion;
  readonly estimate: Money;
  /** True when no lot has an estimated value and `estimate` is only an example. */
  readonly isExample: boolean;
}

const pointOf = (sample: FormulaSample) => ({ x: Number(moneyText(sample.price)), y: Number(sample.points) });

export const FormulaPreview = ({ criterion, estimate, isExample }: FormulaPreviewProps) => {
  const t = useT();
  const format = useFormat();
  const samples = useMemo(() => formulaSamples(criterion, estimate), [criterion, estimate]);
  if (samples === null) return <p className="quiet-text">{t('call.formula.noPreview')}</p>;
  const formula = t(`call.formula.${criterion.formula}.name`);
  return (
    <figure className="formula-preview">
      <figcaption>{t(isExample ? 'call.formula.exampleCaption' : 'call.formula.caption', { value: format.money(estimate) })}</figcaption>
      <div className="formula-preview-parts">
        <CurveChart
          line={samples.drawn.map(pointOf)} marks={samples.listed.map(pointOf)} yMaximum={Number(criterion.weight)}
          xTitle={t('call.formula.priceAxis', { currency: estimate.currency })} yTitle={t('call.formula.pointsAxis')}
          label={t('call.formula.chartLabel', { formula })}
          formatX={(value) => format.number(value, { maximumFractionDigits: 0 })} formatY={(value) => format.number(value)}
        />
        <Table label={t('call.formula.tableLabel', { formula })} density="compact">
          <Thead>
            <Tr><Th numeric>{t('call.formula.price')}</Th><Th numeric>{t('call.formula.shareOfEstimate')}</Th><Th numeric>{t('call.formula.points')}</Th></Tr>
          </Thead>
          <Tbody>
            {samples.listed.map((sample) => (
              <Tr key={sample.share}>
                <Td numeric>{format.amount(sample.price)}</Td>
                <Td numeric>{format.percent(sample.share)}</Td>
                <Td numeric>{format.number(sample.points, { minimumFractionDigits: 2 })}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      </div>
    </figure>
  );
};
