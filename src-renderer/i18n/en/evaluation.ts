import type { evaluation as source } from '../ro/evaluation';

export const evaluation: Record<keyof typeof source, string> = {
};
