/** One lot's result: how firm it is, the two axes drawn, the ranking, and what was left out. */
import { FileSpreadsheet } from 'lucide-react';
import { useMemo, useState } from 'react';
import { pricesSealed } from '../../../domain/envelope';
import { rankingRuleOf } from '../../../domain/evaluation/counted-criteria';
import type { LotResult } from '../../../domain/evaluation/result';
import type { Id } from '../../../domain/values';
import { TwoAxesChart, type BidPoint } from '../../charts/two-axes-chart';
import { useCaiet } from '../../context/caiet-context';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { useSend } from '../../context/outgoing';
import { Button } from '../../primitives/button';
import { Card } from '../../primitives/card';
import { CalculationDialog } from './calculation-dialog';
import { ExcludedBids } from './excluded-bids';
import { RankingParadox } from './ranking-paradox';
import { rankingRows, type RankingRow } from './ranking-rows';
import { isLongRanking, RankingTable } from './ranking-table';
import { shortBidderName } from './short-bidder-name';
import { StandingNotes } from './standing-notes';
import type { Evaluation } from './use-evaluation';

export interface RankingViewProps {
  readonly evaluation: Evaluation;
  readonly lot: LotResult;
  readonly onScoreMissing: () => void;
  readonly onConsensus: () => void;
  readonly onRobustness: () => void;
}

const usePoints = (rows: readonly RankingRow[]): readonly BidPoint[] => {
  const t = useT();
  const format = useFormat();
  return useMemo(() => rows.flatMap(({ bidder, ranked }) => {
    const { costEffectiveness: cost, transformativePotential: change, rank } = ranked;
    if (cost === null || change === null || rank === null) return [];
    const description = t('evaluation.point', { bidder, rank, cost: format.number(cost), change: format.number(change) });
    return [{ id: ranked.bidId, label: shortBidderName(bidder), description, x: Number(cost), y: Number(change), winner: rank === 1 }];
  }), [rows, t, format]);
};

export const RankingView = ({ evaluation, lot, onScoreMissing, onConsensus, onRobustness }: RankingViewProps) => {
  const t = useT();
  const format = useFormat();
  const { exchange } = useCaiet();
  const { project, result } = evaluation;
  // With the figure that ranks the table is too wide to stand beside the chart.
  const rule = rankingRuleOf(project);
  const hasFigure = rule !== 'weightedPoints';
  const [explained, setExplained] = useState<Id | null>(null);
  const rows = useMemo(() => rankingRows(project, lot), [project, lot]);
  const points = usePoints(rows);
  const axisTitle = (axis: 'costEffectiveness' | 'transformativePotential'): string =>
    t('evaluation.axisOf', { axis: t(`call.axis.${axis}`), maximum: format.number(result.axisMaximum[axis]) });
  const send = useSend();
  return (
    <div className="ranking-view">
      <StandingNotes project={project} lot={lot} onScoreMissing={onScoreMissing} onConsensus={onConsensus} />
      <RankingParadox project={project} lot={lot} onRobustness={onRobustness} />
      <div className={isLongRanking(rows) || hasFigure ? `ranking-parts ranking-parts-long${hasFigure ? ' ranking-figured' : ''}` : 'ranking-parts'}>
        <Card
          title={t('evaluation.ranking')} padding="flush"
          aside={
            <>
              <span>{t('evaluation.ranking.aside', { ranked: rows.filter((row) => row.ranked.rank !== null).length, all: rows.length + lot.excluded.length })}</span>
              <Button icon={FileSpreadsheet} variant={lot.provisional ? 'secondary' : 'primary'} onPress={() => send((watched) => exchange.exportWorkbook(project.id, watched))}>{t('evaluation.export')}</Button>
            </>
          }
        >
          <RankingTable label={t('evaluation.ranking')} rows={rows} axisMaximum={result.axisMaximum} currency={project.currency} rule={rule} sealed={pricesSealed(project, lot.lotId)} onExplain={setExplained} />
        </Card>
        {points.length > 1 && (
          <Card title={t('evaluation.chart')} aside={t('evaluation.chart.aside')}>
            <TwoAxesChart
              points={points} xMaximum={Number(result.axisMaximum.costEffectiveness)} yMaximum={Number(result.axisMaximum.transformativePotential)}
              xTitle={axisTitle('costEffectiveness')} yTitle={axisTitle('transformativePotential')} label={t('evaluation.chart.label')}
              format={(value) => format.number(value)}
            />
          </Card>
        )}
      </div>
      <ExcludedBids project={project} lot={lot} />
      <CalculationDialog project={project} bid={lot.ranking.find((bid) => bid.bidId === explained) ?? null} onClose={() => setExplained(null)} />
    </div>
  );
};
