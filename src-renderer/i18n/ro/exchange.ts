/** Packages and workbooks. */
export const exchange = {
} as const;
