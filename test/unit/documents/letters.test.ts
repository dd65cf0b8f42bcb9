/** What letters, minutes and reports say, and what they never say. */
import { describe, expect, it } from 'vitest';
import { lotBasisHash } from '../../../src-renderer/domain/decision/lot-basis';
import { evaluate } from '../../../src-renderer/domain/evaluation/evaluate';
import { inOrder } from '../../../src-renderer/domain/position';
import type { Bid, Project } from '../../../src-renderer/domain/project';
import { RO_2026 } from '../../../src-renderer/domain/rule-packs';
import { demo, documentOf, documentsOf, textOf } from './document-fixture';

interface Decided {
  readonly project: Project;
  readonly lotId: string;
  readonly winner: Bid;
  readonly loser: Bid;
  readonly rejected: Bid;
}

/** The demo with lot 1 awarded to the first of its ranking. */
const decided = (approvedOn: string | null = '2026-03-10'): Decided => {
  const base = { ...demo(), decisions: {} };
  const lotId = inOrder(base.lots)[0]!.id;
  const result = evaluate(base, RO_2026).lots[0]!;
  const [first, second] = result.ranking.map(({ bidId }) => base.bids[bidId]!);
  const rejected = Object.values(base.bids).find((bid) => bid.lotId === lotId && bid.status === 'disqualified')!;
  const bids = { ...base.bids, [first!.id]: { ...first!, admittedOn: '2026-03-02' } };
  const project = { ...base, bids };
  const decision = { id: lotId, outcome: 'award' as const, winnerBidId: first!.id, reason: 'Punctajul cel mai mare.', decidedAt: '2026-03-09T08:00:00.000Z', approvedBy: 'Primar', approvedOn, basisHash: lotBasisHash(project, lotId, RO_2026) };
  return { project: { ...project, decisions: { [lotId]: decision } }, lotId, winner: first!, loser: second!, rejected };
};
const nameOf = (project: Project, bid: Bid): string => project.bidders[bid.bidderId]!.name;
const reasonsOf = (project: Project, bid: Bid): string[] => Object.values(project.scoreSheets).filter(({ bidId }) => bidId === bid.id).flatMap(({ scores }) => Object.values(scores).map(({ reason }) => reason)).filter((reason) => reason !== '');

describe('a letter of the result', () => {
  it('gives a loser the own points with their reasons, the winner\'s name and advantages, and nothing confidential', () => {
    const { project, winner, loser } = decided();
    const text = textOf(documentOf(project, `letter.loser.${loser.id}`));
    expect(text).toContain(nameOf(project, winner));
    for (const reason of reasonsOf(project, loser)) expect(text).toContain(reason);
    expect(text).toContain('Avantajele relative ale ofertei câștigătoare');
    for (const reason of reasonsOf(project, winner)) expect(text).not.toContain(reason);
    for (const { name } of Object.values(project.evaluators)) expect(text).not.toContain(name);
    expect(text).not.toContain(project.bidders[winner.bidderId]!.email);
    expect(text).toMatch(/Contestațiilor în 10 zile/);
    expect(text).toMatch(/înainte de împlinirea a 11 zile/);
    expect(text).toContain('Legea 101/2016');
  });

  it('gives the winner the price, and a rejected bidder ground, article, certainty and facts', () => {
    const { project, winner, rejected } = decided();
    expect(textOf(documentOf(project, `letter.winner.${winner.id}`))).toContain('declarată câștigătoare');
    const text = textOf(documentOf({ ...project, bids: { ...project.bids, [rejected.id]: { ...rejected, rejectionGround: 'specificationNotMet' } } }, `letter.rejected.${rejected.id}`));
    expect(text).toContain('ofertă neconformă');
    expect(text).toContain('HG 395/2016 art. 137 alin. (3) lit. a); verificat la 27.11.2026, citită în lege');
    expect(text).toContain(rejected.statusReason);
    for (const other of Object.values(project.bids).filter(({ id }) => id !== rejected.id)) for (const reason of reasonsOf(project, other)) expect(text).not.toContain(reason);
  });

  it('ends with the articles it names, each once, with the day and the certainty', () => {
    const { project, loser } = decided();
    const table = documentOf(project, `letter.loser.${loser.id}`).blocks.at(-1);
    expect(table).toMatchObject({ kind: 'table', label: 'Temeiul legal al acestui document' });
    const rows = table?.kind === 'table' ? table.rows : [];
    expect(rows).toContainEqual(['Legea 101/2016 art. 59 alin. (1)', '01.09.2026', 'citită în lege']);
    expect(new Set(rows.map(([reference]) => reference)).size).toBe(rows.length);
  });

  it('does not exist before the decision, and asks for the approval before it is sent', () => {
    const { project, loser } = decided();
    expect(documentsOf({ ...project, decisions: {} }).filter(({ id }) => /^letter\.(winner|loser|rejected|cancelled)/.test(id))).toEqual([]);
    expect(documentsOf(decided(null).project).find(({ id }) => id.startsWith('letter.loser'))?.missing).toHaveLength(1);
    expect(documentsOf(project).find(({ id }) => id === `letter.loser.${loser.id}`)?.missing).toEqual([]);
  });

  it('goes to everybody but the withdrawn when a lot is cancelled', () => {
    const { project, lotId } = decided();
    const cancelled: Project = { ...project, decisions: { [lotId]: { ...project.decisions![lotId]!, outcome: 'cancel', winnerBidId: null, cancellationGround: 'contractImpossible', reason: 'Bugetul a fost retras.' } } };
    const found = documentsOf(cancelled).filter(({ id }) => id.startsWith('letter.cancelled.'));
    expect(found).toHaveLength(Object.values(project.bids).filter((bid) => bid.lotId === lotId && bid.status !== 'withdrawn').length);
    expect(textOf(found[0]!.compose())).toContain('Bugetul a fost retras.');
  });
});

