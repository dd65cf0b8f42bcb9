/** A project taken in as a copy: the same content, not one id of the original, no hash that is no longer true. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lotBasisHash } from '../../../src-renderer/domain/decision/lot-basis';
import { decisionProblems } from '../../../src-renderer/domain/decision/decision-problems';
import { evaluate } from '../../../src-renderer/domain/evaluation/evaluate';
import { callHash } from '../../../src-renderer/domain/frozen-call';
import { conflictId, openConflicts, type MergeConflict } from '../../../src-renderer/domain/merge-conflict';
import { moderationId } from '../../../src-renderer/domain/moderation';
import { blankReview, phaseReviewId } from '../../../src-renderer/domain/phase-review';
import { packSchedule } from '../../../src-renderer/domain/price-schedule/packed-schedule';
import { COLLECTIONS, LATER_COLLECTIONS, projectSchema, scoreSheetId, type Project } from '../../../src-renderer/domain/project';
import { projectProblems } from '../../../src-renderer/domain/project-problems';
import { envelopeProblems, qualityHash } from '../../../src-renderer/domain/quality-lock';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { finish } from '../../../src-renderer/domain/in-steps';
import { copying } from '../../../src-renderer/exchange/as-copy';
import { arbitraryProject } from './arbitrary-project';

const asCopy = (project: Project, ids: { next(): string }): Project => finish(copying(project, ids));

const countingIds = () => {
  let count = 0;
  return { next: () => `new-${(count += 1)}` };
};
const at = '2026-03-02T08:15:00.000Z';
const day = '2026-03-02';
const HASH = 'a'.repeat(64);
const NAMES = ['import', 'cost', 'item', 'knockOut', 'ownDay', 'phase', 'question', 'merged', 'erratum', 'attachment', 'bidder', 'bid', 'evaluator', 'handout', 'need', 'requirement', 'gone'] as const;
type Fresh = Readonly<Record<(typeof NAMES)[number], string>>;

const conflict = (kind: MergeConflict['kind'], path: string[], values: readonly unknown[]): MergeConflict => ({
  id: conflictId(path), kind, path, standing: kind === 'locked' ? null : 'change-1', ...(kind === 'locked' ? { lock: 'call' } : {}),
  sides: values.map((value, index) => ({ change: `change-${index + 1}`, author: 'Ana', deviceId: 'device-1', at, ...(value === undefined ? {} : { value: value as string }) })),
});

/** The project with a record of every kind there is, each naming others wherever it can. */
const withEverything = (project: Project, ids: Fresh): Project => {
  const [lotId = ''] = Object.keys(project.lots);
  const sheetId = scoreSheetId(ids.evaluator, ids.bid);
  const schedule = packSchedule(ids.import, 'RON', []);
  const bid = {
    id: ids.bid, bidderId: ids.bidder, lotId, price: null, vatIncluded: false, receivedAt: null, durationDays: null, warrantyMonths: null, notes: '', status: 'valid' as const, statusReason: '',
    importId: ids.import, priceSchedule: schedule, costs: { [ids.item]: { amount: 100, currency: 'RON' } },
    knockOutChecks: { [ids.knockOut]: { id: ids.knockOut, outcome: 'met' as const, evidence: '', reason: '' } },
    requirementResponses: { [ids.requirement]: { id: ids.requirement, meets: true, text: '' } },
    corrections: { 1: { id: '1', kind: 'arithmetic' as const, correctedPrice: { amount: 1, currency: 'RON' }, reason: '', notifiedOn: null, accepted: null } },
  };
  const question = { position: 'a0', receivedOn: null, asker: '', question: '', publicQuestion: '', answer: '', publishedOn: null };
  const moderation = moderationId(ids.bid, ids.cost);
  const whole: Project = {
    ...project,
    lots: { ...project.lots, [lotId]: { ...project.lots[lotId]!, priceList: schedule } },
    awardCriteria: {
      ...project.awardCriteria,
      [ids.cost]: {
        id: ids.cost, position: 'a9', name: '', description: '', weight: '10', axis: 'costEffectiveness', type: 'cost', formula: 'lowestProportional', fullMarksAt: null, lotIds: { [lotId]: true },
        horizonYears: 5, includesPrice: false, costItems: { [ids.item]: { id: ids.item, position: 'a0', name: 'Energie', timing: 'yearly' } },
      },
    },
    bidders: { ...project.bidders, [ids.bidder]: { id: ids.bidder, name: '', identifier: '', country: '', sme: null, email: '' } },
    bids: { ...project.bids, [ids.bid]: bid },
    evaluators: { ...project.evaluators, [ids.evaluator]: { id: ids.evaluator, position: 'a9', name: '' } },
    scoreSheets: { ...project.scoreSheets, [sheetId]: { id: sheetId, evaluatorId: ids.evaluator, bidId: ids.bid, scores: {} } },
    imports: { [ids.import]: { id: ids.import, kind: 'bids', fileName: '', sha256: HASH, sheet: '', importedAt: at, rowsRead: 1, rowsAccepted: 1, rowsExcluded: 0, warnings: 0, cellsCorrected: 0 } },
    knockOuts: { [ids.knockOut]: { id: ids.knockOut, position: 'a0', kind: 'requirement', title: '', description: '', evidence: '', lotIds: { [lotId]: true } } },
    envelopes: { [lotId]: { id: lotId, qualityLockedAt: at, qualityHash: null, pricesOpenedAt: at } },
    moderations: { [moderation]: { id: moderation, bidId: ids.bid, criterionId: ids.cost, value: null, reason: '', agreedAt: null, votes: { [ids.evaluator]: 'for' }, dissents: { [ids.evaluator]: 'Altfel.' } } },
    milestones: { deadline: { id: 'deadline', date: day }, [ids.ownDay]: { id: ids.ownDay, date: day, title: 'Vizită' } },
    needs: {
      [ids.need]: {
        id: ids.need, position: 'a0', title: '', problem: '', affected: '', desiredOutcome: '', baseline: '', target: '', unit: '', department: '', source: null, priority: null, state: 'identified', notes: '',
        importId: ids.import,
      },
    },
    requirements: {
      [ids.requirement]: {
        id: ids.requirement, position: 'a0', code: '', section: '', text: '', kind: null, aspect: null, verification: '', needId: ids.need, criterionId: ids.cost, lotIds: { [lotId]: true }, notes: '',
        importId: ids.import,
      },
    },
    phases: { [ids.phase]: { id: ids.phase, position: 'a0', name: '', suppliers: null, capPerSupplier: null, budget: null, months: null, result: '' } },
    phaseReviews: { [phaseReviewId(lotId, ids.phase)]: blankReview(lotId, ids.phase) },
    clarifications: { [ids.question]: { ...question, id: ids.question, mergedInto: null }, [ids.merged]: { ...question, id: ids.merged, mergedInto: ids.question } },
    errata: { [ids.erratum]: { id: ids.erratum, position: 'a0', what: '', reason: '', effect: null, publishedOn: null, deadlineBefore: null, deadlineAfter: null } },
    amendment: { erratumId: ids.erratum, openedAt: at },
    attachments: { [ids.attachment]: { id: ids.attachment, position: 'a0', title: '', fileName: 'a.pdf', mediaType: '', size: 1, sha256: HASH, filedUnder: { kind: 'bid', id: ids.bid }, addedAt: at } },
    sessions: { 1: { id: '1', kind: 'opening', heldOn: day, present: { [ids.evaluator]: true }, decided: '' } },
    afterDecisions: { [lotId]: { id: lotId, communicatedOn: day } },
    conflicts: Object.fromEntries([
      conflict('value', ['bids', ids.bid, 'bidderId'], [ids.bidder, Object.keys(project.bidders)[0]]),
      conflict('value', ['scoreSheets', sheetId, 'scores', ids.cost], [{ value: '1', reason: 'Da.' }, { value: '2', reason: 'Nu.' }]),
      conflict('removed', ['bids', ids.gone], [undefined, { ...bid, id: ids.gone }]),
      conflict('value', ['decisions', lotId, 'reason'], ['a', 'b']),
      conflict('locked', ['callRules'], [[{ path: ['lots', lotId], value: null }]]),
    ].map((each) => [each.id, each])),
  };
  const envelope = { id: lotId, qualityLockedAt: at, qualityHash: qualityHash(whole, lotId), pricesOpenedAt: at };
  const handout = { id: ids.handout, evaluatorId: ids.evaluator, lotIds: { [lotId]: true as const }, form: 'package' as const, callHash: callHash(whole), at, fileName: '', sha256: HASH, returns: {} };
  const frozen: Project = { ...whole, envelopes: { [lotId]: envelope }, handouts: { [ids.handout]: handout }, freezes: { 1: { id: '1', at, hash: callHash(whole), rulePackId: 'ro-2026', erratumId: ids.erratum } } };
  const decision = { id: lotId, outcome: 'cancel' as const, winnerBidId: null, reason: '', decidedAt: at, approvedBy: '', approvedOn: null, basisHash: lotBasisHash(frozen, lotId, RO_2026) };
  return projectSchema.parse({
    ...frozen,
    decisions: { [lotId]: decision },
    reopenings: { [`${lotId}.1`]: { id: `${lotId}.1`, lotId, kind: 'returned', reason: '', orderedBy: '', at, decision: { ...decision, winnerBidId: ids.bid } } },
  });
};

