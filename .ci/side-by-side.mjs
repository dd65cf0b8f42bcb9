// Runs the named npm scripts side by side, as many at a time as the machine has cores; name the longest first. What a
// script says is shown in one piece when it ends. All of them run to their end; one that fails fails the whole.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const waiting = process.argv.slice(2);
const failed = [];

const run = (name) => new Promise((resolve) => {
  const started = performance.now();
  const said = [];
  const child = spawn('npm', ['run', name], { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  // Without `error` a missing npm would be an uncaught exception; `close` follows either way.
  child.on('error', (error) => said.push(Buffer.from(`${error.message}\n`)));
  child.on('close', (code, signal) => {
    if (code !== 0) failed.push(name);
    const end = code === 0 ? 'passed' : `FAILED (${signal ?? code})`;
    process.stdout.write(`${Buffer.concat(said)}${name}: ${end} in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
    resolve();
  });
});

const lane = async () => {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await run(name);
};

if (waiting.length === 0) failed.push('nothing was named');
await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, lane));
if (failed.length > 0) {
  console.error(`FAILED: ${failed.join(', ')}`);
  process.exitCode = 1;
}
