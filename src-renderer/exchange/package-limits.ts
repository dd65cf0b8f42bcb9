/** Limits checked before the work they bound. Far above any real package, far below what hurts a small computer. */
import type { JsonLimits } from './json-text';

/** The largest package written or read, in bytes; the file dialog of the window stops at the same size. */
export const MAX_PACKAGE_BYTES = 256 * 1024 * 1024;

/** A project with its history needs 12 levels. Ten million values fill the largest package of ordinary records. */
export const JSON_LIMITS: JsonLimits = { depth: 64, values: 10_000_000 };

/** Problems of one kind told one by one; a hostile package must not fill the report with a million lines. */
export const MAX_PROBLEMS = 200;
