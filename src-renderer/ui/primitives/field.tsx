/** What every field shares: label, help, what is wrong or doubtful, and how they hang together. */
import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { LawMark } from './law-mark';

export interface FieldProps {
  readonly label: string;
  /** Keeps the label for screen readers only; for fields inside a table whose header says it. */
  readonly labelHidden?: boolean;
  readonly description?: ReactNode;
  /** One sentence: what is wrong and how to mend it. */
  readonly error?: string | undefined;
  /** One sentence about a value that is allowed but will bring questions; an error speaks before it. */
  readonly warning?: string | undefined;
  readonly isReadOnly?: boolean;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
  readonly autoFocus?: boolean;
}

/** Size of the sign before an error or a warning, in pixels. */
const SIGN_SIZE = 14;

/** The class of a field's outermost element. */
export const fieldClass = ({ error, warning }: Pick<FieldProps, 'error' | 'warning'>): string =>
  warning !== undefined && error === undefined ? 'field field-warned' : 'field';

export const FieldLabel = ({ label, labelHidden = false, help }: Pick<FieldProps, 'label' | 'labelHidden'> & { readonly help?: ReactNode }) => (
  <span className={labelHidden ? 'visually-hidden' : 'field-label'}>
    <Label>{label}</Label>
    {help}
  </span>
);

/**
 * What stands under a field. react-aria links it to the control only if it is there from the start, so it is, even
 * while it has nothing to say: a doubt that comes up later must be read out too.
 */
export const FieldNotes = ({ description, error, warning }: Pick<FieldProps, 'description' | 'error' | 'warning'>) => {
  const doubt = error === undefined ? warning : undefined;
  return (
    <>
      <span className="field-notes-line">
        <Text slot="description" className="field-notes">
          {description === undefined ? null : <span className="field-description">{description}</span>}
          {doubt === undefined ? null : <span className="field-remark field-warning"><TriangleAlert size={SIGN_SIZE} aria-hidden /><span>{doubt}</span></span>}
        </Text>
        <LawMark text={[description, doubt, error].filter((text) => typeof text === 'string').join(' ')} />
      </span>
      <FieldError className="field-remark field-error"><CircleAlert size={SIGN_SIZE} aria-hidden /><span>{error}</span></FieldError>
    </>
  );
};
