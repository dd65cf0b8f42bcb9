/** Scores, ranking and calculations. */
export const evaluation = {
} as const;
