/** One choice out of a few, all in sight. */
import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import { FieldNotes } from './field';
import { useReadOnly } from './read-only';

export interface RadioOption<Choice extends string = string> {
  readonly id: Choice;
  readonly label: string;
  readonly description?: string;
  readonly isDisabled?: boolean;
}

export interface RadioGroupProps<Choice extends string> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: Choice | null;
  readonly options: readonly RadioOption<Choice>[];
  readonly onChange: (value: Choice) => void;
  readonly description?: ReactNode;
  readonly orientation?: 'horizontal' | 'vertical';
  readonly isDisabled?: boolean;
}

export const RadioGroup = <Choice extends string>({ label, labelHidden = false, value, options, onChange, description, ...rest }: RadioGroupProps<Choice>) => {
  const readOnly = useReadOnly();
  const choose = (id: string): void => {
    const option = options.find((candidate) => candidate.id === id);
    if (option !== undefined) onChange(option.id);
  };
  return (
    <AriaRadioGroup {...rest} isReadOnly={readOnly} className="field radio-group" value={value} onChange={choose}>
      <Label className={labelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <div className="radio-options">
        {options.map((option) => (
          <Radio key={option.id} value={option.id} isDisabled={option.isDisabled ?? false} className="toggle">
            <span className="radio-dot" aria-hidden />
            <span className="list-item-text">
              <span>{option.label}</span>
              {option.description === undefined ? null : <span className="list-item-description">{option.description}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldNotes description={description} error={undefined} />
    </AriaRadioGroup>
  );
};
