/**
 * The register of score sheets: who was handed which sheet when, as what file, and what came back. A sheet leaves as a
 * file and comes back as one; the digests say later whether a file at hand is the one that was meant.
 */
import { inOrderOfTime } from './in-order-of-time';
import { z } from './schema';
import { sha256Schema, shortText } from './texts';
import { idSchema, instantSchema, type Id } from './values';

/** A sheet travels as a package for another Caiet, or as a workbook for a spreadsheet program. */
export const SHEET_FORMS = ['package', 'workbook'] as const;
export type SheetForm = (typeof SHEET_FORMS)[number];

/** One file that came back. */
export const sheetReturnSchema = z.looseObject({
  id: sha256Schema.describe('Of the file: the same file again is the same return.'),
  at: instantSchema,
  form: z.enum(SHEET_FORMS),
  fileName: shortText,
  scores: z.int().min(0).describe('How many scores it held.'),
  missing: z.int().min(0).describe('How many scores it left open.'),
});
export type SheetReturn = z.infer<typeof sheetReturnSchema>;

export const handoutSchema = z.looseObject({
  id: idSchema.describe('Also the id of the sheet in the evaluator\'s own Caiet.'),
  evaluatorId: idSchema,
  lotIds: z.record(idSchema, z.literal(true)),
  form: z.enum(SHEET_FORMS),
  callHash: sha256Schema.describe('Hash of the freeze the sheet was made under.'),
  at: instantSchema,
  fileName: shortText,
  sha256: sha256Schema.describe('Of the file that was handed out.'),
  returns: z.record(sha256Schema, sheetReturnSchema),
});
export type Handout = z.infer<typeof handoutSchema>;

interface WithRegister {
  readonly handouts?: Readonly<Record<Id, Handout>> | undefined;
}

/** What one person was handed, the newest last. */
export const handoutsOf = ({ handouts }: WithRegister, evaluatorId: Id): Handout[] =>
  inOrderOfTime(Object.values(handouts ?? {}).filter((handout) => handout.evaluatorId === evaluatorId));

/** Everything that came back of one handing out, the newest last. */
export const returnsOf = ({ returns }: Handout): SheetReturn[] => inOrderOfTime(Object.values(returns));
