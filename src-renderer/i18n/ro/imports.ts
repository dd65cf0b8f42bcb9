/** The import wizard. */
export const imports = {
} as const;
