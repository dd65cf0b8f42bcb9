import type { imports as source } from '../ro/imports';

export const imports: Record<keyof typeof source, string> = {
};
