/** Closing waits for the window to finish what it is saving, and for nothing longer than a few seconds. */
import type { BrowserWindow } from 'electron';
import { EVENTS } from '../bridge/channels';

/** Longest wait for the window, in milliseconds. */
export const CLOSE_LIMIT_MS = 5000;

export interface CloseHandshake {
  /** The window has answered: it may close now. */
  ready(): void;
}

/** Holds back the first attempt to close, asks the page, and closes when it answers or the time is up. */
export const holdClosing = (window: BrowserWindow, afterwards: () => void, limit: number = CLOSE_LIMIT_MS): CloseHandshake => {
  let state: 'open' | 'asking' | 'closing' = 'open';
  let timer: NodeJS.Timeout | undefined;
  const finish = (): void => {
    if (state === 'closing') return;
    state = 'closing';
    clearTimeout(timer);
    if (window.isDestroyed()) return;
    window.close();
    afterwards();
  };
  window.on('close', (event) => {
    if (state === 'closing' || window.webContents.isCrashed()) return;
    event.preventDefault();
    if (state === 'asking') return;
    state = 'asking';
    timer = setTimeout(finish, limit);
    window.webContents.send(EVENTS.beforeClose);
  });
  window.on('closed', () => clearTimeout(timer));
  return { ready: () => { if (state === 'asking') finish(); } };
};
