/** The terminal door, as an auditor uses it on a file that left the window. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ROOT } from '../build';

export interface TerminalAnswer {
  readonly exitCode: number | null;
  /** Standard output as JSON; null when there is none. */
  readonly json: unknown;
  readonly messages: string;
}

export const terminal = (...args: readonly string[]): TerminalAnswer => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'node_modules/tsx/dist/cli.mjs'), 'src-renderer/headless.ts', ...args], { cwd: ROOT, encoding: 'utf8' });
  return { exitCode: status, json: stdout.trim() === '' ? null : (JSON.parse(stdout) as unknown), messages: stderr };
};
