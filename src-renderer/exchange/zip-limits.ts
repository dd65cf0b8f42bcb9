/** What a packed package may ask of us, checked before anything is inflated. */
import { MAX_PACKAGE_BYTES } from './package-limits';

const MB = 1024 * 1024;

/** The package's JSON and everything in the zip together. */
export const MAX_UNPACKED_BYTES = MAX_PACKAGE_BYTES + 256 * MB;
/** The JSON and one entry for each file. */
export const MAX_ENTRIES = 5_001;
/** JSON of equal records shrinks to a fiftieth at most; a big entry that claims more is a bomb. */
export const MAX_RATIO = 200;
export const RATIO_COUNTS_FROM_BYTES = 4 * MB;
