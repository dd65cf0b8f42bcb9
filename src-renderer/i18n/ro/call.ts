/** The call: lots and award criteria. */
export const call = {
} as const;
