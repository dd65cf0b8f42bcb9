/** One award criterion in the list: name, axis and weight in a line, everything else under it when opened. */
import { ChevronDown, ChevronRight, Trash2 } from 'lucide-react';
import { AXES, type AwardCriterion } from '../../../domain/project';
import { SHORT_TEXT } from '../../../domain/texts';
import { useCaiet } from '../../context/caiet-context';
import { noRemarks } from '../../context/field-remarks';
import { useT } from '../../context/language';
import { useWhenSought } from '../../context/sought-record';
import { IconButton } from '../../primitives/icon-button';
import { NumberField } from '../../primitives/number-field';
import { Select } from '../../primitives/select';
import { Pill } from '../../primitives/pill';
import { TextField } from '../../primitives/text-field';
import { CriterionDetails, type CriterionDetailsProps } from './criterion-details';
import { MoveButtons } from './move-buttons';
import { focusFirstField, useNewRecord } from './new-record';

export interface CriterionRowProps extends CriterionDetailsProps {
  readonly index: number;
  readonly count: number;
  /** Just added: takes the focus and is not reproached for what nobody has had time to write. */
  readonly isNew: boolean;
  readonly onLeave: () => void;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onRemove: () => void;
}

/** How a criterion is called before it has a name. */
const nameOf = (criterion: AwardCriterion, unnamed: string): string => (criterion.name.trim() === '' ? unnamed : criterion.name);

export const CriterionRow = ({ criterion, index, count, isNew, onLeave, isOpen, onToggle, onRemove, ...rest }: CriterionRowProps) => {
  const t = useT();
  const { call } = useCaiet();
  const record = useNewRecord<HTMLLIElement>(isNew, onLeave);
  useWhenSought(criterion.id, () => {
    if (!isOpen) onToggle();
    focusFirstField(record.current);
  });
  const remarks = isNew ? noRemarks : rest.remarks;
  const name = nameOf(criterion, t('call.criterion.unnamed', { index: index + 1 }));
  return (
    <li className="criterion" aria-label={name} ref={record}>
      <div className="criterion-line">
        <IconButton
          icon={isOpen ? ChevronDown : ChevronRight} label={t(isOpen ? 'call.criterion.close' : 'call.criterion.open', { name })} onPress={onToggle}
        />
        <div className="criterion-name first-field">
          <TextField
            label={t('call.criterion.name')} labelHidden wraps value={criterion.name} maxLength={SHORT_TEXT} {...remarks('name')}
            onCommit={(text) => call.editCriterion(criterion.id, { name: text })}
          />
        </div>
        <span className="criterion-type"><Pill tone={criterion.type === 'price' ? 'info' : 'neutral'}>{t(`call.type.${criterion.type}`)}</Pill></span>
        <div className="criterion-axis">
          {criterion.type !== 'group' && <Select
            label={t('call.criterion.axisOf', { name })} labelHidden value={criterion.axis} {...remarks('axis')}
            options={AXES.map((axis) => ({ id: axis, label: t(`call.axis.${axis}`), description: t(`call.axis.${axis}.explained`) }))}
            onChange={(axis) => call.editCriterion(criterion.id, { axis })}
          />}
        </div>
        <div className="criterion-weight">
          <NumberField
            label={t('call.criterion.weightOf', { name })} labelHidden unit="%" value={criterion.weight} {...remarks('weight')}
            onCommit={(weight) => call.editCriterion(criterion.id, { weight: weight ?? '0' })}
          />
        </div>
        <div className="row-actions">
          <MoveButtons name={name} index={index} count={count} onMove={(to) => call.moveCriterion(criterion.id, to)} />
          <IconButton icon={Trash2} tone="danger" label={t('call.criterion.remove', { name })} onPress={onRemove} />
        </div>
      </div>
      {isOpen && <CriterionDetails criterion={criterion} {...rest} remarks={remarks} />}
    </li>
  );
};
