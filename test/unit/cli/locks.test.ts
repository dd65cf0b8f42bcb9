/** `caiet verify` and what was locked: a byte changed under a decision or a frozen call is told, however well the package is sealed. */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lotBasisHash } from '../../../src-renderer/domain/decision/lot-basis';
import { callHash } from '../../../src-renderer/domain/frozen-call';
import { inOrder } from '../../../src-renderer/domain/position';
import type { Project } from '../../../src-renderer/domain/project';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { packageOf } from '../exchange/package-text';
import { demo } from '../export/workbook-fixture';
import { answerOf, caiet } from './run-caiet';

let folder: string;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'caiet-locks-')); });
afterAll(() => rm(folder, { recursive: true, force: true }));

const { freezes: _freezes, decisions: _decisions, ...open } = demo();
const [lot, other] = inOrder(open.lots).map(({ id }) => id) as [string, string];

const frozen = (project: Project): Project =>
  ({ ...project, freezes: { 1: { id: '1', at: '2026-03-02T08:00:00.000Z', hash: callHash(project), rulePackId: project.rulePackId, erratumId: null } } });
const decided = (project: Project): Project => ({
  ...project,
  decisions: { [lot]: { id: lot, outcome: 'cancel', winnerBidId: null, reason: 'Fără oferte.', decidedAt: '2026-03-03T08:00:00.000Z', approvedBy: '', approvedOn: null, basisHash: lotBasisHash(project, lot, RO_2026) } },
});
const whole = decided(frozen(open as Project));
/** The last letter of a text is another one. */
const otherByte = (text: string): string => `${text.slice(0, -1)}${text.endsWith('x') ? 'y' : 'x'}`;
const bidOf = (lotId: string) => Object.values(whole.bids).find((bid) => bid.lotId === lotId)!;
const noted = (lotId: string): Project => ({ ...whole, bids: { ...whole.bids, [bidOf(lotId).id]: { ...bidOf(lotId), notes: otherByte(bidOf(lotId).notes) } } });
const relisted = (project: Project): Project => ({ ...project, lots: { ...project.lots, [other]: { ...project.lots[other]!, title: otherByte(project.lots[other]!.title) } } });

interface Answer {
  readonly ok: boolean;
  readonly projects: readonly { readonly freeze: { readonly state: string }; readonly decision: string; readonly lots: readonly { readonly id: string; readonly decision: string }[] }[];
  readonly problems: readonly { readonly severity: string; readonly code: string; readonly pointer: string; readonly message: string }[];
}

/** A package that its maker sealed anew, digests, audit trail and results included. */
const verified = async (project: Project) => {
  const path = join(folder, 'project.caiet.json');
  await writeFile(path, packageOf(project));
  const outcome = await caiet(['verify', path, '--lang', 'en']);
  const answer = answerOf<Answer>(outcome);
  const { freeze, decision, lots } = answer.projects[0]!;
  return { code: outcome.code, ok: answer.ok, freeze: freeze.state, decision, lot: lots.find(({ id }) => id === lot)?.decision, other: lots.find(({ id }) => id === other)?.decision, problems: answer.problems };
};

describe('caiet verify', () => {
  it('finds nothing locked where nothing is', async () => {
    expect(await verified(open as Project)).toMatchObject({ code: 0, ok: true, freeze: 'none', decision: 'none', lot: 'none', problems: [] });
  });

  it('passes a frozen call and a decided lot that are as they were', async () => {
    expect(await verified(whole)).toMatchObject({ code: 0, ok: true, freeze: 'intact', decision: 'intact', lot: 'intact', other: 'none', problems: [] });
  });

  it('tells a byte changed under a decision, and where', async () => {
    const { problems, ...state } = await verified(noted(lot));
    expect(state).toEqual({ code: 1, ok: false, freeze: 'intact', decision: 'broken', lot: 'broken', other: 'none' });
    expect(problems.map(({ code, pointer }) => [code, pointer])).toEqual([['decision.basisChanged', `/projects/0/decisions/${lot}/basisHash`]]);
    expect(problems[0]?.message).toMatch(/decision for lot/);
  });

  it('leaves the other lots free to go on', async () => {
    expect(await verified(noted(other))).toMatchObject({ code: 0, ok: true, decision: 'intact', problems: [] });
  });

  it('tells a byte changed in a frozen call, unless an erratum has opened it', async () => {
    const changed = relisted(whole);
    expect(await verified(changed)).toMatchObject({ code: 1, ok: false, freeze: 'changed', decision: 'intact', problems: [{ code: 'package.freezeMismatch', pointer: '/projects/0/freezes' }] });
    const amended: Project = { ...changed, amendment: { erratumId: 'e', openedAt: '2026-03-04T08:00:00.000Z' } };
    expect(await verified(amended)).toMatchObject({ code: 0, ok: true, freeze: 'amending', problems: [] });
  });

  it('is not needed for bids of a decided lot: from the terminal, too, they stay out', async () => {
    const [into, register] = [join(folder, 'decided.caiet.json'), join(folder, 'register.csv')];
    await writeFile(into, packageOf(whole));
    await writeFile(register, 'Ofertant;Lot;Pret\nTarzie SRL;1;1.000,00\n');
    const late = await caiet(['import', register, '--as', 'bids', '--into', into, '-o', join(folder, 'late.caiet.json'), '--lang', 'en']);
    expect({ code: late.code, stdout: late.stdout, stderr: late.stderr }).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/^[^\n]*lot 1[^\n]*\n$/iu) as string });
    await expect(stat(join(folder, 'late.caiet.json'))).rejects.toThrow('ENOENT');
  });

  it('does not judge decisions made by rules it does not know', async () => {
    expect(await verified({ ...noted(lot), rulePackId: 'ro-2031' })).toMatchObject({ decision: 'notCompared', lot: 'notCompared', problems: [] });
  });
});
