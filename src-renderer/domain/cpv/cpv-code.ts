/** Codes of the Common Procurement Vocabulary, Regulation (EC) 213/2008: eight digits and a check digit, `34993000-4`. */
import { z } from '../schema';

export const cpvCodeSchema = z.string().regex(/^\d{8}-\d$/).describe('CPV 2008 code with its check digit.');
