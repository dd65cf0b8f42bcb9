/**
 * What makes a project a received score sheet: the part of somebody else's procedure that one evaluator was handed. It
 * lives in the evaluator's own database like any project, and goes back as a file.
 */
import { z } from './schema';
import { sha256Schema, shortText } from './texts';
import { idSchema, instantSchema } from './values';

export const assignmentSchema = z.looseObject({
  projectId: idSchema.describe('The project the sheet is of, where it was handed out.'),
  evaluatorId: idSchema.describe('The only person who may fill it in.'),
  lotIds: z.record(idSchema, z.literal(true)).describe('The lots it is about.'),
  callHash: sha256Schema.describe('Hash of the frozen call it was made under; see `FROZEN_FIELDS`.'),
  handedOutAt: instantSchema,
  authority: shortText.describe('Who handed it out; empty when not given.'),
});
export type Assignment = z.infer<typeof assignmentSchema>;
