import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;

/** React Aria brings its texts in thirty languages; Caiet speaks two, and each kept text makes the window open later. */
const OTHER_LANGUAGE = /[\\/]react-(?:aria|aria-components|stately)[\\/].*[\\/]intl[\\/](?:.*[\\/])?(?!ro-RO|en-US)[a-z]{2}-[A-Z]{2}\.mjs$/u;

const ownLanguages: Plugin = {
  name: 'caiet-own-languages',
  enforce: 'pre',
  load: (id) => (OTHER_LANGUAGE.test(id) ? 'export default {};' : null),
};

/** The window. Relative addresses, so that the same files serve `app://caiet` and the loopback server. */
export default defineConfig({
  root: path.join(root, 'src-renderer'),
  base: './',
  publicDir: false,
  plugins: [ownLanguages, react()],
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
