/** Yes or no, for something that takes part in a later action. */
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import { useReadOnly } from './read-only';

export interface ToggleProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly isReadOnly?: boolean;
  /** Accessible name when `children` is empty, as in a table. */
  readonly label?: string;
}

/** `isIndeterminate`: some of what it stands for. */
export const Checkbox = ({ children, label, isReadOnly = false, ...rest }: ToggleProps & { readonly isIndeterminate?: boolean }) => {
  const readOnly = useReadOnly() || isReadOnly;
  return (
    <AriaCheckbox {...rest} isReadOnly={readOnly} aria-label={label} className="toggle">
      <span className="checkbox-box" aria-hidden><Check size={14} strokeWidth={3} /></span>
      <span>{children}</span>
    </AriaCheckbox>
  );
};
