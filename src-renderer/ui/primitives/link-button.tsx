/** A link that looks like a button. */
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { ICON_SIZE, type ButtonVariant } from './button';

export interface LinkButtonProps {
  readonly children: ReactNode;
  /** A route of the window, such as `/settings`. */
  readonly href: string;
  readonly variant?: ButtonVariant;
  readonly icon?: LucideIcon;
}

/** Goes somewhere; a `Button` does something. */
export const LinkButton = ({ children, href, variant = 'secondary', icon: Icon }: LinkButtonProps) => (
  <Link href={href} className={`button button-${variant}`}>
    {Icon === undefined ? null : <Icon size={ICON_SIZE} aria-hidden />}
    <span>{children}</span>
  </Link>
);
