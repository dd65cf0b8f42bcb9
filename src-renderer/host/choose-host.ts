import type { HostApi } from '../../src-main/bridge/host-api';
import { createBrowserHost } from './browser-host';
import { electronHost } from './electron-host';
import type { FolderHandles } from './folder-handles';

let chosen: HostApi | undefined;

/** The host this window runs in: Electron's when the preload is there, else the browser's. The same one every time. */
export const host = (handles: FolderHandles): HostApi => (chosen ??= electronHost() ?? createBrowserHost(handles));
