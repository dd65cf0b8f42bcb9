import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/** The window. Relative addresses, so that the same files serve `app://caiet` and the loopback server. */
export default defineConfig({
  root: path.join(root, 'src-renderer'),
  base: './',
  publicDir: false,
  plugins: [react()],
  worker: { format: 'es' },
  server: { fs: { allow: [root] } },
  build: {
    outDir: path.join(root, '.vite/renderer/main_window'),
    emptyOutDir: true,
    sourcemap: false,
    target: 'chrome140',
    // The content policy allows no `data:` fonts, so every asset stays a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2500,
  },
});
