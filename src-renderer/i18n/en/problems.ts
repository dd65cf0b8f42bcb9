import type { problems as source } from '../ro/problems';

export const problems: Record<keyof typeof source, string> = {
};
