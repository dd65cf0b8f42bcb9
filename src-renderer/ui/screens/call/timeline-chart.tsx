/** The call drawn on one line of time: a mark for each planned day. The list beside it says the same in words. */
import { daysBetween } from '../../../domain/civil-date';
import type { MilestoneKind } from '../../../domain/timeline/milestone';
import type { CivilDate } from '../../../domain/values';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';

export interface TimelineChartProps {
  /** At least two, in the order of time. */
  readonly days: readonly { readonly kind: MilestoneKind; readonly date: CivilDate }[];
}

const WIDTH = 1000;
const ROW = 26;
const LABEL_ROOM = 260;
const INSET = 12;

export const TimelineChart = ({ days }: TimelineChartProps) => {
  const t = useT();
  const format = useFormat();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const length = Math.max(1, daysBetween(first.date, last.date));
  const x = (date: CivilDate): number => INSET + (daysBetween(first.date, date) / length) * (WIDTH - LABEL_ROOM - INSET);
  const height = days.length * ROW + INSET;
  const label = t('timeline.chart', { from: format.date(first.date), to: format.date(last.date), days: length });
  return (
    <figure className="timeline-figure" aria-label={label}>
    <svg className="timeline-chart" viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
      {days.map(({ kind, date }, index) => {
        const y = INSET + index * ROW;
        return (
          <g key={kind}>
            <line className="timeline-line" x1={x(first.date)} x2={x(date)} y1={y} y2={y} />
            <circle className="timeline-mark" cx={x(date)} cy={y} r={6} />
            <text className="timeline-label" x={x(date) + 12} y={y + 5}>{t('timeline.mark', { kind: t(`timeline.kind.${kind}`), date: format.date(date) })}</text>
          </g>
        );
      })}
    </svg>
    </figure>
  );
};
