/** Bids and bidders. */
export const bids = {
} as const;
