/** A share of a known maximum as a bar, in the colour of its axis. The number stands beside it, never only the bar. */
import { Meter as AriaMeter } from 'react-aria-components';

export interface MeterProps {
  readonly value: number;
  readonly max: number;
  /** Cost-effectiveness is always blue, transformative potential always ochre. */
  readonly tone: 'cost' | 'change';
  readonly label: string;
  /** The value in the reader's notation. */
  readonly text?: string;
}

const percentOf = (value: number, max: number): number => (max <= 0 ? 0 : Math.min(100, Math.max(0, (value / max) * 100)));

export const Meter = ({ value, max, tone, label, text }: MeterProps) => (
  <AriaMeter className="meter" aria-label={label} value={Math.min(value, max)} maxValue={max} {...(text === undefined ? {} : { valueLabel: text })}>
    <span className="meter-track" aria-hidden>
      <span className={`meter-fill meter-${tone}`} style={{ inlineSize: `${percentOf(value, max)}%` }} />
    </span>
    {text === undefined ? null : <span className="meter-text">{text}</span>}
  </AriaMeter>
);
