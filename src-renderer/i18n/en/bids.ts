import type { bids as source } from '../ro/bids';

export const bids: Record<keyof typeof source, string> = {
};
