/** The only door for messages from the window: who asks, then with what, then the work. */
import { BrowserWindow, ipcMain } from 'electron';
import type { Channel } from '../bridge/channels';
import { HostError } from '../bridge/host-error';
import { toHostError } from '../files/system-error';
import { assertTrusted, type TrustedSender } from './trusted-sender';

export type Handle = <Arguments extends readonly unknown[]>(
  channel: Channel,
  parse: (args: readonly unknown[]) => Arguments,
  work: (window: BrowserWindow, ...args: Arguments) => unknown,
) => void;

/** Makes the registering function. Whatever fails reaches the window as `HOST:<code>`; the cause is logged here. */
export const createHandle = (trusted: TrustedSender, log: (channel: Channel, cause: unknown) => void): Handle => (channel, parse, work) => {
  ipcMain.handle(channel, async (event, ...args: unknown[]) => {
    try {
      assertTrusted(event, trusted);
      const window = BrowserWindow.fromWebContents(event.sender);
      if (window === null) throw new HostError('host.notAllowed');
      return await work(window, ...parse(args));
    } catch (error) {
      const failure = toHostError(error);
      log(channel, failure.cause ?? failure);
      // A fresh error: Electron sends name and message only, and the cause with its path and stack stays in main.
      throw new Error(failure.message);
    }
  });
};
