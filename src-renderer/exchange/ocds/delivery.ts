/** The phases in which what was bought is delivered, as milestones: of the tender, and once signed of the contract. */
import { addMonths } from '../../domain/civil-date';
import { inOrder } from '../../domain/position';
import type { Phase } from '../../domain/phase';
import type { Project } from '../../domain/project';
import type { CivilDate } from '../../domain/values';
import { maybe, said } from './written';

export interface OcdsDelivery {
  readonly id: string;
  readonly title?: string;
  readonly type: 'delivery';
  readonly description?: string;
  readonly dueDate?: string;
  readonly status: 'scheduled';
}

const deliveryOf = ({ id, name, result }: Phase, due: CivilDate | null): OcdsDelivery => ({
  id: `phase-${id}`,
  ...maybe('title', said(name)),
  type: 'delivery',
  ...maybe('description', said(result)),
  ...maybe('dueDate', due === null ? null : `${due}T23:59:59Z`),
  status: 'scheduled',
});

/** One a phase, in order. From the day the contract was signed each is due at its end, as far as every length before is known. */
export const deliveriesOf = ({ phases }: Project, signedOn: CivilDate | null): OcdsDelivery[] => {
  let months: number | null = 0;
  return inOrder(phases ?? {}).map((phase) => {
    months = months === null || phase.months === null ? null : months + phase.months;
    return deliveryOf(phase, signedOn === null || months === null ? null : addMonths(signedOn, months));
  });
};
