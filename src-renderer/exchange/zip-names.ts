/** Names inside a packed package. */

/** The JSON of the package. */
export const PACKAGE_ENTRY = 'package.caiet.json';

const FOLDER = 'files/';

/** An attached file, under the SHA-256 of its content: the same content is in the zip once. */
export const fileEntry = (sha256: string): string => `${FOLDER}${sha256}`;
export const FILE_ENTRY = /^files\/[0-9a-f]{64}$/;
