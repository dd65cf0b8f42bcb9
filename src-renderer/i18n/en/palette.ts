import type { palette as source } from '../ro/palette';

export const palette: Record<keyof typeof source, string> = {
};
