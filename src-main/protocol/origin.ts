/** Where the window lives. The origin is part of the data's address: changing it loses every municipality's projects. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'caiet';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/**
 * Scheme and host of an address. Not `URL.origin`: for a scheme Node does not know that is the text "null", which
 * would make every foreign scheme equal to ours.
 */
export const originOf = (address: string): string => {
  try {
    const { protocol, host } = new URL(address);
    return `${protocol}//${host}`;
  } catch {
    return 'invalid:';
  }
};
