/**
 * A procedure that went all the way, made by the same commands a person's own is made by: the call frozen, bids
 * registered with sealed prices, sheets scored on three other computers and taken back, a common score agreed, the
 * lot decided, the contract signed and its first phase recorded. Its history tells each step on the day it was taken.
 */
import type { AuditEntry } from '../../domain/change';
import { addMonths, utcDate } from '../../domain/civil-date';
import { canonicalJson, sha256Hex } from '../../domain/digest';
import { finishedCall } from '../../domain/demo/finished/call';
import { CONTRACT_NUMBER, DAYS_AGO, FINISHED_BIDS, FINISHED_BUYER, LEVELS, MAYOR, MODERATED, PHASE_MONTHS, REJECTED, SCORER_NAMES, SCORERS, SECRETARY, type FinishedBidder, type ScoredBidder, type Scorer } from '../../domain/demo/finished/facts';
import type { FinishedWords } from '../../domain/demo/finished/words';
import { FINISHED_EN } from '../../domain/demo/finished/words-en';
import { FINISHED_RO } from '../../domain/demo/finished/words-ro';
import { evaluate } from '../../domain/evaluation/evaluate';
import type { BidRow } from '../../domain/ports/import-kinds';
import { inOrder } from '../../domain/position';
import { fail } from '../../domain/problem';
import type { ImportRecord, Project } from '../../domain/project';
import { qualityCriteria } from '../../domain/quality-criteria';
import type { Id, Instant, Json } from '../../domain/values';
import { openedHere } from '../../exchange/opened-package';
import { readPackage } from '../../exchange/read-package';
import { admissionCommands } from '../admission-commands';
import { commissionCommands } from '../commission-commands';
import { consensusCommands } from '../consensus-commands';
import { criteriaCommands } from '../criteria-commands';
import { decisionCommands } from '../decision-commands';
import { evaluationCommands } from '../evaluation-commands';
import { phaseCommands } from '../phase-commands';
import { bidsFromRows } from '../rows-to-bids';
import { sheetCommands } from '../sheet-commands';
import { createDemoDesk, createStoryClock, type DemoBasis, type DemoDesk, type StoryClock } from './demo-desk';

type Locale = 'ro' | 'en';

const WORDS: Readonly<Record<Locale, FinishedWords>> = { ro: FINISHED_RO, en: FINISHED_EN };

/** Everything a step of the story works with. */
interface Story {
  readonly desk: DemoDesk;
  readonly clock: StoryClock;
  readonly words: FinishedWords;
}

const have = <Item>(item: Item | undefined, what: string): Item => {
  if (item === undefined) throw fail('store.notFound', { id: what });
  return item;
};

const lotOf = (project: Project): Id => have(Object.keys(project.lots)[0], 'lot');

const bidOf = (project: Project, bidder: FinishedBidder): Id => {
  const { name } = FINISHED_BIDS[bidder];
  return have(Object.values(project.bids).find(({ bidderId }) => project.bidders[bidderId]?.name === name)?.id, name);
};

const personOf = (project: Project, scorer: Scorer): Id => have(Object.values(project.evaluators).find(({ name }) => name === SCORER_NAMES[scorer])?.id, scorer);

const names = <Name extends string>(record: Readonly<Record<Name, unknown>>): readonly Name[] => Object.keys(record) as Name[];

const publishCall = async ({ desk: { ports, workspace, session, proceed }, clock, words }: Story, locale: Locale): Promise<void> => {
  clock.goTo(DAYS_AGO.created);
  const call = finishedCall(ports.ids, clock, { words, locale, rulePack: ports.rulePack, deadline: clock.day(DAYS_AGO.deadline) });
  await ports.store.commit([session.change(call.id, { code: 'projectCreated', data: { title: call.title } }, [{ path: [], after: call as Json }])]);
  await session.open(call.id);
  clock.goTo(DAYS_AGO.frozen);
  criteriaCommands(ports, workspace, session).freeze();
  proceed();
};

const registerBids = ({ desk: { ports, session }, clock }: Story): void => {
  clock.goTo(DAYS_AGO.deadline);
  const { currency } = session.project();
  const receivedAt = clock.day(DAYS_AGO.deadline);
  const rows = names(FINISHED_BIDS).map((bidder, index): BidRow => {
    const { name, price, ...bid } = FINISHED_BIDS[bidder];
    return { ...bid, bidder: name, country: 'RO', lot: '1', price: { amount: price, currency }, vatIncluded: false, receivedAt, notes: null, source: { sheet: 'Oferte', row: index + 2 } };
  });
  const record: ImportRecord = {
    id: ports.ids.next(), kind: 'bids', fileName: 'oferte.xlsx', sha256: sha256Hex(canonicalJson(rows)), sheet: 'Oferte', importedAt: clock.now(),
    rowsRead: rows.length, rowsAccepted: rows.length, rowsExcluded: 0, warnings: 0, cellsCorrected: 0,
  };
  session.replace({ code: 'bidsImported', data: { count: rows.length, file: record.fileName, importId: record.id } }, bidsFromRows(session.project(), rows, record, ports.ids));
};

