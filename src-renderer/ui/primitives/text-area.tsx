/** Prose that grows with what is written. */
import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components';
import { useDraft } from './draft';
import { fieldClass, FieldLabel, FieldNotes, type FieldProps } from './field';
import { useReadOnly } from './read-only';

export interface TextAreaProps extends FieldProps {
  readonly value: string;
  /** On blur, and after a few seconds of rest so that a long text is not lost with the power. */
  readonly onCommit: (value: string) => void;
  readonly maxLength?: number;
  /** Lines shown when empty. */
  readonly rows?: number;
  /** For fields that Escape leads out of: what was typed is kept. Elsewhere Escape restores the stored text. */
  readonly keepOnEscape?: boolean;
}

const REST_MS = 4000;

export const TextArea = ({ label, labelHidden, description, error, warning, value, onCommit, maxLength, rows = 2, keepOnEscape = false, isReadOnly = false, ...rest }: TextAreaProps) => {
  const readOnly = useReadOnly() || isReadOnly;
  const draft = useDraft(value, (text) => {
    onCommit(text);
    return true;
  }, { commitOnEnter: false, restMs: REST_MS, keepOnEscape });
  return (
    <AriaTextField {...rest} isReadOnly={readOnly} className={fieldClass({ error, warning })} value={draft.text} onChange={draft.setText} onBlur={draft.onBlur} isInvalid={error !== undefined} validationBehavior="aria">
      <FieldLabel label={label} {...(labelHidden === undefined ? {} : { labelHidden })} />
      <AriaTextArea className="input text-area" onKeyDown={draft.onKeyDown} maxLength={maxLength} rows={rows} />
      <FieldNotes description={description} error={error} warning={warning} />
    </AriaTextField>
  );
};