const arbitraryWhole: fc.Arbitrary<Project> = fc.tuple(arbitraryProject, fc.uniqueArray(fc.uuid({ version: 7 }), { minLength: NAMES.length, maxLength: NAMES.length }))
  .map(([project, fresh]) => withEverything(project, Object.fromEntries(NAMES.map((name, index) => [name, fresh[index]])) as Fresh));

/** Numbers and kinds mean the same everywhere and are no ids of a project. */
const NUMBERED = new Set(['1', 'deadline']);
const idsOf = (project: Project): string[] => [
  project.id,
  ...[...COLLECTIONS, ...LATER_COLLECTIONS].flatMap((collection) => Object.keys(project[collection] ?? {})),
  ...Object.values(project.awardCriteria).flatMap((criterion) => (criterion.type === 'cost' ? Object.keys(criterion.costItems) : [])),
  ...openConflicts(project).flatMap(({ kind, path }) => (kind === 'removed' ? [path[1] ?? ''] : [])),
].filter((id) => !NUMBERED.has(id));
const COPIED = [...COLLECTIONS, ...LATER_COLLECTIONS].filter((collection) => !['freezes', 'decisions', 'reopenings', 'afterDecisions', 'handouts', 'phaseReviews'].includes(collection));
const points = (project: Project) => evaluate(project, RO_2026).lots.map(({ ranking }) => ranking.map(({ total }) => total ?? '').toSorted((left, right) => left.localeCompare(right)));

