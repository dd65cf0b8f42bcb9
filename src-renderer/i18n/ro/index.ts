/** The Romanian catalogue. */
import { app } from './app';
import { bids } from './bids';
import { call } from './call';
import { changes } from './changes';
import { evaluation } from './evaluation';
import { exchange } from './exchange';
import { imports } from './imports';
import { notices } from './notices';
import { palette } from './palette';
import { problems } from './problems';
import { projects } from './projects';
import { publication } from './publication';
import { robustness } from './robustness';
import { settings } from './settings';
import { terminal } from './terminal';
import { workbook } from './workbook';

export const ro = { ...app, ...bids, ...call, ...changes, ...evaluation, ...exchange, ...imports, ...notices, ...palette, ...problems, ...projects, ...publication, ...robustness, ...settings, ...terminal, ...workbook } as const;
