/**
 * The import rules must bite: each case plants one forbidden file in a scratch copy of the tree's outline and expects
 * the checker that CI runs to name the rule. A rule without a planted case here would be a rule nobody has seen work.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../../..');

/** Planted file → its only import, and the rule that must refuse it. */
const PLANTED: readonly (readonly [file: string, imports: string, rule: string])[] = [
  ['src-renderer/domain/planted-storage.ts', '../storage/target', 'zone-domain'],
  ['src-renderer/domain/planted-app.ts', '../app/target', 'zone-domain'],
  ['src-renderer/domain/planted-react.ts', 'react', 'only-there-react'],
  ['src-renderer/domain/planted-node.ts', 'node:fs', 'no-node-in-the-window'],
  ['src-renderer/exchange/planted-spreadsheet.ts', '../spreadsheet/target', 'zone-exchange'],
  ['src-renderer/exchange/planted-xlsx.ts', 'xlsx', 'only-there-xlsx'],
  ['src-renderer/storage/planted-host.ts', '../host/target', 'zone-storage'],
  ['src-renderer/storage/planted-spreadsheet.ts', '../spreadsheet/target', 'zone-storage'],
  ['src-renderer/spreadsheet/planted-storage.ts', '../storage/target', 'zone-spreadsheet'],
  ['src-renderer/spreadsheet/planted-dexie.ts', 'dexie', 'only-there-dexie'],
  ['src-renderer/documents/planted-storage.ts', '../storage/target', 'zone-documents'],
  ['src-renderer/app/planted-docx.ts', 'docx', 'only-there-docx'],
  ['src-renderer/host/planted-app.ts', '../app/target', 'zone-host'],
  ['src-renderer/host/planted-main.ts', '../../src-main/files/target', 'renderer-knows-only-the-bridge'],
  ['src-renderer/app/planted-ui.ts', '../ui/target', 'zone-app'],
  ['src-renderer/app/planted-dexie.ts', 'dexie', 'only-there-dexie'],
  ['src-renderer/app/planted-react.ts', 'react', 'only-there-react'],
  ['src-renderer/ui/planted-storage.ts', '../storage/target', 'zone-ui'],
  ['src-renderer/ui/planted-electron.ts', 'electron', 'only-there-electron'],
  ['src-renderer/i18n/planted-domain.ts', '../domain/target', 'zone-i18n'],
  ['src-renderer/turns/planted-domain.ts', '../domain/target', 'zone-turns'],
  ['src-renderer/domain/planted-turns.ts', '../turns/target', 'zone-domain'],
  ['src-renderer/exchange/planted-turns.ts', '../turns/target', 'zone-exchange'],
  ['src-main/files/planted-renderer.ts', '../../src-renderer/domain/target', 'main-knows-no-renderer'],
  ['src-main/bridge/planted-electron.ts', 'electron', 'only-there-electron'],
  ['src-main/bridge/planted-node.ts', 'node:path', 'no-node-in-the-window'],
  ['src-main/bridge/planted-main.ts', '../files/target', 'bridge-is-pure'],
  ['src-main/files/planted-test.ts', '../../test/target', 'no-test-code'],
  ['src-renderer/app/planted-lost.ts', './nowhere', 'resolves'],
];
const ZONES = ['domain', 'exchange', 'storage', 'spreadsheet', 'documents', 'host', 'app', 'ui', 'i18n', 'turns'];

let scratch = '';
const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(scratch, file)), { recursive: true });
  writeFileSync(path.join(scratch, file), text);
};

beforeAll(() => {
  scratch = mkdtempSync(path.join(os.tmpdir(), 'caiet-house-'));
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'tsconfig.base.json', 'tsconfig.pure.json', 'package.json']) cpSync(path.join(root, file), path.join(scratch, file));
  symlinkSync(path.join(root, 'node_modules'), path.join(scratch, 'node_modules'));
  for (const zone of ZONES) write(`src-renderer/${zone}/target.ts`, 'export const target = 1;\n');
  write('src-main/files/target.ts', 'export const target = 1;\n');
  write('src-main/bridge/target.ts', 'export const target = 1;\n');
  write('test/target.ts', 'export const target = 1;\n');
});
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

test('every rule refuses what it forbids, and nothing else is refused', async () => {
  for (const [file, imports] of PLANTED) write(file, `import * as forbidden from '${imports}';\nexport const planted = forbidden;\n`);
  write('src-renderer/domain/cycle-a.ts', "import { b } from './cycle-b';\nexport const a = (): unknown => b;\n");
  write('src-renderer/domain/cycle-b.ts', "import { a } from './cycle-a';\nexport const b = (): unknown => a;\n");
  const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout } = await run(process.execPath, [cruiser, 'src-main', 'src-renderer', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'], { cwd: scratch, maxBuffer: 64 * 1024 * 1024 }).catch((error: { stdout: string }) => error);
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
  const found = summary.violations.map(({ from, rule }) => `${from} ${rule.name}`);
  for (const [file, , rule] of PLANTED) expect(found).toContain(`${file} ${rule}`);
  expect(found).toContain('src-renderer/domain/cycle-a.ts no-cycles');
  expect(found.filter((line) => !line.includes('planted') && !line.includes('cycle'))).toEqual([]);
}, 60_000);

// The real pure zones with one impure file added, so that a library that drags DOM or Node types in is noticed too.
test.each([
  ['domain', 'window.alert("hello");'],
  ['domain', 'process.exit(1);'],
  ['exchange', 'document.title = "x";'],
  ['exchange', 'void fetch("https://example.org");'],
])('%s/ does not compile with `%s`', async (zone, statement) => {
  const file = `src-renderer/${zone}/impure.ts`;
  const tree = mkdtempSync(path.join(scratch, 'pure-'));
  for (const real of ['src-renderer/domain', 'src-renderer/exchange', 'src-main/bridge', 'assets/rules', 'tsconfig.base.json', 'tsconfig.pure.json']) cpSync(path.join(root, real), path.join(tree, real), { recursive: true });
  writeFileSync(path.join(tree, file), `export const impure = (): void => { ${statement} };\n`);
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  await expect(run(process.execPath, [compiler, '-p', 'tsconfig.pure.json'], { cwd: tree })).rejects.toMatchObject({ stdout: expect.stringContaining(file) });
}, 60_000);
