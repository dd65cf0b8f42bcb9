/** One choice out of two to four short words, taking effect at once. */
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

export interface SegmentedProps<Choice extends string> {
  readonly label: string;
  readonly value: Choice;
  readonly options: readonly { readonly id: Choice; readonly label: string; readonly spoken?: string; readonly lang?: string }[];
  readonly onChange: (value: Choice) => void;
}

export const Segmented = <Choice extends string>({ label, value, options, onChange }: SegmentedProps<Choice>) => (
  <ToggleButtonGroup
    className="segmented" aria-label={label} selectionMode="single" disallowEmptySelection selectedKeys={[value]}
    onSelectionChange={(keys) => {
      const option = options.find(({ id }) => keys.has(id));
      if (option !== undefined && option.id !== value) onChange(option.id);
    }}
  >
    {options.map(({ id, label: text, spoken, lang }) => (
      <ToggleButton key={id} id={id} className="segment" aria-label={spoken} {...(lang === undefined ? {} : { lang })}>{text}</ToggleButton>
    ))}
  </ToggleButtonGroup>
);
