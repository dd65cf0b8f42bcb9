import { defineConfig } from '@playwright/test';

/** End-to-end specs against the production build in `.vite`; the first project finds a Chromium and rebuilds what is stale. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // Each test has a folder of its own in there.
  preserveOutput: 'failures-only',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  reporter: [['list']],
  projects: [
    { name: 'prepare', testMatch: 'support/prepare.setup.ts' },
    { name: 'e2e', testMatch: '*.spec.ts', dependencies: ['prepare'] },
  ],
});
