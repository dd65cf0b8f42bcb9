import { defineConfig } from '@playwright/test';

/** End-to-end specs against the production build in `.vite`; `global-setup` finds a Chromium and rebuilds what is stale. */
export default defineConfig({
  testDir: 'test/e2e',
  globalSetup: './test/e2e/support/global-setup.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  reporter: [['list']],
});
