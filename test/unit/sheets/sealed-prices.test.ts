import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src-renderer/domain/evaluation/evaluate';
import type { Project } from '../../../src-renderer/domain/project';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { isSealedPlace, withoutSealedPrices } from '../../../src-renderer/domain/sealed-prices';
import type { Json } from '../../../src-renderer/domain/values';
import { startCaiet, type Started } from '../app/harness';
import { committee, declaration, frozen, packageOf, SECRET } from './committee';
import { textOf } from './file-text';

const REASON = 'Pagina 12 arată rezultatele măsurate în pilot, cu valori de pornire și țintă.';

/** Two envelopes, with prices planted wherever a bid can hold one, also in fields a later version may add. */
const sealed = (): Project => {
  const project = committee();
  const bids = Object.fromEntries(Object.entries(project.bids).map(([id, bid]) => [id, {
    ...bid,
    corrections: { 1: { id: '1', kind: 'arithmetic' as const, correctedPrice: { amount: SECRET, currency: 'RON' }, reason: `${SECRET} bani`, notifiedOn: null, accepted: true } },
    laterField: { monthly: SECRET },
  }]));
  return frozen({ ...project, bids, callRules: { twoEnvelopes: true } });
};

/** On the database of this computer, prices and all: the way a safety copy brings them. */
const stored = async (project: Project): Promise<Started> => {
  const started = await startCaiet();
  const report = await started.caiet.exchange.inspectPackage('p.caiet.json', packageOf(project, 'backup'));
  await started.caiet.exchange.importPackage(report, { [project.id]: 'add' });
  await started.caiet.projects.open(project.id);
  return started;
};

const scoreAll = ({ caiet }: Started, lotId: string): void => {
  for (const evaluatorId of ['e1', 'e2', 'e3']) {
    caiet.commission.declare(evaluatorId, declaration());
    for (const bid of Object.values(caiet.workspace.getState().open!.project.bids)) {
      if (bid.lotId !== lotId) continue;
      for (const criterionId of ['impact', 'team']) {
        caiet.evaluation.score(bid.id, criterionId, '4', evaluatorId);
        caiet.evaluation.giveReason(bid.id, criterionId, REASON, evaluatorId);
      }
    }
  }
};

const SECRETS = [SECRET, SECRET + 1_000_000, SECRET + 2_000_000].flatMap((amount) => [String(amount), (amount / 100).toFixed(2), (amount / 100).toFixed(2).replace('.', ',')]);
const leaks = (bytes: Uint8Array): readonly string[] => SECRETS.filter((secret) => textOf(bytes).includes(secret));

describe('sealed prices', () => {
  it('are in no file made before they are opened, whatever kind it is of', async () => {
    const started = await stored(sealed());
    const { caiet, saved } = started;
    const { id } = sealed();
    await caiet.exchange.exportPackage([id]);
    await caiet.exchange.exportWorkbook(id);
    for (const phase of ['beforeReport', 'afterReport'] as const) {
      await caiet.exchange.exportOcds(id, phase);
      await caiet.exchange.exportPublic(id, phase);
    }
    expect(saved.map(({ name, bytes }) => ({ name, leaks: leaks(bytes) })).filter((file) => file.leaks.length > 0)).toEqual([]);
    expect(saved).toHaveLength(6);
  });

  it('count as missing, so that no points betray them', () => {
    const lots = evaluate(sealed(), RO_2026).lots;
    expect(lots.flatMap(({ ranking }) => ranking.map(({ total, costEffectiveness }) => [total, costEffectiveness])).every(([total, cost]) => total === null && cost === null)).toBe(true);
    expect(JSON.stringify(lots)).not.toContain(String(SECRET));
  });

  it('are masked once per version, and not at all without envelopes', () => {
    const project = sealed();
    expect(withoutSealedPrices(project)).toBe(withoutSealedPrices(project));
    const open = committee();
    expect(withoutSealedPrices(open)).toBe(open);
    expect(JSON.stringify(withoutSealedPrices(project).bids)).not.toContain(`"amount":${SECRET}`);
    expect(isSealedPlace(project, ['bids', 'b1', 'price', 'amount'])).toBe(true);
    expect(isSealedPlace(project, ['bids', 'b1', 'receivedAt'])).toBe(false);
  });

  it('are opened after the lock and for good, and then leave with the project again', async () => {
    const started = await stored(sealed());
    const { caiet, saved } = started;
    expect(() => caiet.consensus.openPrices('L1')).toThrow('envelope.notLocked');
    expect(() => caiet.consensus.lockQuality('L1')).toThrow('envelope.scoresMissing');
    scoreAll(started, 'L1');
    caiet.consensus.lockQuality('L1');
    const before = caiet.workspace.getState().open!.project;
    caiet.evaluation.score('b1', 'impact', '1', 'e1');
    expect(caiet.workspace.getState().open!.project).toBe(before);
    expect(caiet.workspace.getState().notices.at(-1)?.problem?.code).toBe('score.locked');
    caiet.consensus.openPrices('L1');
    expect(caiet.workspace.getState().open!.undo).toBeNull();
    expect(() => caiet.consensus.unlockQuality('L1')).toThrow('envelope.pricesOpened');
    const lots = evaluate(caiet.workspace.getState().open!.project, RO_2026).lots;
    expect(lots[0]?.ranking.every(({ total }) => total !== null)).toBe(true);
    expect(lots[1]?.ranking.every(({ total }) => total === null)).toBe(true);
    await caiet.exchange.exportPackage([sealed().id]);
    // Lot 2 is sealed still: its price stays, and so does the trail that tells it.
    const text = textOf(saved.at(-1)!.bytes);
    expect(text).toContain(`"amount":${SECRET},`);
    expect(text).not.toContain(String(SECRET + 2_000_000));
  });

  it('stay whole in a safety copy', () => {
    const project = sealed();
    expect((JSON.parse(textOf(packageOf(project, 'backup'))) as { projects: Json[] }).projects[0]).toEqual(JSON.parse(JSON.stringify(project)));
  });

  it('here are not replaced by their absence in a package from a colleague', async () => {
    const started = await stored(sealed());
    await started.caiet.exchange.exportPackage([sealed().id]);
    const report = await started.caiet.exchange.inspectPackage('coleg.caiet.json', started.saved.at(-1)!.bytes);
    expect(report.problems.map(({ code }) => code)).toContain('package.redacted');
    await expect(started.caiet.exchange.importPackage(report, { [sealed().id]: 'replace' })).rejects.toMatchObject({ problem: { code: 'package.redactedReplace' } });
    expect(started.caiet.workspace.getState().open!.project.bids['b1']?.price?.amount).toBe(SECRET);
  });
});
