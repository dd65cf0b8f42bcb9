/** The command as a shell runs it, and the same without a process of its own where that makes no difference. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { run } from '../../../src-renderer/headless/run';

const ROOT = join(import.meta.dirname, '../../..');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npm run caiet` is this line; npm itself is left out, it only costs time. */
export const caietProcess = (words: readonly string[]): Promise<Outcome> => new Promise((resolve, reject) => {
  const child = spawn(process.execPath, [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), join(ROOT, 'src-renderer/headless.ts'), ...words], { cwd: ROOT, env: { ...process.env, LC_ALL: 'ro_RO.UTF-8' } });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => { stdout += text; });
  child.stderr.setEncoding('utf8').on('data', (text: string) => { stderr += text; });
  child.on('error', reject);
  child.on('close', (code) => resolve({ code, stdout, stderr }));
});

/** Everything between the words and the exit code, in this process. */
export const caiet = async (words: readonly string[]): Promise<Outcome> => {
  let stdout = '';
  let stderr = '';
  const code = await run(words, {
    systemLocale: 'ro',
    clock: { now: () => new Date().toISOString() },
    ids: { next: () => v7() },
    answer: (json) => { stdout += JSON.stringify(json); },
    say: (line) => { stderr += `${line}\n`; },
  });
  return { code, stdout, stderr };
};

/** The answer of a command that must have given one. */
export const answerOf = <Answer>({ stdout }: Outcome): Answer => JSON.parse(stdout) as Answer;
