/** Everything that can be wrong, one sentence each: what, where, how to mend. */
export const problems = {
} as const;
