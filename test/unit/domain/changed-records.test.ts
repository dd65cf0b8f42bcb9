/** Locks and the line in the list look only at what an edit changed, and come to what looking at everything would. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisionLock } from '../../../src-renderer/domain/decision/decision-lock';
import { basisRecords } from '../../../src-renderer/domain/decision/lot-basis';
import { foldText } from '../../../src-renderer/domain/fold-text';
import { equalJson } from '../../../src-renderer/domain/json-equal';
import type { LotDecision } from '../../../src-renderer/domain/lot-decision';
import type { Envelope } from '../../../src-renderer/domain/envelope';
import { summarise } from '../../../src-renderer/domain/project-summary';
import { scoreSheetId, type Project } from '../../../src-renderer/domain/project';
import { lockedScoresChanged, qualityHash } from '../../../src-renderer/domain/quality-lock';
import { bid, bidder, lot, projectOf, quality } from './fixtures';

const LOTS = ['1', '2', '3'];
const BIDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const at = '2026-05-20T09:00:00.000Z';

/** Three lots of two bids each, all scored; lots 1 and 2 are locked and decided. */
const project = (): Project => {
  const plain = projectOf({
    lots: LOTS.map((id) => lot(id)),
    criteria: [quality('q')],
    bids: BIDS.map((id, index) => bid(id, { lotId: LOTS[index % 3]!, bidderId: `o-${id}` })),
    bidders: BIDS.map((id) => bidder(`o-${id}`)),
    scores: { e1: Object.fromEntries(BIDS.map((id) => [id, { q: '4' }])) },
  });
  const envelopes = Object.fromEntries(['1', '2'].map((id) => [id, { id, qualityLockedAt: at, qualityHash: qualityHash(plain, id), pricesOpenedAt: null } as Envelope]));
  const decisions = Object.fromEntries(['1', '2'].map((id) => [id, { id, reason: 'r' } as LotDecision]));
  return { ...plain, envelopes, decisions };
};

type Edit = (project: Project) => Project;

const without = <Item>(records: Readonly<Record<string, Item>>, id: string): Record<string, Item> => Object.fromEntries(Object.entries(records).filter(([key]) => key !== id));

/** Edits as the window makes them: what they do not touch is the very same object afterwards. */
const edit = fc.tuple(fc.constantFrom(...BIDS), fc.constantFrom(...LOTS), fc.constantFrom('x', 'y')).chain(([id, lotId, text]) => fc.constantFrom<Edit>(
  (now) => (now.bids[id] === undefined ? now : { ...now, bids: { ...now.bids, [id]: { ...now.bids[id], notes: text } } }),
  (now) => (now.bids[id] === undefined ? now : { ...now, bids: { ...now.bids, [id]: { ...now.bids[id], lotId } } }),
  (now) => (now.bids[id] === undefined ? now : { ...now, bids: { ...now.bids, [id]: { ...now.bids[id] } } }),
  (now) => ({ ...now, bids: without(now.bids, id) }),
  (now) => ({ ...now, bids: { ...now.bids, [`new-${id}`]: bid(`new-${id}`, { lotId, bidderId: `o-${id}` }) } }),
  (now) => ({ ...now, bidders: { ...now.bidders, [`o-${id}`]: bidder(`o-${id}`, { name: text }) } }),
  (now) => ({ ...now, bidders: { ...now.bidders, [`o-${id}`]: { ...now.bidders[`o-${id}`]!, email: text } } }),
  (now) => ({ ...now, scoreSheets: without(now.scoreSheets, scoreSheetId('e1', id)) }),
  (now) => ({ ...now, scoreSheets: { ...now.scoreSheets, [scoreSheetId('e2', id)]: { ...now.scoreSheets[scoreSheetId('e1', 'a')]!, id: scoreSheetId('e2', id), evaluatorId: 'e2', bidId: id } } }) as Project,
  (now) => ({ ...now, moderations: { ...now.moderations, m: { id: 'm', bidId: id, criterionId: 'q', score: '3', reason: text } } }) as unknown as Project,
  (now) => ({ ...now, lots: { ...now.lots, [lotId]: { ...now.lots[lotId]!, title: text } } }),
  (now) => ({ ...now, envelopes: { ...now.envelopes, [lotId]: { ...now.envelopes?.[lotId], id: lotId, openedBy: text } } }) as unknown as Project,
  (now) => ({ ...now, evaluators: { ...now.evaluators, e2: { id: 'e2', position: 'a5', name: text } } }),
  (now) => ({ ...now, awardCriteria: { ...now.awardCriteria, q: quality('q', { description: text }) } }),
  (now) => ({ ...now, title: text }),
));

