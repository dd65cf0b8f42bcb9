/** Points drawn against prices, with the same values in a table beside the curve. */
import { moneyText } from '../../../domain/money';
import type { Money } from '../../../domain/values';
import { CurveChart } from '../../charts/curve-chart';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { Table, Tbody, Td, Th, Thead, Tr } from '../../primitives/table';

/** A price, and the points that stand above it. */
export interface PricePoint {
  readonly price: Money;
  readonly points: number;
}

/** A row of the table. */
export interface CurveRow {
  readonly price: Money;
  /** Per cent of the estimated value. */
  readonly share: number;
  /** The points, in words where a number would mislead. */
  readonly points: string;
}

export interface CurvePreviewProps {
  readonly caption: string;
  /** What the drawing shows, for who does not see it. */
  readonly chartLabel: string;
  readonly tableLabel: string;
  /** Beside the upright axis. */
  readonly pointsAxis: string;
  /** Over the column of points. */
  readonly pointsColumn: string;
  readonly currency: string;
  readonly line: readonly PricePoint[];
  readonly marks: readonly PricePoint[];
  /** The most points there can be. */
  readonly yMaximum: number;
  readonly rows: readonly CurveRow[];
}

const drawn = ({ price, points }: PricePoint) => ({ x: Number(moneyText(price)), y: points });

export const CurvePreview = ({ caption, chartLabel, tableLabel, pointsAxis, pointsColumn, currency, line, marks, yMaximum, rows }: CurvePreviewProps) => {
  const t = useT();
  const format = useFormat();
  return (
    <figure className="formula-preview">
      <figcaption>{caption}</figcaption>
      <div className="formula-preview-parts">
        <CurveChart
          line={line.map(drawn)} marks={marks.map(drawn)} yMaximum={yMaximum}
          xTitle={t('call.formula.priceAxis', { currency })} yTitle={pointsAxis} label={chartLabel}
          formatX={(value) => format.number(value, { maximumFractionDigits: 0 })} formatY={(value) => format.number(value)}
        />
        <Table label={tableLabel} density="compact">
          <Thead>
            <Tr><Th numeric>{t('call.formula.price')}</Th><Th numeric>{t('call.formula.shareOfEstimate')}</Th><Th numeric>{pointsColumn}</Th></Tr>
          </Thead>
          <Tbody>
            {rows.map(({ price, share, points }) => (
              <Tr key={share}>
                <Td numeric>{format.amount(price)}</Td>
                <Td numeric>{format.percent(share)}</Td>
                <Td numeric>{points}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      </div>
    </figure>
  );
};
