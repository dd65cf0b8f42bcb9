/** One award criterion in the list: name, axis and weight in a line, everything else under it when opened. */
import { ChevronDown, ChevronRight, Plus, Trash2 } from 'lucide-react';
import type { OutlineLine } from '../../../domain/criteria-tree';
import type { Problem } from '../../../domain/problem';
import { AXES, type AwardCriterion } from '../../../domain/project';
import { SHORT_TEXT } from '../../../domain/texts';
import type { DecimalString } from '../../../domain/values';
import { useCaiet } from '../../context/caiet-context';
import { noRemarks, type ProblemWords } from '../../context/field-remarks';
import { useFormat } from '../../context/format';
import { useT } from '../../context/language';
import { useWhenSought } from '../../context/sought-record';
import { SEVERITY_TONES } from '../../context/severity-tone';
import { Button } from '../../primitives/button';
import { IconButton } from '../../primitives/icon-button';
import { Note } from '../../primitives/note';
import { NumberField } from '../../primitives/number-field';
import { Select } from '../../primitives/select';
import { Pill } from '../../primitives/pill';
import { Editing } from '../../primitives/read-only';
import { TextField } from '../../primitives/text-field';
import { CriterionDetails, type CriterionDetailsProps } from './criterion-details';
import { CriterionPlace, useMoveKeys } from './criterion-place';
import { focusFirstField, useNewRecord } from './new-record';

export interface CriterionRowProps extends CriterionDetailsProps {
  readonly line: OutlineLine;
  readonly hasGroups: boolean;
  readonly canEnter: boolean;
  /** False under a ranking rule that gives this criterion no points. */
  readonly isWeighed: boolean;
  /** What it weighs in the total, where the call has groups; null for a group itself. */
  readonly weightInTotal: DecimalString | null;
  /** Problems of the criterion as a whole, such as a group that does not sum to 100. */
  readonly ofTheWhole: readonly Problem[];
  readonly words: ProblemWords;
  /** Adds a criterion to a group. */
  readonly onAddInside: () => void;
  /** Just added: takes the focus and is not reproached for what nobody has had time to write. */
  readonly isNew: boolean;
  readonly onLeave: () => void;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onRemove: () => void;
}

/** How a criterion is called before it has a name. */
const nameOf = (criterion: AwardCriterion, unnamed: string): string => (criterion.name.trim() === '' ? unnamed : criterion.name);

export const CriterionRow = ({ criterion, line, hasGroups, canEnter, isWeighed, weightInTotal, ofTheWhole, words, isNew, onLeave, isOpen, onToggle, onRemove, onAddInside, ...rest }: CriterionRowProps) => {
  const t = useT();
  const { call } = useCaiet();
  const record = useNewRecord<HTMLLIElement>(isNew, onLeave);
  useWhenSought(criterion.id, () => {
    if (!isOpen) onToggle();
    focusFirstField(record.current);
  });
  const onKeyDown = useMoveKeys(record, line);
  const format = useFormat();
  const remarks = isNew ? noRemarks : rest.remarks;
  const name = nameOf(criterion, t('call.criterion.unnamed', { index: line.index + 1 }));
  return (
    // The keys move the criterion from any of its fields; the row itself takes no focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li className={`criterion criterion-depth-${line.depth}`} aria-label={name} aria-level={hasGroups ? line.depth + 1 : undefined} ref={record} onKeyDown={onKeyDown}>
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
        <span className="criterion-type"><Pill tone={criterion.type === 'price' || criterion.type === 'cost' ? 'info' : 'neutral'}>{t(`call.type.${criterion.type}`)}</Pill></span>
        <div className="criterion-axis">
          {criterion.type !== 'group' && <Select
            label={t('call.criterion.axisOf', { name })} labelHidden value={criterion.axis} {...remarks('axis')}
            options={AXES.map((axis) => ({ id: axis, label: t(`call.axis.${axis}`), description: t(`call.axis.${axis}.explained`) }))}
            onChange={(axis) => call.editCriterion(criterion.id, { axis })}
          />}
        </div>
        <div className="criterion-weight">
          {isWeighed && (
            <NumberField
              label={t('call.criterion.weightOf', { name })} labelHidden unit="%" value={criterion.weight} {...remarks('weight')}
              onCommit={(weight) => call.editCriterion(criterion.id, { weight: weight ?? '0' })}
            />
          )}
          {line.depth > 0 && weightInTotal !== null && <span className="criterion-in-total">{t('call.criterion.inTotal', { weight: format.percent(weightInTotal) })}</span>}
        </div>
        <div className="row-actions">
          <Editing>
            <CriterionPlace line={line} name={name} canEnter={canEnter} hasGroups={hasGroups} />
            <IconButton icon={Trash2} tone="danger" label={t('call.criterion.remove', { name })} onPress={onRemove} />
          </Editing>
        </div>
      </div>
      {!isNew && ofTheWhole.map((problem) => <Note key={problem.code} tone={SEVERITY_TONES[problem.severity]}>{words(problem)}</Note>)}
      {criterion.type === 'group' && <Editing><div className="criterion-inside"><Button icon={Plus} variant="quiet" onPress={onAddInside}>{t('call.criterion.addInside', { name })}</Button></div></Editing>}
      {isOpen && <CriterionDetails criterion={criterion} {...rest} remarks={remarks} />}
    </li>
  );
};
