import type { HostApi } from '../../src-main/bridge/host-api';

declare global {
  interface Window {
    /** Put there by the preload; absent in the browser edition. */
    readonly caietHost?: HostApi;
  }
}

/** Electron's host as the preload exposes it, or undefined in a browser. */
export const electronHost = (): HostApi | undefined => window.caietHost;