describe('letters of the examination', () => {
  const asking = (kind: 'clarification' | 'lowPrice', callRules: Project['callRules'] = {}): { readonly project: Project; readonly id: string } => {
    const { project, loser } = decided();
    const inquiries = { 7: { id: '7', kind, question: 'Cum ajungeți la acest preț?', askedOn: '2026-03-02', dueOn: '2026-03-09', answeredOn: null, answer: '', outcome: null, reason: '' } };
    return { project: { ...project, callRules, bids: { ...project.bids, [loser.id]: { ...loser, inquiries } } }, id: `letter.inquiry.${loser.id}.7` };
  };

  it('ask with the last day, the numbers and the article', () => {
    const { project, id } = asking('lowPrice');
    const text = textOf(documentOf(project, id));
    expect(text).toContain('Cum ajungeți la acest preț?');
    expect(text).toContain('09.03.2026');
    expect(text).toContain('1.860.000,00');
    expect(text).toContain('Legea 98/2016 art. 210 alin. (1); HG 395/2016 art. 136 alin. (4); verificat la 27.11.2026, citită în lege');
  });

  it('never tell a sealed price, in any document', () => {
    const { project } = asking('lowPrice', { twoEnvelopes: true });
    const { decisions: _decisions, ...sealed } = project;
    const amounts = Object.values(project.bids).flatMap(({ price }) => (price === null ? [] : [new Intl.NumberFormat('ro-RO', { minimumFractionDigits: 2 }).format(price.amount / 100)]));
    const texts = documentsOf(sealed as Project).map((entry) => textOf(entry.compose()));
    expect(texts.length).toBeGreaterThan(3);
    for (const amount of amounts) for (const text of texts) expect(text).not.toContain(amount);
    const question = asking('clarification', { twoEnvelopes: true });
    expect(documentsOf(question.project).map(({ id }) => id)).toContain(question.id);
  });

  it('tell a correction with both prices', () => {
    const { project, loser } = decided();
    const corrected: Project = { ...project, bids: { ...project.bids, [loser.id]: { ...loser, corrections: { 1: { id: '1', kind: 'arithmetic', correctedPrice: { amount: 12_345_600, currency: 'RON' }, reason: 'Suma pozițiilor 4 și 5.', notifiedOn: null, accepted: null } } } } };
    const text = textOf(documentOf(corrected, `letter.correction.${loser.id}.1`));
    expect(text).toContain('123.456,00');
    expect(text).toContain('Suma pozițiilor 4 și 5.');
    expect(text).toContain('inacceptabilă');
  });
});

describe('minutes and reports', () => {
  it('say who was there, what was decided and what is missing', () => {
    const base = demo();
    const [evaluator] = Object.values(base.evaluators);
    const project: Project = { ...base, sessions: { 1: { id: '1', kind: 'opening', heldOn: '2026-03-02', present: { [evaluator!.id]: true }, decided: 'S-au deschis 5 oferte.' }, 2: { id: '2', kind: 'final', heldOn: null, present: {}, decided: '' } } };
    const text = textOf(documentOf(project, 'minutes.1'));
    expect(text).toContain('02.03.2026');
    expect(text).toContain(evaluator!.name);
    expect(text).toContain('S-au deschis 5 oferte.');
    expect(documentsOf(project).find(({ id }) => id === 'minutes.2')?.missing).toHaveLength(3);
    expect(textOf(documentOf(project, 'report.procedure'))).toContain('Ședința 1, 02.03.2026');
  });

  it('report every bid, the ranking, the decision and its hash', () => {
    const { project, lotId } = decided();
    const text = textOf(documentOf(project, 'report.procedure'));
    for (const bid of Object.values(project.bids)) expect(text).toContain(nameOf(project, bid));
    expect(text).toContain(project.decisions![lotId]!.basisHash);
    expect(text).toContain('Punctajul cel mai mare.');
    expect(documentsOf(project).find(({ id }) => id === 'report.procedure')?.missing).toEqual(['Lotul 2 nu este decis.']);
  });

  it('list the commission and each declaration', () => {
    const project = demo();
    const [evaluator] = Object.values(project.evaluators);
    expect(textOf(documentOf(project, 'commission'))).toContain(evaluator!.name);
    const signed: Project = { ...project, evaluators: { [evaluator!.id]: { ...evaluator!, role: 'chair', declaration: { signedOn: '2026-03-02', confidentiality: true, impartiality: true, conflicts: { kinship: false, shares: false, employment: false }, note: '' } } } };
    expect(textOf(documentOf(signed, `declaration.${evaluator!.id}`))).toContain('Semnată la 02.03.2026.');
    expect(documentsOf(project).find(({ id }) => id === `declaration.${evaluator!.id}`)?.missing).toHaveLength(1);
  });
});
