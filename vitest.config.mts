import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_ARGS, ensureChromium } from './test/e2e/support/chromium';

/** Vitest serves the tests on localhost; nothing else is reachable. */
const ARGS = [...CHROMIUM_ARGS, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'];

/**
 * `unit` runs in Node, its files sharing their modules, since loading them afresh for each took half of the time;
 * `browser` runs the storage contract in a real Chromium; `faults` kills real browsers in mid-write.
 */
export default defineConfig({
  test: {
    // Vitest itself would leave one of two cores idle.
    maxWorkers: '100%',
    projects: [
      { test: { name: 'unit', environment: 'node', include: ['test/unit/**/*.test.ts'], testTimeout: 40_000, isolate: false } },
      {
        optimizeDeps: { include: ['dexie', 'zod', 'canonicalize', '@noble/hashes/sha2.js', '@noble/hashes/utils.js'] },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 20_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: ensureChromium(), args: ARGS } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      { test: { name: 'faults', environment: 'node', include: ['test/faults/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 60_000 } },
    ],
  },
});
