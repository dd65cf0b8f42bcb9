/** Records of a project under other ids: their own, and those of the records they speak of. Unknown fields are kept. */
import type { Attachment } from '../domain/attachment';
import type { Clarification } from '../domain/clarification';
import type { SessionRecord } from '../domain/decision/session-record';
import type { Envelope } from '../domain/envelope';
import { moderationId, type Moderation } from '../domain/moderation';
import type { Need } from '../domain/need';
import type { PackedSchedule } from '../domain/price-schedule/packed-schedule';
import { scoreSheetId, type AwardCriterion, type Bid, type Lot, type Project, type ScoreSheet } from '../domain/project';
import { qualityHash } from '../domain/quality-lock';
import type { Requirement } from '../domain/requirement';
import type { Id } from '../domain/values';

/** The new id of an old one; an id that has no new one stays. */
export type Name = (id: Id) => Id;

/** A collection under the ids its records have taken. */
export const rekey = <Item extends { readonly id: Id }>(items: Readonly<Record<Id, Item>>, renew: (item: Item) => Item): Record<Id, Item> =>
  Object.fromEntries(Object.values(items).map((item) => {
    const renewed = renew(item);
    return [renewed.id, renewed];
  }));

/** A field that may be absent, and then stays so. */
export const where = <Key extends string, Value>(key: Key, value: Value | undefined, renew: (value: Value) => Value): Partial<Record<Key, Value>> =>
  // TypeScript widens a computed key to `string`.
  (value === undefined ? {} : { [key]: renew(value) } as Record<Key, Value>);

const underNames = <Value>(values: Readonly<Record<Id, Value>>, name: Name): Record<Id, Value> =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [name(id), value]));

export const renamedItself = <Item extends { readonly id: Id }>(item: Item, name: Name): Item => ({ ...item, id: name(item.id) });

/** Null stands for what was typed by hand. */
const ofImportOrNone = (importId: Id | null, name: Name): Id | null => (importId === null ? null : name(importId));

const ofImport = (name: Name) => (schedule: PackedSchedule): PackedSchedule => ({ ...schedule, importId: name(schedule.importId) });

/** What `renamedCall` leaves: the import that brought the list of items. */
export const renamedPriceList = (lot: Lot, name: Name): Lot => ({ ...lot, ...where('priceList', lot.priceList, ofImport(name)) });

/** What `renamedCall` leaves: the items of a cost. */
export const renamedCostItems = (criterion: AwardCriterion, name: Name): AwardCriterion =>
  (criterion.type === 'cost' ? { ...criterion, costItems: rekey(criterion.costItems, (item) => renamedItself(item, name)) } : criterion);

/** Corrections, inquiries and new offers are numbered within the bid. */
export const renamedBid = (bid: Bid, name: Name): Bid => ({
  ...bid,
  id: name(bid.id),
  bidderId: name(bid.bidderId),
  lotId: name(bid.lotId),
  importId: ofImportOrNone(bid.importId, name),
  ...where('priceSchedule', bid.priceSchedule, ofImport(name)),
  ...where('costs', bid.costs, (costs) => underNames(costs, name)),
  ...where('knockOutChecks', bid.knockOutChecks, (checks) => rekey(checks, (check) => renamedItself(check, name))),
  ...where('requirementResponses', bid.requirementResponses, (responses) => rekey(responses, (response) => renamedItself(response, name))),
});

export const renamedSheet = (sheet: ScoreSheet, name: Name): ScoreSheet => ({
  ...sheet,
  id: scoreSheetId(name(sheet.evaluatorId), name(sheet.bidId)),
  evaluatorId: name(sheet.evaluatorId),
  bidId: name(sheet.bidId),
  scores: underNames(sheet.scores, name),
});

export const renamedModeration = (moderation: Moderation, name: Name): Moderation => ({
  ...moderation,
  id: moderationId(name(moderation.bidId), name(moderation.criterionId)),
  bidId: name(moderation.bidId),
  criterionId: name(moderation.criterionId),
  votes: underNames(moderation.votes, name),
  dissents: underNames(moderation.dissents, name),
});

/** The same scores are locked under new ids, so under another hash; scores that were not the locked ones stay told. */
export const renamedEnvelope = (envelope: Envelope, name: Name, original: Project, copy: Project): Envelope => {
  const id = name(envelope.id);
  const isIntact = envelope.qualityHash === qualityHash(original, envelope.id);
  return { ...envelope, id, qualityHash: isIntact ? qualityHash(copy, id) : envelope.qualityHash };
};

export const renamedQuestion = (question: Clarification, name: Name): Clarification =>
  ({ ...question, id: name(question.id), mergedInto: question.mergedInto === null ? null : name(question.mergedInto) });

export const renamedNeed = (need: Need, name: Name): Need => ({ ...need, id: name(need.id), importId: ofImportOrNone(need.importId, name) });

export const renamedRequirement = (requirement: Requirement, name: Name): Requirement => ({
  ...requirement,
  id: name(requirement.id),
  needId: requirement.needId === null ? null : name(requirement.needId),
  criterionId: requirement.criterionId === null ? null : name(requirement.criterionId),
  importId: ofImportOrNone(requirement.importId, name),
  ...where('lotIds', requirement.lotIds, (lots) => underNames(lots, name)),
});

/** The content lies under its own SHA-256, which stays. */
export const renamedAttachment = ({ filedUnder, ...attachment }: Attachment, name: Name): Attachment =>
  ({ ...attachment, id: name(attachment.id), filedUnder: { ...filedUnder, ...where('id', filedUnder.id, name) } });

/** Sessions are numbered; who was there has a new id. */
export const renamedSession = (session: SessionRecord, name: Name): SessionRecord => ({ ...session, present: underNames(session.present, name) });
