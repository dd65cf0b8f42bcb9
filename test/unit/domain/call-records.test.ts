/** What the records of a frozen, opened, moderated and decided call mean. */
import { describe, expect, it } from 'vitest';
import { countedPrice } from '../../../src-renderer/domain/bid-correction';
import type { Freeze } from '../../../src-renderer/domain/call-freeze';
import type { AwardMethod, RankingRule } from '../../../src-renderer/domain/call-rules';
import { CONFLICT_QUESTIONS, mayScore, type CommissionRole, type ConflictQuestion } from '../../../src-renderer/domain/commission';
import { pricesSealed } from '../../../src-renderer/domain/envelope';
import { callHash, freezeInForce, frozenIntact } from '../../../src-renderer/domain/frozen-call';
import type { KnockOut } from '../../../src-renderer/domain/knock-out';
import { decisionOf } from '../../../src-renderer/domain/lot-decision';
import { moderationId, type Moderation } from '../../../src-renderer/domain/moderation';
import { projectSchema, type Project } from '../../../src-renderer/domain/project';
import { demoProject } from '../../../src-renderer/domain/demo/demo-project';
import { clock, countingIds } from './fixtures';

const demo = (): Project => demoProject(countingIds(), clock);
const freeze = (project: Project, id: string): Freeze => ({ id, at: '2026-03-02T08:00:00.000Z', hash: callHash(project), rulePackId: project.rulePackId, erratumId: null });

describe('a frozen call', () => {
  it('is intact until something the ranking is computed from changes', () => {
    const open = demo();
    expect(freezeInForce(open)).toBeNull();
    const frozen = { ...open, freezes: { '1': freeze(open, '1') } };
    expect(frozenIntact(frozen)).toBe(true);
    expect(frozenIntact({ ...frozen, title: 'Altfel', description: 'Altfel' })).toBe(true);
    const rules: { readonly awardMethod: AwardMethod; readonly rankingRule: RankingRule } = { awardMethod: 'bestPriceQuality', rankingRule: 'weightedPoints' };
    expect(frozenIntact({ ...frozen, callRules: rules })).toBe(false);
    const knockOut: KnockOut = { id: 'k', position: 'a0', kind: 'requirement', title: 'IP66', description: '', evidence: '' };
    expect(frozenIntact({ ...frozen, knockOuts: { k: knockOut } })).toBe(false);
  });

  it('goes by its last freeze, counted as a number', () => {
    const project = demo();
    const freezes = Object.fromEntries(['9', '10', '2'].map((id) => [id, freeze(project, id)]));
    expect(freezeInForce({ ...project, freezes })?.id).toBe('10');
  });
});

describe('two envelopes', () => {
  const sealed = { callRules: { twoEnvelopes: true } };
  const envelope = { id: 'lot', qualityLockedAt: '2026-03-02T08:00:00.000Z', qualityHash: '0'.repeat(64), pricesOpenedAt: null };

  it('keep prices sealed until they are opened, and only where the call says so', () => {
    expect(pricesSealed({}, 'lot')).toBe(false);
    expect(pricesSealed(sealed, 'lot')).toBe(true);
    expect(pricesSealed({ ...sealed, envelopes: { lot: envelope } }, 'lot')).toBe(true);
    expect(pricesSealed({ ...sealed, envelopes: { lot: { ...envelope, pricesOpenedAt: '2026-03-03T08:00:00.000Z' } } }, 'lot')).toBe(false);
  });
});

describe('a declaration', () => {
  const roles: readonly CommissionRole[] = ['chair', 'member', 'expert'];
  const signed = (conflicts: Partial<Record<ConflictQuestion, boolean>>) => ({
    role: roles[0], declaration: { signedOn: '2026-03-02', confidentiality: true, impartiality: true, conflicts: conflicts as Record<ConflictQuestion, boolean>, note: '' },
  });
  const none = Object.fromEntries(CONFLICT_QUESTIONS.map((question) => [question, false]));

  it('opens a sheet only when it is complete and names no conflict', () => {
    expect(mayScore({})).toBe(false);
    expect(mayScore({ declaration: null })).toBe(false);
    expect(mayScore(signed(none))).toBe(true);
    expect(mayScore(signed({}))).toBe(false);
    for (const question of CONFLICT_QUESTIONS) expect(mayScore(signed({ ...none, [question]: true }))).toBe(false);
  });
});

describe('a corrected price', () => {
  const lei = (amount: number) => ({ amount, currency: 'RON' });
  const correction = (id: string, amount: number, accepted: boolean | null) =>
    ({ id, kind: 'arithmetic' as const, correctedPrice: lei(amount), reason: 'Suma pozițiilor.', notifiedOn: null, accepted });

  it('counts once the bidder accepted it; the last accepted one does', () => {
    expect(countedPrice({ price: lei(100) })).toEqual(lei(100));
    expect(countedPrice({ price: lei(100), corrections: { '1': correction('1', 110, null) } })).toEqual(lei(100));
    expect(countedPrice({ price: lei(100), corrections: { '1': correction('1', 110, true), '2': correction('2', 120, true), '3': correction('3', 130, false) } })).toEqual(lei(120));
  });
});

describe('records of the aggregate', () => {
  it('a moderated score stands under bid and criterion, a decision under its lot', () => {
    const moderation: Moderation = { id: moderationId('b', 'c'), bidId: 'b', criterionId: 'c', value: '4', reason: 'Pilot, pag. 12.', agreedAt: null, votes: { e: 'for' }, dissents: {} };
    const decision = { id: 'l', outcome: 'award' as const, winnerBidId: 'b', reason: '', decidedAt: '2026-03-02T08:00:00.000Z', approvedBy: '', approvedOn: null, basisHash: '0'.repeat(64) };
    const project = { ...demo(), moderations: { [moderation.id]: moderation }, decisions: { l: decision } };
    expect(projectSchema.parse(project)).toEqual(project);
    expect(decisionOf(project, 'l')).toEqual(decision);
    expect(decisionOf(project, 'other')).toBeNull();
  });
});
