/** A button with a picture; its name is spoken and shown as a tooltip. */
import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { ICON_SIZE, type ButtonProps } from './button';
import { WithTooltip } from './tooltip';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'variant' | 'label'> {
  /** The accessible name, and the tooltip unless `tooltip` says more. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly tone?: 'plain' | 'danger';
}

export const IconButton = ({ label, icon: Icon, tooltip, describedBy, tone = 'plain', type = 'button', ...rest }: IconButtonProps) => (
  <WithTooltip text={tooltip ?? label}>
    <AriaButton {...rest} type={type} slot={null} className={`icon-button icon-button-${tone}`} aria-label={label} aria-describedby={describedBy}>
      <Icon size={ICON_SIZE + 2} aria-hidden />
    </AriaButton>
  </WithTooltip>
);
