import type { IpcMainInvokeEvent } from 'electron';
import { HostError } from '../bridge/host-error';
import { originOf } from '../protocol/origin';

/** What a message must come from: one window's own page, at one of our origins. */
export interface TrustedSender {
  readonly origin: string;
  /** Whether the sending contents belong to a window this application opened. */
  owns(webContentsId: number): boolean;
}

/** Throws `host.notAllowed` unless the message comes from the top frame of our own page in our own window. */
export const assertTrusted = (event: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>, trusted: TrustedSender): void => {
  const frame = event.senderFrame;
  const fromOurPage = frame !== null && frame.parent === null && originOf(frame.url) === trusted.origin;
  if (!fromOurPage || !trusted.owns(event.sender.id)) throw new HostError('host.notAllowed');
};
