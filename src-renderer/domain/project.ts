/**
 * The project aggregate: one innovation procurement of one buyer. Every collection is a map by id, and order is a
 * fractional `position`, so that merging never has to compare array positions. Names follow OCDS 1.1.5 and eForms.
 * Objects are loose: fields a later version added survive a round trip through this one.
 */
import { assignmentSchema } from './assignment';
import { attachmentSchema } from './attachment';
import { admissionFields } from './admissibility/admission-fields';
import { bidCorrectionSchema } from './bid-correction';
import { freezeSchema } from './call-freeze';
import { amendmentSchema } from './call-amendment';
import { callRulesSchema } from './call-rules';
import { clarificationSchema } from './clarification';
import { commissionFields } from './commission';
import { cpvCodeSchema } from './cpv/cpv-code';
import { afterDecisionSchema, awardTermsSchema } from './decision/after-decision';
import { reopeningSchema } from './decision/reopening';
import { sessionSchema } from './decision/session-record';
import { envelopeSchema } from './envelope';
import { erratumSchema } from './erratum';
import { handoutSchema } from './handout';
import { knockOutSchema } from './knock-out';
import { lifeCycleFields } from './life-cycle';
import { lotDecisionSchema } from './lot-decision';
import { mergeConflictSchema } from './merge-conflict';
import { moderationSchema } from './moderation';
import { needSchema } from './need';
import { phaseSchema } from './phase';
import { phaseReviewSchema } from './phase-review';
import { procedureSchema } from './procedure/procedure';
import { riskSchema } from './risk';
import { packedScheduleSchema } from './price-schedule/packed-schedule';
import { requirementSchema } from './requirement';
import { z } from './schema';
import { longText as long, sha256Schema, shortText as short } from './texts';
import { milestoneSchema } from './timeline/milestone';
import { civilDateSchema, decimalSchema, idSchema, instantSchema, moneySchema, positionSchema, type Id } from './values';

/** OCDS `buyer`: the authority that runs the procurement. */
export const buyerSchema = z.looseObject({
  name: short,
  identifier: short.describe('Fiscal identification code (CUI) without the country prefix; empty when not given.'),
  nutsCode: short.describe('NUTS 3 code, for example RO322 for Ilfov; empty when not given.'),
});
export type Buyer = z.infer<typeof buyerSchema>;

/** More additional CPV codes than this say nothing. */
export const MAX_ADDITIONAL_CPV = 20;

/** OCDS `tender.lots[]`. */
export const lotSchema = z.looseObject({
  id: idSchema,
  position: positionSchema,
  number: z.string().max(20).describe('The number people use in documents and spreadsheets, unique in the project.'),
  title: short,
  description: long,
  estimatedValue: moneySchema.nullable().describe('Without VAT.'),
  priceList: packedScheduleSchema.optional().describe('The buyer\'s own list of items that bidders price.'),
  cpv: cpvCodeSchema.nullable().optional().describe('The main CPV code.'),
  additionalCpv: z.array(cpvCodeSchema).max(MAX_ADDITIONAL_CPV).optional(),
});
export type Lot = z.infer<typeof lotSchema>;

/** The two axes every evaluation reports. */
export const AXES = ['costEffectiveness', 'transformativePotential'] as const;
export type Axis = (typeof AXES)[number];

/** How a price becomes points; see `evaluation/price-formula.ts` for each rule and its source. */
export const PRICE_FORMULAS = ['lowestProportional', 'relativeLinear', 'minMaxLinear', 'toBudget'] as const;
export type PriceFormula = (typeof PRICE_FORMULAS)[number];

/** Scores from 0 to `max` in steps of one; `anchors` says in a sentence what each level means. */
export const scaleSchema = z.looseObject({
  max: z.int().min(1).max(100),
  anchors: z.record(z.string().regex(/^\d{1,3}$/), long).describe('Level as text → the sentence that describes it.'),
});

/** What every node of the criteria's tree has; how the tree is read: `criteria-tree.ts`. */
const criterionNode = {
  id: idSchema,
  position: positionSchema,
  name: short,
  description: long,
  weight: decimalSchema.describe('Per cent of the group it is in, or of the total; the weights of each level sum to exactly 100.'),
  parentId: idSchema.nullable().optional().describe('The group it is in; absent or null: the first level.'),
  lotIds: z.record(idSchema, z.literal(true)).optional().describe('The lots it holds for; absent or empty: those of its group, or all.'),
};

