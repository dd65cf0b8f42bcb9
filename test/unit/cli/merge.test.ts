/** `caiet merge`: three packages, one result, conflicts told and kept. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Project } from '../../../src-renderer/domain/project';
import { demo } from '../export/workbook-fixture';
import { packageOf } from '../exchange/package-text';
import { caiet } from './run-caiet';

let folder: string;
const at = (name: string) => join(folder, name);
const base = demo();
const [lotId = ''] = Object.keys(base.lots);
const withLot = (fields: object): Project => ({ ...base, lots: { ...base.lots, [lotId]: { ...base.lots[lotId]!, ...fields } } });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caiet-merge-'));
  await writeFile(at('base.json'), packageOf(base));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const merge = async (local: Project, incoming: Project) => {
  await writeFile(at('local.json'), packageOf(local));
  await writeFile(at('incoming.json'), packageOf(incoming));
  const outcome = await caiet(['merge', at('base.json'), at('local.json'), at('incoming.json'), '-o', at('out.json')]);
  const answer = JSON.parse(outcome.stdout) as { ok: boolean; conflicts: { pointer: string; base: unknown; sides: { value: unknown }[] }[] };
  const out = (JSON.parse(await readFile(at('out.json'), 'utf8')) as { projects: Project[] }).projects[0]!;
  return { outcome, answer, out };
};

describe('merge', () => {
  it('takes different fields from both sides', async () => {
    const { outcome, answer, out } = await merge(withLot({ title: 'Here' }), withLot({ description: 'There' }));
    expect(outcome.code).toBe(0);
    expect(answer).toMatchObject({ ok: true, conflicts: [] });
    expect(out.lots[lotId]).toMatchObject({ title: 'Here', description: 'There' });
  });

  it('keeps both values of one field, in the answer and in OUT', async () => {
    const { outcome, answer, out } = await merge(withLot({ title: 'Here' }), withLot({ title: 'There' }));
    expect(outcome.code).toBe(1);
    expect(answer.conflicts).toHaveLength(1);
    expect(answer.conflicts[0]).toMatchObject({ pointer: `/lots/${lotId}/title`, base: base.lots[lotId]?.title });
    expect(answer.conflicts[0]?.sides.map(({ value }) => value).toSorted()).toEqual(['Here', 'There']);
    expect(Object.values(out.conflicts ?? {})).toHaveLength(1);
  });

  it('removes nothing that is only absent', async () => {
    const { [Object.keys(base.imports)[0] ?? '']: _gone, ...imports } = base.imports;
    const { out } = await merge(withLot({ title: 'Here' }), { ...base, imports });
    expect(out.imports).toEqual(base.imports);
  });

  it('asks for all three files and a name for the result', async () => {
    expect((await caiet(['merge', at('base.json')])).code).toBe(2);
    expect((await caiet(['merge', at('base.json'), at('base.json'), at('base.json')])).code).toBe(2);
  });
});
