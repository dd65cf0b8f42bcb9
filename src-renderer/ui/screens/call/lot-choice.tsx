/** The lots something of the call holds for: all of them while none is chosen. */
import { inOrder } from '../../../domain/position';
import type { Project } from '../../../domain/project';
import type { Id } from '../../../domain/values';
import { useProject } from '../../context/caiet-context';
import { useT } from '../../context/language';
import { Checkbox } from '../../primitives/checkbox';

export interface LotChoiceProps {
  readonly chosen: Readonly<Record<Id, true>> | undefined;
  readonly onChange: (chosen: Record<Id, true>) => void;
}

const hasChoice = ({ lots }: Project): boolean => Object.keys(lots).length > 1;

/** Nothing in a call of one lot. */
export const LotChoice = ({ chosen = {}, onChange }: LotChoiceProps) => {
  const t = useT();
  const project = useProject();
  if (!hasChoice(project)) return null;
  const toggle = (id: Id, isChosen: boolean): void => {
    const { [id]: _, ...others } = chosen;
    onChange(isChosen ? { ...others, [id]: true } : others);
  };
  return (
    <fieldset className="lot-choice">
      <legend>{t('call.forLots')}</legend>
      <p className="quiet-text">{t('call.forLots.none')}</p>
      {inOrder(project.lots).map(({ id, number }) => (
        <Checkbox key={id} isSelected={Object.hasOwn(chosen, id)} onChange={(isChosen) => toggle(id, isChosen)}>{t('call.lot.named', { number })}</Checkbox>
      ))}
    </fieldset>
  );
};
