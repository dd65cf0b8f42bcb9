/** Keys that work everywhere, and menu commands of the host. */
import { useEffect } from 'react';
import type { HostApi, MenuCommand } from '../../../src-main/bridge/host-api';

/** True where the platform's own undo of typed text must win. */
const isTyping = (): boolean => {
  const active = document.activeElement;
  if (active instanceof HTMLTextAreaElement) return !active.readOnly;
  if (active instanceof HTMLInputElement) return !active.readOnly && !['checkbox', 'radio', 'button', 'range', 'file'].includes(active.type);
  return active instanceof HTMLElement && active.isContentEditable && active.getAttribute('role') !== 'spinbutton';
};

const commandOf = (event: KeyboardEvent): MenuCommand | null => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  switch (event.key.toLowerCase()) {
    case 'k':
      return event.shiftKey ? null : 'palette';
    case ',':
      return 'settings';
    case 'z':
      return event.shiftKey ? 'redo' : 'undo';
    case 'y':
      return event.shiftKey ? null : 'redo';
    default:
      return null;
  }
};

const isStep = (command: MenuCommand): command is 'undo' | 'redo' => command === 'undo' || command === 'redo';

/** Behind an open dialog nothing may change unseen. */
const isBehindDialog = (): boolean => document.querySelector('.modal-overlay') !== null;

export const useShortcuts = (carryOut: (command: MenuCommand) => void, onMenu: HostApi['onMenu']): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const command = commandOf(event);
      if (command === null || event.defaultPrevented || (isStep(command) && isTyping())) return;
      event.preventDefault();
      if (isBehindDialog()) return;
      carryOut(command);
    };
    window.addEventListener('keydown', onKeyDown);
    const stopMenu = onMenu((command) => {
      if (isBehindDialog()) return;
      // The host's menu takes the key of the field's own undo with it; this is the only way to give it back.
      if (isStep(command) && isTyping()) document.execCommand(command);
      else carryOut(command);
    });
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      stopMenu();
    };
  }, [carryOut, onMenu]);
};
