/** A rule that sets an amount against quality, drawn: how much better a dearer bid must be, with the same values in a table. */
import { useMemo } from 'react';
import type { CallRules } from '../../../domain/call-rules';
import { hundredthsText } from '../../../domain/evaluation/fraction';
import type { AmountRule } from '../../../domain/evaluation/result';
import type { Money } from '../../../domain/values';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { CurvePreview, type PricePoint } from './curve-preview';
import { FULL_QUALITY, ORDINARY_POINTS, rankingSamples, type RankingSample } from './ranking-samples';

export interface RankingPreviewProps {
  readonly rule: AmountRule;
  readonly rules: CallRules;
  readonly estimate: Money;
}

const pointOf = ({ price, points }: RankingSample): PricePoint => ({ price, points: points / 100 });
const canBeHad = ({ points }: RankingSample): boolean => points >= 0 && points <= FULL_QUALITY;

export const RankingPreview = ({ rule, rules, estimate }: RankingPreviewProps) => {
  const t = useT();
  const format = useFormat();
  const samples = useMemo(() => rankingSamples(rule, rules, estimate), [rule, rules, estimate]);
  if (samples === null) return <p className="quiet-text">{t('call.ranking.noPreview')}</p>;
  const name = t(`call.ranking.${rule}`);
  const pointsText = ({ points }: RankingSample): string => {
    if (points < 0) return t('call.ranking.always');
    return points > FULL_QUALITY ? t('call.ranking.never') : format.number(hundredthsText(points), { minimumFractionDigits: 2 });
  };
  return (
    <CurvePreview
      caption={t('call.ranking.caption', { value: format.money(estimate), points: ORDINARY_POINTS })}
      chartLabel={t('call.ranking.chartLabel', { rule: name })} tableLabel={t('call.ranking.tableLabel', { rule: name })}
      pointsAxis={t('call.ranking.pointsAxis')} pointsColumn={t('call.ranking.pointsNeeded')} currency={estimate.currency}
      line={samples.drawn.map(pointOf)} marks={samples.listed.filter(canBeHad).map(pointOf)} yMaximum={FULL_QUALITY / 100}
      rows={samples.listed.map((sample) => ({ price: sample.price, share: sample.share, points: pointsText(sample) }))}
    />
  );
};