it('has no id of its original anywhere, is as sound, and evaluates to the same points', () => {
  fc.assert(fc.property(arbitraryWhole, (project) => {
    const copy = asCopy(project, countingIds());
    const text = JSON.stringify({ ...copy, laterField: null });
    for (const id of idsOf(project)) expect(text).not.toContain(id);
    for (const collection of COPIED) expect(Object.keys(copy[collection] ?? {}), collection).toHaveLength(Object.keys(project[collection] ?? {}).length);
    expect(projectSchema.safeParse(copy).success).toBe(true);
    expect(projectProblems(project)).toEqual([]);
    expect(projectProblems(copy)).toEqual([]);
    expect(points(copy)).toEqual(points(project));
    expect(copy['laterField']).toEqual(project['laterField']);
  }), { numRuns: 40 });
});

it('claims no freeze, no decision and no hash of what stands under other ids', () => {
  fc.assert(fc.property(arbitraryWhole, (project) => {
    expect(decisionProblems(project, RO_2026)).toEqual([]);
    const copy = asCopy({ ...project, assignment: { projectId: project.id, evaluatorId: 'e', lotIds: {}, callHash: HASH, handedOutAt: at, authority: '' } }, countingIds());
    for (const field of ['freezes', 'amendment', 'decisions', 'reopenings', 'afterDecisions', 'handouts', 'assignment']) expect(copy).not.toHaveProperty(field);
    const [envelope] = Object.values(copy.envelopes ?? {});
    expect(envelope).toMatchObject({ qualityLockedAt: at, qualityHash: qualityHash(copy, envelope!.id), pricesOpenedAt: at });
    const [lotId = ''] = Object.keys(project.lots);
    const broken = asCopy({ ...project, envelopes: { [lotId]: { ...project.envelopes![lotId]!, qualityHash: HASH } } }, countingIds());
    expect(envelopeProblems(broken)).toMatchObject([{ code: 'envelope.scoresChanged' }]);
    expect(Object.values(copy.attachments ?? {})).toMatchObject([{ sha256: HASH }]);
  }), { numRuns: 20 });
});

it('keeps the conflicts a person can still decide, at their places', () => {
  fc.assert(fc.property(arbitraryWhole, (project) => {
    const copy = asCopy(project, countingIds());
    const open = openConflicts(copy);
    expect(open.map(({ kind, path: [collection] }) => `${kind} ${collection}`)).toEqual(expect.arrayContaining(['value bids', 'removed bids', 'value scoreSheets']));
    expect(open).toHaveLength(3);
    for (const { id, path, kind } of open) {
      expect(id).toBe(conflictId(path));
      if (kind === 'value') expect(copy[path[0] as 'bids']).toHaveProperty([path[1] ?? '']);
    }
    const [first] = open.find(({ path }) => path.at(-1) === 'bidderId')!.sides;
    expect(copy.bidders).toHaveProperty([first!.value as string]);
  }), { numRuns: 20 });
});
