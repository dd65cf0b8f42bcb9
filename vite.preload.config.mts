import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

// Node's modules stay external although a sandboxed preload cannot have them: a forbidden import must fail when the
// preload runs, where a test sees it, and not be replaced by an empty stub.
const provided = ['electron', /^electron\//, ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/** The preload as one CommonJS file whose name `main.ts` knows; Forge's own default differs between its versions. */
export default defineConfig({
  build: {
    outDir: '.vite/build',
    emptyOutDir: false,
    copyPublicDir: false,
    sourcemap: false,
    minify: false,
    target: 'chrome140',
    rolldownOptions: {
      input: 'src-main/preload.ts',
      external: provided,
      output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
    },
  },
});
