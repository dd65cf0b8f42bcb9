import { electronBinary } from '../../../src-main/launcher/electron-binary';
import { ensureBuild, ROOT } from './build';
import { ensureChromium } from './chromium';

/** Runs once before all specs: a browser, a fresh build, and one line saying what the specs run on. */
const globalSetup = (): void => {
  process.env['CAIET_CHROMIUM'] = ensureChromium();
  ensureBuild();
  const shell = electronBinary(ROOT) === undefined
    ? 'the electron test double (Electron\'s binary is not installed; specs that need it are skipped)'
    : 'the real Electron';
  console.log(`Desktop edition runs on ${shell}; browser edition on ${process.env['CAIET_CHROMIUM']}.`);
};

export { globalSetup as default };
