import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, stat, symlink, writeFile, lstat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { evaluate } from '../../../src-renderer/domain/evaluation/evaluate';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { readPackage } from '../../../src-renderer/exchange/read-package';
import { packageOf, resealed, type Loose } from '../exchange/package-text';
import { demo, hostileProject } from '../export/workbook-fixture';
import { answerOf, caiet, caietProcess, type Outcome } from './run-caiet';

let folder: string;
const at = (name: string) => join(folder, name);
const project = demo();
const REGISTER = [
  'Registrul ofertelor;;;;;',
  'Nr. crt.;Ofertant;CUI;Lot;Preț fără TVA;Data depunerii',
  '1;Luminator SRL;RO 14399840;1;1.520.500,50;02.03.2026',
  '2;=HYPERLINK("x");9010105;2;399.000,00;03.03.2026',
  '3;Fără Preț SRL;;2;nimic;03.03.2026',
  ';TOTAL;;;1.919.500,50;',
].join('\r\n');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caiet-terminal-'));
  await writeFile(at('demo.caiet.json'), packageOf(project));
  await writeFile(at('registru.csv'), REGISTER);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Exit 2: one line for a person, no answer, no trace of the inside. */
const expectRefused = (outcome: Outcome, sentence: RegExp) => {
  expect(outcome.code).toBe(2);
  expect(outcome.stdout).toBe('');
  expect(outcome.stderr.trim().split('\n')).toHaveLength(1);
  expect(outcome.stderr).toMatch(sentence);
  expect(outcome.stderr).not.toMatch(/\bat \S+ \(|\.ts:\d|Error:/);
};

describe('caiet new', () => {
  it('writes a demo that validates, verifies and evaluates', async () => {
    const made = await caiet(['new', '--demo', '-o', at('new.caiet.json')]);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    const [validated, verified, evaluated] = await Promise.all(['validate', 'verify', 'evaluate'].map((command) => caiet([command, at('new.caiet.json')])));
    expect(validated!.code).toBe(0);
    expect(answerOf(validated!)).toEqual({ ok: true, problems: [] });
    expect(answerOf(verified!)).toMatchObject({ ok: true, digestMatches: true, signature: { state: 'none' }, projects: [{ digestMatches: true, historyIntact: true, storedResult: 'same' }] });
    expect(answerOf<{ projects: { id: string }[] }>(evaluated!).projects.map(({ id }) => id)).toEqual(answerOf<{ projects: string[] }>(made).projects);
  });

  it('writes a finished procedure whose decision verifies, in the language asked for', async () => {
    expect(await caiet(['new', '--demo', '--finished', '--lang', 'en', '-o', at('finished.caiet.json')])).toMatchObject({ code: 0, stderr: '' });
    const [validated, verified, evaluated] = await Promise.all(['validate', 'verify', 'evaluate'].map((command) => caiet([command, at('finished.caiet.json')])));
    expect(answerOf(validated!)).toEqual({ ok: true, problems: [] });
    expect(answerOf(verified!)).toMatchObject({ ok: true, projects: [{ title: 'Water without losses: leaks found before they show', historyIntact: true, storedResult: 'same', freeze: { state: 'intact' }, decision: 'intact' }] });
    expect(answerOf<{ projects: { lots: { ranking: { total: string }[] }[] }[] }>(evaluated!).projects[0]!.lots[0]!.ranking.map(({ total }) => total)).toEqual(['87.48', '81.20', '77.70']);
  });
});

describe('caiet procedure', () => {
  it('finds what looks like one purchase in two packages, with the law as data', async () => {
    const small = (id: string, publication: string) => ({
      ...project, id, amendment: null, lots: Object.fromEntries(Object.entries(project.lots).map(([key, lot]) => [key, { ...lot, estimatedValue: { amount: 10_000_000, currency: 'RON' } }])),
      milestones: { ...project.milestones, publication: { id: 'publication', date: publication } },
    });
    await writeFile(at('earlier.caiet.json'), packageOf(small('earlier', '2026-01-12')));
    await writeFile(at('later.caiet.json'), packageOf(small('later', '2026-02-12')));
    const { projects } = answerOf<{ projects: Loose[] }>(await caiet(['procedure', at('earlier.caiet.json'), at('later.caiet.json')]));
    const [earlier, later] = projects as [Loose, Loose];
    expect(earlier['similar']).toMatchObject({ purchases: [] });
    expect(later['similar']).toMatchObject({ purchases: [{ project: 'earlier', on: '2026-01-12' }], sum: { amount: '200000.00', currency: 'RON' }, rule: { certainty: 'derived' } });
    expect(later['limits']).toMatchObject({ directPurchase: { reference: 'Legea 98/2016 art. 7 alin. (5)', certainty: 'verbatim', reached: false } });
    expect((later['problems'] as Loose[]).map(({ code }) => code)).toContain('procedure.similarPurchases');
    expect((earlier['problems'] as Loose[]).map(({ code }) => code)).not.toContain('procedure.similarPurchases');
    expect(later['deadlines']).toContainEqual(expect.objectContaining({ kind: 'report', rule: expect.objectContaining({ reference: 'Legea 98/2016 art. 214 alin. (3) lit. c)', value: '100', unit: 'workingDays' }) }));
    expectRefused(await caiet(['procedure']), /procedure/);
  });
});

describe('caiet law', () => {
  it('prints the constants and the articles, each with a day and a certainty', async () => {
    const law = answerOf<{ rules: Loose[]; articles: Loose[] }>(await caiet(['law']));
    expect(law.rules.find(({ id }) => id === 'period.report.simplified')).toMatchObject({ value: '20', unit: 'workingDays', certainty: 'verbatim' });
    expect(law.articles).toContainEqual({ reference: 'HG 395/2016 art. 130', checkedOn: '2026-11-27', certainty: 'verbatim' });
  });

  it('stands beside the messages that name it', async () => {
    const { problems } = answerOf<{ projects: { problems: Loose[] }[] }>(await caiet(['procedure', at('demo.caiet.json')])).projects[0]!;
    for (const { message, law } of problems) expect(law === undefined).toBe(!/art\. \d/.test(String(message)));
  });
});

describe('a written file', () => {
  it('keeps the permissions of the one it replaces', async () => {
    await writeFile(at('private.json'), 'old', { mode: 0o600 });
    expect((await caiet(['new', '--demo', '-o', at('private.json')])).code).toBe(0);
    expect((await stat(at('private.json'))).mode & 0o777).toBe(0o600);
  });
});

describe('caiet evaluate', () => {
  it('prints the ranking of the domain, numbers as decimal text', async () => {
    const outcome = await caiet(['evaluate', at('demo.caiet.json'), '--project', project.id]);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(answerOf(outcome)).toEqual({
      projects: [{
        id: project.id,
        lots: evaluate(project, RO_2026).lots.map(({ lotId, ranking }) => ({
          id: lotId,
          ranking: ranking.map(({ criteria, ...bid }) => ({ ...bid, criteria: Object.fromEntries(criteria.map(({ criterionId, points }) => [criterionId, points])) })),
        })),
      }],
    });
  });

  it('of a project that is not there says which are', async () => {
    expectRefused(await caiet(['evaluate', at('demo.caiet.json'), '--project', 'nobody']), new RegExp(project.id));
  });
});

describe('caiet validate and verify', () => {
  it('find a changed bid, say where, and end in 1', async () => {
    const changed = resealed(packageOf(project), (body) => {
      const [bid] = Object.values((body['projects'] as Loose[])[0]!['bids'] as Record<string, Loose>);
      bid!['price'] = { amount: 1, currency: 'RON' };
    });
    await writeFile(at('changed.caiet.json'), changed);
    const [validated, verified] = await Promise.all([caiet(['validate', at('changed.caiet.json')]), caiet(['verify', at('changed.caiet.json'), '--lang', 'en'])]);
    expect(validated!.code).toBe(1);
    const problems = answerOf<{ ok: boolean; problems: { code: string; pointer: string; message: string }[] }>(validated!).problems;
    expect(problems.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['package.projectDigest', `/integrity/${project.id}`], ['package.historyMismatch', `/history/${project.id}`], ['package.resultMismatch', `/results/${project.id}`],
    ]);
    for (const { message } of problems) expect(message).toMatch(/^\S.{20,}\.$/);
    expect(verified!.code).toBe(1);
    expect(answerOf(verified!)).toMatchObject({ ok: false, digestMatches: true, projects: [{ digestMatches: false, historyIntact: false, storedResult: 'different' }] });
  });

  it('answer about a file that is no package', async () => {
    await writeFile(at('half.caiet.json'), packageOf(project).subarray(0, 2000));
    const [validated, verified] = await Promise.all([caiet(['validate', at('half.caiet.json')]), caiet(['verify', at('half.caiet.json')])]);
    expect(validated!.code).toBe(1);
    expect(answerOf(validated!)).toMatchObject({ ok: false, problems: [{ severity: 'error', code: 'package.truncated' }] });
    expectRefused(verified!, /half\.caiet\.json/);
  });

  it('name both versions of a package from the future', async () => {
    await writeFile(at('future.caiet.json'), resealed(packageOf(project), (body) => { body['version'] = 99; }));
    expectRefused(await caiet(['evaluate', at('future.caiet.json')]), /99.*\b2\b/);
  });
});