const examineBids = ({ desk: { workspace, session, proceed }, clock, words }: Story): void => {
  clock.goTo(DAYS_AGO.examined);
  const admission = admissionCommands(workspace, session);
  const conditions = inOrder(session.project().knockOuts ?? {}).map(({ id }) => id);
  for (const bidder of names(FINISHED_BIDS)) {
    const bidId = bidOf(session.project(), bidder);
    for (const [index, id] of conditions.entries()) {
      const fails = bidder === REJECTED && index === 0;
      admission.check(bidId, id, fails ? { outcome: 'failed', evidence: words.rejection.evidence, reason: words.rejection.check } : { outcome: 'met', evidence: words.shown[index] ?? '' });
    }
    if (bidder === REJECTED) admission.reject(bidId, 'specificationNotMet', words.rejection.reason);
    else admission.admit(bidId, clock.day(DAYS_AGO.examined));
  }
  proceed();
};

const nameCommission = ({ desk: { ports, session } }: Story): void => {
  const commission = commissionCommands(ports, session);
  const [first] = Object.keys(session.project().evaluators);
  const [chair, ...members] = SCORERS.map((scorer) => ({ name: SCORER_NAMES[scorer], votes: true, organisation: FINISHED_BUYER.name, email: '' }));
  commission.edit(have(first, 'evaluator'), { ...have(chair, 'chair'), role: 'chair' });
  for (const member of members) commission.add({ ...member, role: 'member' });
};

/** On another computer: opens the sheet, declares, scores each bid with a reason, and saves the file to send back. */
const scoreElsewhere = async (sheet: Uint8Array, scorer: Scorer, basis: DemoBasis, { clock, words }: Story): Promise<Uint8Array> => {
  const { ports, workspace, session, saved, proceed } = createDemoDesk({ ...basis, deviceId: basis.ids.next() }, clock, { name: SCORER_NAMES[scorer], authority: '' });
  const sheets = sheetCommands(ports, workspace, session);
  const evaluation = evaluationCommands(workspace, session);
  await sheets.accept(openedHere(readPackage(`${SCORER_NAMES[scorer]}.caiet.json`, sheet)));
  const project = session.project();
  commissionCommands(ports, session).declare(personOf(project, scorer), {
    signedOn: utcDate(clock.now()), confidentiality: true, impartiality: true, conflicts: { kinship: false, shares: false, employment: false }, note: '',
  });
  const criteria = qualityCriteria(project, lotOf(project));
  for (const bidder of names<ScoredBidder>(LEVELS)) {
    for (const [index, { id }] of criteria.entries()) {
      const level = have(LEVELS[bidder][index], bidder)[SCORERS.indexOf(scorer)] as 2 | 3 | 4 | 5;
      const bidId = bidOf(project, bidder);
      evaluation.score(bidId, id, String(level));
      evaluation.giveReason(bidId, id, `${words.seen[bidder][index] ?? ''} ${words.judged[scorer][level]}`);
    }
  }
  await sheets.sendBack();
  proceed();
  return saved();
};

const evaluateByFiles = async (story: Story, basis: DemoBasis): Promise<void> => {
  const { desk: { ports, workspace, session, saved, proceed }, clock } = story;
  const sheets = sheetCommands(ports, workspace, session);
  const lotIds = { [lotOf(session.project())]: true } as const;
  clock.goTo(DAYS_AGO.handedOut);
  const handedOut = new Map<Scorer, Uint8Array>();
  for (const scorer of SCORERS) {
    await sheets.handOut(personOf(session.project(), scorer), lotIds, 'package');
    handedOut.set(scorer, saved());
  }
  clock.goTo(DAYS_AGO.scored);
  const returned = new Map<Scorer, Uint8Array>();
  for (const [scorer, sheet] of handedOut) returned.set(scorer, await scoreElsewhere(sheet, scorer, basis, story));
  clock.goTo(DAYS_AGO.returned);
  for (const [scorer, bytes] of returned) sheets.takeIn(await sheets.inspectReturned(`${SCORER_NAMES[scorer]}.caiet.json`, bytes));
  proceed();
};

