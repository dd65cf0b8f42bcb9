/** A button that opens a list of acts. */
import { Ellipsis, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Menu as AriaMenu, MenuItem as AriaMenuItem, MenuTrigger, Popover } from 'react-aria-components';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly tone?: 'plain' | 'danger';
  readonly isDisabled?: boolean;
  readonly onAction: () => void;
}

export interface MenuProps {
  /** The accessible name of the button, and of the menu. */
  readonly label: string;
  /** What the button shows; three dots when absent. */
  readonly trigger?: ReactNode;
  readonly items: readonly MenuItem[];
  readonly isDisabled?: boolean;
}

export const Menu = ({ label, trigger, items, isDisabled = false }: MenuProps) => (
  <MenuTrigger>
    <AriaButton className={trigger === undefined ? 'icon-button' : 'button button-secondary'} aria-label={label} isDisabled={isDisabled}>
      {trigger ?? <Ellipsis size={18} aria-hidden />}
    </AriaButton>
    <Popover className="popover popover-list" offset={4} placement="bottom end">
      <AriaMenu className="list-box" aria-label={label}>
        {items.map(({ id, label: text, icon: Icon, tone = 'plain', isDisabled: off = false, onAction }) => (
          <AriaMenuItem key={id} id={id} textValue={text} isDisabled={off} onAction={onAction} className={`list-item list-item-${tone}`}>
            {Icon === undefined ? null : <Icon size={16} aria-hidden />}
            <span>{text}</span>
          </AriaMenuItem>
        ))}
      </AriaMenu>
    </Popover>
  </MenuTrigger>
);
