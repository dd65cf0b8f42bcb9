/** Detail that opens under its heading. */
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Disclosure as AriaDisclosure, DisclosurePanel, Heading } from 'react-aria-components';

export interface DisclosureProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly isOpenAtFirst?: boolean;
  /** Controlled when given. */
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
}

export const Disclosure = ({ title, children, isOpenAtFirst = false, isOpen, onOpenChange }: DisclosureProps) => (
  <AriaDisclosure
    className="disclosure" defaultExpanded={isOpenAtFirst} {...(isOpen === undefined ? {} : { isExpanded: isOpen })}
    {...(onOpenChange === undefined ? {} : { onExpandedChange: onOpenChange })}
  >
    <Heading className="disclosure-heading">
      <AriaButton slot="trigger" className="disclosure-button">
        <ChevronRight size={16} aria-hidden className="disclosure-mark" />
        <span>{title}</span>
      </AriaButton>
    </Heading>
    <DisclosurePanel className="disclosure-panel">{children}</DisclosurePanel>
  </AriaDisclosure>
);
