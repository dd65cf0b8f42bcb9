/** What pages of the default session may ask of the system, and whom they may reach: almost nothing, and nobody. */
import { session } from 'electron';
import { APP_SCHEME, originOf } from '../protocol/origin';

/** Writing to the clipboard on the person's own gesture; keeping the database from being evicted. */
const GRANTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'persistent-storage']);

const LOCAL_SCHEMES: ReadonlySet<string> = new Set([`${APP_SCHEME}:`, 'data:', 'blob:', 'devtools:']);

/** Whether a request may leave the page. `devServer` is the address of Vite's server, in development only. */
export const isLocalRequest = (address: string, devServer: string | null): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  if (LOCAL_SCHEMES.has(protocol)) return true;
  return devServer !== null && host === new URL(devServer).host && ['http:', 'ws:'].includes(protocol);
};

/** Must run once the application is ready and before a window exists. */
export const hardenSession = (origin: string, devServer: string | null): void => {
  const ours = session.defaultSession;
  ours.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(GRANTED.has(permission) && originOf(details.requestingUrl) === origin);
  });
  ours.setPermissionCheckHandler((_contents, permission, requestingOrigin) => GRANTED.has(permission) && originOf(requestingOrigin) === origin);
  ours.setDevicePermissionHandler(() => false);
  // Files leave through the save dialog and nowhere else.
  ours.on('will-download', (event) => event.preventDefault());
  ours.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocalRequest(details.url, devServer) }));
};
