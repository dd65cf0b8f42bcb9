import type { call as source } from '../ro/call';

export const call: Record<keyof typeof source, string> = {
};
