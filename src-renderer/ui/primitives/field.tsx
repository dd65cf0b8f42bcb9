/** What every field shares: label, help, error, and how they hang together. */
import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';

export interface FieldProps {
  readonly label: string;
  /** Keeps the label for screen readers only; for fields inside a table whose header says it. */
  readonly labelHidden?: boolean;
  readonly description?: ReactNode;
  /** One sentence: what is wrong and how to mend it. */
  readonly error?: string | undefined;
  readonly isReadOnly?: boolean;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
  readonly autoFocus?: boolean;
}

export const FieldLabel = ({ label, labelHidden = false, help }: Pick<FieldProps, 'label' | 'labelHidden'> & { readonly help?: ReactNode }) => (
  <span className={labelHidden ? 'visually-hidden' : 'field-label'}>
    <Label>{label}</Label>
    {help}
  </span>
);

/** Description and error under a field; react-aria links both to the control. */
export const FieldNotes = ({ description, error }: Pick<FieldProps, 'description' | 'error'>) => (
  <>
    {description === undefined ? null : <Text slot="description" className="field-description">{description}</Text>}
    <FieldError className="field-error">{error}</FieldError>
  </>
);
