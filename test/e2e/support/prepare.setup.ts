import { test } from '@playwright/test';
import { electronBinary } from '../../../src-main/launcher/electron-binary';
import { ensureBuild, ROOT } from './build';
import { ensureChromium } from './chromium';

test('there is a browser and a fresh production build', () => {
  test.setTimeout(600_000);
  const browser = ensureChromium();
  ensureBuild();
  const shell = electronBinary(ROOT) === undefined
    ? 'the electron test double (Electron\'s binary is not installed; specs that need it are skipped)'
    : 'the real Electron';
  console.log(`Desktop edition runs on ${shell}; browser edition on ${browser}.`);
});
