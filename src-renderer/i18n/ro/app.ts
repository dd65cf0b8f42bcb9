/** Words of the window's frame. */
export const app = {
  'app.name': 'Caiet',
} as const;
