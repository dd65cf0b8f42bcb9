/** A page that is nothing but the host adapter, so that specs can call it as the window does. */
import { host } from '../../../../src-renderer/host/choose-host';
import type { HostApi } from '../../../../src-main/bridge/host-api';

declare global {
  interface Window {
    testHost: HostApi;
  }
}

const handles = new Map<string, FileSystemDirectoryHandle>();

window.testHost = host({
  all: async () => [...handles].map(([id, handle]) => ({ id, handle })),
  put: async (id, handle) => { handles.set(id, handle); },
  remove: async (id) => { handles.delete(id); },
});
