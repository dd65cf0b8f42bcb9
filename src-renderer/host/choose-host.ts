import type { HostApi } from '../../src-main/bridge/host-api';
import { createBrowserHost } from './browser-host';
import { electronHost } from './electron-host';

let chosen: HostApi | undefined;

/** The host this window runs in: Electron's when the preload is there, else the browser's. The same one every time. */
export const host = (): HostApi => (chosen ??= electronHost() ?? createBrowserHost());
