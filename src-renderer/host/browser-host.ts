import type { HostApi, HostInfo } from '../../src-main/bridge/host-api';
import { version } from '../../package.json';
import { browserFiles } from './browser-files';
import { createBrowserSafety, hasPrivateFiles } from './browser-safety';
import { createBrowserTargets } from './browser-targets';
import type { FolderHandles } from './folder-handles';
import { guardLeaving } from './leave-guard';

const info = (): HostInfo => ({
  kind: 'browser',
  appVersion: version,
  electronMajor: null,
  platform: navigator.platform,
  safety: hasPrivateFiles() ? 'origin' : 'none',
  safetyLocation: null,
});

/** The host of the browser edition: the platform's own dialogs, its private files, and no application menu. */
export const createBrowserHost = (handles: FolderHandles): HostApi => ({
  info: () => Promise.resolve(info()),
  files: browserFiles,
  safety: createBrowserSafety(),
  targets: createBrowserTargets(handles),
  onMenu: () => () => undefined,
  onBeforeClose: (listener) => guardLeaving(window, listener),
});
