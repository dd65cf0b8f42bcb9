/** A rule that sets an amount against quality, drawn: how much better a dearer bid must be, with the same values in a table. */
import { useMemo } from 'react';
import type { CallRules } from '../../../domain/call-rules';
import { hundredthsText } from '../../../domain/evaluation/fraction';
import type { AmountRule } from '../../../domain/evaluation/result';
import { moneyText } from '../../../domain/money';
import type { Money } from '../../../domain/values';
import { CurveChart } from '../../charts/curve-chart';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';
import { FULL_QUALITY, ORDINARY_POINTS, rankingSamples, type RankingSample } from './ranking-samples';

export interface RankingPreviewProps {
  readonly rule: AmountRule;
  readonly rules: CallRules;
  readonly estimate: Money;
}

const pointOf = ({ price, points }: RankingSample) => ({ x: Number(moneyText(price)), y: points / 100 });
const canBeHad = ({ points }: RankingSample): boolean => points >= 0 && points <= FULL_QUALITY;

export const RankingPreview = ({ rule, rules, estimate }: RankingPreviewProps) => {
  const t = useT();
  const format = useFormat();
  const samples = useMemo(() => rankingSamples(rule, rules, estimate), [rule, rules, estimate]);
  if (samples === null) return <p className="quiet-text">{t('call.ranking.noPreview')}</p>;
  const name = t(`call.ranking.${rule}`);
  const points = (sample: RankingSample): string => {
    if (sample.points < 0) return t('call.ranking.always');
    return sample.points > FULL_QUALITY ? t('call.ranking.never') : format.number(hundredthsText(sample.points), { minimumFractionDigits: 2 });
  };
  return (
    <figure className="formula-preview">
      <figcaption>{t('call.ranking.caption', { value: format.money(estimate), points: ORDINARY_POINTS })}</figcaption>
      <div className="formula-preview-parts">
        <CurveChart
          line={samples.drawn.map(pointOf)} marks={samples.listed.filter(canBeHad).map(pointOf)} yMaximum={FULL_QUALITY / 100}
          xTitle={t('call.formula.priceAxis', { currency: estimate.currency })} yTitle={t('call.ranking.pointsAxis')}
          label={t('call.ranking.chartLabel', { rule: name })}
          formatX={(value) => format.number(value, { maximumFractionDigits: 0 })} formatY={(value) => format.number(value)}
        />
        <Table label={t('call.ranking.tableLabel', { rule: name })} density="compact">
          <Thead>
            <Tr><Th numeric>{t('call.formula.price')}</Th><Th numeric>{t('call.formula.shareOfEstimate')}</Th><Th numeric>{t('call.ranking.pointsNeeded')}</Th></Tr>
          </Thead>
          <Tbody>
            {samples.listed.map((sample) => (
              <Tr key={sample.share}>
                <Td numeric>{format.amount(sample.price)}</Td>
                <Td numeric>{format.percent(sample.share)}</Td>
                <Td numeric>{points(sample)}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      </div>
    </figure>
  );
};
