/**
 * The commission: members who vote, a chair who may not, and co-opted experts who never do (Norms HG 395/2016
 * art. 126-128). Nobody's score sheet opens before they declared confidentiality and impartiality (art. 130).
 */
import { z } from './schema';
import { longText, shortText } from './texts';
import { civilDateSchema } from './values';

/** `expert` is co-opted: scores and reports, does not vote. */
export const COMMISSION_ROLES = ['chair', 'member', 'expert'] as const;
export type CommissionRole = (typeof COMMISSION_ROLES)[number];

/** What a person is asked about each bidder and their people (Law 98/2016 art. 60). True means there is such a tie. */
export const CONFLICT_QUESTIONS = ['kinship', 'shares', 'employment'] as const;
export type ConflictQuestion = (typeof CONFLICT_QUESTIONS)[number];

/** Declaration of confidentiality and impartiality (Norms HG 395/2016 art. 130). */
export const declarationSchema = z.looseObject({
  signedOn: civilDateSchema,
  confidentiality: z.boolean(),
  impartiality: z.boolean(),
  conflicts: z.partialRecord(z.enum(CONFLICT_QUESTIONS), z.boolean()).describe('True: there is such a tie with a bidder; absent: not answered.'),
  note: longText.describe('Which tie, with whom, and what was done about it.'),
});
export type Declaration = z.infer<typeof declarationSchema>;

/** What the commission adds to an evaluator; all absent in projects with a single scorer. */
export const commissionFields = {
  role: z.enum(COMMISSION_ROLES).optional(),
  votes: z.boolean().optional().describe('False for experts and for a chair without vote; absent means true.'),
  organisation: shortText.optional(),
  email: shortText.optional(),
  declaration: declarationSchema.nullable().optional(),
};

/** What decides a person's part in the commission. */
interface Part {
  readonly role?: CommissionRole | undefined;
  readonly votes?: boolean | undefined;
}

/** Experts never vote, a chair may not; everybody else does (Norms HG 395/2016 art. 126 and 128). */
export const hasVote = ({ role, votes }: Part): boolean => role !== 'expert' && votes !== false;

/**
 * Everybody fills in a sheet but a chair without vote. Only the sheets of those who vote make the result: an expert's
 * is a specialist report beside it.
 */
export const scoresBids = (person: Part): boolean => person.role === 'expert' || hasVote(person);

/** True when the declaration is complete and names no conflict: the condition for opening a score sheet. */
export const mayScore = ({ declaration }: { readonly declaration?: Declaration | null | undefined }): boolean =>
  declaration !== undefined && declaration !== null && declaration.confidentiality && declaration.impartiality
  && CONFLICT_QUESTIONS.every((question) => declaration.conflicts[question] === false);
