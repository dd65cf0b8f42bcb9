import { app } from './app';

export const ro = { ...app } as const;
