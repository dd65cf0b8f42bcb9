import type { BridgeApi, HostApi } from '../../src-main/bridge/host-api';
import { filesOver } from './files-in-parts';
import { targetsOver } from './targets-in-parts';

declare global {
  interface Window {
    /** Put there by the preload; absent in the browser edition. */
    readonly caietHost?: BridgeApi;
  }
}

/** Electron's host as the preload exposes it, or undefined in a browser. */
export const electronHost = (): HostApi | undefined => {
  const { caietHost } = window;
  return caietHost === undefined ? undefined : { ...caietHost, files: filesOver(caietHost.files), targets: targetsOver(caietHost.targets) };
};