const afterAll = (before: Project, edits: readonly Edit[]): Project => edits.reduce((now, each) => each(now), before);

/** A record whose fields nobody may read. */
const sealed = <Item extends object>(record: Item): Item => new Proxy(record, { get: () => { throw new Error('An unchanged record was read'); } });
const allSealed = <Item extends object>(records: Readonly<Record<string, Item>>): Record<string, Item> => Object.fromEntries(Object.entries(records).map(([id, record]) => [id, sealed(record)]));

describe('what an edit touches', () => {
  it('is refused exactly where comparing the whole basis of each decision refuses it', () => {
    fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
      const before = project();
      const after = afterAll(before, edits);
      const broken = ['1', '2'].find((id) => !equalJson(basisRecords(before, id), basisRecords(after, id)));
      expect(decisionLock(before, after)?.pointer).toBe(broken === undefined ? undefined : `/decisions/${broken}`);
    }), { numRuns: 500 });
  });

  it('alters locked scores exactly where their hash says so', () => {
    fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
      const before = project();
      const after = afterAll(before, edits);
      expect(lockedScoresChanged(before, after)).toBe(['1', '2'].find((id) => qualityHash(after, id) !== before.envelopes?.[id]?.qualityHash) ?? null);
    }), { numRuns: 500 });
  });

  it('is all that is read: no bid, score or bidder that stayed as it was', () => {
    const { c, ...others } = project().bids;
    const plain = project();
    const before: Project = { ...plain, bids: { ...allSealed(others), c: c! }, bidders: allSealed(plain.bidders), scoreSheets: allSealed(plain.scoreSheets) };
    const after: Project = { ...before, bids: { ...before.bids, c: { ...c!, notes: 'x' } } };
    expect(decisionLock(before, after)).toBeNull();
    expect(lockedScoresChanged(before, after)).toBeNull();
    const refused: Project = { ...before, bids: { ...before.bids, c: { ...c!, lotId: '1' } } };
    expect(() => decisionLock(before, refused)).toThrow('An unchanged record was read');
  });
});

describe('the searched text of a project', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'Ș', ' ', '\t', '\u0326', 'ß', '¨', 'Σ'), maxLength: 6 });

  it('is that of all its words in one', () => {
    fc.assert(fc.property(text, fc.array(text, { maxLength: 4 }), (title, names) => {
      const now: Project = { ...projectOf({ bidders: names.map((name, index) => bidder(`o${index}`, { name })) }), title };
      const words = [now.title, now.description, now.buyer.name, ...Object.values(now.lots).map((each) => each.title), ...names];
      expect(summarise(now, at).searchText).toBe(foldText(words.join(' ')));
    }), { numRuns: 500 });
  });

  it('reads the names of bidders again only when a bidder changed', () => {
    let reads = 0;
    const counted = { ...bidder('o1'), get name() { reads += 1; return 'Ștefan'; } };
    const now: Project = { ...projectOf({}), bidders: { o1: counted } };
    expect(summarise(now, at).searchText).toContain('stefan');
    expect(summarise({ ...now, title: 'alt titlu' }, at).searchText).toMatch(/alt titlu.*stefan/);
    expect(reads).toBe(1);
    expect(summarise({ ...now, bidders: { o1: bidder('o1', { name: 'Ana' }) } }, at).searchText).toContain('ana');
  });
});
