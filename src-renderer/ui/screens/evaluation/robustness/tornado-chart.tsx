/** How the lead of first place swings with each weight: one bar a criterion, zero where another takes over. */
import { useId } from 'react';
import { easyTicks, linearScale, type Scale } from '../../../charts/scale';
import { inLines } from '../../../charts/text-lines';
import { useWidth } from '../../../charts/use-width';
import { leadRange, type TornadoRow } from './tornado-rows';

export interface TornadoChartProps {
  /** The first on top. */
  readonly rows: readonly TornadoRow[];
  readonly label: string;
  readonly nowLabel: string;
  readonly format: (value: number) => string;
  /** A signed number of points of weight. */
  readonly formatPoints: (points: number) => string;
}

const BAR = 14;
/** Room at both ends of a bar for the swing that ends it. */
const ENDS = 34;
const MARGIN = { top: 26, bottom: 28 } as const;
const CHARACTER = 6.3;
/** A long name stands in two lines, a little closer than lines of text. */
const NAME_LINES = 2;
const NAME_LINE = 14;

/** Names stand in a lane of their own beside the bars, or above them where that would leave too little to draw on. */
const layoutOf = (width: number): { readonly lane: number; readonly row: number; readonly barAt: number; readonly nameAt: number } =>
  width >= 480 ? { lane: Math.round(Math.min(270, width * 0.4)), row: 34, barAt: 10, nameAt: 21 } : { lane: 0, row: 60, barAt: 38, nameAt: 18 };

const within = (row: TornadoRow, most: number): readonly number[] => [row.now, ...row.leads.filter(({ points }) => Math.abs(points) <= most).map(({ lead }) => lead)];

interface BarProps {
  readonly leads: readonly number[];
  readonly x: Scale;
  readonly y: number;
  readonly height: number;
  readonly className: string;
}

/** A bar cut at zero, so that the part where another leads looks different. */
const Bar = ({ leads, x, y, height, className }: BarProps) => {
  const from = Math.min(...leads);
  const to = Math.max(...leads);
  const part = (start: number, end: number, name: string) => end > start && <rect className={name} x={x(start)} y={y} width={x(end) - x(start)} height={height} />;
  return <>{part(Math.max(from, 0), to, className)}{part(from, Math.min(to, 0), 'tornado-lost')}</>;
};

/** Which swing ends the bar on each side, named there. */
const Ends = ({ row, x, y, formatPoints }: { readonly row: TornadoRow; readonly x: Scale; readonly y: number; readonly formatPoints: (points: number) => string }) => {
  const far = row.leads.filter(({ points }) => Math.abs(points) === 10).toSorted((left, right) => left.lead - right.lead);
  const [lowest, highest] = [far[0], far.at(-1)];
  if (lowest === undefined || highest === undefined || lowest.lead === highest.lead) return null;
  return (
    <>
      {lowest.lead < row.now && <text className="chart-tick tornado-end" x={x(lowest.lead) - 5} y={y} textAnchor="end">{formatPoints(lowest.points)}</text>}
      {highest.lead > row.now && <text className="chart-tick tornado-end" x={x(highest.lead) + 5} y={y} textAnchor="start">{formatPoints(highest.points)}</text>}
    </>
  );
};

/** Beside its bar a name in two lines has its middle there; above it, it begins there. */
const Name = ({ text, longest, y, isAbove }: { readonly text: string; readonly longest: number; readonly y: number; readonly isAbove: boolean }) => {
  const lines = inLines(text, longest, NAME_LINES);
  // Above a bar a single line stands where the second of two would, close to what it names.
  const first = isAbove ? y + (NAME_LINES - lines.length) * NAME_LINE : y - ((lines.length - 1) * NAME_LINE) / 2;
  return <>{lines.map((line, index) => <text key={line} className="chart-name" x={4} y={first + index * NAME_LINE}>{line}</text>)}</>;
};

export const TornadoChart = ({ rows, label, nowLabel, format, formatPoints }: TornadoChartProps) => {
  const [figure, measured] = useWidth<HTMLElement>(520);
  const hatch = useId();
  const width = Math.max(measured, 260);
  const range = leadRange(rows);
  const { lane, row: rowHeight, barAt, nameAt } = layoutOf(width);
  const x = linearScale(range, { from: lane + ENDS, to: width - ENDS });
  const bottom = MARGIN.top + rows.length * rowHeight;
  const now = rows[0]?.now ?? 0;
  // Room for the label on the side where there is more of it.
  const nowAnchor = x(now) > (lane + width) / 2 ? 'end' : 'start';
  const longest = Math.floor(((lane === 0 ? width : lane) - 8) / CHARACTER);
  return (
    <figure className="chart tornado" ref={figure} aria-label={label}>
      <svg width={width} height={bottom + MARGIN.bottom} aria-hidden="true">
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect className="tornado-hatch" width="2" height="6" /></pattern>
        </defs>
        {range.from < 0 && <rect fill={`url(#${hatch})`} x={lane} y={MARGIN.top} width={x(0) - lane} height={bottom - MARGIN.top} />}
        {easyTicks(range, Math.max(3, Math.floor((width - lane) / 80))).map((tick) => (
          <g key={tick}>
            <line className={tick === 0 ? 'tornado-zero' : 'chart-grid'} x1={x(tick)} x2={x(tick)} y1={MARGIN.top} y2={bottom} />
            <text className="chart-tick" x={x(tick)} y={bottom + 18} textAnchor="middle">{format(tick)}</text>
          </g>
        ))}
        {rows.map((row, index) => {
          const top = MARGIN.top + index * rowHeight + barAt;
          return (
            <g key={row.id}>
              <title>{row.label}</title>
              <Bar leads={within(row, 10)} x={x} y={top} height={BAR} className="tornado-ten" />
              <Bar leads={within(row, 5)} x={x} y={top + 3} height={BAR - 6} className="tornado-five" />
              <Ends row={row} x={x} y={top + BAR - 3} formatPoints={formatPoints} />
              <Name text={row.label} longest={longest} y={MARGIN.top + index * rowHeight + nameAt} isAbove={lane === 0} />
            </g>
          );
        })}
        <line className="tornado-now" x1={x(now)} x2={x(now)} y1={MARGIN.top - 6} y2={bottom} />
        <text className="chart-title" x={x(now)} y={14} textAnchor={nowAnchor}>{nowLabel}</text>
      </svg>
    </figure>
  );
};
