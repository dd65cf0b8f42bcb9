/** One way to start the desktop edition for every spec. */
import type { Browser } from '@playwright/test';
import { electronBinary } from '../../../src-main/launcher/electron-binary';
import { ROOT } from './build';
import { launchDouble } from './launch-double';
import { launchElectron } from './launch-electron';
import type { RunningApp } from './running-app';

/** What `launchApp` will use: the real Electron when its binary is installed (CAIET_E2E_DOUBLE=1 refuses it). */
export const shellKind = (): 'electron' | 'double' =>
  electronBinary(ROOT) !== undefined && !process.env['CAIET_E2E_DOUBLE'] ? 'electron' : 'double';

/** Starts the desktop edition on a profile: in the real Electron when its binary is there, else on the test double, which may show its window in a shared browser. */
export const launchApp = (userData: string, { kind = shellKind(), shared }: { readonly kind?: 'electron' | 'double'; readonly shared?: Browser | undefined } = {}): Promise<RunningApp> =>
  kind === 'electron' ? launchElectron(userData) : launchDouble(userData, shared);
