/**
 * The terminal door: the same domain, exchange and spreadsheet code without a window. Answers are JSON on standard
 * output, messages one line each on standard error, and the exit code is 0 (fine), 1 (problems found) or 2 (wrong
 * command or unreadable input). See docs/terminal.md.
 */
import { existsSync } from 'node:fs';
import { v7 } from 'uuid';
import { run } from './headless/run';
import type { Locale } from './i18n/translator';

/** Romanian, unless the system speaks English. */
const systemLocale = (): Locale => {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return (LC_ALL || LC_MESSAGES || LANG || '').startsWith('en') ? 'en' : 'ro';
};

// npm runs scripts in the project's folder; the files people name lie where they stand.
const { INIT_CWD: standing, npm_lifecycle_event: script } = process.env;
if (script === 'caiet' && standing !== undefined && existsSync(standing)) process.chdir(standing);

// A reader that has seen enough (`| head`) closes the pipe; that is no failure of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

// Not process.exit: a long answer may still be on its way into a pipe.
process.exitCode = await run(process.argv.slice(2), {
  systemLocale: systemLocale(),
  clock: { now: () => new Date().toISOString() },
  ids: { next: () => v7() },
  answer: (json) => {
    process.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
  },
  say: (line) => {
    process.stderr.write(`${line}\n`);
  },
});
