/** Yes or no, taking effect at once. */
import { Switch as AriaSwitch } from 'react-aria-components';
import type { ToggleProps } from './checkbox';

export const Switch = ({ children, label, ...rest }: ToggleProps) => (
  <AriaSwitch {...rest} aria-label={label} className="toggle">
    <span className="switch-track" aria-hidden><span className="switch-knob" /></span>
    <span>{children}</span>
  </AriaSwitch>
);
