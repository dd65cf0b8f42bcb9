/** Needs, requirements and price schedules taken into a package from the terminal: with a map, linked, and never twice. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inOrder } from '../../../src-renderer/domain/position';
import { lotSchedules } from '../../../src-renderer/domain/price-schedule/lot-schedules';
import type { Project } from '../../../src-renderer/domain/project';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { readPackage } from '../../../src-renderer/exchange/read-package';
import { answerOf, caiet } from './run-caiet';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caiet-into-'));
  await caiet(['new', '--demo', '-o', at('demo.caiet.json')]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

const take = (table: string, as: string, into: string, out: string, ...more: readonly string[]) => caiet(['import', at(table), '--as', as, '--into', at(into), '-o', at(out), '--author', 'Ana Pop', ...more]);
const projectIn = async (name: string): Promise<Project> => {
  const { problems, projects: [first] } = readPackage(name, await readFile(at(name)), { rulePack: RO_2026 });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return first!.project;
};

it('needs by a map, then the requirements that name them, and neither a second time', async () => {
  await writeFile(at('nevoi.csv'), 'Ce vrem;De ce\nTreceri luminate;Nu se văd\nParc deschis;Se închide\n');
  await writeFile(at('harta.json'), JSON.stringify({ columns: { A: 'title', B: 'problem' } }));
  await writeFile(at('cerinte.csv'), 'Cod;Cerință;Prioritate;Nevoia\nZ-1;Se văd de la 50 m;Obligatorie;TRECERI LUMINATE\n');
  expect((await take('nevoi.csv', 'needs', 'demo.caiet.json', 'nevoi.caiet.json', '--map', at('harta.json'))).code).toBe(0);
  expect((await take('cerinte.csv', 'requirements', 'nevoi.caiet.json', 'cerinte.caiet.json')).code).toBe(0);
  const { needs = {}, requirements = {}, imports } = await projectIn('cerinte.caiet.json');
  expect(inOrder(needs).slice(-2).map(({ title, problem }) => [title, problem])).toEqual([['Treceri luminate', 'Nu se văd'], ['Parc deschis', 'Se închide']]);
  expect(inOrder(requirements).slice(-1).map(({ code, kind, needId }) => [code, kind, needs[needId ?? '']?.title])).toEqual([['Z-1', 'mandatory', 'Treceri luminate']]);
  expect(Object.values(imports).map(({ kind }) => kind)).toEqual(['needs', 'requirements']);
  expect((await caiet(['verify', at('cerinte.caiet.json')])).code).toBe(0);
  for (const [table, kind, ...map] of [['nevoi.csv', 'needs', '--map', at('harta.json')], ['cerinte.csv', 'requirements']] as const) {
    expect(answerOf<{ accepted: number }>(await take(table, kind, 'cerinte.caiet.json', 'iar.caiet.json', ...map)).accepted, kind).toBe(0);
  }
});

it('price schedules by the bidder column, and nothing where a bidder is not known', async () => {
  const head = 'Ofertant;Lot;Cod articol;UM;Cantitate;Preț unitar;Valoare\n';
  await writeFile(at('preturi.csv'), `${head}Felinar Sistem SA;1;A1;buc;2;3,50;7,00\nRețele Valahia SRL;1;A1;buc;2;3,00;7,00\n`);
  expect((await take('preturi.csv', 'price-schedule', 'demo.caiet.json', 'preturi.caiet.json')).code).toBe(0);
  const project = await projectIn('preturi.caiet.json');
  expect(lotSchedules(project, inOrder(project.lots)[0]!.id).comparison.items.map(({ cells }) => cells.flatMap(({ line }) => line?.unitPrice ?? []))).toEqual([['3.50', '3.00']]);
  await writeFile(at('strain.csv'), `${head}Nimeni SRL;1;A1;buc;2;3,50;7,00\n`);
  const refused = await take('strain.csv', 'price-schedule', 'demo.caiet.json', 'strain.caiet.json');
  expect([refused.code, refused.stdout]).toEqual([2, '']);
  expect(refused.stderr).toContain('Nimeni SRL');
  await expect(readFile(at('strain.caiet.json'))).rejects.toThrow();
});
