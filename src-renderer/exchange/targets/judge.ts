/**
 * Whether a place is still the target it was, asked before every exchange. A target that is away, emptied, exchanged for
 * another one or suddenly missing much of what it held stops the exchange and is put to a person; it never means that
 * anything was deleted. No clock and no file time takes part.
 */
import type { IncomingPackage, TargetRecord } from '../../domain/ports/target-store';
import { ProblemError, type Problem } from '../../domain/problem';
import { readIdentity } from './identity';

/** What was found at the place's root. */
export interface FoundAtRoot {
  readonly identity: Uint8Array | null;
  readonly hasPackages: boolean;
  readonly others: number;
}

/** Fewer missing files than this may be somebody tidying up. */
const FEW = 5;
/** More than this share of what was there is no tidying up. */
const SHARE = 0.5;

const identityProblem = ({ identity: known }: TargetRecord, found: Uint8Array): Problem | null => {
  try {
    const { id, name, sha256 } = readIdentity(found);
    if (id !== known.id) return { severity: 'error', code: 'target.foreign', data: { expected: known.name, found: name } };
    return sha256 === known.sha256 ? null : { severity: 'error', code: 'target.identityChanged', data: { name: known.name } };
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
};

/** Null when this is the target that is known, with a place for packages. */
export const judgeRoot = (record: TargetRecord, { identity, hasPackages, others }: FoundAtRoot): Problem | null => {
  const { name } = record.identity;
  if (identity !== null) {
    const problem = identityProblem(record, identity);
    if (problem !== null || hasPackages) return problem;
    return { severity: 'error', code: 'target.packagesGone', data: { name } };
  }
  if (!hasPackages && others === 0) return { severity: 'error', code: 'target.emptied', data: { name } };
  return { severity: 'error', code: 'target.identityMissing', data: { name } };
};

/** Names that were at the target the last time, as far as this device saw. */
const knownNames = ({ sent }: TargetRecord, incoming: readonly IncomingPackage[]): readonly string[] =>
  [...Object.values(sent), ...incoming].filter(({ gone }) => gone !== true).map(({ name }) => name);

/** Null unless so much is missing that a person should look first. */
export const judgeListing = (record: TargetRecord, incoming: readonly IncomingPackage[], listed: ReadonlySet<string>): Problem | null => {
  const known = knownNames(record, incoming);
  const missing = known.filter((name) => !listed.has(name)).length;
  if (missing < FEW || missing <= known.length * SHARE) return null;
  return { severity: 'error', code: 'target.muchGone', data: { name: record.identity.name, missing, known: known.length } };
};
