import type { settings as source } from '../ro/settings';

export const settings: Record<keyof typeof source, string> = {
};