describe('caiet import', () => {
  it('prints rows with all their keys, what was left out and why, and ends in 1', async () => {
    const outcome = await caiet(['import', at('registru.csv'), '--as', 'bids']);
    expect(outcome.code).toBe(1);
    const { rows, accepted, problems, mapping } = answerOf<{ rows: Loose[]; accepted: number; problems: Loose[]; mapping: Loose }>(outcome);
    expect(accepted).toBe(2);
    expect(rows[0]).toEqual({
      bidder: 'Luminator SRL', identifier: '14399840', country: 'RO', lot: '1', price: { amount: '1520500.50', currency: 'RON' }, vatIncluded: false,
      receivedAt: '2026-03-02', sme: null, durationDays: null, warrantyMonths: null, email: null, notes: null, source: { sheet: 'registru', row: 3 },
    });
    expect(rows[1]).toMatchObject({ bidder: '=HYPERLINK("x")' });
    expect(problems).toContainEqual(expect.objectContaining({ sheet: 'registru', row: 5, column: 'E', code: 'cell.notANumber', value: 'nimic' }));
    expect(mapping).toEqual({ sheet: 'registru', headerRow: 2, columns: { B: 'bidder', C: 'identifier', D: 'lot', E: 'price', F: 'receivedAt' } });
  });

  it('keeps the currency of each price, lei where none is written, and holds to the one asked for', async () => {
    await writeFile(at('monede.csv'), 'Ofertant;Preț\nAlfa;100 EUR\nBeta;200\n');
    const { rows } = answerOf<{ rows: Loose[] }>(await caiet(['import', at('monede.csv'), '--as', 'bids']));
    expect(rows.map(({ price }) => price)).toEqual([{ amount: '100.00', currency: 'EUR' }, { amount: '200.00', currency: 'RON' }]);
    const strict = answerOf<{ problems: Loose[] }>(await caiet(['import', at('monede.csv'), '--as', 'bids', '--currency', 'RON']));
    expect(strict.problems).toContainEqual(expect.objectContaining({ row: 2, code: 'cell.mixedCurrency' }));
  });

  it('takes a mapping by heading and by letter', async () => {
    await writeFile(at('map.json'), JSON.stringify({ headerRow: 2, columns: { 'nr. crt.': 'lot', B: 'bidder', 'Preț fără TVA': 'price' } }));
    const { rows } = answerOf<{ rows: Loose[] }>(await caiet(['import', at('registru.csv'), '--as', 'bids', '--map', at('map.json')]));
    expect(rows.map(({ lot, bidder, identifier }) => [lot, bidder, identifier])).toEqual([['1', 'Luminator SRL', null], ['2', '=HYPERLINK("x")', null]]);
    await writeFile(at('rules.csv'), 'Ofertant;Lot;Preț\n Alfa ;unu;1.234\n');
    await writeFile(at('rules.json'), JSON.stringify({ rules: { price: { decimalMark: ',' }, lot: { replace: { unu: '1' } } } }));
    const ruled = answerOf<{ rows: Loose[]; changes: Loose[]; mapping: Loose }>(await caiet(['import', at('rules.csv'), '--as', 'bids', '--map', at('rules.json')]));
    expect(ruled.rows).toMatchObject([{ bidder: 'Alfa', lot: '1', price: { amount: '1234.00' } }]);
    expect(ruled.changes).toMatchObject([{ column: 'A', field: 'bidder', change: 'blanks', count: 1, examples: [{ row: 2, written: ' Alfa ', stored: 'Alfa' }] }]);
    expect(ruled.mapping).toMatchObject({ rules: { price: { decimalMark: ',' }, lot: { replace: { unu: '1' } } } });
    await writeFile(at('bad-map.json'), JSON.stringify({ columns: { Telefon: 'email' } }));
    expectRefused(await caiet(['import', at('registru.csv'), '--as', 'bids', '--map', at('bad-map.json')]), /Telefon/);
  });

  it('tells of every table on the sheet which of them was read, and its mapping reads the same one again', async () => {
    await writeFile(at('alaturi.csv'), 'Ofertant;Preț;;Ofertant;Preț\nAlfa;100,00;;Beta;90,00\n;;;Gama;80,00\n');
    const once = answerOf<{ rows: Loose[]; tables: Loose[]; mapping: Loose }>(await caiet(['import', at('alaturi.csv'), '--as', 'bids']));
    expect(once.tables.map(({ columns, rows, read }) => [columns, rows, read])).toEqual([[null, 2, false], ['A:B', 1, true], ['D:E', 2, false]]);
    expect(once.rows.map(({ bidder }) => bidder)).toEqual(['Alfa']);
    await writeFile(at('alaturi.json'), JSON.stringify(once.mapping));
    const again = answerOf<{ rows: Loose[] }>(await caiet(['import', at('alaturi.csv'), '--as', 'bids', '--map', at('alaturi.json')]));
    expect(again.rows).toEqual(once.rows);
  });

  it('reads the other kinds with their keys, and maps them in the same way', async () => {
    await writeFile(at('nevoi.csv'), 'Nevoie;Cine este afectat;Țintă;Ce nume are\nLift la școală;elevii;100%;Ana\n');
    const outcome = await caiet(['import', at('nevoi.csv'), '--as', 'needs']);
    expect(outcome.code).toBe(0);
    expect(answerOf(outcome)).toEqual({
      rows: [{ title: 'Lift la școală', problem: null, affected: 'elevii', desiredOutcome: null, baseline: null, target: '100%', unit: null, department: null, priority: null, source: { sheet: 'nevoi', row: 2 } }],
      accepted: 1, problems: [], changes: [], mapping: { sheet: 'nevoi', headerRow: 1, columns: { A: 'title', B: 'affected', C: 'target' } },
    });
    await writeFile(at('map-nevoi.json'), JSON.stringify({ columns: { A: 'problem', 'Ce nume are': 'department' } }));
    expect(answerOf<{ rows: Loose[] }>(await caiet(['import', at('nevoi.csv'), '--as', 'needs', '--map', at('map-nevoi.json')])).rows).toMatchObject([{ title: null, problem: 'Lift la școală', department: 'Ana' }]);
    expectRefused(await caiet(['import', at('nevoi.csv'), '--as', 'scores', '--map', at('map-nevoi.json')]), /problem.*evaluator/);
  });

  it('adds the bids to a package as one change of its audit trail, also over the package itself', async () => {
    await writeFile(at('into.caiet.json'), packageOf(project));
    await symlink(at('into.caiet.json'), at('link.caiet.json'));
    const outcome = await caiet(['import', at('registru.csv'), '--as', 'bids', '--into', at('link.caiet.json'), '-o', at('link.caiet.json'), '--author', 'Ana Pop']);
    expect(outcome.code).toBe(1);
    expect((await lstat(at('link.caiet.json'))).isSymbolicLink()).toBe(true);
    const report = readPackage('into', await readFile(at('into.caiet.json')), { rulePack: RO_2026 });
    expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const [{ project: changed, history }] = report.projects as [typeof report.projects[number]];
    expect(Object.keys(changed.bids)).toHaveLength(Object.keys(project.bids).length + 2);
    expect(Object.values(changed.imports)).toMatchObject([{ fileName: 'registru.csv', rowsAccepted: 2, rowsRead: 4 }]);
    expect(history.at(-1)).toMatchObject({ author: 'Ana Pop', label: { code: 'bidsImported', data: { count: 2 } } });
    const again = answerOf<{ accepted: number; problems: Loose[] }>(await caiet(['import', at('registru.csv'), '--as', 'bids', '--into', at('into.caiet.json'), '-o', at('again.caiet.json')]));
    expect(again.accepted).toBe(0);
    expect(again.problems).toContainEqual(expect.objectContaining({ code: 'row.alreadyInProject' }));
  });
});

