/** Bids on the two axes every evaluation reports: cost-effectiveness to the right, transformative potential upward. */
import { useMemo } from 'react';
import { placeLabels, type Box } from './label-placement';
import { easyTicks, linearScale, roomFor, type Interval } from './scale';
import { useWidth } from './use-width';

export interface BidPoint {
  readonly id: string;
  /** Short enough to stand beside a point. */
  readonly label: string;
  /** Shown by the browser when the pointer rests on the point. */
  readonly description: string;
  readonly x: number;
  readonly y: number;
  /** First place: drawn larger, filled and numbered, so that it never depends on colour. */
  readonly winner: boolean;
}

export interface TwoAxesChartProps {
  /** By rank: when names do not all fit, the first ones are named. */
  readonly points: readonly BidPoint[];
  readonly xMaximum: number;
  readonly yMaximum: number;
  readonly xTitle: string;
  readonly yTitle: string;
  /** Says in one sentence what the chart shows; the values themselves stand in the table beside it. */
  readonly label: string;
  readonly format: (value: number) => string;
}

const HEIGHT = 300;
const MARGIN = { left: 46, right: 18, top: 34, bottom: 46 } as const;
const METRICS = { character: 7, line: 17 } as const;
/** Beyond this many, names cannot all be read anyway; placing them costs time squared. */
const MOST_LABELS = 60;
const CROWD = 80;

const radiusOf = (point: BidPoint, crowded: boolean): number => (point.winner ? 9 : crowded ? 3.5 : 6.5);

interface AxisProps {
  readonly frame: Box;
  readonly ticks: readonly number[];
  readonly at: (value: number) => number;
  readonly format: (value: number) => string;
}

const HorizontalAxis = ({ frame, ticks, at, format }: AxisProps) => (
  <g>
    {ticks.map((tick) => (
      <g key={tick}>
        <line className="chart-grid" x1={at(tick)} x2={at(tick)} y1={frame.top} y2={frame.bottom} />
        <text className="chart-tick" x={at(tick)} y={frame.bottom + 18} textAnchor="middle">{format(tick)}</text>
      </g>
    ))}
    <line className="chart-axis" x1={frame.left} x2={frame.right} y1={frame.bottom} y2={frame.bottom} />
  </g>
);

const VerticalAxis = ({ frame, ticks, at, format }: AxisProps) => (
  <g>
    {ticks.map((tick) => (
      <g key={tick}>
        <line className="chart-grid" x1={frame.left} x2={frame.right} y1={at(tick)} y2={at(tick)} />
        <text className="chart-tick" x={frame.left - 8} y={at(tick) + 4} textAnchor="end">{format(tick)}</text>
      </g>
    ))}
    <line className="chart-axis" x1={frame.left} x2={frame.left} y1={frame.top} y2={frame.bottom} />
  </g>
);

const Point = ({ point, x, y, radius }: { readonly point: BidPoint; readonly x: number; readonly y: number; readonly radius: number }) => (
  <g className={point.winner ? 'chart-point chart-point-winner' : 'chart-point'}>
    <title>{point.description}</title>
    <circle cx={x} cy={y} r={radius} />
    {point.winner && <text x={x} y={y + 4} textAnchor="middle">1</text>}
  </g>
);

export const TwoAxesChart = ({ points, xMaximum, yMaximum, xTitle, yTitle, label, format }: TwoAxesChartProps) => {
  const [figure, width] = useWidth<HTMLElement>(520);
  const drawing = useMemo(() => {
    const frame: Box = { left: MARGIN.left, top: MARGIN.top, right: Math.max(width, 240) - MARGIN.right, bottom: HEIGHT - MARGIN.bottom };
    const axis = (values: readonly number[], maximum: number): Interval => roomFor(values, { from: 0, to: Math.max(maximum, 1) });
    const xDomain = axis(points.map((point) => point.x), xMaximum);
    const yDomain = axis(points.map((point) => point.y), yMaximum);
    // Points at the very edge of the domain keep half a mark of room inside the frame.
    const x = linearScale(xDomain, { from: frame.left + 12, to: frame.right - 12 });
    const y = linearScale(yDomain, { from: frame.bottom - 12, to: frame.top + 12 });
    const crowded = points.length > CROWD;
    const marks = points.map((point) => ({ point, x: x(point.x), y: y(point.y), radius: radiusOf(point, crowded) }));
    const labels = placeLabels(
      marks.slice(0, MOST_LABELS).map((mark) => ({ id: mark.point.id, label: mark.point.label, x: mark.x, y: mark.y, radius: mark.radius })),
      marks.slice(MOST_LABELS),
      { ...frame, right: frame.right + MARGIN.right - 2 },
      METRICS,
    );
    return { frame, x, y, marks, labels, xTicks: easyTicks(xDomain, Math.max(3, Math.floor(width / 80))), yTicks: easyTicks(yDomain, 5) };
  }, [points, width, xMaximum, yMaximum]);
  const { frame, marks, labels } = drawing;
  return (
    <figure className="chart" ref={figure} aria-label={label}>
      <svg width={Math.max(width, 240)} height={HEIGHT} aria-hidden="true">
        <HorizontalAxis frame={frame} ticks={drawing.xTicks} at={drawing.x} format={format} />
        <VerticalAxis frame={frame} ticks={drawing.yTicks} at={drawing.y} format={format} />
        <text className="chart-title" x={4} y={16}>{yTitle}</text>
        <text className="chart-title" x={(frame.left + frame.right) / 2} y={HEIGHT - 6} textAnchor="middle">{xTitle}</text>
        {/* Last drawn lies on top: the first place must never hide under another point. */}
        {marks.toReversed().map((mark) => <Point key={mark.point.id} {...mark} />)}
        {labels.map((placed) => (
          <text key={placed.id} className="chart-name" x={placed.x} y={placed.y} textAnchor={placed.anchor}>{placed.text}</text>
        ))}
      </svg>
    </figure>
  );
};
