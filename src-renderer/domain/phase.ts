/** A phase of a pre-commercial procurement or an innovation partnership (Law 98/2016 art. 101): so many suppliers, for so long, for so much. */
import { z } from './schema';
import { longText, shortText } from './texts';
import { idSchema, moneySchema, positionSchema } from './values';

/** The most suppliers one phase takes. */
export const MAX_SUPPLIERS = 1000;

export const phaseSchema = z.looseObject({
  id: idSchema,
  position: positionSchema,
  name: shortText,
  suppliers: z.int().min(0).max(MAX_SUPPLIERS).nullable().describe('How many at most take part.'),
  capPerSupplier: moneySchema.nullable().describe('The most one supplier is paid, without VAT.'),
  budget: moneySchema.nullable().describe('For the whole phase, without VAT.'),
  months: z.int().min(0).max(600).nullable(),
  result: longText.describe('What exists at its end, and by what it is judged.'),
});
export type Phase = z.infer<typeof phaseSchema>;
