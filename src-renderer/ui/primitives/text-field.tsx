/** One line of text. */
import { Input, TextField as AriaTextField } from 'react-aria-components';
import { useDraft } from './draft';
import { fieldClass, FieldLabel, FieldNotes, type FieldProps } from './field';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  /** On blur and Enter, when the text changed. */
  readonly onCommit: (value: string) => void;
  /** Hears every key, for forms that enable a button while typing. */
  readonly onType?: (value: string) => void;
  readonly maxLength?: number;
  readonly type?: 'text' | 'email';
}

export const TextField = ({ label, labelHidden, description, error, warning, value, onCommit, onType, maxLength, type = 'text', ...rest }: TextFieldProps) => {
  const draft = useDraft(value, (text) => {
    onCommit(text);
    return true;
  }, { commitOnEnter: true });
  const onChange = (text: string): void => {
    draft.setText(text);
    onType?.(text);
  };
  return (
    <AriaTextField {...rest} type={type} className={fieldClass({ error, warning })} value={draft.text} onChange={onChange} onBlur={draft.onBlur} isInvalid={error !== undefined} validationBehavior="aria">
      <FieldLabel label={label} {...(labelHidden === undefined ? {} : { labelHidden })} />
      <Input className="input" onKeyDown={draft.onKeyDown} maxLength={maxLength} spellCheck={false} autoComplete="off" />
      <FieldNotes description={description} error={error} warning={warning} />
    </AriaTextField>
  );
};