/** OCDS / eForms `awardCriterion` (BT-539, BT-5421): a price has a formula, a cost also its items, quality a scale. */
const scoredCriterion = { ...criterionNode, axis: z.enum(AXES) };
const amountFormula = {
  formula: z.enum(PRICE_FORMULAS),
  fullMarksAt: decimalSchema.nullable().describe('Only for toBudget: the price, as per cent of the lot\'s estimated value, that earns full points.'),
};
export const priceCriterionSchema = z.looseObject({ ...scoredCriterion, type: z.literal('price'), ...amountFormula });
export const costCriterionSchema = z.looseObject({ ...scoredCriterion, type: z.literal('cost'), ...amountFormula, ...lifeCycleFields });
export const qualityCriterionSchema = z.looseObject({
  ...scoredCriterion,
  type: z.literal('quality'),
  scale: scaleSchema,
  evidence: long.describe('What the bidder must show for this criterion.'),
  minScore: decimalSchema.nullable().optional().describe('eForms BT-5423: a bid whose score is below this level is out of the ranking.'),
});
/** Criteria that share a weight; it is divided among them in turn. */
export const criterionGroupSchema = z.looseObject({
  ...criterionNode,
  type: z.literal('group'),
  minShare: decimalSchema.nullable().optional().describe('Per cent of the points of the quality criteria in it; a bid below is out of the ranking.'),
});
export const awardCriterionSchema = z.discriminatedUnion('type', [priceCriterionSchema, costCriterionSchema, qualityCriterionSchema, criterionGroupSchema]);
export type PriceCriterion = z.infer<typeof priceCriterionSchema>;
export type CostCriterion = z.infer<typeof costCriterionSchema>;
export type QualityCriterion = z.infer<typeof qualityCriterionSchema>;
export type CriterionGroup = z.infer<typeof criterionGroupSchema>;
export type AwardCriterion = z.infer<typeof awardCriterionSchema>;
/** A criterion that gives points itself. */
export type ScoredCriterion = Exclude<AwardCriterion, CriterionGroup>;

/** OCDS party with role `tenderer`: an economic operator that bids, once per project however many lots it bids for. */
export const bidderSchema = z.looseObject({
  id: idSchema,
  name: short,
  identifier: short.describe('Fiscal or VAT number without the country prefix, as text; empty when not given.'),
  country: z.string().max(2).describe('ISO 3166-1 alpha-2 from the identifier\'s prefix; empty when not given.'),
  sme: z.boolean().nullable(),
  email: short,
});
export type Bidder = z.infer<typeof bidderSchema>;

/** OCDS `bids.details[].status`, the part of the code list that exists after opening. */
export const BID_STATUSES = ['valid', 'disqualified', 'withdrawn'] as const;
export type BidStatus = (typeof BID_STATUSES)[number];

/** OCDS `bids.details[]`: one bidder's bid for one lot. */
export const bidSchema = z.looseObject({
  id: idSchema,
  bidderId: idSchema,
  lotId: idSchema,
  price: moneySchema.nullable(),
  vatIncluded: z.boolean().nullable().describe('True makes the price unusable for comparison until it is given without VAT (Norms HG 395/2016 art. 141).'),
  receivedAt: civilDateSchema.nullable(),
  durationDays: z.int().min(0).nullable(),
  warrantyMonths: z.int().min(0).nullable(),
  notes: long,
  status: z.enum(BID_STATUSES),
  statusReason: long,
  importId: idSchema.nullable().describe('The import that brought this bid; null when typed by hand.'),
  priceSchedule: packedScheduleSchema.optional().describe('The priced lines of the bid.'),
  corrections: z.record(idSchema, bidCorrectionSchema).optional().describe('Of the offered price, by number.'),
  costs: z.record(idSchema, moneySchema).optional().describe('Cost item of the call → the amount offered for it, without VAT.'),
  ...admissionFields,
});
export type Bid = z.infer<typeof bidSchema>;

/** A person who scores: a member of the commission or a co-opted expert. */
export const evaluatorSchema = z.looseObject({ id: idSchema, position: positionSchema, name: short, ...commissionFields });
export type Evaluator = z.infer<typeof evaluatorSchema>;

/** One score: a level of the criterion's scale and the reason for it. `value` null means not yet scored. */
export const scoreSchema = z.looseObject({ value: decimalSchema.nullable(), reason: long });
export type Score = z.infer<typeof scoreSchema>;

/** One evaluator's scores for one bid, by award criterion. */
export const scoreSheetSchema = z.looseObject({
  id: idSchema,
  evaluatorId: idSchema,
  bidId: idSchema,
  scores: z.record(idSchema, scoreSchema),
});
export type ScoreSheet = z.infer<typeof scoreSheetSchema>;