describe('caiet export', () => {
  it('writes a workbook, beside the package and never over what is there', async () => {
    await writeFile(at('hostile.caiet.json'), packageOf(hostileProject()));
    const first = await caiet(['export', at('hostile.caiet.json'), '--as', 'xlsx', '--lang', 'en']);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(XLSX.read(await readFile(at('hostile.xlsx'))).SheetNames).toContain('Ranking');
    expectRefused(await caiet(['export', at('hostile.caiet.json'), '--as', 'xlsx']), /hostile\.xlsx/);
  });
});

describe('a wrong command', () => {
  const cases: readonly (readonly [words: readonly string[], sentence: RegExp])[] = [
    [[], /--help/],
    [['blend', 'a', 'b', 'c'], /blend.*validate/],
    [['merge', 'a', 'b', 'c'], /merge.*-o/],
    [['constructor'], /constructor/],
    [['validate'], /validate/],
    [['validate', 'FOLDER'], /nu este un fișier/],
    [['validate', 'FOLDER/nothing.json'], /nothing\.json.*nu există/],
    [['validate', '/dev/zero'], /nu este un fișier/],
    [['validate', 'FOLDER/demo.caiet.json', 'x'], /„x”/],
    [['validate', 'FOLDER/demo.caiet.json', '--verbose'], /--verbose/],
    [['evaluate', 'FOLDER/demo.caiet.json', '--map', 'x'], /--map/],
    [['evaluate', 'FOLDER/demo.caiet.json', '--project'], /--project/],
    [['evaluate', 'FOLDER/demo.caiet.json', '--lang', 'fr'], /ro, en/],
    [['export', 'FOLDER/demo.caiet.json', '--as', 'pdf'], /pdf.*xlsx/],
    [['export', 'FOLDER/demo.caiet.json', '--as', 'xlsx', '-o', 'FOLDER/no/such/out.xlsx'], /out\.xlsx/],
    [['export', 'FOLDER/demo.caiet.json', '--as', 'xlsx', '-o', 'FOLDER'], /nu este un fișier/],
    [['import', 'FOLDER/registru.csv', '--as', 'contracts'], /contracts.*bids, price-schedule, needs, requirements, scores/],
    [['import', 'FOLDER/registru.csv', '--as', 'cpv', '--into', 'FOLDER/demo.caiet.json', '-o', 'FOLDER/x.caiet.json'], /--into/],
    [['import', 'FOLDER/registru.csv', '--as', 'bids', '--into', 'FOLDER/demo.caiet.json'], /--into/],
    [['import', 'FOLDER/demo.caiet.json', '--as', 'bids'], /demo\.caiet\.json/],
    [['import', 'FOLDER/registru.csv', '--as', 'bids', '--author', 'Ana'], /--author/],
    [['new', '-o', 'FOLDER/x.json'], /--demo/],
    [['validate', 'FOLDER/demo.caiet.json', '--finished'], /--finished/],
    [['new', '--demo=false', '-o', 'FOLDER/x.json'], /--demo=false/],
  ];
  it.each(cases)('%j ends in 2 with one line', async (words, sentence) => {
    expectRefused(await caiet(words.map((word) => word.replace('FOLDER', folder))), sentence);
  });

  it('never replaces a socket, pipe or device by a file', async () => {
    const server = createServer().listen(at('socket'));
    await once(server, 'listening');
    expectRefused(await caiet(['new', '--demo', '-o', at('socket')]), /socket.*nu este un fișier/);
    expect((await lstat(at('socket'))).isSocket()).toBe(true);
    server.close();
  });

  it('says what a hostile package is called without obeying it', async () => {
    const name = 'a\u001b[31m\nb.json';
    await writeFile(at(name), packageOf(project).subarray(0, 2000));
    const { stderr } = await caiet(['evaluate', at(name)]);
    expect(stderr).toMatch(/a \[31m b\.json/);
    expect(stderr.trimEnd()).not.toMatch(/\p{Cc}/u);
  });

  it('leaves nothing half-written behind', async () => {
    expect((await readdir(folder)).filter((name) => name.includes('tmp') || name === 'x.json')).toEqual([]);
  });
});

describe('the door itself', () => {
  it('explains itself on standard error and leaves standard output to answers', async () => {
    const outcome = await caiet(['--help', '--lang', 'en']);
    expect(outcome).toMatchObject({ code: 0, stdout: '' });
    for (const command of ['new', 'validate', 'evaluate', 'verify', 'import', 'export', 'schema']) expect(outcome.stderr).toContain(`caiet ${command}`);
  });

  it('as a process: 0, 1 and 2, JSON on standard output and messages on standard error', async () => {
    const fine = await caietProcess(['evaluate', at('demo.caiet.json')]);
    expect(fine).toMatchObject({ code: 0, stderr: '' });
    expect(answerOf<{ projects: Loose[] }>(fine).projects).toHaveLength(1);
    const problems = await caietProcess(['import', at('registru.csv'), '--as', 'bids']);
    expect(problems.code).toBe(1);
    expect(answerOf<{ accepted: number }>(problems).accepted).toBe(2);
    expect(problems.stderr.trim().split('\n')).toHaveLength(1);
    expectRefused(await caietProcess(['evaluate', at('nothing.json')]), /nothing\.json.*nu există/);
  }, 60_000);

  it('as a process does not mind a reader that closes the pipe early', async () => {
    const root = join(import.meta.dirname, '../../..');
    const child = spawn('sh', ['-c', `"${process.execPath}" node_modules/tsx/dist/cli.mjs src-renderer/headless.ts schema | head -c 10`], { cwd: root });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => { stderr += chunk.toString(); });
    await new Promise((resolve) => { child.on('close', resolve); });
    expect(stderr).toBe('');
  }, 60_000);
});
