// Checks package-lock.json: everything from the registry, everything with its digest, every platform's optional
// package present, and the spreadsheet library pinned to the very bytes that were reviewed.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const lock = JSON.parse(readFileSync(process.argv[2] ?? path.join(root, 'package-lock.json'), 'utf8'));
const packages = Object.entries(lock.packages);
const problems = [];

/** The name a lock entry is installed under: `node_modules/a/node_modules/@b/c` is `@b/c`. */
const nameOf = (place) => place.split('node_modules/').at(-1);

const installed = new Map();
for (const [place, entry] of packages) installed.set(nameOf(place), [...(installed.get(nameOf(place)) ?? []), entry]);

for (const [place, entry] of packages) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const found = installed.get(name) ?? [];
    // An entry without a version is one that npm could not find: `npm ci` fails on the platform that needs it.
    if (found.length === 0 || found.some(({ version }) => !version)) problems.push(`${name}@${range}, optional for ${place || 'this project'}, is missing`);
  }
  if (place === '' || entry.link) continue;
  if (entry.resolved !== undefined && !entry.resolved.startsWith('https://registry.npmjs.org/')) problems.push(`${place} does not come from the registry: ${entry.resolved}`);
  if (!(entry.integrity ?? '').startsWith('sha512-')) problems.push(`${place} has no sha512 digest`);
}

/** The patched SheetJS under the name `xlsx`; the package of that name on the registry has known holes. */
const XLSX = {
  name: '@e965/xlsx',
  version: '0.20.3',
  integrity: 'sha512-703RN/3OdsRD5mtse2HBX7Um7xwaP9tlswEG6svOtjqokXoX7rJdQj7DyabD2I+xk22RgaIIU+R6BHgkpZGB/w==',
};
for (const entry of installed.get('xlsx') ?? [{}]) {
  for (const [key, wanted] of Object.entries(XLSX)) {
    if (entry[key] !== wanted) problems.push(`xlsx must be ${XLSX.name}@${XLSX.version} as reviewed: its ${key} is ${entry[key] ?? 'missing'}`);
  }
}

for (const problem of problems) console.error(`lock: ${problem}`);
console.log(`lock: ${packages.length} packages, ${problems.length} problem(s)`);
process.exit(problems.length > 0 ? 1 : 0);
