/** One line of text. */
import type { KeyboardEvent } from 'react';
import { Input, TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components';
import { useDraft } from './draft';
import { fieldClass, FieldLabel, FieldNotes, type FieldProps } from './field';
import { useReadOnly } from './read-only';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  /** On blur and Enter, when the text changed. */
  readonly onCommit: (value: string) => void;
  /** Hears every key, for forms that enable a button while typing. */
  readonly onType?: (value: string) => void;
  /** Enter, after what was typed is committed: for forms whose button is meant by it. */
  readonly onEnter?: () => void;
  readonly maxLength?: number;
  readonly type?: 'text' | 'email' | 'password';
  /** Shows a long text on several lines; it stays one line of text. */
  readonly wraps?: boolean;
}

export const TextField = ({ label, labelHidden, description, error, warning, value, onCommit, onType, onEnter, maxLength, type = 'text', wraps = false, isReadOnly = false, ...rest }: TextFieldProps) => {
  const readOnly = useReadOnly() || isReadOnly;
  const draft = useDraft(value, (text) => {
    onCommit(text);
    return true;
  }, { commitOnEnter: true });
  const onChange = (typed: string): void => {
    const text = typed.replace(/[\r\n]+/g, ' ');
    draft.setText(text);
    onType?.(text);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (wraps && event.key === 'Enter') event.preventDefault();
    draft.onKeyDown(event);
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter?.();
  };
  return (
    <AriaTextField {...rest} isReadOnly={readOnly} type={type} className={fieldClass({ error, warning })} value={draft.text} onChange={onChange} onBlur={draft.onBlur} isInvalid={error !== undefined} validationBehavior="aria">
      <FieldLabel label={label} {...(labelHidden === undefined ? {} : { labelHidden })} />
      {wraps
        ? <AriaTextArea className="input text-wrapping" onKeyDown={onKeyDown} maxLength={maxLength} rows={1} spellCheck={false} autoComplete="off" />
        : <Input className="input" onKeyDown={onKeyDown} maxLength={maxLength} spellCheck={false} autoComplete="off" />}
      <FieldNotes description={description} error={error} warning={warning} />
    </AriaTextField>
  );
};
