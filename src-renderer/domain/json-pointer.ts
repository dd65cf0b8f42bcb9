/** JSON Pointers (RFC 6901), the way every problem says where it is. */

const escaped = (segment: string): string => (/[~/]/.test(segment) ? segment.replaceAll('~', '~0').replaceAll('/', '~1') : segment);

/** `['lots', 'a/b']` → `/lots/a~1b`; the whole document is the empty text. */
export const pointerTo = (path: readonly (string | number)[]): string => path.map((segment) => `/${escaped(String(segment))}`).join('');

/** `/lots/a~1b` → `['lots', 'a/b']`. */
export const pathOfPointer = (pointer: string): string[] => pointer.split('/').slice(1).map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
