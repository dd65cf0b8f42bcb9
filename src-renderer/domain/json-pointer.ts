/** JSON Pointers (RFC 6901), the way every problem says where it is. */

/** `['lots', 'a/b']` → `/lots/a~1b`; the whole document is the empty text. */
export const pointerTo = (path: readonly (string | number)[]): string =>
  path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
