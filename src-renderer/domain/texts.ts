/** How long texts in records may be, in UTF-16 units. */
import { z } from './schema';

/** Longest single-line text (titles, names) and longest prose a field takes. */
export const SHORT_TEXT = 500;
export const LONG_TEXT = 20_000;
export const shortText = z.string().max(SHORT_TEXT);
export const longText = z.string().max(LONG_TEXT);

/** A SHA-256 digest as 64 lower-case hexadecimal digits. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
