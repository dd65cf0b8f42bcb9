import type { Page } from '@playwright/test';
import type { MenuCommand } from '../../../src-main/bridge/host-api';
import type { ElectronDouble } from '../../electron-double/electron-double';

/** Runs the first way of ending it is given, and no other: what was killed need not be closed. */
export const endOnce = (): ((end: () => Promise<void>) => Promise<void>) => {
  let ended = false;
  return async (end) => {
    if (ended) return;
    ended = true;
    await end();
  };
};

/** Caiet as a spec sees it, whatever it runs in. */
export interface RunningApp {
  readonly kind: 'electron' | 'double' | 'browser';
  readonly page: Page;
  readonly userData: string;
  /** Present for the test double only: what main registered and asked for. */
  readonly double?: ElectronDouble;
  /** Uncaught errors, policy violations and network attempts seen so far. A spec that provokes them empties this. */
  readonly trouble: string[];
  /**
   * The next save goes to this file, or is cancelled by the person (null). Returns a function that waits until the file
   * is there.
   */
  nextSave(file: string | null): Promise<() => Promise<void>>;
  /** The next open dialog answers with this file, or is cancelled (null). */
  nextOpen(file: string | null): Promise<void>;
  /** Chooses a command of the application menu. The browser edition has none and throws. */
  menu(command: MenuCommand): Promise<void>;
  /** Closes as a person does, waiting for what the window has to finish. Does nothing to what has ended already. */
  close(): Promise<void>;
  /** SIGKILL to the browser or Electron, in the middle of whatever it does. */
  kill(): Promise<void>;
}
