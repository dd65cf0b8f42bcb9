import path from 'node:path';
import { defineConfig } from 'vite';

/** The host page, with the settings of the window's own build that the content policy depends on. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  worker: { format: 'es' },
  build: {
    outDir: path.join(import.meta.dirname, '../../../../.vite/test-host-page'),
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
