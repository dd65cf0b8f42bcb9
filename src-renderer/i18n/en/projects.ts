import type { projects as source } from '../ro/projects';

export const projects: Record<keyof typeof source, string> = {
};
