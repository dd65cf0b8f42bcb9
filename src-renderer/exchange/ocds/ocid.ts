/** The Open Contracting process identifier: a registered prefix, then the project's own id. */
import { fail } from '../../domain/problem';
import type { Project } from '../../domain/project';

/**
 * As the Open Contracting Partnership, the only issuer there is, hands them out: `ocds-` and six letters or digits
 * (https://standard.open-contracting.org/1.1/en/schema/identifiers/#ocid-prefix). Whether it is registered, and to
 * whom, cannot be seen from the text.
 */
export const isOcidPrefix = (text: string): boolean => /^ocds-[a-z0-9]{6}$/.test(text);

/**
 * The same for the project in every publication. Without a prefix it is the project's id alone: stable and unlike any
 * other, but not an ocid a stranger would recognise.
 * @throws ProblemError `ocds.prefixInvalid` {prefix}.
 */
export const ocidOf = ({ id }: Project, prefix: string): string => {
  if (prefix === '') return id;
  if (!isOcidPrefix(prefix)) throw fail('ocds.prefixInvalid', { prefix });
  return `${prefix}-${id}`;
};
