/** The production build the specs run against: where it lies, and building it again when sources are newer. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../../..');
export const MAIN_BUNDLE = path.join(ROOT, '.vite/build/main.cjs');
export const PRELOAD_BUNDLE = path.join(ROOT, '.vite/build/preload.cjs');
export const RENDERER_FOLDER = path.join(ROOT, '.vite/renderer/main_window');
/** A page that is only the host adapter; see `host-page/`. */
export const HOST_PAGE_FOLDER = path.join(ROOT, '.vite/test-host-page');

const newest = (place: string): number => {
  const stat = statSync(place);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(place).map((name) => newest(path.join(place, name))));
};

interface Part {
  readonly config: string;
  readonly output: string;
  readonly sources: readonly string[];
}

const PARTS: readonly Part[] = [
  { config: 'vite.main.config.mts', output: MAIN_BUNDLE, sources: ['src-main'] },
  { config: 'vite.preload.config.mts', output: PRELOAD_BUNDLE, sources: ['src-main'] },
  { config: 'vite.renderer.config.mts', output: path.join(RENDERER_FOLDER, 'index.html'), sources: ['src-renderer', 'src-main/bridge', 'assets'] },
  {
    config: 'test/e2e/support/host-page/vite.config.mts',
    output: path.join(HOST_PAGE_FOLDER, 'index.html'),
    sources: ['test/e2e/support/host-page', 'src-renderer/host', 'src-main/bridge'],
  },
];

const isStale = ({ config, output, sources }: Part): boolean =>
  !existsSync(output) || Math.max(...[config, 'package.json', ...sources].map((name) => newest(path.join(ROOT, name)))) > statSync(output).mtimeMs;

/** Builds the parts that are missing or older than their sources. CAIET_E2E_NO_BUILD=1 takes what is there. */
export const ensureBuild = (): void => {
  for (const part of PARTS) {
    if (process.env['CAIET_E2E_NO_BUILD'] || !isStale(part)) continue;
    console.error(`building ${part.config}`);
    execFileSync(process.execPath, [path.join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn', '-c', part.config], { cwd: ROOT, stdio: ['ignore', process.stderr.fd, 'inherit'] });
  }
};
