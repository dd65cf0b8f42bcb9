import type { exchange as source } from '../ro/exchange';

export const exchange: Record<keyof typeof source, string> = {
};
