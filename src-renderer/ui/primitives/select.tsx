/**
 * One choice out of a list. The list is made when the person comes near, by pointer or key: a screen may hold dozens of
 * these, and a list thousands of options. Of a long list only what is seen is drawn.
 */
import { Check, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Input, ListBox, ListBoxItem, ListLayout, Popover, Select as AriaSelect, SelectValue, Text, TextField as AriaTextField, Virtualizer } from 'react-aria-components';
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

/** Longer lists are drawn as far as they are seen. */
const LONG = 60;
/** Of an option of one line, in CSS pixels; true heights are measured. */
const OPTION_HEIGHT = 34;
const LONG_LAYOUT = { estimatedRowHeight: OPTION_HEIGHT, padding: 4, gap: 1 } as const;

const Option = ({ option }: { readonly option: SelectOption }) => (
  <ListBoxItem id={option.id} textValue={option.label} className="list-item">
    <Check className="list-item-check" size={16} aria-hidden />
    <span className="list-item-text">
      <Text slot="label">{option.label}</Text>
      {option.description === undefined ? null : <Text slot="description" className="list-item-description">{option.description}</Text>}
    </span>
  </ListBoxItem>
);

const Options = ({ options }: { readonly options: readonly SelectOption[] }) => {
  const items = options.map((option) => ({ ...option }));
  if (options.length <= LONG) return <ListBox className="list-box" items={items}>{(option) => <Option option={option} />}</ListBox>;
  return (
    <Virtualizer layout={ListLayout} layoutOptions={LONG_LAYOUT}>
      <ListBox className="list-box list-box-long" items={items}>{(option) => <Option option={option} />}</ListBox>
    </Virtualizer>
  );
};

/** What a closed list nobody is near has to know: the chosen words, or that there is something to choose. */
const leastOf = <Choice extends string>(options: readonly SelectOption<Choice>[], value: Choice | null): readonly SelectOption<Choice>[] => {
  const chosen = options.filter(({ id }) => id === value);
  return chosen.length > 0 ? chosen : options.slice(0, 1);
};

const WritableSelect = <Choice extends string>({ label, labelHidden, description, error, warning, value, options, onChange, ...rest }: SelectProps<Choice>) => {
  const [isNear, setNear] = useState(false);
  const near = (): void => setNear(true);
  const choose = (key: unknown): void => {
    const option = options.find(({ id }) => id === key);
    if (option !== undefined && option.id !== value) onChange(option.id);
  };
  return (
    <AriaSelect {...rest} className={fieldClass({ error, warning })} value={value} onChange={choose} onFocusChange={near} onOpenChange={near} isInvalid={error !== undefined} validationBehavior="aria">
      <FieldLabel label={label} {...(labelHidden === undefined ? {} : { labelHidden })} />
      <AriaButton className="input select-button" onHoverStart={near}>
        <SelectValue className="select-value">{({ selectedText, defaultChildren }) => selectedText || defaultChildren}</SelectValue>
        <ChevronDown size={16} aria-hidden />
      </AriaButton>
      <FieldNotes description={description} error={error} warning={warning} />
      <Popover className="popover popover-list" offset={4}><Options options={isNear ? options : leastOf(options, value)} /></Popover>
    </AriaSelect>
  );
};

export const Select = <Choice extends string>(props: SelectProps<Choice>) => {
  const { value, options } = props;
  return useReadOnly() ? <ChosenText {...props} chosen={options.find(({ id }) => id === value)?.label ?? ''} /> : <WritableSelect {...props} />;
};
