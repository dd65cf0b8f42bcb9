/** Said of a project that is written without its sealed prices and its history, so that nobody takes the file for the whole. */
import { pointerTo } from '../domain/json-pointer';
import type { Problem } from '../domain/problem';
import type { Project } from '../domain/project';
import { anySealed } from '../domain/sealed-prices';

export const sealedOut = (project: Project): readonly Problem[] =>
  (anySealed(project) ? [{ severity: 'warning', code: 'package.sealedOut', data: { title: project.title }, pointer: pointerTo(['projects', project.id]) }] : []);