const agreeOnScore = ({ desk: { ports, session }, clock, words }: Story): void => {
  clock.goTo(DAYS_AGO.consensus);
  const project = session.project();
  const consensus = consensusCommands(ports, session);
  const bidId = bidOf(project, MODERATED.bidder);
  const criterionId = have(qualityCriteria(project, lotOf(project))[MODERATED.criterion]?.id, 'criterion');
  const against = personOf(project, MODERATED.against);
  consensus.moderate(bidId, criterionId, {
    value: MODERATED.level, reason: words.moderation.reason, dissents: { [against]: words.moderation.dissent },
    votes: Object.fromEntries(Object.keys(project.evaluators).map((id) => [id, id === against ? 'against' as const : 'for' as const])),
  });
  consensus.agree(bidId, criterionId);
};

const openPrices = ({ desk: { ports, session }, clock }: Story): void => {
  clock.goTo(DAYS_AGO.opened);
  const consensus = consensusCommands(ports, session);
  const lotId = lotOf(session.project());
  consensus.lockQuality(lotId);
  consensus.openPrices(lotId);
};

const decide = ({ desk: { ports, workspace, session, proceed }, clock, words }: Story): void => {
  clock.goTo(DAYS_AGO.decided);
  const decisions = decisionCommands(ports, workspace, session);
  const project = session.project();
  const lotId = lotOf(project);
  const present = Object.fromEntries(Object.keys(project.evaluators).map((id) => [id, true as const]));
  for (const [kind, daysAgo] of [['opening', DAYS_AGO.deadline], ['consensus', DAYS_AGO.consensus], ['final', DAYS_AGO.decided]] as const) {
    decisions.editSession(decisions.addSession(), { kind, heldOn: clock.day(daysAgo), present, decided: words.sessions[kind] });
  }
  const winner = evaluate(project, ports.rulePack).lots[0]?.ranking.find(({ rank }) => rank === 1)?.bidId;
  decisions.decide(lotId, { outcome: 'award', winnerBidId: have(winner, 'winner'), reason: words.decision });
  clock.goTo(DAYS_AGO.approved);
  decisions.approve(lotId, { approvedBy: MAYOR, approvedOn: clock.day(DAYS_AGO.approved) });
  clock.goTo(DAYS_AGO.communicated);
  decisions.editAfter(lotId, { communicatedOn: clock.day(DAYS_AGO.communicated) });
  proceed();
};

/** The contract signed, its first phase met and the next one begun. */
const carryOut = ({ desk: { ports, workspace, session, proceed }, clock, words }: Story): void => {
  const decisions = decisionCommands(ports, workspace, session);
  const project = session.project();
  const lotId = lotOf(project);
  clock.goTo(DAYS_AGO.signed);
  decisions.editAfter(lotId, { signedOn: clock.day(DAYS_AGO.signed), contractNumber: CONTRACT_NUMBER, contractEndsOn: addMonths(clock.day(DAYS_AGO.signed), PHASE_MONTHS.reduce((sum, months) => sum + months, 0)) });
  clock.goTo(DAYS_AGO.noticed);
  decisions.editAfter(lotId, { noticeSentOn: clock.day(DAYS_AGO.noticed) });
  clock.goTo(DAYS_AGO.reviewed);
  const [first] = inOrder(project.phases ?? {});
  phaseCommands(session).review(lotId, have(first, 'phase').id, {
    status: 'met', metOn: clock.day(DAYS_AGO.piloted), reviewedOn: clock.day(DAYS_AGO.reviewed), reviewedBy: MAYOR, gate: 'continue', ...words.piloted,
  });
  proceed();
};

/** The project with the chain that tells how it came about. `now`: when the demo is opened; everything lies before. */
export const finishedProcedure = async (basis: DemoBasis, now: Instant, locale: Locale): Promise<{ readonly project: Project; readonly history: readonly AuditEntry[] }> => {
  const clock = createStoryClock(utcDate(now));
  const desk = createDemoDesk(basis, clock, { name: SECRETARY, authority: FINISHED_BUYER.name });
  const story: Story = { desk, clock, words: WORDS[locale] };
  await publishCall(story, locale);
  registerBids(story);
  examineBids(story);
  nameCommission(story);
  await evaluateByFiles(story, basis);
  agreeOnScore(story);
  openPrices(story);
  decide(story);
  carryOut(story);
  const { id } = desk.session.project();
  await desk.session.settle();
  const stored = have(await desk.ports.store.load(id), id);
  return { project: stored.project, history: await desk.ports.store.history(id) };
};
