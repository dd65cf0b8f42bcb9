/**
 * A requirement of the specification: what the solution must do, without naming a make, a patent or an origin
 * (Law 98/2016 art. 156). OCDS: `tender.criteria[].requirementGroups[].requirements[]`.
 */
import { z } from './schema';
import { longText, shortText } from './texts';
import { idSchema, positionSchema, type Id } from './values';

/** The most requirements one project takes. */
export const MAX_REQUIREMENTS = 5000;

/** `mandatory`: a bid that does not meet it is out. */
export const REQUIREMENT_KINDS = ['mandatory', 'desirable'] as const;
export type RequirementKind = (typeof REQUIREMENT_KINDS)[number];

export const REQUIREMENT_ASPECTS = ['functional', 'technical', 'scalability', 'interoperability', 'sustainability', 'security', 'service'] as const;
export type RequirementAspect = (typeof REQUIREMENT_ASPECTS)[number];

/** What every specification of an innovation speaks of, so that the solution can grow, be joined to others and last. */
export const EXPECTED_ASPECTS = ['scalability', 'interoperability', 'sustainability'] as const satisfies readonly RequirementAspect[];

export const requirementSchema = z.looseObject({
  id: idSchema,
  position: positionSchema,
  code: shortText.describe('Its short name in documents, such as C-12; empty when it has none.'),
  section: shortText.describe('The chapter of the specification.'),
  text: longText,
  kind: z.enum(REQUIREMENT_KINDS).nullable().describe('Null while nobody has said.'),
  aspect: z.enum(REQUIREMENT_ASPECTS).nullable(),
  verification: longText.describe('How it is proven: by a test, a document, a demonstration.'),
  needId: idSchema.nullable().describe('The need it answers.'),
  criterionId: idSchema.nullable().describe('The award criterion that rewards going beyond it.'),
  lotIds: z.record(idSchema, z.literal(true)).optional().describe('The lots it holds for; absent or empty: all.'),
  notes: longText,
  importId: idSchema.nullable().describe('The import that brought it; null when typed by hand.'),
});
export type Requirement = z.infer<typeof requirementSchema>;

/** True where the lot has to meet it. */
export const requirementHoldsFor = ({ lotIds }: Pick<Requirement, 'lotIds'>, lotId: Id): boolean => lotIds === undefined || Object.keys(lotIds).length === 0 || lotIds[lotId] === true;
