/** A page that is nothing but the host adapter, so that specs can call it as the window does. */
import { host } from '../../../../src-renderer/host/choose-host';
import type { HostApi } from '../../../../src-main/bridge/host-api';

declare global {
  interface Window {
    testHost: HostApi;
  }
}

window.testHost = host();
