/**
 * A question about the call and its answer. Every answer is published together with its question, and whoever asked
 * stays unknown (Law 98/2016 art. 160 par. 3): `asker` and `question` never leave the authority, `publicQuestion` does.
 */
import { z } from './schema';
import { longText, shortText } from './texts';
import { civilDateSchema, idSchema, positionSchema } from './values';

export const clarificationSchema = z.looseObject({
  id: idSchema,
  position: positionSchema,
  receivedOn: civilDateSchema.nullable(),
  asker: shortText.describe('Confidential.'),
  question: longText.describe('As received. Confidential, since its words may tell who asked.'),
  publicQuestion: longText.describe('Rephrased for everybody.'),
  answer: longText,
  publishedOn: civilDateSchema.nullable().describe('The day question and answer were published.'),
  mergedInto: idSchema.nullable().describe('The question that is answered for this one too; null when it has its own answer.'),
});
export type Clarification = z.infer<typeof clarificationSchema>;
