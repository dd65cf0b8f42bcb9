/** The package format as JSON Schema, for whoever reads or writes packages with other tools than ours. */
import { assignmentSchema } from '../domain/assignment';
import { attachmentSchema } from '../domain/attachment';
import {
  awardCriterionSchema, bidderSchema, bidSchema, buyerSchema, evaluatorSchema, importSchema, lotSchema, projectSchema, scaleSchema, scoreSchema, scoreSheetSchema,
} from '../domain/project';
import { handoutSchema } from '../domain/handout';
import { z } from '../domain/schema';
import { moneySchema } from '../domain/values';
import { auditEntrySchema, packageSchema, patchSchema, producerSchema, redactedSchema } from './package-schema';
import { evaluationResultSchema } from './result-schema';
import { signatureSchema } from './signature';
import { encryptedPackageSchema } from './encryption';

/** What stands under `$defs`, by the names the documentation uses. */
const NAMED = {
  Project: projectSchema, Buyer: buyerSchema, Lot: lotSchema, AwardCriterion: awardCriterionSchema, Scale: scaleSchema, Bidder: bidderSchema, Bid: bidSchema,
  Evaluator: evaluatorSchema, ScoreSheet: scoreSheetSchema, Score: scoreSchema, Import: importSchema, Money: moneySchema, Producer: producerSchema,
  Attachment: attachmentSchema, Signature: signatureSchema,
  AuditEntry: auditEntrySchema, Patch: patchSchema, EvaluationResult: evaluationResultSchema, Redacted: redactedSchema, Assignment: assignmentSchema, Handout: handoutSchema,
} as const;

/** JSON Schema, draft 2020-12. Made of the very schema the application validates with; kept in `docs/package.schema.json`. */
export const packageJsonSchema = (): Readonly<Record<string, unknown>> => {
  for (const [id, schema] of Object.entries(NAMED)) {
    if (z.globalRegistry.get(schema)?.id === undefined) z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), id });
  }
  const options = { target: 'draft-2020-12', io: 'input' } as const;
  const { $defs, ...schema } = z.toJSONSchema(packageSchema, options);
  // Nothing in a package refers to the envelope around one, so it is put beside the rest.
  const { $schema: _, $defs: _shared, ...envelope } = z.toJSONSchema(encryptedPackageSchema, options);
  return { ...schema, $defs: { ...$defs, EncryptedPackage: envelope } };
};
