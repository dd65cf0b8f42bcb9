/** A button with words. At most one primary per screen. */
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { WithTooltip } from './tooltip';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps {
  readonly children: ReactNode;
  /** Spoken instead of `children` where those alone would not say enough, as on one button per row. */
  readonly label?: string;
  readonly variant?: ButtonVariant;
  readonly icon?: LucideIcon;
  readonly onPress?: () => void;
  readonly isDisabled?: boolean;
  readonly type?: 'button' | 'submit';
  readonly autoFocus?: boolean;
  /** Shown on hover and focus; says more than the label, never replaces it. */
  readonly tooltip?: string;
  /** Id of the text that says why it cannot be pressed, or what it will do. */
  readonly describedBy?: string;
}

/** Pixels; icons stand beside 15 px text. */
export const ICON_SIZE = 16;

export const Button = ({ children, variant = 'secondary', icon: Icon, tooltip, describedBy, label, type = 'button', ...rest }: ButtonProps) => (
  <WithTooltip text={tooltip}>
    <AriaButton {...rest} type={type} className={`button button-${variant}`} aria-label={label} aria-describedby={describedBy}>
      {Icon === undefined ? null : <Icon size={ICON_SIZE} aria-hidden />}
      <span>{children}</span>
    </AriaButton>
  </WithTooltip>
);
