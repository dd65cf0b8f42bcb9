/** How the weights of a call divide between the two axes, out of 100. */
import { useId } from 'react';

export interface AxisSplitProps {
  /** Per cent; drawn only. */
  readonly costEffectiveness: number;
  readonly transformativePotential: number;
  /** Names both shares and what is left; the same figures stand as text under the bar. */
  readonly label: string;
}

const clampShare = (share: number, room: number): number => Math.min(Math.max(share, 0), room);

export const AxisSplit = ({ costEffectiveness, transformativePotential, label }: AxisSplitProps) => {
  const hatch = useId();
  const cost = clampShare(costEffectiveness, 100);
  const change = clampShare(transformativePotential, 100 - cost);
  return (
    <figure className="axis-split" aria-label={label}>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <defs>
          <pattern id={hatch} width="1.2" height="4" patternUnits="userSpaceOnUse" patternTransform="skewX(-20)">
            <rect className="axis-split-hatch" width="0.4" height="4" />
          </pattern>
        </defs>
        <rect className="axis-split-rest" width="100" height="4" />
        <rect fill={`url(#${hatch})`} width="100" height="4" />
        <rect className="axis-split-cost" width={cost} height="4" />
        <rect className="axis-split-change" x={cost} width={change} height="4" />
      </svg>
    </figure>
  );
};
