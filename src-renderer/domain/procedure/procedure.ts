/** The choice of a procedure: what was answered about the procurement, which route was taken and why. */
import { z } from '../schema';
import { longText, shortText } from '../texts';
import { civilDateSchema, idSchema, moneySchema } from '../values';

/** The ways to a contract: the procedures of Law 98/2016 art. 68, direct purchase (art. 7) and pre-commercial procurement, outside the law (art. 36). */
export const ROUTES = [
  'open', 'restricted', 'competitiveNegotiation', 'competitiveDialogue', 'innovationPartnership', 'preCommercial', 'designContest',
  'simplified', 'directPurchase', 'socialServices', 'negotiationWithoutNotice',
] as const;
export type Route = (typeof ROUTES)[number];

/** What the contract is mainly for; `socialServices` are those of annex 2 of the law. */
export const CONTRACT_TYPES = ['goods', 'services', 'works', 'socialServices'] as const;

/** `local`: county and local councils and bodies under them (Law 98/2016 art. 7 par. 1 c). */
export const BUYER_TYPES = ['local', 'central'] as const;

/** What a buyer finds who looks for a solution: ready, ready but to be adapted, or not there. */
export const MARKET_STATES = ['ready', 'toAdapt', 'absent'] as const;

/** The cases of Law 98/2016 art. 104 that a municipality meets. */
export const EXCEPTIONS = ['none', 'noBids', 'soleOperator', 'extremeUrgency', 'repeated'] as const;

/** A similar purchase that is not in Caiet, noted so that it counts with the others (Law 98/2016 art. 11 par. 2). */
export const notedPurchaseSchema = z.looseObject({
  id: idSchema,
  what: shortText,
  on: civilDateSchema.nullable().describe('The day the procedure began, or of the direct purchase.'),
  value: moneySchema.nullable().describe('Without VAT.'),
});
export type NotedPurchase = z.infer<typeof notedPurchaseSchema>;

/** An absent answer has not been given yet. */
export const procedureSchema = z.looseObject({
  contractType: z.enum(CONTRACT_TYPES).optional(),
  buyerType: z.enum(BUYER_TYPES).optional(),
  onlyConcept: z.boolean().optional().describe('A plan or design is sought, not the thing itself.'),
  market: z.enum(MARKET_STATES).optional(),
  trl: z.int().min(1).max(9).nullable().optional().describe('Technology readiness of the nearest solution, 1 to 9.'),
  research: z.boolean().optional().describe('Research and development is needed before there is anything to buy.'),
  sharedResults: z.boolean().optional().describe('Suppliers keep or share the results of the research (Law 98/2016 art. 36).'),
  laterVolumes: z.boolean().optional().describe('The same contract is to buy the quantities needed afterwards.'),
  meansKnown: z.boolean().optional().describe('The technical means can be specified precisely enough.'),
  intellectual: z.boolean().optional().describe('Intellectual services or works.'),
  fixedBudget: z.boolean().optional(),
  lowComplexity: z.boolean().optional().describe('Goods of low complexity (Law 98/2016 art. 113 par. 5 b).'),
  severalStages: z.boolean().optional().describe('A simplified procedure in several stages.'),
  electronic: z.boolean().optional().describe('Bids are taken electronically.'),
  priorNotice: z.boolean().optional().describe('A complete prior information notice was published 35 days to 12 months before.'),
  urgent: z.boolean().optional().describe('A demonstrated urgency that makes the usual periods impossible.'),
  exception: z.enum(EXCEPTIONS).optional(),
  /** On top of the lots: options, extensions and prizes count too (Norms HG 395/2016 art. 16; Law 98/2016 art. 9 par. 2). */
  extraValue: moneySchema.nullable().optional(),
  otherPurchases: z.record(idSchema, notedPurchaseSchema).optional().describe('Similar purchases of the last months that are no project here.'),
  notSplitReason: longText.optional().describe('Why similar purchases are not parts of one that was split.'),
  valueReason: longText.optional().describe('How the estimated value was found.'),
  chosen: z.enum(ROUTES).nullable().optional(),
  chosenReason: longText.optional().describe('Why this route; must be said where it is not the recommended one.'),
});
export type Procedure = z.infer<typeof procedureSchema>;

const NO_ANSWERS: Procedure = {};

/** The procedure of a project; nothing answered when it has none. */
export const procedureOf = ({ procedure }: { readonly procedure?: Procedure | undefined }): Procedure => procedure ?? NO_ANSWERS;
