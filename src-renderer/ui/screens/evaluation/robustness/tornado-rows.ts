/** The weight swings as rows of a tornado: the criterion that moves the lead most on top. */
import type { Project } from '../../../../domain/project';
import type { Robustness } from '../../../../domain/robustness/robustness';
import type { Interval } from '../../../charts/scale';

/** Leads are in points; drawn only, the exact ones stand in the table. */
export interface TornadoRow {
  readonly id: string;
  readonly label: string;
  readonly now: number;
  /** By points of weight asked for, smallest first. */
  readonly leads: readonly { readonly points: number; readonly lead: number }[];
}

const spread = ({ leads }: TornadoRow): number => Math.max(...leads.map(({ lead }) => lead)) - Math.min(...leads.map(({ lead }) => lead));

/** `groupName` writes the name of a group. What cannot be counted, the lead of a bid without points, is not drawn. */
export const tornadoRows = (project: Project, { weights, margin }: Robustness, groupName: (name: string) => string = String): readonly TornadoRow[] =>
  (margin === null ? [] : weights)
    .filter(({ swings }) => swings.some((swing) => swing.margin !== null))
    .map(({ criterionId, isGroup, swings }) => ({
      id: criterionId,
      label: (isGroup ? groupName : String)(project.awardCriteria[criterionId]?.name ?? ''),
      now: Number(margin),
      leads: swings.flatMap((swing) => (swing.margin === null ? [] : [{ points: swing.points, lead: Number(swing.margin) }])),
    }))
    .toSorted((left, right) => spread(right) - spread(left));

/** From the lowest lead to the highest one, zero always within: how far it is to a change is what the chart is for. */
export const leadRange = (rows: readonly TornadoRow[]): Interval => {
  const leads = rows.flatMap(({ leads, now }) => [now, ...leads.map(({ lead }) => lead)]);
  const from = Math.min(0, ...leads);
  const to = Math.max(0, ...leads);
  return to > from ? { from, to } : { from: -1, to: 1 };
};
