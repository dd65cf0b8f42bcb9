/** One reading of one file in a process of its own: `import-reader.ts READER FILE` prints `{ms, rows, peakMb}`. */
import { readFileSync } from 'node:fs';
import { IMPORT_READERS, READER_NAMES } from './import-readers';

const [name, file] = process.argv.slice(2);
const reader = READER_NAMES.find((each) => each === name);
if (reader === undefined || file === undefined) throw new TypeError('import-reader.ts READER FILE');
const bytes = new Uint8Array(readFileSync(file));
const start = performance.now();
const rows = await IMPORT_READERS[reader](bytes);
process.stdout.write(JSON.stringify({ ms: performance.now() - start, rows, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) }));
