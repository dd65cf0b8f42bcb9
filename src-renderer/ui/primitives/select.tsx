/** One choice out of a short, fixed list. */
import { Check, ChevronDown } from 'lucide-react';
import { Button as AriaButton, Input, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue, Text, TextField as AriaTextField } from 'react-aria-components';
import { fieldClass, FieldLabel, FieldNotes, type FieldProps } from './field';
import { useReadOnly } from './read-only';

export interface SelectOption<Choice extends string = string> {
  readonly id: Choice;
  readonly label: string;
  readonly description?: string;
}

export interface SelectProps<Choice extends string> extends Omit<FieldProps, 'isReadOnly'> {
  readonly value: Choice | null;
  readonly options: readonly SelectOption<Choice>[];
  readonly onChange: (value: Choice) => void;
  /** Shown while nothing is chosen. */
  readonly placeholder?: string;
}

/** To be read only: the chosen words, in a field that opens no list. */
const ChosenText = ({ label, labelHidden, description, error, warning, chosen, isDisabled }: FieldProps & { readonly chosen: string }) => (
  <AriaTextField isReadOnly isDisabled={isDisabled ?? false} className={fieldClass({ error, warning })} value={chosen} isInvalid={error !== undefined} validationBehavior="aria">
    <FieldLabel label={label} {...(labelHidden === undefined ? {} : { labelHidden })} />
    <Input className="input" />
    <FieldNotes description={description} error={error} warning={warning} />
  </AriaTextField>
);

const WritableSelect = <Choice extends string>({ label, labelHidden, description, error, warning, value, options, onChange, ...rest }: SelectProps<Choice>) => {
  const choose = (key: unknown): void => {
    const option = options.find(({ id }) => id === key);
    if (option !== undefined && option.id !== value) onChange(option.id);
  };
  return (
    <AriaSelect {...rest} className={fieldClass({ error, warning })} value={value} onChange={choose} isInvalid={error !== undefined} validationBehavior="aria">
      <FieldLabel label={label} {...(labelHidden === undefined ? {} : { labelHidden })} />
      <AriaButton className="input select-button">
        <SelectValue className="select-value">{({ selectedText, defaultChildren }) => selectedText || defaultChildren}</SelectValue>
        <ChevronDown size={16} aria-hidden />
      </AriaButton>
      <FieldNotes description={description} error={error} warning={warning} />
      <Popover className="popover popover-list" offset={4}>
        <ListBox className="list-box" items={options.map((option) => ({ ...option }))}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className="list-item">
              <Check className="list-item-check" size={16} aria-hidden />
              <span className="list-item-text">
                <Text slot="label">{option.label}</Text>
                {option.description === undefined ? null : <Text slot="description" className="list-item-description">{option.description}</Text>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
};

export const Select = <Choice extends string>(props: SelectProps<Choice>) => {
  const { value, options } = props;
  return useReadOnly() ? <ChosenText {...props} chosen={options.find(({ id }) => id === value)?.label ?? ''} /> : <WritableSelect {...props} />;
};
