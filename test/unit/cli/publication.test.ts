import { mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPackage } from '../../../src-renderer/exchange/read-package';
import { run } from '../../../src-renderer/headless/run';
import { packageOf, resealed, type Loose } from '../exchange/package-text';
import { found, projectWithSecrets, secretBeforeReport } from '../exchange/secrets';
import { answerOf, caiet } from './run-caiet';

let folder: string;
const at = (name: string) => join(folder, name);
const project = projectWithSecrets();
const source = packageOf(project);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caiet-publication-'));
  await writeFile(at('whole.caiet.json'), source);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('caiet export --as ocds|public', () => {
  it('publishes no bid unless told that the report is published', async () => {
    for (const [kind, name] of [['ocds', 'whole.ocds.json'], ['public', 'whole.public.caiet.json']] as const) {
      const outcome = await caiet(['export', at('whole.caiet.json'), '--as', kind]);
      expect(outcome.code).toBe(0);
      expect(answerOf(outcome)).toMatchObject({ written: at(name), project: project.id, reportPublished: false });
      expect(found(await readFile(at(name)), secretBeforeReport(project))).toEqual([]);
    }
  });

  it('publishes prices when told so', async () => {
    const [ocds, open] = await Promise.all([
      caiet(['export', at('whole.caiet.json'), '--as', 'ocds', '--report-published', '--ocid-prefix', 'ocds-a1b2c3', '-o', at('after.ocds.json')]),
      caiet(['export', at('whole.caiet.json'), '--as', 'public', '--report-published', '-o', at('after.caiet.json')]),
    ]);
    expect(answerOf(ocds)).toEqual({
      written: at('after.ocds.json'), project: project.id, reportPublished: true, warnings: [], madeOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      releases: [expect.objectContaining({ tag: ['planning'], isDraft: false }), expect.objectContaining({ tag: ['planningUpdate', 'tender'], isDraft: true })],
    });
    const release = (JSON.parse(await readFile(at('after.ocds.json'), 'utf8')) as { releases: { ocid: string; bids: { details: unknown[] } }[] }).releases.at(-1)!;
    expect(release.ocid).toBe(`ocds-a1b2c3-${project.id}`);
    expect(release.bids.details).toHaveLength(Object.keys(project.bids).length);
    expect(open.code).toBe(0);
    const validated = await caiet(['validate', at('after.caiet.json')]);
    expect(validated.code).toBe(0);
    expect(answerOf<{ problems: Loose[] }>(validated).problems.map(({ code }) => code)).toContain('package.redacted');
  });

  it('says that there is no registered prefix, and refuses one that cannot be', async () => {
    const without = await caiet(['export', at('whole.caiet.json'), '--as', 'ocds', '-o', at('without.json')]);
    expect(answerOf(without)).toMatchObject({ warnings: ['ocds.prefixMissing'] });
    expect(without.stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/prefix OCID/), 'Publicare din 2026-03-02: intenție anunțată', expect.stringMatching(/^Publicare din 2026-03-02: apelul așa cum este acum/),
    ]);
    const wrong = await caiet(['export', at('whole.caiet.json'), '--as', 'ocds', '--ocid-prefix', 'mine', '-o', at('wrong.json')]);
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toMatch(/„mine”/);
    expect(await readdir(folder)).not.toContain('wrong.json');
  });

  it('writes the same bytes again at the same moment', async () => {
    const outside = { systemLocale: 'en' as const, clock: { now: () => '2026-03-02T08:15:00.000Z' }, ids: { next: () => 'never' }, answer: () => undefined, say: () => undefined };
    for (const kind of ['ocds', 'public']) {
      for (const name of ['one', 'two']) expect(await run(['export', at('whole.caiet.json'), '--as', kind, '--report-published', '-o', at(`${name}.${kind}`)], outside)).toBe(0);
      expect((await readFile(at(`one.${kind}`))).equals(await readFile(at(`two.${kind}`)))).toBe(true);
    }
  });

  it('never takes the place of the package it is made of, also not through a link', async () => {
    await symlink(at('whole.caiet.json'), at('link.json'));
    for (const out of ['whole.caiet.json', 'link.json']) {
      const outcome = await caiet(['export', at('whole.caiet.json'), '--as', 'public', '-o', at(out)]);
      expect(outcome).toMatchObject({ code: 2, stdout: '' });
      expect(outcome.stderr.trim().split('\n')).toHaveLength(1);
    }
    expect((await readFile(at('whole.caiet.json'))).equals(source)).toBe(true);
  });

  it('publishes nothing of a package with errors', async () => {
    await writeFile(at('changed.caiet.json'), resealed(source, (body) => { (body['projects'] as Loose[])[0]!['title'] = 'Altul'; }));
    const outcome = await caiet(['export', at('changed.caiet.json'), '--as', 'public', '-o', at('no.caiet.json')]);
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(await readdir(folder)).not.toContain('no.caiet.json');
  });

  it('publishes a publication again without adding to it', async () => {
    await caiet(['export', at('whole.caiet.json'), '--as', 'public', '-o', at('first.caiet.json')]);
    await caiet(['export', at('first.caiet.json'), '--as', 'public', '--report-published', '-o', at('second.caiet.json')]);
    expect(readPackage('second', await readFile(at('second.caiet.json'))).projects[0]!.project.bids).toEqual({});
  });

  it.each([
    [['--as', 'xlsx', '--report-published'], /--report-published/],
    [['--as', 'public', '--ocid-prefix', 'ocds-a1b2c3'], /--ocid-prefix/],
    [['--as', 'ocds', '--report-published=no'], /--report-published=no/],
  ])('refuses %j', async (words, sentence) => {
    const outcome = await caiet(['export', at('whole.caiet.json'), ...words]);
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toMatch(sentence);
  });
});
