/** Yes or no, for something that takes part in a later action. */
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';

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
export const Checkbox = ({ children, label, ...rest }: ToggleProps & { readonly isIndeterminate?: boolean }) => (
  <AriaCheckbox {...rest} aria-label={label} className="toggle">
    <span className="checkbox-box" aria-hidden><Check size={14} strokeWidth={3} /></span>
    <span>{children}</span>
  </AriaCheckbox>
);
