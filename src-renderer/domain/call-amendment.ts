/**
 * A frozen call opened for the changes of one erratum (Norms HG 395/2016 art. 55), until it is frozen again. Null or
 * absent: nothing is being changed.
 */
import { z } from './schema';
import { idSchema, instantSchema } from './values';

export const amendmentSchema = z.looseObject({
  erratumId: idSchema,
  openedAt: instantSchema,
});
