/** A rule drawn as a line: what goes in to the right, what comes out upward. */
import { easyTicks, linearScale, type Interval } from './scale';
import { useWidth } from './use-width';

export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

export interface CurveChartProps {
  /** In the order of `x`. */
  readonly line: readonly CurvePoint[];
  /** Points of the line that the table beside the chart lists. */
  readonly marks: readonly CurvePoint[];
  readonly yMaximum: number;
  readonly xTitle: string;
  readonly yTitle: string;
  /** Says in one sentence what the chart shows. */
  readonly label: string;
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
}

const HEIGHT = 210;
const MARGIN = { left: 44, right: 36, top: 28, bottom: 42 } as const;

const extent = (line: readonly CurvePoint[]): Interval => ({ from: Math.min(...line.map((point) => point.x)), to: Math.max(...line.map((point) => point.x)) });

export const CurveChart = ({ line, marks, yMaximum, xTitle, yTitle, label, formatX, formatY }: CurveChartProps) => {
  const [figure, measured] = useWidth<HTMLElement>(360);
  const width = Math.max(measured, 220);
  const xDomain = extent(line);
  const yDomain = { from: 0, to: Math.max(yMaximum, 1) };
  const bottom = HEIGHT - MARGIN.bottom;
  const right = width - MARGIN.right;
  const x = linearScale(xDomain, { from: MARGIN.left, to: right });
  const y = linearScale(yDomain, { from: bottom, to: MARGIN.top });
  const path = line.map((point, index) => `${index === 0 ? 'M' : 'L'}${x(point.x).toFixed(1)} ${y(point.y).toFixed(1)}`).join('');
  return (
    <figure className="chart" ref={figure} aria-label={label}>
      <svg width={width} height={HEIGHT} aria-hidden="true">
        {easyTicks(yDomain, 4).map((tick) => (
          <g key={tick}>
            <line className="chart-grid" x1={MARGIN.left} x2={right} y1={y(tick)} y2={y(tick)} />
            <text className="chart-tick" x={MARGIN.left - 8} y={y(tick) + 4} textAnchor="end">{formatY(tick)}</text>
          </g>
        ))}
        {easyTicks(xDomain, Math.max(2, Math.floor(width / 110))).map((tick) => (
          <text key={tick} className="chart-tick" x={x(tick)} y={bottom + 17} textAnchor="middle">{formatX(tick)}</text>
        ))}
        <line className="chart-axis" x1={MARGIN.left} x2={right} y1={bottom} y2={bottom} />
        <line className="chart-axis" x1={MARGIN.left} x2={MARGIN.left} y1={MARGIN.top} y2={bottom} />
        <path className="chart-line" d={path} />
        {marks.map((mark) => <circle key={mark.x} className="chart-mark" cx={x(mark.x)} cy={y(mark.y)} r={4.5} />)}
        <text className="chart-title" x={4} y={14}>{yTitle}</text>
        <text className="chart-title" x={(MARGIN.left + right) / 2} y={HEIGHT - 5} textAnchor="middle">{xTitle}</text>
      </svg>
    </figure>
  );
};
