import type { changes as source } from '../ro/changes';

export const changes: Record<keyof typeof source, string> = {
};
