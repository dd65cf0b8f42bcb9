import type { app as source } from '../ro/app';

export const app: Record<keyof typeof source, string> = {
  'app.name': 'Caiet',
};