/** Derived, so that two devices scoring the same bid make the same record. */
export const scoreSheetId = (evaluatorId: Id, bidId: Id): Id => `${evaluatorId}.${bidId}`;

/** What is remembered of a spreadsheet import; the rows themselves are the records that carry its id. */
export const importSchema = z.looseObject({
  id: idSchema,
  kind: z.enum(['bids', 'price-schedule', 'costs', 'needs', 'requirements']),
  fileName: short,
  sha256: sha256Schema.describe('Of the imported file, to recognise the same file again.'),
  sheet: short,
  importedAt: instantSchema,
  rowsRead: z.int().min(0),
  rowsAccepted: z.int().min(0),
  rowsExcluded: z.int().min(0),
  warnings: z.int().min(0),
  cellsCorrected: z.int().min(0).describe('Cells the person typed over in the preview.'),
  sourceSize: z.int().min(1).optional().describe('Bytes of the imported file, where it was kept on the computer that imported it; the file itself is in no package.'),
});
export type ImportRecord = z.infer<typeof importSchema>;

/** The highest number of bids one project takes; a register beyond it is refused with a sentence. */
export const MAX_BIDS = 10_000;

export const projectSchema = z.looseObject({
  id: idSchema,
  title: short,
  description: long,
  buyer: buyerSchema,
  currency: z.string().regex(/^[A-Z]{3}$/).describe('ISO 4217 code of every amount typed in this project.'),
  rulePackId: short.describe('The dated rule pack whose constants this project uses.'),
  createdAt: instantSchema,
  archivedAt: instantSchema.nullable(),
  deletedAt: instantSchema.nullable().describe('Set while the project lies in the recoverable bin.'),
  lots: z.record(idSchema, lotSchema),
  awardCriteria: z.record(idSchema, awardCriterionSchema),
  bidders: z.record(idSchema, bidderSchema),
  bids: z.record(idSchema, bidSchema),
  evaluators: z.record(idSchema, evaluatorSchema),
  scoreSheets: z.record(idSchema, scoreSheetSchema),
  imports: z.record(idSchema, importSchema),
  // Added since version 1 of the package format; absent means none.
  callRules: callRulesSchema.optional(),
  knockOuts: z.record(idSchema, knockOutSchema).optional(),
  freezes: z.record(idSchema, freezeSchema).optional(),
  amendment: amendmentSchema.nullable().optional(),
  envelopes: z.record(idSchema, envelopeSchema).optional(),
  moderations: z.record(idSchema, moderationSchema).optional(),
  decisions: z.record(idSchema, lotDecisionSchema).optional(),
  procedure: procedureSchema.optional(),
  milestones: z.record(idSchema, milestoneSchema).optional(),
  phases: z.record(idSchema, phaseSchema).optional(),
  phaseReviews: z.record(idSchema, phaseReviewSchema).optional(),
  risks: z.record(idSchema, riskSchema).optional(),
  clarifications: z.record(idSchema, clarificationSchema).optional(),
  errata: z.record(idSchema, erratumSchema).optional(),
  attachments: z.record(idSchema, attachmentSchema).optional(),
  conflicts: z.record(idSchema, mergeConflictSchema).optional(),
  reopenings: z.record(idSchema, reopeningSchema).optional(),
  sessions: z.record(idSchema, sessionSchema).optional(),
  afterDecisions: z.record(idSchema, afterDecisionSchema).optional(),
  awardTerms: awardTermsSchema.optional(),
  handouts: z.record(idSchema, handoutSchema).optional(),
  needs: z.record(idSchema, needSchema).optional(),
  requirements: z.record(idSchema, requirementSchema).optional(),
  assignment: assignmentSchema.optional().describe('Only in a score sheet somebody handed to an evaluator.'),
});
export type Project = z.infer<typeof projectSchema>;

/** The collections of the aggregate, each a map by id. */
export const COLLECTIONS = ['lots', 'awardCriteria', 'bidders', 'bids', 'evaluators', 'scoreSheets', 'imports'] as const;
export type Collection = (typeof COLLECTIONS)[number];

/** Collections added since version 1 of the package format; absent stands for empty. */
export const LATER_COLLECTIONS = ['knockOuts', 'freezes', 'envelopes', 'moderations', 'decisions', 'milestones', 'phases', 'phaseReviews', 'risks', 'clarifications', 'errata', 'attachments', 'reopenings', 'sessions', 'afterDecisions', 'handouts', 'needs', 'requirements'] as const;
export type LaterCollection = (typeof LATER_COLLECTIONS)[number];
