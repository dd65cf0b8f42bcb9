import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

const provided = ['electron', /^electron\//, ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/** The main process as one CommonJS file. Complete on its own, so `vite build -c` and Forge build the same thing. */
export default defineConfig({
  build: {
    outDir: '.vite/build',
    emptyOutDir: false,
    copyPublicDir: false,
    sourcemap: false,
    minify: false,
    target: 'node20',
    lib: { entry: 'src-main/main.ts', formats: ['cjs'], fileName: () => 'main.cjs' },
    rolldownOptions: { external: provided },
  },
  resolve: { conditions: ['node'], mainFields: ['module', 'jsnext:main', 'jsnext'] },
});
