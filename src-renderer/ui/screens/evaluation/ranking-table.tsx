/** The ranking: place, bidder, price, both axes, total, the figure that ranks where that is not the total, and the way to the calculation behind them. */
import type { RankingRule } from '../../../domain/call-rules';
import type { BidFlag, EvaluationResult } from '../../../domain/evaluation/result';
import { AXES, type Axis } from '../../../domain/project';
import type { Id } from '../../../domain/values';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { Button } from '../../primitives/button';
import { Meter } from '../../primitives/meter';
import { Pill, type Tone } from '../../primitives/pill';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';
import { VirtualList } from '../../primitives/virtual-list';
import { flagsToShow, type RankingRow } from './ranking-rows';

export interface RankingTableProps {
  readonly label: string;
  readonly rows: readonly RankingRow[];
  readonly axisMaximum: EvaluationResult['axisMaximum'];
  readonly currency: string;
  readonly rule: RankingRule;
  /** Prices are in their envelopes. */
  readonly sealed: boolean;
  readonly onExplain: (bidId: Id) => void;
}

const MOST_PLAIN_ROWS = 60;

/** Too long to stand beside the chart; only its visible rows are drawn. */
export const isLongRanking = (rows: readonly RankingRow[]): boolean => rows.length > MOST_PLAIN_ROWS;
const LONG_COLUMNS = ['4.5rem', 'auto', '10rem', '11rem', '11rem', '5.5rem', '7rem'];
const LONG_COLUMNS_WITH_FIGURE = [...LONG_COLUMNS.slice(0, -1), '9rem', '7rem'];

const FLAG_TONES: Readonly<Record<BidFlag, Tone>> = {
  tie: 'warn', tieSettled: 'info', belowMinimum: 'bad', incomplete: 'warn', abnormallyLow: 'warn', aboveEstimate: 'warn', priceIncludesVat: 'bad', noPrice: 'bad', missingScores: 'warn',
};

const Bidder = ({ row, sealed }: { readonly row: RankingRow; readonly sealed: boolean }) => {
  const t = useT();
  return (
    <span className="ranking-bidder">
      <b>{row.bidder}</b>
      {flagsToShow(row.ranked.flags).filter((flag) => !sealed || (flag !== 'noPrice' && flag !== 'incomplete')).map((flag) => <Pill key={flag} tone={FLAG_TONES[flag]}>{t(`evaluation.flag.${flag}`)}</Pill>)}
    </span>
  );
};

const NoPoints = () => <span className="quiet-text">{useT()('evaluation.noPoints')}</span>;

interface AxisPointsProps extends Pick<RankingTableProps, 'axisMaximum'> {
  readonly row: RankingRow;
  readonly axis: Axis;
}

const AxisPoints = ({ row, axis, axisMaximum }: AxisPointsProps) => {
  const t = useT();
  const format = useFormat();
  const value = row.ranked[axis];
  if (value === null) return <NoPoints />;
  return (
    <Meter
      tone={axis === 'costEffectiveness' ? 'cost' : 'change'} value={Number(value)} max={Number(axisMaximum[axis])}
      text={format.number(value, { minimumFractionDigits: 2 })} label={t('evaluation.meter', { axis: t(`call.axis.${axis}`), bidder: row.bidder })}
    />
  );
};

const HeaderCells = ({ currency, rule }: Pick<RankingTableProps, 'currency' | 'rule'>) => {
  const t = useT();
  return (
    <>
      <Th numeric>{t('evaluation.rank')}</Th><Th>{t('evaluation.bidder')}</Th><Th numeric>{t('evaluation.price', { currency })}</Th>
      <Th>{t('call.axis.costEffectiveness')}</Th><Th>{t('call.axis.transformativePotential')}</Th><Th numeric>{t(rule === 'weightedPoints' ? 'evaluation.total' : 'call.formula.points')}</Th>
      {rule !== 'weightedPoints' && <Th numeric>{t(`evaluation.figure.${rule}`, { currency })}</Th>}
      <Th><span className="visually-hidden">{t('evaluation.explain')}</span></Th>
    </>
  );
};

/** The amount for a point, or less what the points are worth: the lowest is first. */
const Figure = ({ comparison }: Pick<RankingRow['ranked'], 'comparison'>) => {
  const format = useFormat();
  const figure = comparison === undefined || 'missing' in comparison ? null : comparison.figure;
  return figure === null ? <NoPoints /> : <b>{format.amount(figure)}</b>;
};

const RowCells = ({ row, axisMaximum, currency, rule, sealed, onExplain }: Omit<RankingTableProps, 'rows' | 'label'> & { readonly row: RankingRow }) => {
  const t = useT();
  const format = useFormat();
  const { price, bidder, ranked: { rank, total, bidId, comparison } } = row;
  const points = total === null ? <NoPoints /> : format.number(total, { minimumFractionDigits: 2 });
  return (
    <>
      <Td numeric>{rank === null ? <span className="quiet-text">{t('evaluation.noRank')}</span> : <b>{rank}</b>}</Td>
      <Th scope="row"><Bidder row={row} sealed={sealed} /></Th>
      <Td numeric>{sealed ? <span className="quiet-text">{t('envelope.sealed.cell')}</span> : price === null ? <NoPoints /> : price.currency === currency ? format.amount(price) : format.money(price)}</Td>
      {AXES.map((axis) => <Td key={axis}><AxisPoints row={row} axis={axis} axisMaximum={axisMaximum} /></Td>)}
      <Td numeric>{rule === 'weightedPoints' ? <b>{points}</b> : points}</Td>
      {rule !== 'weightedPoints' && <Td numeric><Figure comparison={comparison} /></Td>}
      <Td><Button variant="quiet" onPress={() => onExplain(bidId)}>{t('evaluation.explain')}<span className="visually-hidden"> {bidder}</span></Button></Td>
    </>
  );
};

export const RankingTable = ({ label, rows, ...rest }: RankingTableProps) => {
  const header = <HeaderCells currency={rest.currency} rule={rest.rule} />;
  if (isLongRanking(rows)) {
    return (
      <VirtualList
        label={label} count={rows.length} estimateRow={53} columns={rest.rule === 'weightedPoints' ? LONG_COLUMNS : LONG_COLUMNS_WITH_FIGURE} minWidth="60rem" header={header}
        rowKey={(index) => rows[index]?.ranked.bidId ?? index} rowClassName={(index) => (rows[index]?.ranked.rank === 1 ? 'row-win' : undefined)}
        renderRow={(index) => rows[index] && <RowCells {...rest} row={rows[index]} />}
      />
    );
  }
  return (
    <Table label={label}>
      <Thead><Tr>{header}</Tr></Thead>
      <Tbody>
        {rows.map((row) => <Tr key={row.ranked.bidId} {...(row.ranked.rank === 1 ? { tone: 'win' as const } : {})}><RowCells {...rest} row={row} /></Tr>)}
      </Tbody>
    </Table>
  );
};
