/** Keeps invalid values out of the database: a project that was stored can always be opened again. */
import { fail } from '../domain/problem';
import { projectSchema, type Project } from '../domain/project';

const PARTS = Object.entries(projectSchema.shape);

/**
 * Checks what a change touched and nothing else: members both states share are the same objects.
 * Throws `change.invalid` with the place, before anything is written.
 */
export const refuseInvalid = (before: Project | undefined, after: Project | undefined): void => {
  if (after === undefined) return;
  for (const [name, schema] of PARTS) {
    const value = after[name];
    if (before !== undefined && before[name] === value) continue;
    const issue = schema.safeParse(value).error?.issues[0];
    if (issue !== undefined) throw fail('change.invalid', { where: [name, ...issue.path.map(String)].join('/') });
  }
};
