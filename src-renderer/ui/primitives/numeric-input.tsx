/**
 * The text input under numbers and money. It shows the reader's notation and refuses, with a sentence, what is not one
 * number; the text typed stays until it is mended or Escape brings the stored value back.
 */
import { useState, type ReactNode } from 'react';
import { Group, Input, TextField as AriaTextField } from 'react-aria-components';
import { useDraft } from './draft';
import { fieldClass, FieldLabel, FieldNotes, type FieldProps } from './field';
import { useReadOnly } from './read-only';

export interface NumericInputProps extends FieldProps {
  /** In the reader's notation. */
  readonly shown: string;
  readonly unit?: ReactNode;
  /** Returns the sentence that refuses the text, or null when it was stored. */
  readonly store: (text: string) => string | null;
}

export const NumericInput = ({ label, labelHidden, description, error, warning, shown, unit, store, isReadOnly = false, ...rest }: NumericInputProps) => {
  const readOnly = useReadOnly() || isReadOnly;
  const [refusal, setRefusal] = useState<string | null>(null);
  const draft = useDraft(shown, (text) => {
    const sentence = store(text);
    setRefusal(sentence);
    return sentence === null;
  }, { commitOnEnter: true });
  const problem = (draft.isDirty ? refusal : null) ?? error;
  return (
    <AriaTextField {...rest} isReadOnly={readOnly} className={fieldClass({ error: problem, warning })} value={draft.text} onChange={draft.setText} onBlur={draft.onBlur} isInvalid={problem !== undefined} validationBehavior="aria">
      <FieldLabel label={label} {...(labelHidden === undefined ? {} : { labelHidden })} />
      <Group className="input-group">
        <Input className="input input-number" onKeyDown={draft.onKeyDown} inputMode="decimal" maxLength={60} autoComplete="off" />
        {unit === undefined ? null : <span className="input-unit" aria-hidden>{unit}</span>}
      </Group>
      <FieldNotes description={description} error={problem} warning={warning} />
    </AriaTextField>
  );
};
