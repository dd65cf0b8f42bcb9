import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src-renderer/domain/evaluation/evaluate';
import type { Project } from '../../../src-renderer/domain/project';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { encodePublicPackage, type PublicOptions } from '../../../src-renderer/exchange/public/public-package';
import { PUBLICATION_PHASES } from '../../../src-renderer/exchange/public/publication-phase';
import { readPackage } from '../../../src-renderer/exchange/read-package';
import { blankReview } from '../../../src-renderer/domain/phase-review';
import { demo } from '../export/workbook-fixture';
import { arbitraryProject } from './arbitrary-project';
import { decided, LOT_1, LOT_2 } from './decided-project';
import { parsed, textOf } from './package-text';
import { ALWAYS_SECRET, found, projectWithSecrets, secretBeforeReport } from './secrets';

const BEFORE: PublicOptions = { phase: 'beforeReport', date: '2026-03-02T08:15:00.000Z', producer: { app: 'Caiet', version: '0.1.0' }, rulePack: RO_2026 };
const AFTER: PublicOptions = { ...BEFORE, phase: 'afterReport' };
const reportOf = (project: Project, options: PublicOptions) => readPackage('public.caiet.json', encodePublicPackage(project, options), { rulePack: RO_2026 });

describe('a public package', () => {
  it('is read back without an error: its digests are right and its results follow, for any project', () => {
    fc.assert(fc.property(arbitraryProject, fc.constantFrom(BEFORE, AFTER), (project, options) => {
      const { problems, projects } = reportOf(project, options);
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['package.redacted', 'package.noHistory']));
      expect(projects).toHaveLength(1);
    }), { numRuns: 60 });
  });

  it('says of itself what was taken out, and that it is nobody’s device', () => {
    const [before, after] = [BEFORE, AFTER].map((options) => parsed(encodePublicPackage(demo(), options)));
    expect(before).toMatchObject({ kind: 'full', redacted: { phase: 'beforeReport' }, producer: { deviceId: 'public', authority: 'Comuna Valea Luminii' }, results: {}, rulePack: '' });
    expect((before!['redacted'] as { removed: string[] }).removed).toEqual(expect.arrayContaining(['history', 'bids', 'scores', 'bidders', 'results']));
    expect(after).toMatchObject({ redacted: { phase: 'afterReport' } });
    // The demo has a need nobody published.
    for (const each of [before, after]) expect((each!['redacted'] as { removed: string[] }).removed).toContain('unpublishedNeeds');
    expect((after!['redacted'] as { removed: string[] }).removed).not.toContain('bids');
  });

  it('keeps the whole call in both phases', () => {
    const project = demo();
    const { title, description, buyer, lots, awardCriteria, currency } = project;
    for (const phase of PUBLICATION_PHASES) expect(reportOf(project, { ...AFTER, phase }).projects[0]!.project).toMatchObject({ title, description, buyer, lots, awardCriteria, currency });
  });

  it('lets anybody recompute the ranking after the report, from scores without names', () => {
    const project = demo();
    const [{ project: left, storedResult }] = reportOf(project, AFTER).projects as [ReturnType<typeof reportOf>['projects'][number]];
    expect(Object.values(left.evaluators)).toEqual([expect.objectContaining({ id: 'evaluator-1', name: '' })]);
    const standings = (of: Project) => evaluate(of, RO_2026).lots.map(({ ranking }) => ranking.map(({ bidId, rank, total }) => ({ bidId, rank, total })));
    expect(standings(left)).toEqual(standings(project));
    expect(storedResult?.lots.map(({ ranking }) => ranking.map(({ bidId, rank, total }) => ({ bidId, rank, total })))).toEqual(standings(project));
  });

  it('tells after the report what became of the phases of a signed contract, without amounts, remarks or who decided', () => {
    const base = decided();
    const phases = Object.fromEntries(Object.values(base.phases ?? {}).map((phase) => [phase.id, { ...phase, budget: { amount: 777_001, currency: 'RON' } }]));
    const reviews = [LOT_1, LOT_2].map((lotId) => ({ ...blankReview(lotId, 'p1'), status: 'met' as const, metOn: '2027-02-01', delivered: 'Zece stâlpi', reviewedBy: 'SECRET-mayor', remarks: 'SECRET-remarks', laterReviewField: 'SECRET-later' }));
    const project: Project = { ...base, phases, phaseReviews: Object.fromEntries(reviews.map((review) => [review.id, review])) };
    const left = reportOf(project, AFTER).projects[0]!.project;
    // The second lot was cancelled: there is no contract to carry out.
    expect(Object.values(left.phaseReviews ?? {})).toEqual([{ ...blankReview(LOT_1, 'p1'), status: 'met', metOn: '2027-02-01', delivered: 'Zece stâlpi' }]);
    expect(Object.values(left.phases ?? {}).map(({ name, months, budget }) => [name, months, budget])).toEqual([['Prototip', 3, null], ['Extindere', null, null]]);
    expect(textOf(encodePublicPackage(project, AFTER))).not.toMatch(/SECRET-|777001/);
    for (const each of [reportOf(project, BEFORE), reportOf(base, AFTER)]) expect(each.projects[0]!.project).not.toHaveProperty('phaseReviews');
  });

  it('blanks a personal number wherever a fiscal code was expected', () => {
    const project = demo();
    const bidders = Object.fromEntries(Object.values(project.bidders).map((bidder) => [bidder.id, { ...bidder, identifier: '1960229 410014' }]));
    const text = textOf(encodePublicPackage({ ...project, buyer: { ...project.buyer, identifier: '1960229410014' }, bidders }, AFTER));
    expect(text).not.toMatch(/1960229\s?410014/);
  });

  it('leaves out bidders without a bid', () => {
    const project = demo();
    const stray = { id: 'stray', name: 'Fără Ofertă SRL', identifier: '', country: 'RO', sme: null, email: '' };
    expect(textOf(encodePublicPackage({ ...project, bidders: { ...project.bidders, stray } }, AFTER))).not.toContain('Fără Ofertă');
  });

  it('has the same bytes for the same content and date', () => {
    fc.assert(fc.property(arbitraryProject, fc.constantFrom(BEFORE, AFTER), (project, options) => {
      const turned = Object.fromEntries(Object.entries(project).toReversed()) as Project;
      expect(textOf(encodePublicPackage(turned, options))).toBe(textOf(encodePublicPackage(project, options)));
    }), { numRuns: 20 });
  });
});

describe('what must stay secret', () => {
  const project = projectWithSecrets();

  it('is in no byte of a public package before the report', () => {
    expect(found(encodePublicPackage(project, BEFORE), secretBeforeReport(project))).toEqual([]);
  });

  it('is, as far as it is personal, in no byte after it either', () => {
    const bytes = encodePublicPackage(project, AFTER);
    expect(found(bytes, ALWAYS_SECRET)).toEqual([]);
    expect(found(bytes, Object.values(project.bids).map(({ price }) => String(price?.amount)))).toHaveLength(Object.keys(project.bids).length);
  });

  it('cannot be told from the file before the report: a project without any bid gives the same bytes', () => {
    fc.assert(fc.property(arbitraryProject, (given) => {
      const call = { ...given, bids: {}, bidders: {}, evaluators: {}, scoreSheets: {}, imports: {} };
      expect(textOf(encodePublicPackage(given, BEFORE))).toBe(textOf(encodePublicPackage(call, BEFORE)));
    }), { numRuns: 40 });
  });
});
