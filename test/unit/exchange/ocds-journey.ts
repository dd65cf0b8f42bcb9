/** A whole procurement as a computer lives it: announced, called, corrected, decided, signed, finished. */
import type { Attachment } from '../../../src-renderer/domain/attachment';
import type { ChangeCode } from '../../../src-renderer/domain/change';
import { callHash } from '../../../src-renderer/domain/frozen-call';
import type { Need } from '../../../src-renderer/domain/need';
import { blankReview, phaseReviewId, type PhaseReview } from '../../../src-renderer/domain/phase-review';
import type { Project } from '../../../src-renderer/domain/project';
import { bid, lei, lot, price, projectOf, quality } from '../domain/fixtures';
import { Device } from '../merge/device';

export const need = (id: string, state: Need['state']): Need => ({
  id, position: `a${id}`, title: `Nevoia ${id}`, problem: '', affected: '', desiredOutcome: '', baseline: '', target: '', unit: '', department: '', source: null, priority: null, state, notes: '', importId: null,
});
const document = (id: string, publicAs: Attachment['publicAs']): Attachment => ({
  id, position: 'a0', title: `Documentul ${id}`, fileName: `${id}.pdf`, mediaType: 'application/pdf', size: 3, sha256: 'b'.repeat(64), filedUnder: { kind: 'project' }, addedAt: '2026-05-02T10:00:00.000Z', publicAs,
});

export const begun = (): Project => ({
  ...projectOf({ lots: [lot('1', { estimatedValue: lei(1000) }), lot('2', { position: 'a1', estimatedValue: lei(500) })], criteria: [price('c1'), quality('c2')] }), description: 'De ce', needs: { 1: need('1', 'identified') },
  phases: {
    p1: { id: 'p1', position: 'a0', name: 'Prototip', suppliers: 3, capPerSupplier: null, budget: null, months: 3, result: 'Zece stâlpi' },
    p2: { id: 'p2', position: 'a1', name: 'Extindere', suppliers: 1, capPerSupplier: null, budget: null, months: 2, result: '' },
    p3: { id: 'p3', position: 'a2', name: 'Întreținere', suppliers: 1, capPerSupplier: null, budget: null, months: 12, result: '' },
  },
});

export const freeze = (project: Project, id: string, at: string, erratumId: string | null = null): Project => {
  const { amendment: _done, ...rest } = project;
  return { ...rest, freezes: { ...project.freezes, [id]: { id, at, hash: callHash(project), rulePackId: 'ro-2026', erratumId } } };
};
export const decide = (project: Project, lotId: string, decidedAt: string, winnerBidId: string | null): Project => ({
  ...project, decisions: { ...project.decisions, [lotId]: { id: lotId, outcome: winnerBidId === null ? 'cancel' : 'award', winnerBidId, reason: '', decidedAt, approvedBy: '', approvedOn: null, basisHash: 'a'.repeat(64) } },
});
const sign = (project: Project, fields: object): Project => ({ ...project, afterDecisions: { ...project.afterDecisions, 1: { id: '1', ...project.afterDecisions?.['1'], ...fields } } });
/** A phase of the first lot's contract as somebody records it. */
export const review = (project: Project, phaseId: string, fields: Partial<PhaseReview>): Project => {
  const id = phaseReviewId('1', phaseId);
  return { ...project, phaseReviews: { ...project.phaseReviews, [id]: { ...(project.phaseReviews?.[id] ?? blankReview('1', phaseId)), ...fields } } };
};
const withErratum = (project: Project): Project => ({ ...project, errata: { e: { id: 'e', position: 'a0', what: 'Se schimbă lotul 2', reason: 'MOTIV', effect: 'minor', publishedOn: null, deadlineBefore: null, deadlineAfter: null } } });

type Made = readonly [day: string, code: ChangeCode, change: (project: Project) => Project];

/** The same computer on another day. */
export const on = (device: Device, day: string): Device => {
  const there = device.clone();
  there.now = () => `2026-${day}T09:00:00.000Z`;
  return there;
};

/** A whole procurement, one change after another. */
const JOURNEY: readonly Made[] = [
  ['04-01', 'needEdited', (project) => ({ ...project, needs: { 1: need('1', 'published') } })],
  ['04-02', 'documentAdded', (project) => ({ ...project, attachments: { study: document('study', 'marketStudies') } })],
  ['06-01', 'callFrozen', (project) => freeze(project, '1', '2026-06-01T08:00:00.000Z')],
  ['06-02', 'projectRenamed', (project) => ({ ...project, title: 'TITLU DE MAI TÂRZIU' })],
  ['06-03', 'erratumAdded', withErratum],
  ['06-05', 'callAmended', (project) => ({ ...project, amendment: { erratumId: 'e', openedAt: '2026-06-05T08:00:00.000Z' } })],
  ['06-05', 'lotEdited', (project) => ({ ...project, lots: { ...project.lots, 2: lot('2', { position: 'a1', title: 'LOT CORECTAT', estimatedValue: lei(600) }) } })],
  ['06-06', 'callFrozen', (project) => freeze(project, '2', '2026-06-06T08:00:00.000Z', 'e')],
  ['06-30', 'bidsImported', (project) => ({ ...project, bids: { b1: bid('b1', { price: lei(900) }), b2: bid('b2', { lotId: '2', price: lei(555) }) }, bidders: { 'o-b1': { id: 'o-b1', name: 'Alfa SRL', identifier: '', country: '', sme: null, email: '' }, 'o-b2': { id: 'o-b2', name: 'Beta SRL', identifier: '', country: '', sme: null, email: '' } } })],
  ['07-01', 'decisionMade', (project) => decide(project, '1', '2026-07-01T08:00:00.000Z', 'b1')],
  ['07-15', 'afterDecisionEdited', (project) => sign(project, { signedOn: '2026-07-15' })],
  ['07-16', 'afterDecisionEdited', (project) => sign(project, { contractNumber: '17 din 2026' })],
  ['07-20', 'decisionMade', (project) => decide(project, '2', '2026-07-20T08:00:00.000Z', null)],
  ['10-16', 'phaseReviewed', (project) => review(project, 'p1', { status: 'met', metOn: '2026-10-12', reviewedOn: '2026-10-14', reviewedBy: 'PRIMAR', delivered: 'Probă pe stradă', gate: 'continue', remarks: 'INTERN' })],
  ['10-20', 'phaseReviewed', (project) => review(project, 'p1', { status: 'partiallyMet', delivered: 'Nouă din zece' })],
  ['11-20', 'phaseReviewed', (project) => review(project, 'p2', { status: 'notMet', reviewedOn: '2026-11-18', gate: 'stop', stopReason: 'technical' })],
  ['12-01', 'documentAdded', (project) => ({ ...project, attachments: { ...project.attachments, done: document('done', 'completionCertificate') } })],
];

/** The project after each change, with its history. */
export const journey = (): Device[] => {
  const stages = [on(Device.creating('A', begun()), '03-01')];
  for (const [day, code, change] of JOURNEY) {
    const device = on(stages.at(-1)!, day);
    if (!device.edit(change(device.project), code)) throw new Error(`${code} was refused`);
    stages.push(device);
  }
  return stages;
};
